// The table of the page #/sla: rows by an axis, columns the figures, another axis, or two periods side by side.
import { day, decimal, el, number, rate, shortDay, t } from './common.js';
import { figure, keyOf } from './drill.js';
import { periodName } from './period.js';
import { measureName, sign } from './signs.js';

const PARAMETERS = { agency: 'unit' };
const SIGNED = ['EARLY', 'ON_TIME', 'LATE', 'OVERDUE', 'DUE_TODAY', 'AT_RISK', 'WAITING'];
const COLUMNS = ['RECEIVED', 'NEW', 'RESOLVED', 'EARLY', 'ON_TIME', 'LATE', null, 'OPEN', 'OVERDUE', 'DUE_TODAY', 'AT_RISK', 'WAITING'];

/** What a dossier is once, so that weeks add up to the period. */
const ONCE = ['NEW', 'RESOLVED', 'EARLY', 'ON_TIME', 'LATE'];

const label = (axis, key, name) => {
  switch (axis) {
    case 'channel': return t(`channel.${key}`);
    case 'officer': return name || t('officer.none');
    case 'step': return name || t('step.none');
    case 'week': return `${shortDay(key)} – ${day(name)}`;
    default: return name;
  }
};

/** What of an address says that key of that axis. */
const where = (axis, key, name) => axis === 'week' ? { from: key, to: name } : { [PARAMETERS[axis] ?? axis]: keyOf(key) };

const scroll = (name, content) => el('div', { class: 'mcs-scroll', tabindex: 0, role: 'region', 'aria-label': name }, content);

const head = (cells, second) => el('thead', {}, el('tr', {}, cells), second && el('tr', {}, second));

const column = measure => el('th', { scope: 'col', class: 'mcs-number', title: measure && t(`explain.${measure}`).replace(/^explain\..*/, '') },
  measure ? [SIGNED.includes(measure) && [sign(measure), ' '], measureName(measure)] : t('rate.late'));

/** @param asked {rows, columns, measure, period, other, agency} */
export const pivotTable = (answer, asked) => {
  const common = { agency: asked.agency, asOf: answer.asOf };
  const whole = { ...common, from: asked.period.from, to: asked.period.to };
  const table = asked.other ? compared(answer, asked, common)
    : asked.columns ? crossed(answer, asked, whole)
    : figures(answer, asked, whole);
  const weeks = [asked.rows, asked.columns].includes('week') && !(asked.columns && ONCE.includes(asked.measure));
  const steps = [asked.rows, asked.columns].includes('step');
  return [
    answer.shown.groups.length || answer.compared?.groups.length ? table : el('p', { class: 'mcs-note' }, t('nothing')),
    weeks && el('p', { class: 'mcs-note' }, t('sla.weeks')),
    steps && el('p', { class: 'mcs-note' }, t('sla.step'))
  ].filter(Boolean);
};

/** Those with most that is late first; weeks in their order, the latest first. */
const ordered = (groups, rows) => rows === 'week' ? [...groups].reverse()
  : [...groups].sort((one, other) => other.counts.OVERDUE + other.counts.LATE - one.counts.OVERDUE - one.counts.LATE
    || other.counts.RECEIVED - one.counts.RECEIVED);

const figures = (answer, asked, whole) => {
  const name = t('sla.caption', { rows: t(`sla.axis.${asked.rows}`).toLowerCase(), period: periodName(asked.period) });
  const cells = (counts, here, called) => COLUMNS.map(measure => el('td', { class: 'mcs-number' }, measure
    ? figure(counts[measure], { ...here, measure }, `${called}, ${measureName(measure)}`)
    : rate(counts.LATE, counts.RESOLVED)));
  return scroll(name, el('table', { class: 'mcs-table mcs-pivot' },
    el('caption', {}, name),
    head([el('th', { scope: 'col' }, t(`sla.axis.${asked.rows}`)), COLUMNS.map(column)]),
    el('tbody', {}, ordered(answer.shown.groups, asked.rows).map(group => {
      const called = label(asked.rows, group.keys[0], group.labels[0]);
      return el('tr', {}, el('th', { scope: 'row' }, called),
        cells(group.counts, { ...whole, ...where(asked.rows, group.keys[0], group.labels[0]) }, called));
    })),
    el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, t('sla.total')), cells(answer.shown.total, whole, t('sla.total'))))));
};

