// What all parts share: the language, questions to the server, how figures and days are written, elements and drawings.
import { language } from '../../../../../../../js/webapp-language.js';
import vietnamese from './texts-vi.js';
import english from './texts-en.js';

export { language };

const TEXTS = language === 'en' ? english : vietnamese;
const LOCALE = language === 'en' ? 'en-GB' : 'vi-VN';

/** The text of that key, with what stands in braces put in: t('base.received', {n: 3}). */
export const t = (key, values = {}) => {
  const text = TEXTS[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
};

// --- Questions

const ENGINE = location.pathname.match(/\/app\/cockpit\/([^/]+)/)?.[1] ?? 'default';
const QUESTIONS = new URL(`../../${ENGINE}/`, import.meta.url);

/** The root of our own pages, such as page('desk/dossiers/X'). */
export const page = path => new URL(`../../../../../../../${path}`, import.meta.url).pathname;

/** What the server refused, with its sentence as the message. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** A server that starts anew or is busy, or a connection that broke, is asked again after so many milliseconds. */
const PATIENCE = [1_000, 3_000];

export const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

const isPassing = problem => problem instanceof Problem && [0, 502, 503, 504].includes(problem.status);

/** Asks the plugin's server; parameters that are empty are left out. Throws a Problem. */
export const ask = async (part, parameters = {}, signal = undefined) => {
  const address = new URL(part, QUESTIONS);
  Object.entries(parameters).forEach(([name, value]) => {
    if (value !== undefined && value !== null && value !== '') {
      address.searchParams.set(name, value);
    }
  });
  for (const pause of PATIENCE) {
    try {
      return await askOnce(address, signal);
    } catch (problem) {
      if (!isPassing(problem)) {
        throw problem;
      }
      await wait(pause);
    }
  }
  return askOnce(address, signal);
};

const askOnce = async (address, signal) => {
  let answer;
  try {
    answer = await fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin', signal });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Problem(0, t('problem.unreachable'));
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Problem(answer.status, answer.status === 401 ? t('problem.signedOut') : body.detail ?? t('problem.server'));
  }
  return body;
};

const kept = {};

/** Asked once; again only if it failed. */
const once = part => kept[part] ??= ask(part).catch(problem => {
  delete kept[part];
  throw problem;
});

/** Who is signed in and over what they watch: {username, name, group, agency, agencyName, now}. */
export const me = () => once('me');

/** Whether they may watch, as far as one question tells: only a refusal is one, a server that cannot answer is asked on. */
export const mayWatch = () => askOnce(new URL('me', QUESTIONS)).then(person => {
  kept.me = Promise.resolve(person);
  return true;
}, problem => ![401, 403].includes(problem.status));

/** The agencies to choose from, each under its own: [{code, name, depth, open}]. */
export const agencies = () => once('agencies');

// --- Figures and days

const WHOLE = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const ONE_DECIMAL = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 10392 as 10.392 or 10,392. */
export const number = value => WHOLE.format(value);

export const decimal = value => ONE_DECIMAL.format(value);

/** A share in per cent with one decimal; of nothing there is none. */
export const rate = (share, base) =>
  base > 0 ? `${decimal(share * 100 / base)}${language === 'en' ? '%' : '\u00a0%'}` : t('rate.none');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day such as 2026-11-26 or a moment of the server's, which is local time, as its day. */
export const day = text => {
  if (!text) {
    return '';
  }
  const [year, month, date] = text.slice(0, 10).split('-');
  return language === 'en' ? `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}` : `${date}/${month}/${year}`;
};

/** Day and month alone. */
export const shortDay = text => {
  const [, month, date] = text.slice(0, 10).split('-');
  return language === 'en' ? `${Number(date)} ${MONTHS[Number(month) - 1]}` : `${date}/${month}`;
};

export const time = text => text.slice(11, 16);

export const moment = text => text ? (language === 'en' ? `${day(text)}, ${time(text)}` : `${time(text)} ${day(text)}`) : '';

/** A day some days from another. */
export const plusDays = (text, days) => {
  const [year, month, date] = text.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
};

// --- Elements; what is put in is always text or an element, never markup

const SVG = 'http://www.w3.org/2000/svg';

const filled = (element, attributes, children) => {
  Object.entries(attributes).forEach(([name, value]) => {
    if (value === undefined || value === null || value === false) {
      return;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'style') {
      // By the object model, which the policy of the page allows.
      Object.entries(value).forEach(([property, set]) => element.style.setProperty(property, set));
    } else if (name === 'value' || name === 'checked' || name === 'selected') {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  });
  element.append(...children.flat(Infinity)
    .filter(child => child !== undefined && child !== null && child !== false)
    .map(child => child instanceof Node ? child : String(child)));
  return element;
};

/** el('a', {href: '#', class: 'mcs-x', onclick: f, style: {width: '3px'}}, 'text', other). */
export const el = (tag, attributes = {}, ...children) => filled(document.createElement(tag), attributes, children);

export const svg = (tag, attributes = {}, ...children) =>
  filled(document.createElementNS(SVG, tag), attributes, children);

let last = 0;

/** An id that nothing else on the page has. */
export const newId = () => `mcs-${++last}`;

/** A table: columns are {label, number: true for figures, title}; rows are lists of cells, the first one the row's head. */
export const table = (caption, columns, rows, attributes = {}) => el('table', { class: 'mcs-table', ...attributes },
  el('caption', {}, caption),
  el('thead', {}, el('tr', {}, columns.map(column =>
    el('th', { scope: 'col', class: column.number && 'mcs-number', title: column.title }, column.label)))),
  el('tbody', {}, rows.map(row => el('tr', {}, row.map((cell, at) =>
    at === 0 ? el('th', { scope: 'row' }, cell)
      : el('td', { class: columns[at]?.number && 'mcs-number' }, cell))))));

/** What went wrong, in place of what should stand there; with a way to try again if there is one. */
export const problemBox = (problem, again) => el('div', { class: 'mcs-problem', role: 'alert' },
  el('p', {}, problem.message || t('problem.server')),
  again && el('button', { type: 'button', class: 'mcs-button', onclick: again }, t('again')));

// --- Addresses

/** The page #/sla in a state: slaAddress({view: 'list', measure: 'OVERDUE'}). */
export const slaAddress = state => {
  const query = new URLSearchParams();
  Object.entries(state).forEach(([name, value]) => {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, value);
    }
  });
  return `#/sla?${query}`;
};

