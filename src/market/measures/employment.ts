/**
 * Work. Jobs in micro, small and medium firms (UMKM) in heads and in full-time equivalents; the working time of
 * everyone, creators, couriers and platform staff too, by kind, and what an hour of it earns; paid and family work
 * apart; hires and separations; unemployment. Heads of family work are those of active firms, whatever their hours.
 * An hour of a creator is no job: heads and hours are never added up across these kinds.
 */
import type { World } from '../../engine/index.ts'
import type { MarketInput } from '../input.ts'
import {
  KIND_NAMES,
  labour,
  POOL,
  POOL_KINDS,
  pools,
  STATE,
  sellers,
} from '../populations/index.ts'
import { firms } from '../tables/index.ts'
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
import { assetsOf, SIZES, sizeOf } from './size.ts'

/** Firms of every size but the last are UMKM. */
const LARGE = SIZES.length - 1

/** Who works outside the firms: each is told by itself. */
const OTHERS = ['creator', 'courier', 'platform'] as const

/** Kinds of work as they are reported: paid and family work of a kind of firm are one. */
const REPORTED = [...KIND_NAMES, ...OTHERS] as const

const columnsOf = (world: World) =>
  viewsOf(world, {
    fte: pools.fte,
    heads: pools.heads,
    bill: pools.bill,
    kind: sellers.kind,
    region: sellers.region,
    listed: sellers.listed,
    ownLabel: sellers.ownLabel,
    turnover: sellers.turnover,
    cash: sellers.cash,
    stock: sellers.stock,
    unitCost: sellers.unitCost,
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
    fullTime: firms.fullTime,
  })
type Columns = ReturnType<typeof columnsOf>

function emptySums(input: MarketInput) {
  const places = { region: placesIn(input), category: namesIn(input, 'categories') }
  const names = { kind: REPORTED, ...places }
  const firms = { kind: namesIn(input, 'kinds'), ...places }
  return {
    names,
    firms,
    /** Of micro, small and medium firms. */
    umkm: { fte: emptySplit(firms), heads: emptySplit(firms) },
    /** Income by kind of work, kRp a week. */
    earned: new Float64Array(REPORTED.length),
    /** Hours a week of one FTE. */
    fullTime: 0,
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
        takeEarnings(c.bill, s)
        takeSellers(c, s, input.size.sellers)
        takeUmkm(c, s, input.size.sellers)
        s.unemployed = sumOf(c.unemployed)
        s.force = sumOf(c.force)
        s.fullTime = c.fullTime[0]
      },
    }
  },
}

/** Row in `REPORTED` of a pool. */
function reportedIn(pool: number): number {
  const kind = pool % POOL_KINDS.length
  return kind < POOL.creator ? kind % POOL.owner : kind - POOL.owner
}

/** Work of all pools, by kind and region. */
function takePools(amounts: ArrayLike<number>, { regions }: Sums, split: Split): void {
  const poolCount = POOL_KINDS.length
  const { kind: byKind, region: byRegion } = split.by
  for (let pool = 0; pool < regions * poolCount; pool++) {
    split.all += amounts[pool]
    byKind![reportedIn(pool)] += amounts[pool]
    byRegion![Math.floor(pool / poolCount)] += amounts[pool]
  }
}

/** Wages, what owners draw, commissions and pay, by kind. */
function takeEarnings(bill: ArrayLike<number>, { regions, earned }: Sums): void {
  earned.fill(0)
  for (let pool = 0; pool < regions * POOL_KINDS.length; pool++)
    earned[reportedIn(pool)] += bill[pool]
}

/**
 * Who works in micro, small and medium firms (by the sales and assets of today): owners, family and paid workers of
 * active firms; own labels belong to platforms. FTE: paid work, and family work in use.
 */
function takeUmkm(c: Columns, { umkm, regions }: Sums, count: number): void {
  clearSplit(umkm.fte)
  clearSplit(umkm.heads)
  for (let seller = 0; seller < count; seller++) {
    if (c.state[seller] !== STATE.active || c.listed[seller] >= 0 || c.ownLabel[seller]) continue
    if (sizeOf(c.turnover[seller], assetsOf(c, seller)) === LARGE) continue
    const w = c.weight[seller]
    addFirm(umkm.fte, c, seller, regions, w * (c.paid[seller] + c.familyUsed[seller]))
    addFirm(umkm.heads, c, seller, regions, w * (c.paid[seller] + c.family[seller]))
  }
}

function addFirm(split: Split, c: Columns, seller: number, regions: number, amount: number): void {
  const { kind, region, category } = split.by
  split.all += amount
  kind![c.kind[seller]] += amount
  region![c.region[seller]] += amount
  category![c.category[seller]] += amount
  if (c.cluster[seller] > 0) region![regions + c.cluster[seller] - 1] += amount
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
  umkmJobs: {
    name: 'umkm jobs',
    unit: 'people',
    label: { en: 'UMKM jobs', id: 'Pekerjaan UMKM' },
    more: 'good',
    by: ['kind', 'region', 'category'],
    headline: { place: 1, by: ['all', 'kind'] },
    overTime: { name: 'umkm-jobs', by: 'kind' },
    effects: ['all', 'kind', 'region'],
    answer: ['all'],
    explained: [{ by: 'all', row: 'all' }],
    tell: (s, tell) => tellSplit(tell, s.umkm.heads, s.firms),
  },
  umkmWork: {
    name: 'umkm work',
    unit: 'FTE',
    label: { en: 'Working time in UMKM', id: 'Waktu kerja di UMKM' },
    more: 'good',
    by: ['kind', 'region', 'category'],
    headline: { place: 2, by: ['all'] },
    effects: ['all'],
    answer: ['all'],
    tell: (s, tell) => tellSplit(tell, s.umkm.fte, s.firms),
  },
  employment: {
    name: 'employment',
    unit: 'FTE',
    label: { en: 'Working time', id: 'Waktu kerja' },
    more: 'good',
    by: ['kind', 'region', 'category'],
    headline: { place: 3, by: ['kind'], rows: OTHERS },
    overTime: { name: 'employment', by: 'kind' },
    effects: ['kind'],
    answer: OTHERS,
    explained: [{ by: 'kind', row: 'creator' }],
    tell: (s, tell) => tellSplit(tell, s.fte, s.names),
  },
  hourlyEarnings: {
    name: 'hourly earnings',
    unit: 'kRp/hour',
    label: { en: 'Hourly earnings', id: 'Penghasilan per jam' },
    more: 'good',
    by: ['kind'],
    headline: { place: 4, by: ['kind'], rows: OTHERS },
    effects: ['kind'],
    below: 'hours worked',
    tellRatio(s, tell) {
      for (const [row, kind] of REPORTED.entries())
        tell(s.earned[row], s.fullTime * s.fte.by.kind![row], { kind })
    },
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
