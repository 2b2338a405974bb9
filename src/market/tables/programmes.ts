import { f64, number, share, table } from '../../engine/index.ts'

/**
 * Programmes of the state for small firms. A programme without places does nothing. What it gives is given in
 * kind, and the state pays for it.
 */
export const programmes = table(
  'programmes',
  'Programmes for small firms',
  {
    slots: number({
      label: 'Places',
      unit: 'firms/week',
      default: 0,
      range: [0, 1e6],
      source: 'a policy dial, off by default',
      grade: 'assumption',
    }),
    takeUp: share({
      label: 'Firms that accept a place',
      default: 0.6,
      source: 'model.md 2.17 (0.3 to 0.9)',
      grade: 'assumption',
    }),
    completion: share({
      label: 'Firms of those taken whom it changes',
      default: 0.7,
      source: '61 to 81 % finish remote training (McKenzie 2020, model.md 2.17)',
      grade: 'C',
    }),
    priority: number({
      label: 'Queue: -1 the smallest turnover first, 0 by chance, 1 the largest first',
      unit: 'ratio',
      default: 0,
      range: [-1, 1],
    }),
    regions: share({
      label: 'Open to firms of a region (1 yes, 0 no)',
      default: 1,
      per: 'regions',
    }),
    clusters: share({
      label: 'Open to firms of a cluster (1 yes, 0 no)',
      default: 1,
      per: 'clusters',
    }),
    elsewhere: share({ label: 'Open to firms outside the clusters (1 yes, 0 no)', default: 1 }),
    kinds: share({ label: 'Open to a kind of seller (1 yes, 0 no)', default: 1, per: 'kinds' }),
    skill: share({
      label: 'Digital skill gained',
      default: 0,
      source: 'model.md 2.17 (0.05 to 0.2)',
      grade: 'assumption',
    }),
    marketing: number({
      label: 'Appeal gained by better marketing',
      unit: 'log odds',
      default: 0,
      range: [0, 1],
      source: 'training raises sales by 5 to 10 % (McKenzie 2020, model.md 2.17)',
      grade: 'C',
    }),
    licence: number({
      label: 'Appeal of a licensed firm on marketplaces, and ease of opening a shop there',
      unit: 'log odds',
      default: 0,
      range: [0, 2],
      source: 'model.md 2.6, 2.17',
      grade: 'assumption',
    }),
    equipment: number({
      label: 'Output of a worker gained by equipment',
      unit: 'ratio',
      default: 0,
      range: [0, 0.5],
      source: 'model.md 2.17 (0 to 0.3)',
      grade: 'assumption',
    }),
    shops: share({ label: 'Opens shops, in this proportion', default: 0, per: 'venues' }),
    cost: number({
      label: 'Cost to the state of a firm taken',
      unit: 'kRp/firm',
      default: 0,
      range: [0, 1e6],
    }),
  },
  {
    state: {
      room: f64('Places saved up', 'firms'),
      spent: f64('Cost to the state this week', 'kRp'),
    },
  },
)
