import { choice, date, flag, log, NEVER, number, reference, share } from '../../engine/index.ts'
import { type Course, givenIn, type MarketInput } from '../input.ts'
import { policy } from './policy.ts'

const assumed = { source: 'model.md 3.1', grade: 'assumption' } as const

/**
 * The attention of a venue reaches a checkout again: a new app of its owner, or a partner's shop. A merger is
 * eight things at once; each is a setting of its own with a null, so that an effect can be taken apart:
 * route, ownership, data, feed, login, seller tools, platform jobs, attrition. Remedies stand beside them.
 */
export const reopening = policy({
  name: 'reopening',
  does: 'leads the attention of a venue to the checkout of a partner, in eight separate steps, with remedies',
  article: 'Permendag 31/2023: social commerce may promote, and pay only in a licensed marketplace',
  settings: {
    venue: reference({ label: 'Venue whose attention it is', to: 'venues', default: '' }),
    partner: reference({ label: 'Venue at which buyers pay', to: 'venues', default: '' }),
    effective: date({ label: 'Moment from which buyers can pay there' }),
    route: flag({ label: 'Step 1: the route to the partner opens', default: true }),
    friction: number({
      label: 'Friction of that route when the ramp is over',
      unit: 'log odds',
      default: 0,
      range: [0, 10],
      ...assumed,
    }),
    ramp: number({
      label: 'Time in which its friction falls',
      unit: 'weeks',
      default: 0,
      range: [0, 52],
      source: 'model.md 3.4 (0 to 26)',
      grade: 'assumption',
    }),
    uptake: number({
      label: 'Time to half of its users where the partner is new (0: at once)',
      unit: 'weeks',
      default: 0,
      range: [0, 52],
      source: 'model.md 3.1 (12 to 26)',
      grade: 'assumption',
    }),
    ownership: flag({ label: 'Step 2: the owner of the venue owns the partner', default: false }),
    jointFees: share({
      label: 'Part of the fee rise of a common owner that is charged, with step 2',
      default: 0,
      source: 'logit first-order condition (model.md 3.2)',
      grade: 'assumption',
    }),
    data: share({
      label: 'Step 3: purchase data of the partner that the feed may use',
      default: 0,
      ...assumed,
    }),
    dataHalf: number({
      label: 'Data at which half of the worth of data is reached',
      unit: 'share of platform sales',
      default: 0.1,
      range: [0.01, 1],
      source: 'model.md 2.3 (D_half)',
      grade: 'assumption',
    }),
    dataWorth: share({
      label: 'Impulse purchases that data at most bring about',
      default: 0.3,
      ...assumed,
    }),
    feed: flag({ label: 'Step 4: the feed shows the partner’s goods as its own', default: false }),
    login: share({
      label: 'Step 5: accounts of the venue that serve at the partner',
      default: 0,
      ...assumed,
    }),
    tools: flag({ label: 'Step 6: one set of seller tools serves both', default: false }),
    migrationLoss: share({
      label: 'Sales lost while tools are moved, with step 6',
      default: 0,
      range: [0, 0.5],
      source: 'model.md 2.6 (5 to 10 %)',
      grade: 'assumption',
    }),
    migration: number({
      label: 'Time in which tools are moved and users leave',
      unit: 'weeks',
      default: 13,
      range: [1, 52],
      ...assumed,
    }),
    duplicatedJobs: share({
      label: 'Step 7: overlapping staff of the two owners that is cut',
      default: 0,
      range: [0, 0.5],
      ...assumed,
    }),
    attrition: share({
      label: 'Step 8: users whom the partner loses',
      default: 0,
      range: [0, 0.5],
      source: 'model.md 3.1 (0.1 to 0.3)',
      grade: 'assumption',
    }),
    selfPreference: number({
      label: 'Added friction of links to rivals of the partner',
      unit: 'log odds',
      default: 0,
      range: [0, 5],
      ...assumed,
    }),
    remedy: choice({
      label:
        'Remedy on conduct: none, no self-preferencing, or links to all as easy as to the partner',
      options: ['none', 'no-self-preferencing', 'free-link-out'],
      default: 'none',
    }),
    feeCap: share({
      label: 'Remedy: cap on the commission of both venues (0.5: none)',
      unit: 'share of price',
      default: 0.5,
      range: [0, 0.5],
    }),
    dataSeparation: flag({
      label: 'Remedy: the feed may not use data of the checkout',
      default: false,
    }),
    divest: date({ label: 'Remedy: day on which owner, fees and data part again', optional: true }),
  },
  courses(s, input) {
    const { venue, partner, effective } = s
    const courses: Course[] = []
    const set = (
      table: string,
      row: number,
      field: string,
      points: Course['points'],
      { at = 0, linear = false } = {},
    ) => {
      if (points.length > 0) courses.push({ table, row, field, at, points, linear })
    }
    const given = (table: string, row: number, field: string, at = 0) =>
      givenIn(input, table, row, field, at)
    const owner = given('venues', venue, 'owner')
    const acquired = given('venues', partner, 'owner')
    /** A step that is taken back when the owners part. */
    const until = (value: number, back: number): Course['points'] =>
      s.divest < NEVER
        ? [
            [effective, value],
            [s.divest, back],
          ]
        : [[effective, value]]
    const link = routeBetween(input, venue, partner)
    /** Links to other checkouts that are open to anybody. */
    const rivals = input.tables.routes
      .map((_, route) => route)
      .filter((route) => route !== link && given('routes', route, 'from') === venue)
      .filter((route) => given('routes', route, 'to') !== venue)
      .filter((route) => given('routes', given('routes', route, 'to'), 'open') > 0)
    const migrates = s.tools && s.migrationLoss > 0
    const loss = migrates ? lossInOdds(s.migrationLoss) : 0

    if (s.route) {
      set('routes', link, 'open', [[effective, 1]])
      set('routes', partner, 'open', [[effective, 1]])
      set('venues', venue, 'closing', [[effective, 0]])
      const reach = given('venues', partner, 'reach')
      if (reach < 1) set('venues', partner, 'reach', uptakeOf(s.uptake, effective, reach))
    }
    const before = given('routes', link, 'friction')
    const after = s.route ? Math.min(before, s.friction) : before
    if (s.route || migrates)
      set('routes', link, 'friction', path(before, after, effective, s.ramp, s.migration, loss), {
        linear: true,
      })
    if (migrates)
      set('routes', partner, 'friction', [
        [effective, given('routes', partner, 'friction') + loss],
        [effective + 7 * s.migration, given('routes', partner, 'friction')],
      ])

    if (s.ownership) {
      set('venues', partner, 'owner', until(owner, acquired))
    }
    const rise = s.ownership && owner !== acquired ? s.jointFees : 0
    for (const one of [venue, partner])
      input.tables.categories.forEach((_, category) => {
        const fee = latest(input, one, category, effective)
        const other = one === venue ? partner : venue
        const joint = fee * (1 + rise * jointRise(input, one, other, category))
        const charged = Math.min(0.5, s.feeCap, joint)
        if (charged === fee) return
        set('venues', one, 'commission', until(charged, Math.min(fee, s.feeCap)), { at: category })
      })

    const gain = dataGain(s, input, owner === acquired)
    if (gain !== 1) {
      const hours = given('venues', venue, 'impulseHours')
      set('venues', venue, 'impulseHours', until(hours * gain, hours))
    }
    if (s.feed) set('routes', link, 'shared', [[effective, 1]])
    if (s.login > 0) set('routes', link, 'login', [[effective, s.login]])
    if (s.tools) set('routes', link, 'tools', [[effective, 1]])
    if (s.duplicatedJobs > 0 && owner !== acquired) {
      const staff = given('companies', acquired, 'staff')
      const overlap = Math.min(staff, given('companies', owner, 'staff'))
      set('companies', acquired, 'staff', [[effective, staff - s.duplicatedJobs * overlap]])
    }
    if (s.attrition > 0) {
      const accounts = given('venues', partner, 'accounts')
      const last = accounts * (1 - s.attrition)
      const lost: Course['points'] = [
        [effective, accounts],
        [effective + 7 * s.migration, last],
      ]
      set('venues', partner, 'accounts', lost, { linear: true })
    }

    for (const route of rivals) {
      const usual = given('routes', route, 'friction')
      if (s.remedy === 'free-link-out') {
        set('routes', route, 'open', [[effective, 1]])
        set('routes', route, 'friction', [[effective, Math.min(usual, after)]])
      } else if (s.remedy === 'none' && s.selfPreference > 0)
        set('routes', route, 'friction', [[effective, Math.min(10, usual + s.selfPreference)]])
    }
    return courses
  },
})

