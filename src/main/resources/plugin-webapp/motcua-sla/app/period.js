// The periods of the statutory reports, from the 15th to the 14th (Thông tư 01/2020/TT-VPCP), and how one is chosen.
import { day, el, plusDays, t } from './common.js';

/** In months. */
const LENGTHS = { month: 1, quarter: 3, half: 6, year: 12 };
const KINDS = Object.keys(LENGTHS);

const iso = (year, month, date) => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

/** A period by the number of its last month, counted from the year 0. */
const ending = (kind, last) => {
  const year = Math.floor((last - 1) / 12);
  const month = last - year * 12;
  return {
    kind,
    last,
    from: iso(year, month - LENGTHS[kind], 15),
    to: iso(year, month, 14),
    name: t(`period.${kind}.name`, { n: Math.ceil(month / LENGTHS[kind]), year })
  };
};

/** The period of a kind that a day lies in. */
export const periodOf = (kind, text) => {
  const [year, month, date] = text.slice(0, 10).split('-').map(Number);
  const statutory = year * 12 + month + (date >= 15 ? 1 : 0);
  return ending(kind, Math.ceil(statutory / LENGTHS[kind]) * LENGTHS[kind]);
};

export const beside = (period, steps) => period.kind === 'free'
  ? shifted(period, steps)
  : ending(period.kind, period.last + steps * LENGTHS[period.kind]);

/** Of free dates, as many days before or after. */
const shifted = (period, steps) => {
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000 + 1;
  return free(plusDays(period.from, steps * days), plusDays(period.to, steps * days));
};

const free = (from, to) => ({ kind: 'free', from, to, name: t('period.free.name') });

export const yearBefore = period => period.kind === 'free'
  ? free(sameDay(period.from, -1), sameDay(period.to, -1))
  : ending(period.kind, period.last - 12);

const sameDay = (text, years) => {
  const [year, month, date] = text.split('-').map(Number);
  return iso(year + years, month, Math.min(date, new Date(Date.UTC(year + years, month, 0)).getUTCDate()));
};

/** The period of a state of the address; without one the statutory month of today. */
export const periodFrom = (state, today, from = 'from', to = 'to') => {
  const isDay = text => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');
  if (!isDay(state[from]) || !isDay(state[to])) {
    return periodOf('month', today);
  }
  const known = KINDS.map(kind => periodOf(kind, state[to]))
    .find(period => period.from === state[from] && period.to === state[to]);
  return known ?? free(state[from], state[to]);
};

/** "Tháng 12/2026 (15/11/2026 – 14/12/2026)". */
export const periodName = period => period.kind === 'free'
  ? `${day(period.from)} – ${day(period.to)}`
  : `${period.name} (${day(period.from)} – ${day(period.to)})`;

/** Lets somebody choose another period. */
export const periodChooser = (period, today, chosen) => {
  const kinds = [...KINDS, 'free'].map(kind => el('option', { value: kind, selected: kind === period.kind }, t(`period.${kind}`)));
  const kind = el('select', { class: 'mcs-input', 'aria-label': t('period'), 'data-key': 'period-kind', onchange: () => {
    const inside = today < period.from || today > period.to ? period.to : today;
    chosen(kind.value === 'free' ? free(period.from, period.to > today ? today : period.to) : periodOf(kind.value, inside));
  } }, kinds);
  const step = (steps, label, sign) => el('button', {
    type: 'button', class: 'mcs-button mcs-step', 'aria-label': label, title: label, 'data-key': `period-${steps}`,
    disabled: steps > 0 && beside(period, 1).from > today, onclick: () => chosen(beside(period, steps))
  }, sign);
  const date = (name, label) => el('input', {
    type: 'date', class: 'mcs-input', 'aria-label': label, value: period[name], 'data-key': `period-${name}`, max: today,
    onchange: event => {
      const changed = { ...period, [name]: event.target.value };
      if (changed.from && changed.to && changed.from <= changed.to) {
        chosen(free(changed.from, changed.to));
      }
    }
  });
  return el('div', { class: 'mcs-period', role: 'group', 'aria-label': t('period') },
    kind,
    step(-1, t('period.before'), '‹'),
    period.kind === 'free'
      ? el('span', { class: 'mcs-dates' }, date('from', t('period.from')), ' – ', date('to', t('period.to')))
      : el('span', { class: 'mcs-chosen' }, el('b', {}, period.name), ` ${day(period.from)} – ${day(period.to)}`),
    step(1, t('period.after'), '›'));
};

/** Lets somebody choose an agency of their subtree; nothing where there is only one. */
export const agencyChooser = (agencies, chosenCode, chosen) => {
  if (agencies.length < 2) {
    return el('span', { class: 'mcs-chosen' }, el('b', {}, agencies[0]?.name ?? ''));
  }
  const everything = agencies.filter(agency => agency.depth === 0).length > 1;
  const select = el('select', {
    class: 'mcs-input mcs-agency', 'aria-label': t('agency'), 'data-key': 'agency', onchange: () => chosen(select.value)
  },
  everything && el('option', { value: '' }, t('agency.all')),
  agencies.map((agency, at) => el('option', {
    value: at === 0 && !everything ? '' : agency.code,
    selected: agency.code === chosenCode
  }, `${'\u00a0\u00a0'.repeat(agency.depth)}${agency.name}${agency.open ? '' : ` (${t('agency.closed')})`}`)));
  return select;
};
