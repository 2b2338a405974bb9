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
      label: 'Capacity',
      unit: 'firms/week',
      default: 0,
      range: [0, 1e6],
      source: 'a policy dial, off by default',
      grade: 'assumption',
    }),
    takeUp: share({
      label: 'Take-up rate among invited firms',
      default: 0.6,
      source: 'model.md 2.17 (0.3 to 0.9)',
      grade: 'assumption',
    }),
    completion: share({
      label: 'Completion rate among enrolled firms',
      default: 0.7,
      source: '61 to 81 % finish remote training (McKenzie 2020, model.md 2.17)',
      grade: 'C',
    }),
    priority: number({
      label: 'Priority: -1 smallest turnover first, 0 random, 1 largest first',
      unit: 'ratio',
      default: 0,
      range: [-1, 1],
    }),
    regions: share({
      label: 'Region eligible (1 yes, 0 no)',
      default: 1,
      per: 'regions',
    }),
    clusters: share({
      label: 'Cluster eligible (1 yes, 0 no)',
      default: 1,
      per: 'clusters',
    }),
    elsewhere: share({ label: 'Firms outside clusters eligible (1 yes, 0 no)', default: 1 }),
    kinds: share({ label: 'Kind of seller eligible (1 yes, 0 no)', default: 1, per: 'kinds' }),
    skill: share({
      label: 'Gain in digital skill',
      default: 0,
      source: 'model.md 2.17 (0.05 to 0.2)',
      grade: 'assumption',
    }),
    marketing: number({
      label: 'Gain in perceived quality from better marketing',
      unit: 'log odds',
      default: 0,
      range: [0, 1],
      source: 'training raises sales by 5 to 10 % (McKenzie 2020, model.md 2.17)',
      grade: 'C',
    }),
    licence: number({
      label:
        'Gain of a licensed firm on marketplaces: perceived quality and ease of opening a shop',
      unit: 'log odds',
      default: 0,
      range: [0, 2],
      source: 'model.md 2.6, 2.17',
      grade: 'assumption',
    }),
    equipment: number({
      label: 'Labour productivity gain from equipment',
      unit: 'ratio',
      default: 0,
      range: [0, 0.5],
      source: 'model.md 2.17 (0 to 0.3)',
      grade: 'assumption',
    }),
    shops: share({
      label: 'Distribution of the shops it opens, by venue',
      default: 0,
      per: 'venues',
    }),
    cost: number({
      label: 'Public cost per enrolled firm',
      unit: 'kRp/firm',
      default: 0,
      range: [0, 1e6],
    }),
  },
  {
    state: {
      room: f64('Carried-over capacity', 'firms'),
      spent: f64('Public cost this week', 'kRp'),
    },
  },
)
