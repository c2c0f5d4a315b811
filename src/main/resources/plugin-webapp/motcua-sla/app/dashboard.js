// The first thing a director sees in the morning: what burns now, how the period goes, who and what is late.
import { agencies, ask, el, everyMinute, me, moment, day, number, problemBox, rate, replaceKeepingFocus, stateOfAddress, t, table, slaAddress } from './common.js';
import { figure, keyOf, listAddress } from './drill.js';
import { agencyChooser, periodChooser, periodFrom, periodName } from './period.js';
import { measureName, sign } from './signs.js';
import { strip, trend } from './trend.js';

const SHOWN = 8;
const BURNING = ['DUE_TODAY', 'AT_RISK', 'OVERDUE'];

class Dashboard {
  constructor(node) {
    this.controls = el('div', { class: 'mcs-controls' });
    this.results = el('div', { 'aria-busy': 'true' }, el('p', { class: 'mcs-note' }, t('loading')));
    this.said = el('p', { class: 'mcs-hidden', role: 'status' });
    this.notice = el('div', {});
    this.box = el('div', { class: 'mcs mcs-dashboard', role: 'region', 'aria-label': t('dashboard.title') }, this.controls, this.said, this.notice, this.results);
    node.append(this.box);
    // Cockpit puts the node into the page after this.
    queueMicrotask(() => first(node));
    this.moved = () => this.onDashboard() && this.load();
    window.addEventListener('hashchange', this.moved);
    this.stopRefreshing = everyMinute(() => this.box.isConnected ? this.load(true) : this.stop());
    this.load();
  }

  onDashboard() {
    return this.box.isConnected && /^#?\/?(dashboard.*)?$/.test(location.hash);
  }

  stop() {
    window.removeEventListener('hashchange', this.moved);
    this.stopRefreshing();
    this.asking?.abort();
  }

  /** What is asked for stands in the address, so that a link shows the same. */
  choose(changed) {
    const state = { ...stateOfAddress(), ...changed };
    const query = new URLSearchParams(Object.entries(state).filter(([, value]) => value));
    location.hash = `#/dashboard?${query}`;
  }

  async load(again = false) {
    this.asking?.abort();
    const asking = this.asking = new AbortController();
    this.results.setAttribute('aria-busy', 'true');
    try {
      const person = await me();
      const state = stateOfAddress();
      // A window that is left open goes on into the next day.
      const period = periodFrom(state, this.now ?? person.now);
      // Figures are worth more than the choice of another agency.
      const places = agencies().catch(() => []);
      const answer = await ask('dashboard', { from: period.from, to: period.to, agency: state.agency }, asking.signal);
      if (asking.signal.aborted) {
        return;
      }
      this.now = answer.asOf;
      this.notice.replaceChildren();
      this.show(answer, period, state);
      this.steer(answer, await places, period, state);
      this.said.textContent = again ? '' : t('loaded');
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        // Figures that stand there stay good for the moment that is told above them.
        const place = again && this.now ? this.notice : this.results;
        this.notice.replaceChildren();
        replaceKeepingFocus(place, problemBox(problem, () => this.load(again)));
      }
    } finally {
      if (asking === this.asking) {
        this.results.setAttribute('aria-busy', 'false');
      }
    }
  }

  steer(answer, places, period, state) {
    replaceKeepingFocus(this.controls,
      el('h2', {}, t('dashboard.title')),
      agencyChooser(places, state.agency ?? answer.agency, agency => this.choose({ agency })),
      periodChooser(period, answer.asOf.slice(0, 10), chosen => this.choose({ from: chosen.from, to: chosen.to })),
      el('span', { class: 'mcs-asof' }, t('asOf', { moment: moment(answer.asOf) })));
  }

  show(answer, period, state) {
    const asked = { from: period.from, to: period.to, agency: state.agency, asOf: answer.asOf };
    replaceKeepingFocus(this.results,
      // What burns is known of this moment only.
      answer.burning ? el('div', { class: 'mcs-columns mcs-first' }, burning(answer, asked), standing(answer, asked))
        : standing(answer, asked),
      tiles(answer, asked, period),
      el('div', { class: 'mcs-columns' },
        panel('trend', t('trend.title'), trend(answer.weeks, { agency: asked.agency, asOf: asked.asOf })),
        ranking('units', 'agency', 'unit', answer.units, asked)),
      ranking('procedures', 'procedure', 'procedure', answer.procedures, asked));
  }
}

/** Above what Cockpit shows by itself, where plugins stand at the end and can be folded away. */
const first = node => {
  const section = node.closest('section.deprecate');
  section?.classList.add('mcs-own-section');
  section?.parentElement?.prepend(section);
};

