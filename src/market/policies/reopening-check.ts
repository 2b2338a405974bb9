/** What of a reopening contradicts the scenario or other policies: read when scenarios are, and by nobody who runs them. */
import { dateOfDay, dayOfDate, kebab, type ParameterValues } from '../../engine/index.ts'
import { onDay } from '../in-force.ts'
import { given, type MarketInput, type PolicyInput } from '../input.ts'
import type { CheckedBeside, PolicyFault } from '../policy/policy.ts'
import { routes, venues } from '../tables/index.ts'
import type { SETTINGS } from './reopening.ts'

type Settings = ParameterValues<typeof SETTINGS>
type Fault = PolicyFault<keyof typeof SETTINGS & string>
/** A merger that stands in the list of the scenario. */
type Listed = PolicyInput & { readonly settings: Settings }

const isMerger = (one: PolicyInput): one is Listed => one.policy === 'reopening'

/** What cannot be: no route to the partner, a partner that is closed, two owners on a day, a step that is taken twice. */
export function contradictions(s: Settings, { input, before, all }: CheckedBeside): Fault[] {
  const mergers = before.filter(isMerger)
  return [
    ...withoutRoute(s, input),
    ...all.flatMap((other) => closed(s, other, input)),
    ...twoOwners(s, mergers, input),
    ...takenTwice(s, mergers, input),
  ]
}

const venueName = (input: MarketInput, row: unknown) => input.tables.venues[Number(row)].name

function withoutRoute({ venue, partner }: Settings, input: MarketInput): Fault[] {
  const exists = input.tables.routes.some(
    (_, route) =>
      given(input, routes, route, 'from') === venue &&
      given(input, routes, route, 'to') === partner,
  )
  if (exists) return []
  const [from, to] = [venueName(input, venue), venueName(input, partner)]
  const row = `routes: { ${from}-to-${to}: { from: ${from}, to: ${to}, open: 0 } }`
  const says = {
    en: `no route leads from ${from} to ${to}; write ${row}`,
    id: `tidak ada rute dari ${from} ke ${to}; tulis ${row}`,
  }
  return [{ code: 'no-route', setting: 'partner', says, beside: { setting: 'venue' } }]
}

/** Nothing leads into a checkout that is shut, nor out of what is closed for good. */
function closed(
  { venue, partner, effective }: Settings,
  other: PolicyInput,
  input: MarketInput,
): Fault[] {
  if (other.policy !== 'closure') return []
  const { venue: shut, forGood } = other.settings
  const from = Number(other.settings.effective)
  if (from > effective) return []
  const into = partner === shut && partner !== venue
  const revived = forGood === true && (partner === shut || venue === shut)
  if (!into && !revived) return []
  const [name, since, day] = [
    venueName(input, shut),
    dateText(input, from),
    dateText(input, effective),
  ]
  const says = {
    en: `${name} is closed from ${since} on and cannot be acquired on ${day}`,
    id: `${name} ditutup sejak ${since} dan tidak dapat diambil alih pada ${day}`,
  }
  const setting = partner === shut ? 'partner' : 'venue'
  return [{ code: 'closed-venue', setting, says, beside: { policy: other, setting: 'venue' } }]
}

const dateText = (input: MarketInput, day: number) =>
  dateOfDay(dayOfDate(input.start) + Math.floor(day))

/** Who owns the venue of a merger on its day. */
const ownerOf = ({ venue, effective }: Settings, input: MarketInput): number =>
  onDay(input, venues, venue, 'owner', effective)

/** Who is said to own the partner on the day of the acquisition: by another one, or by a course. */
function twoOwners(s: Settings, mergers: readonly Listed[], input: MarketInput): Fault[] {
  if (!s.ownership) return []
  const day = Math.floor(s.effective)
  const own = ownerOf(s, input)
  const owned = input.courses
    .filter(({ table, field, row }) => table === 'venues' && field === 'owner' && row === s.partner)
    .flatMap((course) =>
      course.points.map(([moment, owner]) => ({ owner, moment, beside: { course } })),
    )
  const bought = mergers
    .filter(({ settings }) => settings.ownership && settings.partner === s.partner)
    .map((policy) => ({
      owner: ownerOf(policy.settings, input),
      moment: policy.settings.effective,
      beside: { policy, setting: 'ownership' },
    }))
  const other = [...owned, ...bought].find(({ moment }) => Math.floor(moment) === day)
  if (other === undefined || other.owner === own) return []
  const company = (row: number) => input.tables.companies[row].name
  const [name, date] = [venueName(input, s.partner), dateText(input, day)]
  const says = {
    en: `${name} has two owners on ${date}: ${company(own)} and ${company(other.owner)}`,
    id: `${name} punya dua pemilik pada ${date}: ${company(own)} dan ${company(other.owner)}`,
  }
  return [{ code: 'two-owners', setting: 'ownership', says, beside: other.beside }]
}

/** Steps of a merger that two companies take once, and whether a divestiture takes them back. */
const ONCE = { ownership: true, data: true, duplicatedJobs: false } as const

/** What is bought cannot be bought again: fees would rise twice, data count twice, the same staff be cut twice. */
function takenTwice(s: Settings, mergers: readonly Listed[], input: MarketInput): Fault[] {
  const same = (setting: keyof typeof ONCE, other: Settings) =>
    s.partner === other.partner &&
    (setting === 'data' ? s.venue === other.venue : ownerOf(s, input) === ownerOf(other, input))
  const lasts = (setting: keyof typeof ONCE, earlier: Settings, later: Settings) =>
    !ONCE[setting] || Math.min(earlier.divest, input.days) > later.effective
  return (Object.keys(ONCE) as (keyof typeof ONCE)[]).flatMap((setting): Fault[] => {
    const other = mergers.find(
      ({ settings }) =>
        Number(s[setting]) > 0 &&
        Number(settings[setting]) > 0 &&
        same(setting, settings) &&
        lasts(setting, settings, s) &&
        lasts(setting, s, settings),
    )
    if (other === undefined) return []
    const name = kebab(setting)
    const partner = venueName(input, s.partner)
    const [first, again] = [other.settings, s].map(({ effective }) => dateText(input, effective))
    const says = {
      en: `${name} of ${partner} is taken on ${first} and, while it lasts, again on ${again}: it would count twice. Write it once`,
      id: `${name} dari ${partner} berlaku sejak ${first} dan, selagi masih berlaku, sekali lagi sejak ${again}: terhitung dua kali. Tulis sekali saja`,
    }
    return [{ code: 'step-taken-twice', setting, says, beside: { policy: other, setting } }]
  })
}