/** The row of the route from a feed to a checkout; -1 where there is none. */
const routeBetween = (input: MarketInput, from: number, to: number): number =>
  input.tables.routes.findIndex(
    (_, route) =>
      givenIn(input, 'routes', route, 'from') === from &&
      givenIn(input, 'routes', route, 'to') === to,
  )

/** Log odds that take a share off the sales of a small venue. */
const lossInOdds = (loss: number): number => -log(1 - loss)

/** A friction that falls over a ramp, with a bump while seller tools are moved. Weeks from `start`. */
function path(
  before: number,
  after: number,
  start: number,
  ramp: number,
  moving: number,
  bump: number,
): Course['points'] {
  const at = (week: number) => (week < ramp ? before + ((after - before) * week) / ramp : after)
  const points: [number, number][] = [[start, at(0) + bump]]
  for (const week of bump > 0 ? [ramp, moving].sort((a, b) => a - b) : [ramp]) {
    if (week === 0) continue
    if (bump > 0 && week <= moving) points.push([start + 7 * week, at(week) + bump])
    if (bump === 0 || week >= moving) points.push([start + 7 * week, at(week)])
  }
  return points
}

/** Users of a new checkout over time, w^2 / (w^2 + half^2): slow, fast, slow. */
function uptakeOf(half: number, start: number, first: number): Course['points'] {
  if (half === 0) return [[start, 1]]
  return [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5].map((part) => [
    start + 7 * half * part,
    first + ((1 - first) * part * part) / (1 + part * part),
  ])
}

