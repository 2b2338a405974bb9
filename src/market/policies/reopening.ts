import {
  choice,
  DAYS_A_WEEK,
  date,
  flag,
  log,
  number,
  type ParameterValues,
  reference,
  share,
} from '../../engine/index.ts'
import { onDay } from '../in-force.ts'
import { given, type MarketInput, type Operation } from '../input.ts'
import {
  type Amount,
  add,
  atLeast,
  atMost,
  fill,
  from,
  line,
  multiply,
  set,
  steps,
} from '../operations.ts'
import { policy } from '../policy/policy.ts'
import { categories, companies, routes, venues } from '../tables/index.ts'

const asked = { source: 'given: the scenario says it', grade: 'given' } as const

export const SETTINGS = {
  venue: reference({ label: 'Venue whose feed is used', to: 'venues', default: '', ...asked }),
  partner: reference({
    label: 'Partner venue with the checkout',
    to: 'venues',
    default: '',
    ...asked,
  }),
  effective: date({
    label: 'Effective date: buyers can pay there from then on',
    role: 'begins',
    ...asked,
  }),
  route: flag({ label: 'Step 1: route to the partner opens', default: true, ...asked }),
  friction: number({
    label: 'Final friction of the route, after the ramp',
    unit: 'log odds',
    default: 0,
    range: [0, 10],
    source: 'assumption: none in the end, as within one app; 0 to 1.2 (as any link out)',
    grade: 'assumption',
  }),
  ramp: number({
    label: 'Ramp: time in which friction falls',
    unit: 'weeks',
    default: 0,
    range: [0, 52],
    source:
      'assumption: at once unless written; 0 to 26 weeks (people get used to it within half a year)',
    grade: 'assumption',
  }),
  uptake: number({
    label: 'Uptake half-time where the partner is new (0: immediate)',
    unit: 'weeks',
    default: 0,
    range: [0, 52],
    source:
      'assumption: at once for a partner whom all know; 12 to 26 weeks until a new app has half of its users',
    grade: 'assumption',
  }),
  ownership: flag({
    label: 'Step 2: owner of the venue acquires the partner',
    default: false,
    ...asked,
  }),
  jointFees: share({
    label: 'Pass-through of the common owner’s fee increase, with step 2',
    default: 0,
    source:
      'assumption: none unless written; 1 is the rise by the first-order condition of a logit with two platforms of one owner and no cost, an upper bound: 0 to 1',
    grade: 'assumption',
  }),
  data: share({
    label: 'Step 3: share of the partner’s purchase data available to the feed',
    default: 0,
    source: 'given: the size of the step; 0 is none',
    grade: 'given',
  }),
  dataHalf: number({
    label: 'Half-saturation level of the value of data',
    unit: 'share of platform sales',
    default: 0.1,
    range: [0.01, 1],
    source:
      'assumption: the data of a tenth of platform sales bring half of what data can bring; 0.03 (a few data say most) to 0.3 (more data say more)',
    grade: 'assumption',
  }),
  dataWorth: share({
    label: 'Maximum rise in impulse purchases from data',
    default: 0.3,
    source:
      'assumption: recommendations with data on purchases raise impulses by three tenths at most; 0 (feeds know enough without) to 1 (twice)',
    grade: 'assumption',
  }),
  feed: flag({
    label: 'Step 4: feed displays the partner’s goods as its own',
    default: false,
    ...asked,
  }),
  login: share({
    label: 'Step 5: share of the venue’s accounts valid at the partner',
    default: 0,
    source: 'given: the size of the step; 0 is none',
    grade: 'given',
  }),
  tools: flag({ label: 'Step 6: common seller tools', default: false, ...asked }),
  migrationLoss: share({
    label: 'Sales lost during migration of tools, with step 6',
    default: 0,
    range: [0, 0.5],
    source: 'assumption: none unless written; 0.05 to 0.1 where shops are moved by hand',
    grade: 'assumption',
  }),
  migration: number({
    label: 'Migration period of tools and users',
    unit: 'weeks',
    default: 13,
    range: [1, 52],
    source: 'assumption: a quarter of a year; 4 (two systems alike) to 52 weeks',
    grade: 'assumption',
  }),
  duplicatedJobs: share({
    label: 'Step 7: share of overlapping staff cut',
    default: 0,
    range: [0, 0.5],
    source: 'given: the size of the step; 0 is none',
    grade: 'given',
  }),
  attrition: share({
    label: 'Step 8: share of the partner’s users lost',
    default: 0,
    range: [0, 0.5],
    source: 'assumption: none unless written; 0.1 to 0.3 where users have to register anew',
    grade: 'assumption',
  }),
  selfPreference: number({
    label: 'Added friction of links to the partner’s rivals (self-preferencing)',
    unit: 'log odds',
    default: 0,
    range: [0, 5],
    source:
      'assumption: none unless written; 0 to 1.2 (a link to a rival costs as much again as any link out)',
    grade: 'assumption',
  }),
  remedy: choice({
    label: 'Conduct remedy: none, no self-preferencing, or equal link-outs to all rivals',
    options: ['none', 'no-self-preferencing', 'free-link-out'],
    default: 'none',
    ...asked,
  }),
  feeCap: share({
    label: 'Remedy: commission cap at both venues (0.5: none)',
    unit: 'share of price',
    default: 0.5,
    range: [0, 0.5],
    source: 'given: no cap in force unless written',
    grade: 'given',
  }),
  dataSeparation: flag({
    label: 'Remedy: no use of checkout data by the feed',
    default: false,
    ...asked,
  }),
  divest: date({
    label: 'Remedy: divestiture date (owner, fees and data are separated)',
    role: 'ends',
    optional: true,
    ...asked,
  }),
}