const panel = (key, title, ...content) => el('div', { class: `mcs-panel mcs-panel-${key}`, role: 'region', 'aria-label': title },
  el('h3', {}, title), content);

const states = (group, asked) => BURNING.map(measure => figure(group.counts[measure], { ...asked, measure },
  `${group.labels.filter(Boolean).join(', ')}: ${measureName(measure)}`));

const stepName = label => label || t('step.none');

/** Which unit and which step will miss deadlines today. */
const burning = (answer, asked) => {
  const heat = group => group.counts.DUE_TODAY * 1e6 + group.counts.AT_RISK * 1e3 + group.counts.OVERDUE;
  const hottest = [...answer.burning].sort((one, other) => heat(other) - heat(one));
  if (!hottest.length) {
    return panel('burning', t('burning.title'), el('p', { class: 'mcs-calm' }, t('burning.none')));
  }
  const [unit, step] = hottest[0].labels;
  const urgent = hottest.some(group => group.counts.DUE_TODAY + group.counts.AT_RISK > 0);
  const lead = urgent
    ? [t('burning.lead'), ' ', el('b', {}, stepName(step)), ' – ', el('b', {}, unit), ': ', t('burning.counts', {
      today: number(hottest[0].counts.DUE_TODAY), risk: number(hottest[0].counts.AT_RISK) })]
    : [t('burning.overdueOnly')];
  const rows = hottest.slice(0, 6).map(group => {
    const here = { ...asked, unit: group.keys[0], step: keyOf(group.keys[1]) };
    return [[el('b', {}, stepName(group.labels[1])), el('span', { class: 'mcs-sub' }, group.labels[0])], ...states(group, here)];
  });
  return panel('burning', t('burning.title'),
    el('p', { class: 'mcs-lead' }, lead),
    el('div', { class: 'mcs-scroll' }, table(el('span', { class: 'mcs-hidden' }, t('burning.caption')), [
      { label: t('burning.where') },
      ...BURNING.map(measure => ({ label: [sign(measure), ' ', t(`short.${measure}`)], number: true, title: t(`explain.${measure}`) }))
    ], rows, { class: 'mcs-table mcs-hottest' })),
    hottest.length > 6 && el('p', { class: 'mcs-more' }, el('a', {
      href: slaAddress({ rows: 'step', columns: 'agency', measure: 'DUE_TODAY', from: asked.from, to: asked.to, agency: asked.agency })
    }, t('burning.more', { n: number(hottest.length - 6) }))));
};

/** What is in process at this moment. */
const standing = (answer, asked) => {
  const { counts } = answer;
  const name = measure => measure === 'DUE_TODAY' && !answer.burning ? t('standing.lastDay') : measureName(measure);
  const tile = (measure, share) => el('li', { class: `mcs-tile mcs-tile-${measure.toLowerCase()}` },
    el('a', { href: listAddress({ ...asked, measure }), title: t(`explain.${measure}`), 'data-key': `tile-${measure}` },
      el('span', { class: 'mcs-tile-name' }, sign(measure), ' ', name(measure)),
      el('span', { class: 'mcs-big' }, number(counts[measure]))),
    share && el('span', { class: 'mcs-sub' }, share));
  const ofOpen = measure => t('rate.ofOpen', { rate: rate(counts[measure], counts.OPEN) });
  return panel('standing', answer.burning ? t('standing.title') : t('standing.past', { day: day(answer.to) }),
    el('ul', { class: answer.burning ? 'mcs-tiles' : 'mcs-tiles mcs-tiles-row' },
      tile('DUE_TODAY', ofOpen('DUE_TODAY')),
      tile('AT_RISK', ofOpen('AT_RISK')),
      tile('OVERDUE', ofOpen('OVERDUE')),
      tile('WAITING', ofOpen('WAITING')),
      tile('OPEN', t('standing.within', { n: number(counts.WITHIN_LIMIT) }))),
    forecasts(counts, asked));
};

/** What "at risk" means, and how good such forecasts have been. */
const forecasts = (counts, asked) => {
  const share = (part, base) => el('li', {},
    el('b', {}, rate(counts[part], counts[base])), ` ${t(`quality.${part}`)} `,
    counts[base] > 0 && ['(', figure(counts[part], { ...asked, measure: part }, measureName(part)), ' / ',
      figure(counts[base], { ...asked, measure: base }, measureName(base)), ')']);
  return el('details', { class: 'mcs-quality', 'data-key': 'quality' },
    el('summary', { 'data-key': 'quality-summary' }, t('quality.title')),
    el('p', {}, t('quality.meaning')),
    el('ul', {}, share('WARNED_LATE', 'WARNED'), share('FORESEEN', 'BECAME_LATE')));
};

