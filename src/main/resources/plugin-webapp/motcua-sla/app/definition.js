// The tab on a process definition: its running dossiers, the most urgent first.
import { ask, el, everyMinute, language, number, page, problemBox, replaceKeepingFocus, stateOfAddress, t } from './common.js';
import { choice, dueText, instanceAddress, onShowRunning, RUNNING_TAB, said, wantedRunning } from './steps.js';

const WHICH = ['ALL', 'OVERDUE', 'AT_RISK', 'WAITING'];
const SIGNS = { OVERDUE: '!', TODAY: '◆', SOON: '◇', LATER: '', WAITING: '‖', NONE: '' };

const asksFor = ({ element = '', step = '', which = '', procedure = '', agency = '' }) =>
  ({ element, step, which: which || 'ALL', procedure, agency, page: 1 });

const ofAddress = () => {
  const { slaElement, slaStep, slaWhich, slaProcedure, slaAgency } = stateOfAddress();
  return { element: slaElement, step: slaStep, which: slaWhich, procedure: slaProcedure, agency: slaAgency };
};

class RunningDossiers {
  constructor(node, definition) {
    this.definition = definition;
    this.box = el('div', { class: 'mcs mcs-running' }, el('p', { role: 'status' }, t('loading')));
    node.append(this.box);
    this.asked = asksFor(wantedRunning() ?? ofAddress());
    const stops = [
      onShowRunning(asked => this.choose(asksFor(asked))),
      everyMinute(() => this.load())
    ];
    this.stop = () => stops.forEach(stop => stop());
    this.load();
  }

  choose(changed) {
    this.asked = { ...this.asked, page: 1, ...changed };
    return this.load();
  }

  async load() {
    const turn = this.turn = (this.turn ?? 0) + 1;
    const { which, ...asked } = this.asked;
    const question = { definition: this.definition, ...asked, which: which === 'ALL' ? '' : which, lang: language };
    try {
      const answer = await ask('running', question);
      if (turn === this.turn) {
        replaceKeepingFocus(this.box, this.choices(answer.places), ...this.list(answer).filter(Boolean));
      }
    } catch (problem) {
      if (turn === this.turn) {
        replaceKeepingFocus(this.box, problemBox(problem, () => this.choose({ element: '', step: '' })));
      }
    }
  }

  choices(places) {
    const key = JSON.stringify([this.asked.element, this.asked.step]);
    const options = places.map(place => [JSON.stringify([place.element, place.name]), `${place.name} (${number(place.all)})`]);
    if (this.asked.element && !options.some(([value]) => value === key)) {
      const whole = places.filter(place => place.element === this.asked.element).map(place => place.name);
      options.push([key, this.asked.step || whole.join(', ') || this.asked.element]);
    }
    return el('div', { class: 'mcs-choices' },
      choice(t('running.step'), [[JSON.stringify(['', '']), t('running.allSteps')], ...options], key, value => {
        const [element, step] = JSON.parse(value);
        this.choose({ element, step });
      }, { 'data-key': 'running-step', lang: 'vi' }),
      choice(t('running.which'), WHICH.map(which => [which, t(`running.which.${which}`)]), this.asked.which,
        which => this.choose({ which }), { 'data-key': 'running-which' }),
      this.asked.procedure && el('button', { type: 'button', class: 'mcs-button', onclick: () => this.choose({ procedure: '' }) },
        t('running.anyProcedure', { code: this.asked.procedure })));
  }

  list({ total, page: at, size, rows }) {
    const pages = Math.max(1, Math.ceil(total / size));
    const columns = ['dossier', 'step', 'holder', 'deadline', 'late', 'links'];
    return [
      el('p', { role: 'status', class: 'mcs-running-total', 'data-total': total }, t('running.total', { n: number(total) })),
      rows.length > 0 && el('div', { class: 'mcs-scroll-x' }, el('table', { class: 'mcs-table' },
        el('caption', { class: 'mcs-hidden' }, t('running.caption')),
        el('thead', {}, el('tr', {}, columns.map(column =>
          el('th', { scope: 'col', class: column === 'late' && 'mcs-number' }, t(`running.column.${column}`))))),
        el('tbody', {}, rows.map(row => this.row(row))))),
      pages > 1 && el('nav', { class: 'mcs-pages', 'aria-label': t('running.pages') },
        el('button', { type: 'button', class: 'mcs-button', 'data-key': 'before', disabled: at <= 1, onclick: () => this.choose({ page: at - 1 }) }, t('running.before')),
        el('span', {}, t('running.page', { page: number(at), pages: number(pages) })),
        el('button', { type: 'button', class: 'mcs-button', 'data-key': 'next', disabled: at >= pages, onclick: () => this.choose({ page: at + 1 }) }, t('running.next')))
    ];
  }

  row(row) {
    const urgency = row.deadline.urgency;
    return el('tr', { 'data-code': row.code },
      el('th', { scope: 'row' },
        el('a', { href: instanceAddress(row.instance) }, row.code),
        said('div', `${row.applicant} · ${row.procedureName}`, { class: 'mcs-soft' }),
        said('div', row.agency, { class: 'mcs-soft' })),
      el('td', {}, row.step ? said('span', row.step) : t('running.noTask'),
        row.stepAgency && said('div', row.stepAgency, { class: 'mcs-soft' }),
        row.stepDue && el('div', { class: 'mcs-soft' }, t('running.stepDue', { due: dueText(row.stepDue) }))),
      el('td', {}, row.holder ? said('span', row.holder) : row.step ? t('running.nobody', { group: t(`group.${row.staffGroup}`) }) : '–'),
      el('td', {},
        el('span', { class: `mcs-urgency mcs-urgency-${urgency.toLowerCase()}` },
          SIGNS[urgency] && el('span', { 'aria-hidden': 'true' }, `${SIGNS[urgency]} `), row.deadline.words),
        row.deadline.date && el('div', { class: 'mcs-soft' }, row.deadline.date, row.provisional && ` (${t('provisional')})`)),
      el('td', { class: 'mcs-number' }, row.daysLate === null ? '–' : number(row.daysLate)),
      el('td', {}, el('a', { href: page(`desk/dossiers/${encodeURIComponent(row.code)}`), 'aria-label': t('running.deskOf', { code: row.code }) }, t('running.desk'))));
  }
}

let shown;

export default [{
  id: RUNNING_TAB,
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: 9,
  properties: { label: t('running.tab') },
  render: (node, { processDefinitionId }) => {
    shown?.stop();
    shown = new RunningDossiers(node, processDefinitionId);
  },
  unmount: () => {
    shown?.stop();
    shown = undefined;
  }
}];
