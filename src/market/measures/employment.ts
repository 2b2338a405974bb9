/**
 * Work: full-time equivalents and heads by kind, region and category; paid and family work apart; hires and
 * separations; unemployment. Heads of family work are those of active firms, whatever their hours.
 */
import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import { labour, POOL, POOL_KINDS, pools, STATE, sellers } from '../populations/index.ts'
import {
  clearSplit,
  emptySplit,
  measuresOf,
  namesIn,
  placesIn,
  type Split,
  type Sweep,
  sumOf,
  tellSplit,
  viewsOf,
} from './measure.ts'

/** Kinds of work as they are reported: paid and family work of a kind of firm are one. */
const REPORTED = [
  'producer',
  'reseller',
  'importer',
  'trader',
  'creator',
  'courier',
  'platform',
] as const

const columnsOf = (world: World) =>
  viewsOf(world, {
    fte: pools.fte,
    heads: pools.heads,
    category: sellers.category,
    cluster: sellers.cluster,
    state: sellers.state,
    weight: sellers.weight,
    family: sellers.family,
    familyUsed: sellers.familyUsed,
    paid: sellers.paid,
    hired: sellers.hired,
    separated: sellers.separated,
    unemployed: labour.unemployed,
    force: labour.force,
  })
type Columns = ReturnType<typeof columnsOf>

function emptySums(input: MarketInput) {
  const names = { kind: REPORTED, region: placesIn(input), category: namesIn(input, 'categories') }
  return {
    names,
    regions: input.tables.regions.length,
    fte: emptySplit(names),
    heads: emptySplit(names),
    paid: 0,
    family: 0,
    hires: 0,
    separations: 0,
    unemployed: 0,
    force: 0,
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
        clearSplit(s.fte)
        clearSplit(s.heads)
        takePools(c.fte, s, s.fte)
        takePools(c.heads, s, s.heads)
        takeSellers(c, s, input.size.sellers)
        s.unemployed = sumOf(c.unemployed)
        s.force = sumOf(c.force)
      },
    }
  },
}

/** Work of all pools, by kind and region. */
function takePools(amounts: ArrayLike<number>, { regions }: Sums, split: Split): void {
  const J = POOL_KINDS.length
  const { kind: byKind, region: byRegion } = split.by
  for (let pool = 0; pool < regions * J; pool++) {
    const kind = pool % J
    const reported = kind < POOL.creator ? kind % POOL.owner : kind - POOL.owner
    split.all += amounts[pool]
    byKind![reported] += amounts[pool]
    byRegion![Math.floor(pool / J)] += amounts[pool]
  }
}

/** Work in firms, by category and cluster. */
function takeSellers(c: Columns, s: Sums, count: number): void {
  const { category: fte, region: fteIn } = s.fte.by
  const { category: heads, region: headsIn } = s.heads.by
  let [paid, family, hires, separations] = [0, 0, 0, 0]
  for (let seller = 0; seller < count; seller++) {
    const w = c.weight[seller]
    const active = c.state[seller] === STATE.active
    const used = active ? c.familyUsed[seller] : 0
    const work = w * (c.paid[seller] + used)
    const people = w * (c.paid[seller] + (active ? c.family[seller] : 0))
    paid += w * c.paid[seller]
    family += w * used
    hires += w * c.hired[seller]
    separations += w * c.separated[seller]
    fte![c.category[seller]] += work
    heads![c.category[seller]] += people
    if (c.cluster[seller] === 0) continue
    const place = s.regions + c.cluster[seller] - 1
    fteIn![place] += work
    headsIn![place] += people
  }
  Object.assign(s, { paid, family, hires, separations })
}

export const work = measuresOf(sums, {
  employment: {
    name: 'employment',
    unit: 'FTE',
    label: { en: 'Employment', id: 'Lapangan kerja' },
    more: 'good',
    by: ['kind', 'region', 'category'],
    headline: { place: 1, by: ['all', 'kind'] },
    overTime: { name: 'employment', by: 'kind' },
    effects: ['all', 'kind', 'region'],
    answer: true,
    explained: [{ by: 'all', row: 'all' }],
    tell: (s, tell) => tellSplit(tell, s.fte, s.names),
  },
  heads: {
    name: 'heads',
    unit: 'people',
    label: { en: 'People at work', id: 'Orang yang bekerja' },
    more: 'good',
    by: ['kind', 'region', 'category'],
    tell: (s, tell) => tellSplit(tell, s.heads, s.names),
  },
  paidWork: {
    name: 'paid work',
    unit: 'FTE',
    label: { en: 'Paid work', id: 'Pekerjaan berupah' },
    more: 'good',
    by: [],
    tell: (s, tell) => tell(s.paid),
  },
  familyWork: {
    name: 'family work',
    unit: 'FTE',
    label: { en: 'Family work', id: 'Pekerjaan keluarga' },
    more: 'neither',
    by: [],
    tell: (s, tell) => tell(s.family),
  },
  hires: {
    name: 'hires',
    unit: 'FTE/week',
    label: { en: 'Hires', id: 'Perekrutan' },
    more: 'neither',
    by: [],
    tell: (s, tell) => tell(s.hires),
  },
  separations: {
    name: 'separations',
    unit: 'FTE/week',
    label: { en: 'Separations', id: 'Pemutusan kerja' },
    more: 'neither',
    by: [],
    tell: (s, tell) => tell(s.separations),
  },
  unemployment: {
    name: 'unemployment',
    unit: 'share',
    label: { en: 'Unemployment rate', id: 'Tingkat pengangguran' },
    more: 'bad',
    by: [],
    effects: ['all'],
    below: 'labour force',
    tellRatio: (s, tell) => tell(s.unemployed, s.force),
  },
})
