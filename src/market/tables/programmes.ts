import { f64, number, share, table, yesNo } from '../../engine/index.ts'

const open = { source: 'given: open to all unless written', grade: 'given' } as const

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
      source: 'given: a policy dial, off by default',
      grade: 'given',
    }),
    takeUp: share({
      label: 'Take-up rate among invited firms',
      default: 0.6,
      source:
        'assumption: six of ten who are invited come; 0.3 (a day of travel and a closed stall) to 0.9 (help at the door)',
      grade: 'assumption',
    }),
    completion: share({
      label: 'Completion rate among enrolled firms',
      default: 0.7,
      source: '61 to 81 % finish remote training (McKenzie 2020, from memory)',
      grade: 'C',
    }),
    priority: number({
      label: 'Priority: -1 smallest turnover first, 0 random, 1 largest first',
      unit: 'ratio',
      default: 0,
      range: [-1, 1],
      source: 'given: by lot unless written: whom a programme prefers is a part of the question',
      grade: 'given',
    }),
    regions: yesNo({
      label: 'Region eligible',
      default: true,
      per: 'regions',
      ...open,
    }),
    clusters: yesNo({
      label: 'Cluster eligible',
      default: true,
      per: 'clusters',
      ...open,
    }),
    elsewhere: yesNo({
      label: 'Firms outside clusters eligible',
      default: true,
      ...open,
    }),
    kinds: yesNo({
      label: 'Kind of seller eligible',
      default: true,
      per: 'kinds',
      ...open,
    }),
    skill: share({
      label: 'Gain in digital skill',
      default: 0,
      source:
        'assumption: none unless written; 0.05 (3 of 15 could place advertisements after a training, F134) to 0.2',
      grade: 'assumption',
    }),
    marketing: number({
      label: 'Gain in perceived quality from better marketing',
      unit: 'log odds',
      default: 0,
      range: [0, 1],
      source:
        'training raises sales by 4.7 % and profits by 5 to 10 % (F133), of many kinds of training',
      grade: 'C',
    }),
    licence: number({
      label:
        'Gain of a licensed firm on marketplaces: perceived quality and ease of opening a shop',
      unit: 'log odds',
      default: 0,
      range: [0, 2],
      source:
        'assumption: none unless written; 0 (a seal that nobody heeds) to 1 (the odds of a sale are 2.7 times as high); all programmes together do no more than trials of training did (F133)',
      grade: 'assumption',
    }),
    equipment: number({
      label: 'Labour productivity gain from equipment',
      unit: 'ratio',
      default: 0,
      range: [0, 0.5],
      source:
        'assumption: none unless written; 0 (work by hand is the bottleneck elsewhere) to 0.3 for a machine of Rp 5 to 15 million',
      grade: 'assumption',
    }),
    shops: share({
      label: 'Distribution of the shops it opens, by venue',
      default: 0,
      per: 'venues',
      source: 'given: none unless written: where a programme opens shops is a part of the question',
      grade: 'given',
    }),
    cost: number({
      label: 'Public cost per enrolled firm',
      unit: 'kRp/firm',
      default: 0,
      range: [0, 1e6],
      source: 'given: none unless written: what a programme costs goes with it',
      grade: 'given',
    }),
  },
  {
    state: {
      room: f64('Carried-over capacity', 'firms'),
      spent: f64('Public cost this week', 'kRp'),
    },
  },
)
