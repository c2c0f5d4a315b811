// What came in and what was resolved, week by week, drawn by hand; the same as a table for whoever does not see it.
import { day, el, newId, number, rate, shortDay, svg, t, table } from './common.js';
import { figure, listAddress } from './drill.js';
import { measureName } from './signs.js';

const WIDTH = 620;
const HEIGHT = 250;
const LEFT = 34;
const BOTTOM = 24;
const TOP = 8;
const RESOLVED = ['EARLY', 'ON_TIME', 'LATE'];

const received = week => week.counts.ONLINE + week.counts.OTHER;

/** A round number above, so that the lines stand at round numbers too. */
const ceiling = value => {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 4)));
  return [1, 2, 4, 5, 8, 10].map(step => step * power).find(step => step >= value) ?? 10 * power;
};

const patterns = id => svg('defs', {},
  svg('pattern', { id: `${id}-ON_TIME`, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { width: 6, height: 6, class: 'mcs-fill-on_time' }),
    svg('rect', { width: 2, height: 6, fill: '#fff', opacity: 0.45 })),
  svg('pattern', { id: `${id}-LATE`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    svg('rect', { width: 6, height: 6, class: 'mcs-fill-late' }),
    svg('circle', { cx: 3, cy: 3, r: 1.3, fill: '#fff', opacity: 0.75 })));

const legend = id => el('ul', { class: 'mcs-legend' },
  ['NEW', ...RESOLVED].map(measure => el('li', {},
    svg('svg', { viewBox: '0 0 14 14', 'aria-hidden': 'true' }, svg('rect', {
      x: 1, y: 1, width: 12, height: 12, class: `mcs-fill-${measure.toLowerCase()}`,
      style: ['ON_TIME', 'LATE'].includes(measure) ? { fill: `url(#${id}-${measure})` } : {}
    })), measureName(measure))));

/** @param asked what the whole is about: {agency, asOf} */
export const trend = (weeks, asked) => {
  const id = newId();
  const highest = ceiling(Math.max(...weeks.flatMap(week => [received(week), week.counts.RESOLVED])));
  const y = value => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / highest);
  const slot = (WIDTH - LEFT) / weeks.length;
  const bar = Math.min(16, slot * 0.36);
  const every = Math.ceil(46 / slot);
  const link = (measure, week, count, rect) => count > 0 && svg('a', {
    href: listAddress({ ...asked, from: week.from, to: week.to, measure }), tabindex: -1
  }, svg('title', {}, `${day(week.from)} – ${day(week.to)}: ${measureName(measure).toLowerCase()} ${number(count)}`), rect);
  const drawn = weeks.map((week, at) => {
    const middle = LEFT + slot * (at + 0.5);
    let base = 0;
    return [
      link('NEW', week, received(week), svg('rect', {
        x: middle - bar - 1, width: bar, y: y(received(week)), height: y(0) - y(received(week)), class: 'mcs-fill-new' })),
      RESOLVED.map(measure => {
        const count = week.counts[measure];
        const rect = svg('rect', {
          x: middle + 1, width: bar, y: y(base + count), height: y(base) - y(base + count), class: `mcs-fill-${measure.toLowerCase()}`,
          style: measure === 'EARLY' ? {} : { fill: `url(#${id}-${measure})` }
        });
        base += count;
        return link(measure, week, count, rect);
      }),
      (weeks.length - 1 - at) % every === 0
        && svg('text', { x: middle, y: HEIGHT - 7, 'text-anchor': 'middle' }, shortDay(week.from))
    ];
  });
  const lines = [0, 0.25, 0.5, 0.75, 1].map(part => highest * part).filter(Number.isInteger).map(value => [
    svg('line', { x1: LEFT, x2: WIDTH, y1: y(value), y2: y(value), class: value ? 'mcs-grid' : 'mcs-axis' }),
    svg('text', { x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, number(value))
  ]);
  const chart = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'mcs-chart', 'aria-hidden': 'true' },
    patterns(id), lines.flat(), drawn.flat(3));
  return el('figure', { class: 'mcs-figure' }, chart, legend(id), asTable(weeks, asked));
};

const asTable = (weeks, asked) => el('details', { 'data-key': 'trend-table' },
  el('summary', { 'data-key': 'trend-summary' }, t('trend.asTable')),
  el('div', { class: 'mcs-scroll', tabindex: 0, role: 'region', 'aria-label': t('trend.caption') },
    table(t('trend.caption'), [
      { label: t('week') },
      ...['NEW', 'RESOLVED', ...RESOLVED].map(measure => ({ label: measureName(measure), number: true })),
      { label: t('rate.late'), number: true }
    ], [...weeks].reverse().map(week => {
      const here = { ...asked, from: week.from, to: week.to };
      const name = `${day(week.from)} – ${day(week.to)}`;
      const cell = (measure, count) => figure(count, { ...here, measure }, `${name}, ${measureName(measure)}`);
      return [name, cell('NEW', received(week)), ...['RESOLVED', ...RESOLVED].map(measure => cell(measure, week.counts[measure])),
        rate(week.counts.LATE, week.counts.RESOLVED)];
    }))));

/** Early, on time and late of what was resolved, in one strip. */
export const strip = counts => {
  const id = newId();
  let left = 0;
  return svg('svg', { class: 'mcs-strip', viewBox: '0 0 300 14', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    patterns(id),
    counts.RESOLVED === 0 ? svg('rect', { width: 300, height: 14, class: 'mcs-fill-nothing' }) : RESOLVED.map(measure => {
      const width = 300 * counts[measure] / counts.RESOLVED;
      const rect = svg('rect', {
        x: left, width, height: 14, class: `mcs-fill-${measure.toLowerCase()}`,
        style: measure === 'EARLY' ? {} : { fill: `url(#${id}-${measure})` }
      });
      left += width;
      return rect;
    }));
};

