// The heat map on the diagram of a process definition: how long each step takes, and what stands at it now.
import { ask, el, everyMinute, number, plusDays, me, rate, replaceKeepingFocus, t, day, newId } from './common.js';
import { choice, runningAddress, said, showRunning, span } from './steps.js';

const PERIODS = [30, 90, 180, 365];
const PACES = ['WITHIN', 'TIGHT', 'OVER', 'NONE'];
const SIGNS = { WITHIN: '●', TIGHT: '▲', OVER: '■', NONE: '○' };
const COUNTS = [['ALL', 'all'], ['OVERDUE', 'overdue'], ['AT_RISK', 'atRisk'], ['WAITING', 'waiting']];
const OPEN = 'motcua-sla-heat-open';

/** What was last chosen stays while Cockpit is open. */
const chosen = { days: '90', from: '', to: '', procedure: '', step: '' };

/** From here on three lines fit below a step without hiding what stands beside it. */
const READABLE = 0.72;

/** Around the diagram, in pixels. */
const ROOM = 14;

const paceOf = figures => figures?.pace ?? 'NONE';

const periodOf = async () => {
  if (chosen.days === 'dates') {
    return { from: chosen.from, to: chosen.to };
  }
  const today = (await me()).now.slice(0, 10);
  return { from: plusDays(today, 1 - Number(chosen.days)), to: today };
};

/** Every element with its figures and tokens: as a whole, and by the names of its steps. */
const byElement = answer => {
  const elements = new Map();
  const at = id => {
    if (!elements.has(id)) {
      elements.set(id, { id, names: new Map() });
    }
    return elements.get(id);
  };
  const put = (row, kind) => {
    const element = at(row.element);
    if (row.name === null) {
      element[kind] = row;
    } else {
      element.names.set(row.name, { ...element.names.get(row.name), name: row.name, [kind]: row });
    }
  };
  answer.steps.forEach(row => put(row, 'figures'));
  answer.tokens.forEach(row => put(row, 'tokens'));
  return elements;
};

const allowed = figures => figures.allowedLeast === null ? t('heat.notAllowed')
  : figures.allowedLeast === figures.allowedMost ? span(figures.allowedLeast)
    : `${span(figures.allowedLeast)} – ${span(figures.allowedMost)}`;

/** Whether the clock stood all the while, as it does for steps that wait for papers. */
const stood = figures => figures.median < 1 && figures.waited >= 1;

const ofAllowed = ({ allowedLeast, allowedMost }) => allowedLeast === null ? ''
  : ` / ${allowedLeast === allowedMost ? '' : '≤ '}${span(allowedMost)}`;

/** One step in a sentence, for those who cannot see the drawing. */
const sentence = (name, figures, tokens) => [
  `${name}:`,
  figures
    ? t('heat.sentence', {
      passes: number(figures.passes), median: span(figures.median), most: span(figures.most),
      allowed: allowed(figures), late: rate(figures.late, figures.judged), pace: t(`heat.pace.${paceOf(figures)}`)
    })
    : t('heat.noPasses'),
  t('heat.now', { n: number(tokens?.all ?? 0), overdue: number(tokens?.overdue ?? 0), risk: number(tokens?.atRisk ?? 0) })
].join(' ');

export class HeatMap {
  constructor(viewer, definition) {
    this.viewer = viewer;
    this.definition = definition;
    this.marked = [];
    this.panel = el('section', { class: 'mcs mcs-heat-panel', 'aria-label': t('heat.title') });
    // What the diagram does with wheel and mouse is not for the panel.
    ['wheel', 'mousedown', 'dblclick', 'touchstart'].forEach(name =>
      this.panel.addEventListener(name, event => event.stopPropagation()));
    viewer.get('canvas').getContainer().append(this.panel);
    this.stop = everyMinute(() => this.load());
    this.load();
  }

  async load() {
    const turn = this.turn = (this.turn ?? 0) + 1;
    try {
      const period = await periodOf();
      const answer = await ask('heat', { definition: this.definition, procedure: chosen.procedure, ...period });
      if (turn === this.turn) {
        this.show(answer);
      }
    } catch (problem) {
      if (turn === this.turn) {
        this.clear();
        replaceKeepingFocus(this.panel, el('p', { class: 'mcs-heat-problem', role: 'alert' }, problem.message));
      }
    }
  }

  show(answer) {
    const elements = byElement(answer);
    const names = [...new Set([...elements.values()].filter(element => element.names.size > 1)
      .flatMap(element => [...element.names.keys()]))].sort((one, two) => one.localeCompare(two, 'vi'));
    if (!names.includes(chosen.step)) {
      chosen.step = '';
    }
    this.clear();
    const shown = [...elements.values()].map(element => this.shown(element)).filter(Boolean);
    shown.forEach(step => this.draw(step));
    replaceKeepingFocus(this.panel, this.legend(answer, names, shown));
    if (!this.placed) {
      this.placed = true;
      // Cockpit may still be placing the diagram itself.
      [0, 400, 1500].forEach(later => setTimeout(() => this.isWhole() && this.makeRoom(), later));
    }
  }