/** What a step needs to know. */
interface Merger {
  readonly s: ParameterValues<typeof SETTINGS>
  readonly input: MarketInput
  /** The route from the feed to the partner. */
  readonly link: number
  /** Who owns the venue and the partner on the day of the merger, by the scenario itself. */
  readonly owner: number
  readonly acquired: number
  /** From the day of the merger to the day on which it is undone, for steps that the owners take back. */
  readonly together: { readonly until: number }
}

/**
 * The attention of a venue reaches a checkout again: a new app of its owner, or a partner's shop. A merger is
 * eight things at once; each is a setting of its own with a null, so that an effect can be taken apart:
 * route, ownership, data, feed, login, seller tools, platform jobs, attrition. Remedies stand beside them.
 */
export const reopening = policy({
  name: 'reopening',
  does: 'directs the attention of a venue to the checkout of a partner, in eight separate steps, with remedies',
  article: 'Permendag 31/2023: social commerce may promote, and pay only in a licensed marketplace',
  indonesian: {
    name: 'pembukaan kembali',
    does: 'mengarahkan perhatian suatu kanal penjualan ke pembayaran di kanal mitra, dalam delapan langkah terpisah, dengan syarat pemulihan persaingan',
    article:
      'Permendag 31/2023: social commerce boleh berpromosi, dan menerima pembayaran hanya di lokapasar berizin',
    settings: {
      venue: 'Kanal penjualan yang linimasanya dipakai',
      partner: 'Kanal mitra yang menerima pembayaran',
      effective: 'Tanggal berlaku: sejak saat itu pembeli dapat membayar di sana',
      route: 'Langkah 1: rute ke mitra dibuka',
      friction: 'Hambatan akhir pada rute itu, setelah masa peralihan',
      ramp: 'Masa peralihan: lama hambatan menurun',
      uptake: 'Waktu sampai separuh pengguna bila mitra baru (0: seketika)',
      ownership: 'Langkah 2: pemilik kanal penjualan mengakuisisi mitra',
      jointFees: 'Bagian kenaikan biaya pemilik bersama yang dikenakan, dengan langkah 2',
      data: 'Langkah 3: bagian data pembelian mitra yang boleh dipakai linimasa',
      dataHalf: 'Banyaknya data yang memberi separuh manfaat maksimum',
      dataWorth: 'Kenaikan maksimum belanja impulsif berkat data',
      feed: 'Langkah 4: linimasa menampilkan barang mitra sebagai barangnya sendiri',
      login: 'Langkah 5: bagian akun yang berlaku juga di mitra',
      tools: 'Langkah 6: satu perangkat penjual untuk keduanya',
      migrationLoss: 'Penjualan yang hilang selama perpindahan perangkat, dengan langkah 6',
      migration: 'Lama perpindahan perangkat dan pengguna',
      duplicatedJobs: 'Langkah 7: bagian pegawai rangkap yang dipangkas',
      attrition: 'Langkah 8: bagian pengguna mitra yang hilang',
      selfPreference: 'Tambahan hambatan pada tautan ke pesaing mitra (pengutamaan diri)',
      remedy:
        'Syarat perilaku: tidak ada, larangan pengutamaan diri, atau tautan setara ke semua pesaing',
      feeCap: 'Syarat: batas atas komisi di kedua kanal (0,5: tidak ada)',
      dataSeparation: 'Syarat: linimasa tidak boleh memakai data pembayaran',
      divest: 'Syarat: tanggal divestasi (pemilik, biaya, dan data dipisahkan)',
    },
  },
  settings: SETTINGS,
  nullCase: { settings: { route: false } },
  answers: ['platform fees'],
  operations(s, input) {
    const merger: Merger = {
      s,
      input,
      link: routeBetween(input, s.venue, s.partner),
      owner: onDay(input, venues, s.venue, 'owner', s.effective),
      acquired: onDay(input, venues, s.partner, 'owner', s.effective),
      together: { until: s.divest },
    }
    return [
      ...route(merger),
      ...ownership(merger),
      ...fees(merger),
      ...data(merger),
      ...feedLoginTools(merger),
      ...staffAndUsers(merger),
      ...rivals(merger),
    ]
  },
})

