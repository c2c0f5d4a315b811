// What Cockpit shows of Motcua. Each part is a module of its own that exports a list of plugins; who may not watch gets none.
import { mayWatch, wait } from './common.js';

const PARTS = ['./dashboard.js', './sla.js', './heat.js', './definition.js', './instance.js'];

// By another address, for browsers remember of an address that it could not be loaded.
const again = part => wait(1_000).then(() => import(`${part}?again`));

// A part that cannot be loaded takes neither the others nor Cockpit with it.
const load = part => import(part).catch(() => again(part)).then(module => module.default, failure => {
  console.error(failure);
  return [];
});

// Asked while the parts come, for Cockpit waits for this.
const [allowed, parts] = await Promise.all([mayWatch(), Promise.all(PARTS.map(load))]);

export default allowed ? parts.flat() : [];
