// The signs of the states of a dossier: a shape and a colour together, never a colour alone.
import { svg, t } from './common.js';

const SHAPES = {
  OVERDUE: ['path', { d: 'M6 0.8 11.6 11 0.4 11Z' }],
  LATE: ['path', { d: 'M6 0.8 11.6 11 0.4 11Z' }],
  DUE_TODAY: ['path', { d: 'M6 0.5 11.5 6 6 11.5 0.5 6Z' }],
  AT_RISK: ['circle', { cx: 6, cy: 6, r: 5 }],
  WAITING: ['path', { d: 'M1.5 1h3.2v10H1.5Z M7.3 1h3.2v10H7.3Z' }],
  ON_TIME: ['path', { d: 'M1 1h10v10H1Z' }],
  EARLY: ['path', { d: 'M11 0.5V11.5L0.5 6Z' }],
  OPEN: ['path', { d: 'M1 1h10v10H1Z M3 3v6h6V3Z', 'fill-rule': 'evenodd' }]
};

/** Beside the words, so it says nothing itself. */
export const sign = measure => {
  const [tag, attributes] = SHAPES[measure] ?? SHAPES.OPEN;
  return svg('svg', { class: `mcs-sign mcs-is-${measure.toLowerCase()}`, viewBox: '0 0 12 12', 'aria-hidden': 'true' },
    svg(tag, attributes));
};

export const measureName = measure => t(`measure.${measure}`);
