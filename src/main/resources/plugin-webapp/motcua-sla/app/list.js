// Exactly the dossiers that a figure counts, page by page, each leading to its process and to its page.
import { ask, day, decimal, el, moment, number, page, slaAddress, t, time } from './common.js';
import { periodName } from './period.js';
import { measureName, sign } from './signs.js';

const KEYS = ['unit', 'sector', 'procedure', 'officer', 'channel', 'step'];

const hours = minutes => decimal(minutes / 60);

export class DossierList {
  constructor(state, period, agencies, person) {
    this.state = state;
    this.period = period;
    this.agencies = agencies;
    this.person = person;
    this.asked = {
      measure: state.measure, from: period.from, to: period.to, agency: state.agency, asOf: state.asOf,
      ...Object.fromEntries(KEYS.map(key => [key, state[key]]))
    };
  }

  async load(signal) {
    this.answer = await ask('dossiers', this.asked, signal);
    // Whatever is added later is of the same moment.
    this.asked.asOf = this.answer.asOf;
    this.shown = this.answer.rows.length;
    this.risks = this.answer.risks;
  }

  head() {
    const { answer, state } = this;
    const where = Object.entries(answer.where).map(([key, label]) => this.keyName(key, label));
    const agency = this.agencies.find(each => each.code === (state.agency ?? this.person.agency));
    this.title = el('h2', { tabindex: -1 }, sign(answer.measure), ' ', measureName(answer.measure), ': ',
      el('b', { class: 'mcs-list-count' }, t('list.count', { n: number(answer.count) })));
    return [
      el('p', { class: 'mcs-back' }, el('a', { href: slaAddress({ from: this.period.from, to: this.period.to, agency: state.agency }) },
        `‹ ${t('list.back')}`)),
      this.title,
      el('p', { class: 'mcs-about' },
        el('span', {}, periodName(this.period)), agency && el('span', {}, agency.name), where.map(text => el('span', {}, text)),
        el('span', {}, t('asOf', { moment: moment(answer.asOf) })),
        state.asOf && el('a', { href: slaAddress({ ...state, asOf: '' }) }, t('list.now')))
    ];
  }

  focusHead() {
    this.title.focus({ preventScroll: true });
  }

  keyName(key, label) {
    return `${t(`sla.axis.${key}`)}: ${key === 'channel' ? t(`channel.${label}`) : label || t(key === 'officer' ? 'officer.none' : 'step.none')}`;
  }

  body() {
    const { answer } = this;
    if (!answer.rows.length) {
      return [el('p', { class: 'mcs-note' }, t('nothing'))];
    }
    this.rows = el('tbody', {}, answer.rows.map(row => this.row(row)));
    this.foot = el('p', { class: 'mcs-more' });
    this.tellHowMany();
    return [
      el('div', { class: 'mcs-scroll', tabindex: 0, role: 'region', 'aria-label': t('list.caption') },
        el('table', { class: 'mcs-table mcs-list' },
          el('caption', { class: 'mcs-hidden' }, t('list.caption')),
          el('thead', {}, el('tr', {}, ['code', 'procedure', 'agency', 'received', 'due', 'state', 'step', 'links']
            .map(name => el('th', { scope: 'col' }, t(`list.${name}`))))),
          this.rows)),
      this.foot
    ];
  }

  tellHowMany() {
    const left = this.answer.count - this.shown;
    this.foot.replaceChildren(
      el('span', { role: 'status' }, t('list.shown', { shown: number(this.shown), n: number(this.answer.count) })), ' ',
      this.answer.next ? el('button', { type: 'button', class: 'mcs-button', onclick: event => this.more(event.target) },
        t('list.more', { n: number(Math.min(50, left)) })) : '');
  }

  async more(button) {
    button.disabled = true;
    try {
      const answer = await ask('dossiers', { ...this.asked, cursor: this.answer.next });
      Object.assign(this.risks, answer.risks);
      const added = answer.rows.map(row => this.row(row));
      this.rows.append(...added);
      this.shown += added.length;
      this.answer.next = answer.next;
      this.tellHowMany();
      added[0]?.querySelector('a')?.focus();
    } catch (problem) {
      button.disabled = false;
      this.foot.append(el('span', { role: 'alert', class: 'mcs-late-text' }, ` ${problem.message}`));
    }
  }

  row(row) {
    const sub = (...text) => el('span', { class: 'mcs-sub' }, text);
    return el('tr', {},
      el('th', { scope: 'row' }, el('a', { href: page(`desk/dossiers/${encodeURIComponent(row.code)}`), class: 'mcs-code' }, row.code), sub(row.applicant)),
      el('td', {}, row.procedureName, sub(row.procedureCode)),
      el('td', {}, row.agencyName, sub(t(`channel.${row.channel}`))),
      el('td', {}, day(row.received)),
      el('td', {}, row.due && [day(row.due), !row.due.slice(11).startsWith('23:59:59') && sub(time(row.due)), row.provisional && sub(t('list.provisional'))]),
      el('td', {}, this.stateOf(row)),
      el('td', {}, row.step ? [row.step, sub(row.holder ?? t('list.holder.none'))] : '',
        row.officer && row.officer !== row.holder && sub(t('list.officer', { name: row.officer }))),
      el('td', {}, row.processInstance && el('a', {
        href: `#/process-instance/${row.processInstance}/runtime`, 'aria-label': t('list.instance.of', { code: row.code })
      }, t('list.instance'))));
  }

  stateOf(row) {
    const state = (measure, text, ...more) => [el('span', { class: `mcs-state mcs-state-${measure.toLowerCase()}` }, sign(measure), ' ', text),
      more.filter(Boolean).map(each => el('span', { class: 'mcs-sub' }, each))];
    const late = row.daysLate === null ? '' : row.daysLate ? t('list.late', { n: number(row.daysLate) }) : t('list.lateToday');
    const lateAt = row.lateStep && (row.lateStepBy ? t('list.lateStepBy', { step: row.lateStep, who: row.lateStepBy }) : t('list.lateStep', { step: row.lateStep }));
    const outcome = row.outcome && row.outcome !== 'GRANTED' ? t(`outcome.${row.outcome}`) : '';
    if (row.timeliness) {
      return state(row.timeliness, t(`timeliness.${row.timeliness}`), t('list.resolved', { day: day(row.ended) }), outcome, late, lateAt);
    }
    if (row.ended) {
      return state('OPEN', outcome, t('list.notAccepted', { day: day(row.ended) }));
    }
    if (row.waiting) {
      return state('WAITING', t('state.waiting'));
    }
    if (row.daysLate !== null) {
      return state('OVERDUE', t('state.overdue'), late, lateAt);
    }
    const risk = this.risks[row.id]?.atRisk && this.risks[row.id];
    const why = risk && (risk.basis === 'THIN' ? t('risk.thin', { hours: hours(risk.needMinutes), n: number(risk.passes) })
      : t(`risk.${risk.basis}`, { hours: hours(risk.needMinutes), n: number(risk.passes) }));
    if (row.due?.slice(0, 10) === this.answer.to) {
      return state('DUE_TODAY', t('state.today'), risk && t('state.atRisk'), why);
    }
    return risk ? state('AT_RISK', t('state.atRisk'), why) : state('OPEN', t('state.open'));
  }
}