const crossed = (answer, asked, whole) => {
  const { rows, columns, measure } = asked;
  const name = t('sla.caption.columns', {
    measure: measureName(measure), rows: t(`sla.axis.${rows}`).toLowerCase(),
    columns: t(`sla.axis.${columns}`).toLowerCase(), period: periodName(asked.period)
  });
  const lines = new Map();
  const heads = new Map();
  answer.shown.groups.forEach(group => {
    const [row, col] = group.keys;
    const line = lines.get(row) ?? { name: group.labels[0], cells: new Map(), sum: 0 };
    line.cells.set(col, group.counts[measure]);
    line.sum += group.counts[measure];
    lines.set(row, line);
    const column = heads.get(col) ?? { name: group.labels[1], sum: 0 };
    column.sum += group.counts[measure];
    heads.set(col, column);
  });
  const bySize = entries => [...entries].filter(([, entry]) => entry.sum > 0).sort(([, one], [, other]) => other.sum - one.sum);
  const byKey = entries => [...entries].sort(([one], [other]) => one < other ? -1 : 1);
  const rowsShown = rows === 'week' ? byKey(lines).reverse() : bySize(lines);
  const columnsShown = columns === 'week' ? byKey(heads) : bySize(heads);
  const addsUp = (rows !== 'week' && columns !== 'week') || ONCE.includes(measure);
  const highest = Math.max(1, ...answer.shown.groups.map(group => group.counts[measure]));
  const cell = (count, here, called, strong) => el('td', {
    class: 'mcs-number mcs-shade', style: strong ? {} : { '--mcs-share': `${Math.round(28 * count / highest)}%` }
  }, count ? figure(count, { ...here, measure }, `${called}, ${measureName(measure)}`) : el('span', { class: 'mcs-zero' }, '·'));
  return scroll(name, el('table', { class: 'mcs-table mcs-pivot' },
    el('caption', {}, name),
    head([el('th', { scope: 'col' }, t(`sla.axis.${rows}`)),
      columnsShown.map(([key, { name }]) => el('th', { scope: 'col', class: 'mcs-number' }, label(columns, key, name))),
      addsUp && el('th', { scope: 'col', class: 'mcs-number' }, t('sla.total'))]),
    el('tbody', {}, rowsShown.map(([row, line]) => {
      const called = label(rows, row, line.name);
      const here = { ...whole, ...where(rows, row, line.name) };
      return el('tr', {}, el('th', { scope: 'row' }, called),
        columnsShown.map(([col, column]) => cell(line.cells.get(col) ?? 0, { ...here, ...where(columns, col, column.name) },
          `${called}, ${label(columns, col, column.name)}`)),
        addsUp && cell(line.sum, here, called, true));
    })),
    addsUp && el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, t('sla.total')),
      columnsShown.map(([col, column]) => cell(column.sum, { ...whole, ...where(columns, col, column.name) },
        label(columns, col, column.name), true)),
      cell(answer.shown.total[measure], whole, t('sla.total'), true)))));
};

/** One figure and the share of late ones, in one period and another. */
const compared = (answer, asked, common) => {
  const { rows, measure, period, other } = asked;
  const name = t('sla.caption.compared', {
    measure: measureName(measure), rows: t(`sla.axis.${rows}`).toLowerCase(), period: periodName(period), other: periodName(other)
  });
  const nothing = Object.fromEntries(Object.keys(answer.shown.total).map(each => [each, 0]));
  const lines = new Map();
  const collect = (side, at) => side.groups.forEach((group, place) => {
    // Weeks of two periods meet by their order.
    const key = rows === 'week' ? place : group.keys[0];
    const line = lines.get(key) ?? { groups: [] };
    line.groups[at] = group;
    lines.set(key, line);
  });
  collect(answer.shown, 0);
  collect(answer.compared, 1);
  const sides = [{ ...common, from: period.from, to: period.to }, { ...common, from: other.from, to: other.to }];
  const cells = (counts, here, called) => {
    const [now, then] = counts.map(side => side[measure]);
    const shares = counts.map(side => side.RESOLVED ? 100 * side.LATE / side.RESOLVED : null);
    return [
      ...[0, 1].map(at => el('td', { class: 'mcs-number' },
        figure(counts[at][measure], { ...here[at], measure }, `${called}, ${periodName(at ? other : period)}`))),
      el('td', { class: 'mcs-number' }, signed(now - then, number)),
      el('td', { class: 'mcs-number' }, then ? `${signed(100 * (now - then) / then, decimal)}\u00a0%` : t('rate.none')),
      ...[0, 1].map(at => el('td', { class: 'mcs-number' }, rate(counts[at].LATE, counts[at].RESOLVED))),
      el('td', { class: 'mcs-number' }, shares.includes(null) ? t('rate.none') : t('sla.points', { n: signed(shares[0] - shares[1], decimal) }))
    ];
  };
  const all = [...lines.values()].sort((one, two) => (two.groups[0]?.counts[measure] ?? 0) - (one.groups[0]?.counts[measure] ?? 0));
  const periods = [0, 1].map(at => el('th', { scope: 'col', class: 'mcs-number' }, shortName(at ? other : period)));
  return scroll(name, el('table', { class: 'mcs-table mcs-pivot' },
    el('caption', {}, name),
    head([el('th', { scope: 'col', rowspan: 2 }, t(`sla.axis.${rows}`)),
      el('th', { scope: 'colgroup', colspan: 4, class: 'mcs-group' }, measureName(measure)),
      el('th', { scope: 'colgroup', colspan: 3, class: 'mcs-group' }, t('rate.late'))],
    [periods, el('th', { scope: 'col', class: 'mcs-number' }, t('sla.difference')),
      el('th', { scope: 'col', class: 'mcs-number' }, t('sla.relative')),
      periods.map(cell => cell.cloneNode(true)), el('th', { scope: 'col', class: 'mcs-number' }, t('sla.difference'))]),
    el('tbody', {}, (rows === 'week' ? [...lines.values()] : all).map(({ groups }) => {
      const known = groups[0] ?? groups[1];
      const called = rows === 'week'
        ? groups.map(group => group ? label(rows, group.keys[0], group.labels[0]) : '–').join(' / ')
        : label(rows, known.keys[0], known.labels[0]);
      const here = sides.map((side, at) => ({
        ...side, ...(groups[at] || rows !== 'week' ? where(rows, (groups[at] ?? known).keys[0], (groups[at] ?? known).labels[0]) : {}) }));
      return el('tr', {}, el('th', { scope: 'row' }, called), cells([0, 1].map(at => groups[at]?.counts ?? nothing), here, called));
    })),
    el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, t('sla.total')),
      cells([answer.shown.total, answer.compared.total], sides, t('sla.total'))))));
};

const signed = (value, format) => value > 0 ? `+${format(value)}` : value < 0 ? `−${format(-value)}` : format(0);

const shortName = period => period.kind === 'free' ? `${shortDay(period.from)} – ${day(period.to)}` : period.name;
