/** Reads whom a person asks and about which day, as both are written. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import { AGENTS, type Agent, type AgentKind, type MarketInput } from '../../market/index.ts'
import { nearest, type Scenario, whyNoDate } from '../../scenario/index.ts'

const FORM = `expected ${AGENTS.slice(0, 3)
  .map((kind) => `${kind}:NUMBER`)
  .join(', ')} or platform:NAME`

/** Names of the venues that platforms run. */
export const platformsOf = ({ tables }: MarketInput): string[] =>
  tables.venues.filter(({ values }) => Number(values.platform) > 0).map(({ name }) => name)

/** How an agent is written: `buyer:4127`, `platform:tiktok-shop`. */
export const agentText = ({ kind, row }: Agent, { tables }: MarketInput): string =>
  `${kind}:${kind === 'platform' ? tables.venues[row].name : row}`

/** An agent by its text, or what is wrong with it; a number alone is that of a buyer. */
export function readAgent(text: string, input: MarketInput): Agent | { readonly fault: string } {
  const whole = /^\d+$/.test(text.trim()) ? `buyer:${text.trim()}` : text.trim()
  const [, kind, name] = /^([a-z]+):(.+)$/.exec(whole) ?? []
  if (kind === undefined) return { fault: `the agent is ${text}, ${FORM}` }
  const known = AGENTS.find((one): one is AgentKind => one === kind)
  if (known === undefined) {
    const meant = nearest(kind, [...AGENTS])
    const hint = meant === undefined ? FORM : `did you mean ${meant}:${name}?`
    return { fault: `nobody is a ${kind}: ${hint}` }
  }
  if (known === 'platform') return platformCalled(name, input)
  const count = input.size[`${known}s`]
  const row = known === 'seller' ? sellerRow(name, input) : rowIn(name)
  if (count === 0) return { fault: `this market has no ${known}s` }
  if (row < count) return { kind: known, row }
  return { fault: `there is no ${known} ${name}: they go from 0 to ${count - 1} in this market` }
}

/** NaN of what is no row. */
const rowIn = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN)

/** Sellers that a textbook market lists have names. */
function sellerRow(name: string, { tables }: MarketInput): number {
  const same = (one: string) => one.toLowerCase() === name.toLowerCase()
  const listed = tables.sellers.findIndex((one) => same(one.name) || same(one.label))
  return listed < 0 ? rowIn(name) : listed
}

function platformCalled(name: string, input: MarketInput): Agent | { readonly fault: string } {
  const names = platformsOf(input)
  if (names.includes(name))
    return { kind: 'platform', row: input.tables.venues.findIndex((one) => one.name === name) }
  if (names.length === 0) return { fault: 'this market has no platforms' }
  const meant = nearest(name, names)
  const hint = meant === undefined ? `they are ${names.join(', ')}` : `did you mean ${meant}?`
  return { fault: `there is no platform ${name}: ${hint}` }
}

/** A day by its date, since the start of the run, or what is wrong with it. */
export function readDay(
  text: string,
  { input }: Pick<Scenario, 'input'>,
): number | { readonly fault: string } {
  const why = whyNoDate(text.trim())
  if (why !== undefined) return { fault: `the day is ${text}, ${why}` }
  const start = dayOfDate(input.start)
  const day = dayOfDate(text.trim()) - start
  if (day >= 0 && day < input.days) return day
  const last = dateOfDay(start + input.days - 1)
  return { fault: `${text} is outside the run, which goes from ${input.start} to ${last}` }
}
