// Links from a figure to exactly its dossiers.
import { el, number, slaAddress } from './common.js';

/** The list behind a figure: {measure, from, to, agency, asOf, unit, sector, procedure, officer, channel, step}. */
export const listAddress = asked => slaAddress({ view: 'list', ...asked });

/** How an address says that nobody or nothing is meant. */
export const keyOf = key => key === '' ? '-' : key;

/** A figure as a link to its list; nothing leads nowhere. */
export const figure = (count, asked, label, attributes = {}) => count
  ? el('a', { href: listAddress(asked), 'aria-label': label && `${label}: ${number(count)}`, ...attributes }, number(count))
  : el('span', { class: 'mcs-zero' }, '0');
