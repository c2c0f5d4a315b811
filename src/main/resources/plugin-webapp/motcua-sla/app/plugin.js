// What Cockpit shows of Motcua. Each part is a module of its own that exports a list of plugins; who may not watch gets none.
import { me } from './common.js';

const PARTS = ['./dashboard.js', './sla.js', './heat.js', './definition.js', './instance.js'];

// Only a refusal is one; where the server could not answer just now, the parts say so and try again.
const allowed = await me().then(() => true, problem => ![401, 403].includes(problem.status));

// A part that cannot be loaded takes neither the others nor Cockpit with it.
const load = part => import(part).catch(() => import(part)).then(module => module.default, failure => {
  console.error(failure);
  return [];
});

export default allowed ? (await Promise.all(PARTS.map(load))).flat() : [];