/** Step 1, and the friction of moving seller tools of step 6: the link opens, its friction falls over a ramp. */
function route({ s, input, link }: Merger): Operation[] {
  const { venue, partner, effective } = s
  const operations: Operation[] = []
  if (s.route) {
    const open = from(effective, 1)
    operations.push(set(routes, link, 'open', open), set(routes, partner, 'open', open))
    operations.push(set(venues, venue, 'closing', from(effective, 0)))
    if (onDay(input, venues, partner, 'reach', effective) < 1)
      operations.push(fill(venues, partner, 'reach', uptakeOf(s.uptake, effective)))
    const before = onDay(input, routes, link, 'friction', effective)
    if (s.friction < before)
      operations.push(atMost(routes, link, 'friction', ramp(before, s.friction, effective, s.ramp)))
  }
  if (s.tools && s.migrationLoss > 0) {
    const bump = from(effective, lossInOdds(s.migrationLoss))
    const where = { until: effective + DAYS_A_WEEK * s.migration, part: 'tools' }
    for (const one of new Set([link, partner]))
      operations.push(add(routes, one, 'friction', bump, where))
  }
  return operations
}

/** Step 2. */
const ownership = ({ s, owner, together }: Merger): Operation[] =>
  s.ownership ? [set(venues, s.partner, 'owner', from(s.effective, owner), together)] : []

/** Fees of a common owner rise until the owners part; the cap of a remedy stays. */
function fees({ s, input, owner, acquired, together }: Merger): Operation[] {
  const rise = s.ownership && owner !== acquired ? s.jointFees : 0
  const cap = from(s.effective, s.feeCap)
  return [...new Set([s.venue, s.partner])].flatMap((one) =>
    input.tables.categories.flatMap((_, at) => {
      const other = one === s.venue ? s.partner : s.venue
      const factor = rise === 0 ? 1 : 1 + rise * jointRise(input, one, other, at)
      const joint = from(s.effective, factor)
      return [
        ...(factor !== 1 ? [multiply(venues, one, 'commission', joint, { at, ...together })] : []),
        ...(s.feeCap < SETTINGS.feeCap.default
          ? [atMost(venues, one, 'commission', cap, { at })]
          : []),
      ]
    }),
  )
}

/** Step 3. */
function data({ s, input, owner, acquired, together }: Merger): Operation[] {
  const gain = dataGain(s, input, owner === acquired)
  return gain === 1
    ? []
    : [multiply(venues, s.venue, 'impulseHours', from(s.effective, gain), together)]
}

/** Steps 4 to 6. */
const feedLoginTools = ({ s, link }: Merger): Operation[] => [
  ...(s.feed ? [set(routes, link, 'shared', from(s.effective, 1))] : []),
  ...(s.login > 0 ? [atLeast(routes, link, 'login', from(s.effective, s.login))] : []),
  ...(s.tools ? [set(routes, link, 'tools', from(s.effective, 1))] : []),
]

/** Steps 7 and 8. */
function staffAndUsers({ s, input, owner, acquired }: Merger): Operation[] {
  const operations: Operation[] = []
  if (s.duplicatedJobs > 0 && owner !== acquired) {
    const staffs = [acquired, owner].map((one) =>
      onDay(input, companies, one, 'staff', s.effective),
    )
    const cut = from(s.effective, -s.duplicatedJobs * Math.min(...staffs))
    operations.push(add(companies, acquired, 'staff', cut))
  }
  if (s.attrition > 0) {
    const kept = line([
      [s.effective, 1],
      [s.effective + DAYS_A_WEEK * s.migration, 1 - s.attrition],
    ])
    operations.push(multiply(venues, s.partner, 'accounts', kept))
  }
  return operations
}