/** The commission in force on a day: the table, then the scenario's own courses. */
function latest(input: MarketInput, venue: number, category: number, day: number): number {
  let value = givenIn(input, 'venues', venue, 'commission', category)
  for (const { table, row, field, at, points } of input.courses)
    if (table === 'venues' && row === venue && field === 'commission' && at === category)
      for (const [from, next] of points) if (from <= day) value = next
  return value
}

/** Target shares of platform sales in a category at full reach, as the constants are solved to. */
function platformShares(input: MarketInput, category: number): number[] {
  const of = (table: string, row: number, field: string, at = 0) =>
    givenIn(input, table, row, field, at)
  const venues = input.tables.venues.map((_, venue) => venue)
  const own = venues.map((venue) => of('categories', category, 'targetShare', venue))
  const size = venues.map((venue) =>
    own[venue] > 0
      ? 0
      : of('venues', venue, 'platformShare') * of('categories', category, 'platformTilt', venue),
  )
  const [taken, others] = [own, size].map((all) => all.reduce((sum, one) => sum + one, 0))
  return venues.map((venue) =>
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
  return (1 - shares[venue]) / Math.max(0.05, 1 - shares[venue] - shares[other]) - 1
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
      givenIn(input, 'categories', category, 'occasionRate') *
      givenIn(input, 'categories', category, 'meanPrice'),
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
