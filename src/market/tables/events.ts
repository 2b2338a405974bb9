import { number, share, table } from '../../engine/index.ts'

/** Local events with stalls: a calendar comes from dated courses of `held` and `visitors`. May be empty. */
export const events = table('events', 'Events with stalls', {
  held: number({
    label: 'Events held',
    unit: 'events/week',
    default: 0,
    range: [0, 1000],
    per: 'regions',
    source: 'given: none unless written: a calendar of events is a part of the question',
    grade: 'given',
  }),
  days: number({
    label: 'Duration of an event',
    unit: 'days',
    default: 3,
    range: [1, 7],
    source: 'bazaars of three and four days in Banyuwangi (F140)',
    grade: 'B',
  }),
  visitors: number({
    label: 'Visitors in addition to usual bazaar visitors',
    unit: 'people/event-day',
    default: 0,
    range: [0, 1e6],
    source: 'given: none unless written: the bazaars of the baseline hold the usual events',
    grade: 'given',
  }),
  buying: share({
    label: 'Share of visitors who buy',
    default: 0.4,
    source: 'assumption: four in ten; 0.3 (people come to look) to 0.6 (to shop)',
    grade: 'assumption',
  }),
  displaced: share({
    label: 'Displaced share of visitors’ purchases',
    default: 0.2,
    source:
      'assumption: a fifth: visitors from elsewhere, and money that would have been kept; 0 (all is new to the region) to 0.4',
    grade: 'assumption',
  }),
  reserved: number({
    label: 'Stalls reserved for small firms without a stall',
    unit: 'stalls/event',
    default: 0,
    range: [0, 10000],
    source: 'given: a policy dial, off by default',
    grade: 'given',
  }),
})