/** What the address says after the question mark of its hash. */
export const stateOfAddress = () => Object.fromEntries(new URLSearchParams(location.hash.split('?')[1] ?? ''));

// --- Refreshing

/**
 * Does something again every so often while the page is looked at, and at once when it is looked at again.
 * Gives what ends it.
 */
export const everyMinute = (act, every = 60_000) => {
  let since = Date.now();
  const due = () => {
    if (!document.hidden && Date.now() - since >= every) {
      since = Date.now();
      act();
    }
  };
  const watch = setInterval(due, Math.min(every, 5_000));
  document.addEventListener('visibilitychange', due);
  return () => {
    clearInterval(watch);
    document.removeEventListener('visibilitychange', due);
  };
};

/**
 * Puts new content in place of the old one and keeps the focus on what had it: an element is the same if its data-key is.
 * The page does not move, for nothing is taken away before the new is there.
 */
export const replaceKeepingFocus = (box, ...content) => {
  const held = box.contains(document.activeElement) ? document.activeElement.closest('[data-key]')?.dataset.key : undefined;
  const open = new Set([...box.querySelectorAll('details[open][data-key]')].map(details => details.dataset.key));
  const scroller = box.closest('.mcs-scroll, main, .page-wrap') ?? document.scrollingElement;
  const top = scroller.scrollTop;
  box.replaceChildren(...content);
  box.querySelectorAll('details[data-key]').forEach(details => {
    details.open ||= open.has(details.dataset.key);
  });
  scroller.scrollTop = top;
  if (held) {
    box.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }
};
