/** Policies that contradict each other or the tables: each finding names both places. */
import { dateOfDay, dayOfDate } from '../engine/index.ts'
import {
  CATALOGUE,
  type Course,
  givenIn,
  type MarketInput,
  type PolicyInput,
} from '../market/index.ts'
import { type Place, placeText } from './finding.ts'
import { kebab } from './names.ts'
import { child, type MapNode, type Node } from './node.ts'
import type { Reading } from './reading.ts'

interface Written extends PolicyInput {
  /** Where the policy stands, or one of its settings. */
  place(setting?: string): Place
}

/** What ends a policy, by setting. */
const ENDS = ['until', 'divest']

/** To be asked when all else in the policies is in order. */
export function checkPolicies(root: MapNode, input: MarketInput, reading: Reading): void {
  const policies = writtenPolicies(root, input)
  for (const one of policies) checkEnd(one, input, reading)
  for (const one of policies) checkEvents(one, input, reading)
  for (const one of policies.filter(({ policy }) => policy === 'reopening')) {
    checkRoute(one, input, reading)
    for (const other of policies.filter(({ policy }) => policy === 'closure'))
      checkClosed(one, other, input, reading)
  }
  checkOwners(root, policies, input, reading)
  if (reading.findings.all.length === 0) checkOrder(policies, input, reading)
}

function writtenPolicies(root: MapNode, input: MarketInput): Written[] {
  const section = child(root, 'policies')
  const items = section?.kind === 'list' ? section.items : []
  return input.policies.map((one, at) => {
    const item: Node | undefined = items[at]
    const entry = item?.kind === 'map' ? item.entries.get(one.policy) : undefined
    return {
      ...one,
      place: (setting) =>
        (setting === undefined ? undefined : child(entry?.value, kebab(setting))?.place) ??
        entry?.place ??
        root.place,
    }
  })
}

/** Stalls are kept at events: without any nothing would happen, and nothing be said. */
function checkEvents({ policy, settings, place }: Written, input: MarketInput, reading: Reading) {
  if (policy !== 'event-mandate' || Number(settings.stalls) === 0) return
  if (input.tables.events.length > 0) return
  reading.findings.add(place('stalls'), 'no-event', 'policies.event-mandate.stalls', {
    expected: 'events: { festival: { region: ..., visitors: ..., days: ... } }',
  })
}

const dateText = (input: MarketInput, day: number) =>
  dateOfDay(dayOfDate(input.start) + Math.floor(day))

function checkEnd({ policy, settings, place }: Written, input: MarketInput, { findings }: Reading) {
  const start = Number(settings.effective)
  for (const end of ENDS) {
    if (settings[end] === undefined || Number(settings[end]) > start) continue
    findings.add(place(end), 'end-before-start', `policies.${policy}.${end}`, {
      name: policy,
      got: dateText(input, Number(settings[end])),
      expected: dateText(input, start),
      also: placeText(place('effective')),
    })
  }
}

const venueName = (input: MarketInput, row: unknown) => input.tables.venues[Number(row)].name

function checkRoute({ settings, place }: Written, input: MarketInput, { findings }: Reading): void {
  const is = (route: number, end: 'from' | 'to', venue: unknown) =>
    givenIn(input, 'routes', route, end) === venue
  const exists = input.tables.routes.some(
    (_, route) => is(route, 'from', settings.venue) && is(route, 'to', settings.partner),
  )
  if (exists) return
  const [from, to] = [settings.venue, settings.partner].map((row) => venueName(input, row))
  findings.add(place('partner'), 'no-route', 'policies.reopening.partner', {
    name: from,
    got: to,
    expected: `routes: { ${from}-to-${to}: { from: ${from}, to: ${to}, open: 0 } }`,
    also: placeText(place('venue')),
  })
}

