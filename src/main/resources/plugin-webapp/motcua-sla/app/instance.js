// The tab on a process instance: the clock of its dossier, row by row of the ledger, and why the due date is what it is.
import { ask, day, el, everyMinute, language, moment, page, problemBox, replaceKeepingFocus, t, table } from './common.js';
import { CLOCK_TAB, dueText, said } from './steps.js';

class InstanceClock {
  constructor(node, instance) {
    this.instance = instance;
    this.box = el('div', { class: 'mcs mcs-clock' }, el('p', { role: 'status' }, t('loading')));
    node.append(this.box);
    this.stop = everyMinute(() => this.load());
    this.load();
  }

  async load() {
    const turn = this.turn = (this.turn ?? 0) + 1;
    try {
      const answer = await ask('clock', { instance: this.instance, lang: language });
      if (turn === this.turn) {
        replaceKeepingFocus(this.box, this.head(answer), this.why(answer), this.ledger(answer));
      }
    } catch (problem) {
      if (turn === this.turn) {
        replaceKeepingFocus(this.box, problem.status === 404 ? el('p', {}, t('clock.none')) : problemBox(problem, () => this.load()));
      }
    }
  }

  head(answer) {
    const urgency = answer.deadline.urgency.toLowerCase();
    return el('header', { class: 'mcs-clock-head' },
      el('h4', {}, answer.code),
      said('p', `${answer.applicant} · ${answer.procedureName} (${answer.procedure}) · ${answer.agency}`, { class: 'mcs-soft' }),
      el('p', {},
        el('b', { class: `mcs-urgency mcs-urgency-${urgency}` }, answer.deadline.words),
        answer.timeliness && ` · ${t(`timeliness.${answer.timeliness}`)}`,
        answer.deadline.date && ` · ${t('clock.due')} ${answer.deadline.date}`,
        answer.provisional && ` (${t('provisional')})`),
      el('p', {}, el('a', { href: page(`desk/dossiers/${encodeURIComponent(answer.code)}`) }, t('clock.desk'))));
  }

  why(answer) {
    return el('section', {},
      el('h4', {}, t('clock.why')),
      el('ol', { lang: 'vi', class: 'mcs-clock-why' }, answer.steps.map(step => el('li', {}, step.text,
        el('small', { class: 'mcs-soft' }, ` [quy tắc ${step.rule}${step.article ? `; ${step.article}` : ''}]`)))),
      el('p', { lang: 'vi' }, el('b', {}, answer.summary)));
  }

  ledger(answer) {
    const columns = ['at', 'what', 'actor', 'why', 'due'].map(key => ({ label: t(`clock.column.${key}`) }));
    return el('section', {}, el('h4', {}, t('clock.ledger')), el('div', { class: 'mcs-scroll-x' },
      table(t('clock.caption'), columns, answer.ledger.map(entry => [
        [moment(entry.at), entry.recorded && el('div', { class: 'mcs-soft' }, t('clock.recorded', { at: moment(entry.recorded) }))],
        [entry.what, entry.more && el('div', {}, entry.more),
          entry.appointment && el('div', {}, t('clock.appointment', { day: day(entry.appointment) }))],
        said('span', entry.actor),
        [entry.reason && said('div', entry.reason), entry.legalBasis && said('div', entry.legalBasis),
          entry.approver && el('div', {}, t('clock.approver', { name: entry.approver }))],
        entry.due ? [dueText(entry.due), entry.provisional && ` (${t('provisional')})`] : ''
      ]))));
  }
}

let shown;

export default [{
  id: CLOCK_TAB,
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 9,
  properties: { label: t('clock.tab') },
  render: (node, { processInstanceId }) => {
    shown?.stop();
    shown = new InstanceClock(node, processInstanceId);
  },
  unmount: () => {
    shown?.stop();
    shown = undefined;
  }
}];
