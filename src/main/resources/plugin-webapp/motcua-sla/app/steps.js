// What the heat map and the tabs share: stretches of working time in words, and the address of a list of running dossiers.
import { day, el, language, moment, number, t } from './common.js';

/** Office hours of a usual day; the time of steps is told in such days wherever they were worked. */
const MINUTES_A_DAY = 480;

/** Minutes of working time as "1 ngày 3 giờ"; minutes are told only of what is shorter than a day. */
export const span = minutes => {
  const whole = Math.round(minutes);
  const days = Math.floor(whole / MINUTES_A_DAY);
  const hours = Math.floor(whole % MINUTES_A_DAY / 60);
  const rest = days ? 0 : whole % 60;
  const parts = [[days, 'day'], [hours, 'hour'], [rest, 'minute']]
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => t(`span.${amount === 1 ? unit : `${unit}s`}`, { n: number(amount) }));
  return parts.join(' ') || t('span.moment');
};

/** Due days and due instants, of ledger rows and tasks. */
export const dueText = text => !text ? '' : /T(?!23:59:59)/.test(text) ? moment(text) : day(text);

export const RUNNING_TAB = 'motcua-sla-running';
export const CLOCK_TAB = 'motcua-sla-clock';

/** The running dossiers of a definition: all, or those at an element, a step of that name, and of one kind. */
export const runningAddress = (definition, { element, step, which, procedure, agency } = {}) => {
  const query = new URLSearchParams({ detailsTab: RUNNING_TAB });
  Object.entries({ slaElement: element, slaStep: step, slaWhich: which, slaProcedure: procedure, slaAgency: agency })
    .forEach(([name, value]) => value && query.set(name, value));
  return `#/process-definition/${encodeURIComponent(definition)}/runtime?${query}`;
};

export const instanceAddress = instance => `#/process-instance/${encodeURIComponent(instance)}/runtime?tab=${CLOCK_TAB}`;

const CHOSEN = 'mcs-running-chosen';

let wanted;

/** Opens the tab of running dossiers on the page at hand, as the address would. */
export const showRunning = asked => {
  wanted = asked;
  window.dispatchEvent(new CustomEvent(CHOSEN, { detail: asked }));
  const tab = [...document.querySelectorAll('.ctn-tabs li a, .nav-tabs li a, .tabs li a')]
    .find(link => link.textContent.trim() === t('running.tab'));
  tab?.click();
  tab?.scrollIntoView({ block: 'nearest' });
};

/** What a tab that has just been opened is to show; asked for once. */
export const wantedRunning = () => {
  const asked = wanted;
  wanted = undefined;
  return asked;
};

export const onShowRunning = act => {
  const heard = event => {
    wanted = undefined;
    act(event.detail);
  };
  window.addEventListener(CHOSEN, heard);
  return () => window.removeEventListener(CHOSEN, heard);
};

/** A choice with a label before it; options are [value, text]. */
export const choice = (label, options, value, chosen, attributes = {}) => el('label', { class: 'mcs-choice' },
  el('span', {}, label),
  el('select', { ...attributes, onchange: event => chosen(event.target.value) },
    options.map(([key, text]) => el('option', { value: key, selected: key === value }, text))));

/** Texts that people and offices wrote stay Vietnamese on an English page. */
export const said = (tag, text, attributes = {}) =>
  el(tag, language === 'en' ? { lang: 'vi', ...attributes } : attributes, text);
