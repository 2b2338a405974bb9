/**
 * How large the groups are by which measures are broken down: the simulated agents of each, and the firms, creators
 * or people whom they stand for. They are told beside every number of a group, not as numbers of their own. Firms
 * count while they have not left; those of a programme while they are active. Couriers and platform staff follow
 * parcels and sales: they are no agents, and neither is a venue.
 */
import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { FIFTHS, buyers as population, STATE, sellers } from '../populations/index.ts'
import { creator, households } from '../tables/index.ts'
import { measuresOf, namesIn, placesIn, type Sweep, type Tell, tellBy, viewsOf } from './measure.ts'

const columnsOf = (world: World) =>
  viewsOf(world, {
    kind: sellers.kind,
    region: sellers.region,
    cluster: sellers.cluster,
    category: sellers.category,
    state: sellers.state,
    joined: sellers.joined,
    weight: sellers.weight,
    incomeClass: population.incomeClass,
    creatorWeight: creator.weight,
    buyerWeight: households.weight,
  })
type Columns = ReturnType<typeof columnsOf>

/** Numbers by each dimension; under `kind` firms, their owners, creators, programmes and income classes of buyers. */
const emptyNumbers = (kinds: number, places: number, categories: number) => ({
  kind: new Float64Array(kinds),
  region: new Float64Array(places),
  category: new Float64Array(categories),
})
type Numbers = ReturnType<typeof emptyNumbers>

function emptySums(input: MarketInput) {
  const firms = namesIn(input, 'kinds')
  const programmes = namesIn(input, 'programmes')
  const names = {
    kind: [...firms, ...firms.map((kind) => `${kind} owner`), 'creator', ...programmes, ...FIFTHS],
    region: placesIn(input),
    category: namesIn(input, 'categories'),
  }
  const empty = () => emptyNumbers(names.kind.length, names.region.length, names.category.length)
  return {
    names,
    /** Where the rows of `kind` that are no kinds of firms begin. */
    first: { owner: firms.length, creator: 2 * firms.length, programme: 2 * firms.length + 1 },
    programmes: programmes.length,
    regions: input.tables.regions.length,
    agents: empty(),
    members: empty(),
  }
}
type Sums = ReturnType<typeof emptySums>

const sums: Sweep<Sums> = {
  every: 'week',
  over(world, input) {
    const c = columnsOf(world)
    const s = emptySums(input)
    return {
      sums: s,
      take() {
        for (const numbers of [s.agents, s.members])
          for (const values of Object.values(numbers)) values.fill(0)
        takeFirms(c, s, input.size.sellers)
        takeOthers(c, s, input)
      },
    }
  },
}

function takeFirms(c: Columns, s: Sums, count: number): void {
  const programmeCount = s.programmes
  for (let seller = 0; seller < count; seller++) {
    if (c.state[seller] >= STATE.exited) continue
    const cluster = c.cluster[seller] - 1
    for (const [numbers, amount] of bothOf(s, c.weight[seller])) {
      numbers.kind[c.kind[seller]] += amount
      numbers.kind[s.first.owner + c.kind[seller]] += amount
      numbers.category[c.category[seller]] += amount
      numbers.region[c.region[seller]] += amount
      if (cluster >= 0) numbers.region[s.regions + cluster] += amount
      if (c.state[seller] !== STATE.active) continue
      for (let programme = 0; programme < programmeCount; programme++)
        if (c.joined[seller * programmeCount + programme])
          numbers.kind[s.first.programme + programme] += amount
    }
  }
}

function takeOthers(c: Columns, s: Sums, { size }: MarketInput): void {
  const fifth = s.first.programme + s.programmes
  for (const [numbers, amount] of bothOf(s, c.creatorWeight[0]))
    numbers.kind[s.first.creator] = size.creators * amount
  for (const [numbers, amount] of bothOf(s, c.buyerWeight[0]))
    for (let buyer = 0; buyer < size.buyers; buyer++)
      numbers.kind[fifth + c.incomeClass[buyer]] += amount
}

/** What one agent adds to either count. */
const bothOf = ({ agents, members }: Sums, weight: number): [Numbers, number][] => [
  [agents, 1],
  [members, weight],
]

function tellNumbers(tell: Tell, { names }: Sums, numbers: Numbers): void {
  for (const dimension of ['kind', 'region', 'category'] as const)
    tellBy(tell, dimension, names[dimension], numbers[dimension])
}

export const sizes = measuresOf(sums, {
  agents: {
    name: 'agents',
    unit: 'agents',
    label: { en: 'Simulated agents', id: 'Agen simulasi' },
    more: 'neither',
    by: ['kind', 'region', 'category'],
    tell: (s, tell) => tellNumbers(tell, s, s.agents),
  },
  members: {
    name: 'members',
    unit: 'members',
    label: { en: 'Members of a group', id: 'Anggota kelompok' },
    more: 'neither',
    by: ['kind', 'region', 'category'],
    tell: (s, tell) => tellNumbers(tell, s, s.members),
  },
})
