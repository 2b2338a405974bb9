import { number, share, table } from '../../engine/index.ts'

/** Local events with stalls: a calendar comes from dated courses of `held` and `visitors`. May be empty. */
export const events = table('events', 'Events with stalls', {
  held: number({
    label: 'Events held',
    unit: 'events/week',
    default: 0,
    range: [0, 1000],
    per: 'regions',
  }),
  days: number({ label: 'Duration of an event', unit: 'days', default: 3, range: [1, 7] }),
  visitors: number({
    label: 'Visitors in addition to usual bazaar visitors',
    unit: 'people/event-day',
    default: 0,
    range: [0, 1e6],
    source: 'the bazaars of the baseline hold the usual events',
    grade: 'assumption',
  }),
  buying: share({
    label: 'Share of visitors who buy',
    default: 0.4,
    source: 'model.md 2.16 (0.3 to 0.6)',
    grade: 'assumption',
  }),
  displaced: share({
    label: 'Displaced share of visitors’ purchases',
    default: 0.2,
    source: 'model.md 2.16 (0 to 0.4)',
    grade: 'assumption',
  }),
  reserved: number({
    label: 'Stalls reserved for small firms without a stall',
    unit: 'stalls/event',
    default: 0,
    range: [0, 10000],
    source: 'a policy dial, off by default',
    grade: 'assumption',
  }),
})