/** What happens to links to other checkouts that are open to anybody on the day of the merger. */
function rivals({ s, input, link }: Merger): Operation[] {
  const before = onDay(input, routes, link, 'friction', s.effective)
  const after = s.route ? Math.min(before, s.friction) : before
  const others = input.tables.routes
    .map((_, one) => one)
    .filter((one) => one !== link && given(input, routes, one, 'from') === s.venue)
    .filter((one) => given(input, routes, one, 'to') !== s.venue)
    .filter((one) => onDay(input, routes, given(input, routes, one, 'to'), 'open', s.effective) > 0)
  return others.flatMap((one) => {
    if (s.remedy === 'free-link-out')
      return [
        set(routes, one, 'open', from(s.effective, 1)),
        atMost(routes, one, 'friction', from(s.effective, after)),
      ]
    return s.remedy === 'none' && s.selfPreference > 0
      ? [add(routes, one, 'friction', from(s.effective, s.selfPreference))]
      : []
  })
}

/** The row of the route from a feed to a checkout; -1 where there is none. */
const routeBetween = (input: MarketInput, feed: number, checkout: number): number =>
  input.tables.routes.findIndex(
    (_, one) =>
      given(input, routes, one, 'from') === feed && given(input, routes, one, 'to') === checkout,
  )

/** Log odds that take a share off the sales of a small venue. */
const lossInOdds = (loss: number): number => -log(1 - loss)

/** The bound of a friction that falls over a ramp of weeks. */
const ramp = (before: number, after: number, start: number, weeks: number): Amount =>
  weeks === 0
    ? from(start, after)
    : line([
        [start, before],
        [start + DAYS_A_WEEK * weeks, after],
      ])

/** Half-lives at which the share that has come is told anew: its curve is a staircase, finer where it is steep. No behaviour. */
const STEPS = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5]

/** What at least is left to other venues in the rise of a joint fee, which would have no end without. No behaviour. */
const LEFT = 0.05

/** The part of its missing users that a new checkout has found, w^2 / (w^2 + half^2): slow, fast, slow. */
const uptakeOf = (half: number, start: number): Amount =>
  half === 0
    ? from(start, 1)
    : steps(
        STEPS.map((part) => [start + DAYS_A_WEEK * half * part, (part * part) / (1 + part * part)]),
      )

/** Target shares of platform sales in a category at full reach, as the constants are solved to. */
function platformShares(input: MarketInput, category: number): number[] {
  const all = input.tables.venues.map((_, venue) => venue)
  const own = all.map((venue) => given(input, categories, category, 'targetShare', venue))
  const size = all.map((venue) =>
    own[venue] > 0
      ? 0
      : given(input, venues, venue, 'platformShare') *
        given(input, categories, category, 'platformTilt', venue),
  )
  const [taken, others] = [own, size].map((shares) => shares.reduce((sum, one) => sum + one, 0))
  return all.map((venue) =>
    own[venue] > 0 || others === 0 ? own[venue] : ((1 - taken) * size[venue]) / others,
  )
}

/**
 * By how much a common owner raises the fee of a venue, of that fee. A fee above cost of 1 / (a (1 - S))
 * becomes 1 / (a (1 - S - S_other)); with cost near nothing a, the sellers' sensitivity, cancels. An upper
 * bound.
 */
function jointRise(input: MarketInput, venue: number, other: number, category: number): number {
  const shares = platformShares(input, category)
  return (1 - shares[venue]) / Math.max(LEFT, 1 - shares[venue] - shares[other]) - 1
}

/**
 * Impulse viewing with the data that the feed may use, relative to its own: 1 - w + w mu(D') / mu(D), with
 * mu(D) = D / (D + half) and data measured by shares of platform sales. A barred new app of the owner begins
 * without data; a barred partner leaves the feed its own.
 */
function dataGain(
  s: {
    readonly venue: number
    readonly partner: number
    readonly data: number
    readonly dataHalf: number
    readonly dataWorth: number
    readonly dataSeparation: boolean
  },
  input: MarketInput,
  sameOwner: boolean,
): number {
  if (s.dataSeparation) return sameOwner && s.venue !== s.partner ? 1 - s.dataWorth : 1
  const weights = input.tables.categories.map(
    (_, category) =>
      given(input, categories, category, 'occasionRate') *
      given(input, categories, category, 'meanPrice'),
  )
  const total = weights.reduce((sum, one) => sum + one, 0)
  const shareOf = (venue: number) =>
    weights.reduce((sum, weight, at) => sum + weight * platformShares(input, at)[venue], 0) / total
  const own = shareOf(s.venue)
  if (own === 0) return 1
  const worth = (data: number) => data / (data + s.dataHalf)
  const pooled = worth(own + s.data * shareOf(s.partner))
  return s.data === 0 ? 1 : 1 + s.dataWorth * (pooled / worth(own) - 1)
}