  /** Whether the whole diagram is shown, as Cockpit shows it first. */
  isWhole() {
    const { inner, outer, scale } = this.viewer.get('canvas').viewbox();
    return this.panel.isConnected && Math.abs(scale / Math.min(outer.width / inner.width, outer.height / inner.height, 1) - 1) < 0.02;
  }

  /** Moves the diagram below the panel, smaller where it must be; whoever moves it elsewhere then is let be. */
  makeRoom() {
    const canvas = this.viewer.get('canvas');
    const { inner, outer } = canvas.viewbox();
    const taken = this.panel.offsetTop + this.panel.offsetHeight + ROOM;
    const scale = Math.min((outer.width - 2 * ROOM) / inner.width, (outer.height - taken - ROOM) / inner.height, 1);
    if (scale > 0) {
      canvas.viewbox({
        x: inner.x - (outer.width / scale - inner.width) / 2,
        y: inner.y - taken / scale,
        width: outer.width / scale,
        height: outer.height / scale
      });
    }
  }

  /** The element as it is asked about; nothing where it has no such step. */
  shown(element) {
    if (!this.viewer.get('elementRegistry').get(element.id)) {
      return undefined;
    }
    const name = this.viewer.get('elementRegistry').get(element.id).businessObject.name ?? element.id;
    const only = chosen.step && element.names.get(chosen.step);
    if (chosen.step && !only) {
      return undefined;
    }
    const whole = only || element;
    const single = [...element.names.keys()];
    return {
      id: element.id,
      title: only ? chosen.step : name.includes('${') ? single.join(', ') : name,
      step: only ? chosen.step : '',
      figures: whole.figures,
      tokens: whole.tokens,
      names: only ? [] : [...element.names.values()]
    };
  }

  draw(step) {
    const { id, figures, tokens } = step;
    if (figures) {
      const pace = paceOf(figures);
      const marker = `mcs-heat-${pace.toLowerCase()}`;
      this.viewer.get('canvas').addMarker(id, marker);
      this.marked.push([id, marker]);
      const box = (size, content) => el('div', {
        class: `mcs mcs-heat ${size} mcs-heat-box-${pace.toLowerCase()}`, title: sentence(step.title, figures, tokens)
      }, el('span', { 'aria-hidden': 'true' }, `${SIGNS[pace]} `), content);
      this.overlay(id, { bottom: 0, left: 0 }, { minZoom: READABLE }, box('mcs-heat-full', [
        stood(figures) ? t('heat.box.stood', { waited: span(figures.waited) }) : [el('b', {}, span(figures.median)), ofAllowed(figures)],
        el('div', {}, t('heat.box.most', { most: span(figures.most) })),
        el('div', {}, t('heat.box.late', { late: rate(figures.late, figures.judged) }))]));
      this.overlay(id, { bottom: 0, left: 0 }, { maxZoom: READABLE }, box('mcs-heat-tiny', el('b', {},
        stood(figures) ? t('heat.box.stoodShort') : figures.usedMedian === null ? span(figures.median)
          : rate(figures.usedMedian, 1).replace(/[.,]\d/, ''))));
    }
    if (tokens?.all) {
      this.overlay(id, { top: 0, left: 0 }, { minZoom: READABLE },
        el('div', { class: 'mcs mcs-heat-now' }, this.counts(step, step.step, 'short')));
      this.overlay(id, { top: 0, left: 0 }, { maxZoom: READABLE },
        el('div', { class: 'mcs mcs-heat-now' }, this.counts(step, step.step, 'tiny')));
    }
  }

  overlay(id, position, show, html) {
    this.viewer.get('overlays').add(id, 'motcua-sla-heat', { position, show, html, scale: { min: 0.85, max: 1.3 } });
  }

  /** The tokens of a step, each number a link to exactly those dossiers. */
  counts({ id, title, tokens }, name, size) {
    return COUNTS.filter(([which, key]) => tokens?.[key] && which !== 'WAITING').map(([which, key]) => {
      const asked = { element: id, step: name, which: which === 'ALL' ? '' : which, procedure: chosen.procedure };
      return el('a', {
        href: runningAddress(this.definition, asked),
        class: `mcs-count mcs-count-${which.toLowerCase()}`,
        'data-key': `${size}/${id}/${name}/${which}`,
        'aria-label': `${title}: ${t(`heat.count.${which}`, { n: number(tokens[key]) })}`,
        title: t(`heat.count.${which}`, { n: number(tokens[key]) }),
        onclick: event => this.follow(event, asked)
      }, t(`heat.${size}.${which}`, { n: number(tokens[key]) }));
    });
  }