/** Nothing leads into a checkout that is shut, nor out of what is closed for good. */
function checkClosed(
  reopening: Written,
  closure: Written,
  input: MarketInput,
  { findings }: Reading,
): void {
  const closed = closure.settings.venue
  if (Number(closure.settings.effective) > Number(reopening.settings.effective)) return
  const { venue, partner } = reopening.settings
  const into = partner === closed && partner !== venue
  const revived = closure.settings.forGood === true && (partner === closed || venue === closed)
  if (!into && !revived) return
  const setting = partner === closed ? 'partner' : 'venue'
  findings.add(reopening.place(setting), 'closed-venue', `policies.reopening.${setting}`, {
    name: venueName(input, closed),
    got: dateText(input, Number(closure.settings.effective)),
    expected: dateText(input, Number(reopening.settings.effective)),
    also: placeText(closure.place('venue')),
  })
}

interface Claim {
  readonly venue: number
  readonly owner: number
  readonly day: number
  readonly place: Place
}

/** Who is said to own a venue from a day on: by an acquisition, or by a course. */
function checkOwners(
  root: MapNode,
  policies: readonly Written[],
  input: MarketInput,
  { findings }: Reading,
): void {
  const claims: Claim[] = []
  for (const { table, row, field, points } of input.courses) {
    if (table !== 'venues' || field !== 'owner') continue
    const course = child(child(root, 'courses'), `venues.${venueName(input, row)}.owner`)
    for (const [day, owner] of points)
      claims.push({ venue: row, owner, day, place: course?.place ?? root.place })
  }
  for (const { settings, place } of policies)
    if (settings.ownership === true)
      claims.push({
        venue: Number(settings.partner),
        owner: givenIn(input, 'venues', Number(settings.venue), 'owner'),
        day: Number(settings.effective),
        place: place('ownership'),
      })
  claims.forEach((claim, at) => {
    const other = claims
      .slice(0, at)
      .find(({ venue, day }) => venue === claim.venue && Math.floor(day) === Math.floor(claim.day))
    if (other === undefined || other.owner === claim.owner) return
    const company = (row: number) => input.tables.companies[row].name
    findings.add(claim.place, 'two-owners', 'policies', {
      name: venueName(input, claim.venue),
      got: `${company(claim.owner)} and ${company(other.owner)}`,
      expected: dateText(input, claim.day),
      also: placeText(other.place),
    })
  })
}

/**
 * Where two policies move one value the one listed later holds: what is listed first must begin first, and do
 * something of its own.
 */
function checkOrder(policies: readonly Written[], input: MarketInput, { findings }: Reading): void {
  const first = new Map<string, { readonly course: Course; readonly by: Written }>()
  for (const one of policies)
    for (const course of coursesOf(one, input)) {
      const target = `${course.table}.${course.row}.${course.field}.${course.at}`
      const earlier = first.get(target)
      first.set(target, { course, by: one })
      if (earlier === undefined || earlier.by === one) continue
      const both = { name: earlier.by.policy, got: one.policy }
      // One policy may mend another from its first day on; twice the same may not say two things.
      if (one.policy === earlier.by.policy && clash(course, earlier.course))
        findings.add(one.place(), 'same-day', `policies.${one.policy}`, {
          ...both,
          expected: dateText(input, course.points[0][0]),
          also: placeText(earlier.by.place()),
        })
      else if (hides(course, earlier.course))
        findings.add(earlier.by.place(), 'without-force', `policies.${earlier.by.policy}`, {
          ...both,
          also: placeText(one.place()),
        })
    }
}

/** Whether a course listed later holds before another has begun, at another value in the end. */
const hides = ({ points }: Course, { points: hidden }: Course): boolean =>
  points[0][0] < hidden[0][0] && points[points.length - 1][1] !== hidden[0][1]

/** Whether two courses begin at once, at different values. */
const clash = ({ points: [[day, value]] }: Course, { points: [[other, another]] }: Course) =>
  day === other && value !== another

const coursesOf = ({ policy, settings }: Written, input: MarketInput): readonly Course[] =>
  CATALOGUE.find(({ name }) => name === policy)?.courses(settings, input) ?? []
