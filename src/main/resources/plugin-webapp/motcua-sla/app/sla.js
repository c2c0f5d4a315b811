// The page #/sla: figures by two axes, beside another period, and the dossiers behind every number. All of its state is in
// the address, so links and the browser's Back work.
import { agencies, ask, el, everyMinute, me, moment, problemBox, replaceKeepingFocus, slaAddress, stateOfAddress, t } from './common.js';
import { beside, agencyChooser, periodChooser, periodFrom, yearBefore } from './period.js';
import { measureName } from './signs.js';
import { pivotTable } from './pivot.js';
import { DossierList } from './list.js';

const AXES = ['agency', 'sector', 'procedure', 'officer', 'channel', 'step', 'week'];
const MEASURES = ['RECEIVED', 'NEW', 'RESOLVED', 'EARLY', 'ON_TIME', 'LATE', 'OPEN', 'OVERDUE', 'DUE_TODAY', 'AT_RISK', 'WAITING'];

/** Cockpit takes the page away and puts it back whenever its address changes; this one stays what it was. */
class Page {
  constructor() {
    this.controls = el('div', { class: 'mcs-controls' });
    this.said = el('p', { class: 'mcs-hidden', role: 'status' });
    this.results = el('div', {});
    this.box = el('main', { class: 'mcs mcs-page' }, this.controls, this.said, this.results);
  }

  show(node) {
    const held = this.held;
    this.held = undefined;
    node.append(this.box);
    if (held) {
      // Cockpit puts the node into the page after this.
      setTimeout(() => this.box.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true }));
    }
    this.stopRefreshing ??= everyMinute(() => this.load(true));
    document.title = `${t('sla.title')} · Motcua`;
    this.load();
  }

  leave() {
    setTimeout(() => {
      if (!this.box.isConnected) {
        this.stopRefreshing?.();
        this.stopRefreshing = undefined;
        this.asking?.abort();
      }
    });
  }

  choose(changed) {
    this.held = this.box.contains(document.activeElement)
      ? document.activeElement.closest('[data-key]')?.dataset.key : undefined;
    location.hash = slaAddress({ ...stateOfAddress(), view: '', asOf: '', ...changed });
  }

  async load(again = false) {
    this.asking?.abort();
    const asking = this.asking = new AbortController();
    this.results.setAttribute('aria-busy', 'true');
    try {
      const [person, places] = await Promise.all([me(), agencies()]);
      const state = stateOfAddress();
      if (state.view === 'list') {
        // A list is of one moment; it stays as it is until somebody asks for now.
        again || await this.list(state, places, person, asking.signal);
      } else {
        await this.pivot(state, places, person, asking.signal);
      }
      if (!asking.signal.aborted && !again) {
        this.said.textContent = t('loaded');
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        replaceKeepingFocus(this.results, problemBox(problem, () => this.load()));
      }
    } finally {
      if (asking === this.asking) {
        this.results.setAttribute('aria-busy', 'false');
      }
    }
  }

  async list(state, places, person, signal) {
    const list = new DossierList(state, periodFrom(state, person.now), places, person);
    await list.load(signal);
    this.controls.replaceChildren(...list.head());
    this.results.replaceChildren(...list.body());
    list.focusHead();
  }

  async pivot(state, places, person, signal) {
    const period = periodFrom(state, person.now);
    const other = comparedWith(state, period, person.now);
    const rows = AXES.includes(state.rows) ? state.rows : 'agency';
    const columns = AXES.includes(state.columns) && state.columns !== rows && !other ? state.columns : '';
    const measure = MEASURES.includes(state.measure) ? state.measure : 'LATE';
    const today = person.now.slice(0, 10);
    const controls = answer => [
      el('h2', {}, t('sla.title')),
      agencyChooser(places, state.agency ?? person.agency, agency => this.choose({ agency })),
      periodChooser(period, today, chosen => this.choose({ from: chosen.from, to: chosen.to })),
      el('span', { class: 'mcs-asof' }, answer ? t('asOf', { moment: moment(answer.asOf) }) : ''),
      el('div', { class: 'mcs-axes' },
        this.chooser('rows', rows, AXES.map(axis => [axis, t(`sla.axis.${axis}`)])),
        this.chooser('columns', columns, [['', t('sla.columns.none')],
          ...AXES.filter(axis => axis !== rows).map(axis => [axis, t(`sla.axis.${axis}`)])], { disabled: Boolean(other) }),
        this.chooser('compare', state.compare ?? '', ['', 'before', 'year', 'free'].map(kind => [kind, t(`sla.compare.${kind || 'none'}`)]),
          { then: () => ({ columns: '' }) }),
        (columns || other) && this.chooser('measure', measure, MEASURES.map(each => [each, measureName(each)])),
        other && state.compare === 'free'
          && periodChooser(other, today, chosen => this.choose({ from2: chosen.from, to2: chosen.to })))
    ];
    replaceKeepingFocus(this.controls, ...controls());
    if (!this.results.hasChildNodes()) {
      this.results.replaceChildren(el('p', { class: 'mcs-note' }, t('loading')));
    }
    const answer = await ask('pivot', {
      rows, columns, measure: columns && measure, from: period.from, to: period.to, agency: state.agency,
      from2: other?.from, to2: other?.to
    }, signal);
    replaceKeepingFocus(this.controls, ...controls(answer));
    replaceKeepingFocus(this.results, ...pivotTable(answer, { rows, columns, measure, period, other, agency: state.agency }));
  }

  chooser(name, chosen, options, { disabled = false, then = () => ({}) } = {}) {
    const select = el('select', {
      class: 'mcs-input', 'data-key': name, disabled, onchange: () => this.choose({ [name]: select.value, ...then() })
    }, options.map(([value, label]) => el('option', { value, selected: value === chosen }, label)));
    return el('label', {}, el('span', {}, t(`sla.${name}`)), select);
  }
}

const comparedWith = (state, period, now) => ({
  before: () => beside(period, -1),
  year: () => yearBefore(period),
  free: () => state.from2 ? periodFrom(state, now, 'from2', 'to2') : beside(period, -1)
})[state.compare]?.();

let page;

export default [{
  id: 'motcua-sla-page',
  pluginPoint: 'cockpit.route',
  priority: 100,
  properties: { path: '/sla' },
  render: node => (page ??= new Page()).show(node),
  unmount: () => page?.leave()
}, {
  id: 'motcua-sla-navigation',
  pluginPoint: 'cockpit.navigation',
  priority: 200,
  properties: { path: '#/sla', pagePath: '#/sla', label: t('navigation') },
  render: node => node.append(el('a', { href: '#/sla' }, t('navigation')))
}];