  follow(event, asked) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
      return;
    }
    event.preventDefault();
    showRunning(asked);
  }

  legend(answer, names, shown) {
    const choose = (key, value) => {
      chosen[key] = value;
      this.load();
    };
    const details = el('details', { 'data-key': 'heat', open: (localStorage.getItem(OPEN) ?? 'yes') === 'yes' },
      el('summary', { 'data-key': 'heat-summary' }, t('heat.title')),
      el('div', { class: 'mcs-heat-body' },
        el('div', { class: 'mcs-heat-choices' },
          this.periodChoice(answer),
          answer.procedures.length > 1 && choice(t('heat.procedure'),
            [['', t('heat.allProcedures')], ...answer.procedures.map(each => [each.code, `${each.name} (${each.code})`])],
            chosen.procedure, value => choose('procedure', value), { 'data-key': 'heat-procedure' }),
          names.length > 1 && choice(t('heat.step'), [['', t('heat.allSteps')], ...names.map(name => [name, name])],
            chosen.step, value => choose('step', value), { 'data-key': 'heat-step' })),
        el('ul', { class: 'mcs-heat-legend' }, PACES.map(pace => el('li', { title: t(`heat.pace.${pace}`) },
          el('span', { class: `mcs-heat-key mcs-heat-box-${pace.toLowerCase()}`, 'aria-hidden': 'true' }, SIGNS[pace]),
          ` ${t(`heat.pace.${pace}`)}`))),
        el('div', { class: 'mcs-heat-more' },
          el('details', { 'data-key': 'heat-note' },
            el('summary', { 'data-key': 'heat-note-summary' }, t('heat.how')),
            el('p', { class: 'mcs-heat-note' }, t('heat.note'))),
          this.table(shown, answer))));
    details.addEventListener('toggle', () => {
      const now = details.open ? 'yes' : 'no';
      if (details.isConnected && localStorage.getItem(OPEN) !== now) {
        localStorage.setItem(OPEN, now);
        this.makeRoom();
      }
    });
    return details;
  }

  periodChoice(answer) {
    const options = [...PERIODS.map(days => [String(days), t('heat.days', { n: number(days) })]), ['dates', t('heat.dates')]];
    const select = choice(t('heat.period'), options, chosen.days, value => {
      Object.assign(chosen, { days: value, from: answer.from, to: answer.to });
      this.load();
    }, { 'data-key': 'heat-days' });
    const date = key => el('input', {
      type: 'date', value: answer[key], 'data-key': `heat-${key}`, 'aria-label': t(`heat.${key}`),
      onchange: event => {
        if (event.target.value) {
          chosen[key] = event.target.value;
          this.load();
        }
      }
    });
    return [select, el('div', { class: 'mcs-heat-dates' },
      chosen.days === 'dates' ? [date('from'), ' – ', date('to')] : `${day(answer.from)} – ${day(answer.to)}`)];
  }

  table(shown, answer) {
    const caption = newId();
    const row = (step, name, head, within) => el('tr', { class: within && 'mcs-heat-within-step' },
      el('th', { scope: 'row' }, head,
        el('div', { class: 'mcs-heat-pace' }, step.figures && `${SIGNS[paceOf(step.figures)]} ${t(`heat.short.${paceOf(step.figures)}`)}`)),
      ...(step.figures
        ? [number(step.figures.passes), span(step.figures.median), span(step.figures.most), allowed(step.figures), rate(step.figures.late, step.figures.judged)]
        : ['0', '–', '–', '–', '–']).map(text => el('td', {}, text)),
      el('td', { class: 'mcs-heat-counts' }, step.tokens?.all ? this.counts(step, name, 'short') : '0'));
    const order = new Map(answer.steps.map((each, at) => [each.element, at]));
    const rows = [...shown].sort((one, two) => this.place(one.id) - this.place(two.id) || order.get(one.id) - order.get(two.id))
      .flatMap(step => [
        row(step, step.step, said('span', step.title), false),
        ...(step.names.length > 1 ? step.names : []).map(name =>
          row({ ...name, id: step.id, title: name.name }, name.name, said('span', name.name), true))
      ]);
    return el('details', { 'data-key': 'heat-table' },
      el('summary', { 'data-key': 'heat-table-summary' }, t('heat.table')),
      el('div', { class: 'mcs-heat-scroll', tabindex: 0, role: 'region', 'aria-labelledby': caption },
        el('table', {},
          el('caption', { id: caption }, t('heat.caption', { from: day(answer.from), to: day(answer.to) })),
          el('thead', {}, el('tr', {}, ['step', 'passes', 'median', 'most', 'allowed', 'late', 'tokens'].map(key =>
            el('th', { scope: 'col' }, t(`heat.column.${key}`))))),
          el('tbody', {}, rows.length ? rows : el('tr', {}, el('td', { colspan: 7 }, t('heat.nothing')))))));
  }

  /** From left to right, as the process runs. */
  place(id) {
    return this.viewer.get('elementRegistry').get(id)?.x ?? 0;
  }

  clear() {
    this.viewer.get('overlays').remove({ type: 'motcua-sla-heat' });
    this.marked.forEach(([id, marker]) => this.viewer.get('canvas').removeMarker(id, marker));
    this.marked = [];
  }

  close() {
    this.stop();
    this.turn = -1;
    this.panel.remove();
  }
}

let map;

export default [{
  id: 'motcua-sla-heat',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 5,
  render: (viewer, { processDefinitionId }) => {
    map?.close();
    map = new HeatMap(viewer, processDefinitionId);
  },
  unmount: () => {
    map?.close();
    map = undefined;
  }
}];
