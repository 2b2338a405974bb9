/** The text of a new scenario: a base, a policy, a date, and what else could be said, as comments. */
import { DAYS_A_WEEK, dateOfDay, dayOfDate, type Parameter } from '../engine/index.ts'
import { type Policy, policyCalled } from '../market/index.ts'
import type { Finding } from './finding.ts'
import type { Load } from './layers.ts'
import { kebab } from './names.ts'
import { type ReadScenario, readScenario } from './read-scenario.ts'
import { MAIN_WINDOW } from './shape.ts'

export interface Asked {
  readonly title: string
  /** As it is to stand in the file. */
  readonly extends: string
  readonly policy: string
  /** The first day on which it holds. */
  readonly from: string
}

/** Rows that are tried for a setting that needs one, before giving up. */
const MOST_TRIES = 60

/**
 * A text that reads without a finding at its path, or what is wrong with the first one tried. Where a policy needs a
 * venue or a programme the first one with which it can stand is named.
 */
export function newScenario(
  asked: Asked,
  path: string,
  base: ReadScenario,
  load: Load,
): { readonly text: string } | { readonly findings: readonly Finding[] } {
  const policy = asked.policy === undefined ? undefined : policyCalled(asked.policy)
  let findings: readonly Finding[] | undefined
  for (const rows of policy ? choicesOf(policy, base).slice(0, MOST_TRIES) : [{}]) {
    const text = textOf(asked, policy, rows, base)
    const overlaid = Object.assign((one: string) => (one === path ? { text } : load(one)), load)
    const read = readScenario(path, overlaid)
    if (read.ok) return { text }
    findings ??= read.findings
  }
  return { findings: findings ?? [] }
}

type Rows = Readonly<Record<string, string>>

/** Every way to fill the settings that name a row and have no default; platforms with a feed come first. */
function choicesOf({ settings }: Policy, { input }: ReadScenario): Rows[] {
  const needed = Object.entries(settings).flatMap(([name, parameter]) =>
    parameter.kind === 'reference' && parameter.default === '' ? [[name, parameter.to]] : [],
  )
  return needed.reduce<Rows[]>(
    (ways, [name, table]) => {
      const streams = (row: { values: Readonly<Record<string, unknown>> }) =>
        Number(row.values.streams ?? 0)
      const rows = [...input.tables[table]].sort((a, b) => streams(b) - streams(a))
      return ways.flatMap((way) => rows.map((row) => ({ ...way, [name]: row.name })))
    },
    [{}],
  )
}

const quoted = (text: string) =>
  /^[\p{L}][\p{L}\p{N} ,()-]*$/u.test(text) ? text : JSON.stringify(text)

/** Days of the window that the scenario reports. */
const REPORTED = 13 * DAYS_A_WEEK

function textOf(asked: Asked, policy: Policy | undefined, rows: Rows, base: ReadScenario): string {
  const { start, days } = base.input
  const from = dayOfDate(asked.from)
  const last = dayOfDate(start) + days - 1
  const to = dateOfDay(Math.min(last, from + REPORTED - 1))
  return `title: ${quoted(asked.title)}
# question: What is it to answer?
# indonesian: { title: ..., question: ... }
extends: ${quoted(asked.extends)}

${policy ? policyLines(policy, rows, asked.from, to, base).join('\n') : COURSE.replaceAll('DATE', asked.from)}

# Periods to report. The main window is the one ${MAIN_WINDOW}.
windows:
  first quarter: ${asked.from} to ${to}

# Any number of the base may be replaced here: npx pasar params WORDS finds it, npx pasar show says what it is now.
# venues:
#   shopee: { commission: 4.5 % }
`
}

const COURSE = `# A number that changes on a day; the policies that there are: npx pasar policies.
# courses:
#   venues.shopee.commission: { points: { DATE: 6 % } }`

function policyLines(
  policy: Policy,
  rows: Rows,
  from: string,
  to: string,
  base: ReadScenario,
): string[] {
  const settings = Object.entries(policy.settings).map(([name, parameter]) => {
    const value = needed(parameter) ? (rows[name] ?? from) : defaultText(parameter, to)
    // A setting without effect by default is left open: the author has to fill it in.
    const open = needed(parameter) || (parameter.kind === 'number' && parameter.default === 0)
    const line = `${kebab(name)}: ${value}`
    return `${open ? '      ' : '      # '}${line}  # ${aboutOf(parameter, base)}`
  })
  return [
    `# ${policy.does}`,
    ...(policy.article ? [`# Implements: ${policy.article}.`] : []),
    'policies:',
    `  - ${policy.name}:`,
    ...settings,
  ]
}

const needed = (parameter: Parameter): boolean =>
  parameter.kind === 'date'
    ? parameter.optional !== true
    : parameter.kind === 'reference' && parameter.default === ''

const defaultText = (parameter: Parameter, to: string): string =>
  parameter.kind === 'date' ? to : String(parameter.default)

/** What a setting means and what it can be, in one line. */
function aboutOf(parameter: Parameter, { input }: ReadScenario): string {
  const label = parameter.label
  switch (parameter.kind) {
    case 'number':
      return `${label}: ${parameter.range[0]} to ${parameter.range[1]} ${parameter.unit}`
    case 'choice':
      return `${label}: ${parameter.options.join(', ')}`
    case 'reference':
      return `${label}: ${input.tables[parameter.to].map(({ name }) => name).join(', ')}`
    case 'flag':
      return `${label}: true or false`
    case 'date':
      return `${label}${parameter.optional ? ', if at all' : ''}`
  }
}