/** What came in and what was resolved in the period. */
const tiles = (answer, asked, period) => {
  const { counts } = answer;
  const link = (measure, text) => el('a', { href: listAddress({ ...asked, measure }), 'data-key': `period-tile-${measure}` }, text);
  const big = (measure, ...sub) => el('div', { class: 'mcs-part' },
    el('span', { class: 'mcs-tile-name' }, measureName(measure)),
    link(measure, el('span', { class: 'mcs-big' }, number(counts[measure]), el('span', { class: 'mcs-hidden' }, ` ${measureName(measure)}`))),
    el('span', { class: 'mcs-sub' }, sub));
  const one = measure => el('div', { class: 'mcs-part mcs-third' },
    el('span', { class: 'mcs-tile-name' }, sign(measure), ' ', measureName(measure)),
    link(measure, el('span', { class: 'mcs-middle' }, number(counts[measure]), el('span', { class: 'mcs-hidden' }, ` ${measureName(measure)}`))),
    el('span', { class: 'mcs-sub' }, el('b', {}, rate(counts[measure], counts.RESOLVED))));
  return panel('period', t('inPeriod', { period: periodName(period) }),
    el('div', { class: 'mcs-parts' },
      big('RECEIVED',
        link('NEW', t('received.new', { n: number(counts.ONLINE + counts.OTHER) })), ' · ',
        link('CARRIED_OVER', t('received.carried', { n: number(counts.CARRIED_OVER) }))),
      big('RESOLVED', t('rate.ofReceived', { rate: rate(counts.RESOLVED, counts.RECEIVED) })),
      el('div', { class: 'mcs-part mcs-wide' },
        el('div', { class: 'mcs-thirds' }, ['EARLY', 'ON_TIME', 'LATE'].map(one)),
        strip(counts),
        el('span', { class: 'mcs-sub' }, t('rate.base', { n: number(counts.RESOLVED) })))));
};

/** Units or procedures, those with most late ones first. */
const ranking = (key, rows, parameter, groups, asked) => {
  const lateness = group => group.counts.OVERDUE + group.counts.LATE;
  const ranked = [...groups].sort((one, other) => lateness(other) - lateness(one)
    || other.counts.DUE_TODAY - one.counts.DUE_TODAY || other.counts.OPEN - one.counts.OPEN);
  const most = Math.max(1, ...ranked.map(lateness));
  const cells = ranked.slice(0, SHOWN).map(group => {
    const here = { ...asked, [parameter]: group.keys[0] };
    const cell = measure => figure(group.counts[measure], { ...here, measure }, `${group.labels[0]}, ${measureName(measure)}`);
    return [
      [el('span', {}, group.labels[0]), el('span', { class: 'mcs-bar', 'aria-hidden': 'true' },
        el('span', { class: 'mcs-bar-overdue', style: { width: `${100 * group.counts.OVERDUE / most}%` } }),
        el('span', { class: 'mcs-bar-late', style: { width: `${100 * group.counts.LATE / most}%` } }))],
      cell('OVERDUE'), cell('LATE'), rate(group.counts.LATE, group.counts.RESOLVED), cell('DUE_TODAY'), cell('AT_RISK'), cell('OPEN')
    ];
  });
  return panel(key, t(`${key}.title`),
    ranked.length === 0 ? el('p', { class: 'mcs-note' }, t('nothing')) : el('div', { class: 'mcs-scroll' },
      table(t('ranking.caption'), [
        { label: t(`${key}.column`) },
        { label: [sign('OVERDUE'), ' ', t('short.OVERDUE')], number: true, title: t('explain.OVERDUE') },
        { label: t('short.LATE'), number: true, title: t('explain.LATE') },
        { label: t('short.rateLate'), number: true, title: t('explain.rateLate') },
        { label: [sign('DUE_TODAY'), ' ', t('short.DUE_TODAY')], number: true, title: t('explain.DUE_TODAY') },
        { label: [sign('AT_RISK'), ' ', t('short.AT_RISK')], number: true, title: t('explain.AT_RISK') },
        { label: t('short.OPEN'), number: true, title: t('explain.OPEN') }
      ], cells)),
    el('p', { class: 'mcs-more' }, el('a', { href: slaAddress({ rows, from: asked.from, to: asked.to, agency: asked.agency }) },
      t('ranking.all', { n: number(ranked.length) }))));
};

let shown;

export default [{
  id: 'motcua-sla-dashboard',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render: node => {
    shown?.stop();
    shown = new Dashboard(node);
  },
  // Not a new one that Cockpit may have shown before it takes the old one away.
  unmount: () => setTimeout(() => shown?.box.isConnected || shown?.stop())
}];
