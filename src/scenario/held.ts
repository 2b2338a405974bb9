/** What a scenario holds once all its files lie over each other: every value, and where it comes from. */
import {
  answerOf,
  dateOfDay,
  dayOfDate,
  NEVER,
  type Parameter,
  type Table,
} from '../engine/index.ts'
import { DAY, type PolicyInput, policyOf, TABLES } from '../market/index.ts'
import {
  courseText,
  type DifferenceWords,
  englishDifferences,
  momentText,
  nameOf,
} from './fingerprint.ts'
import { kebab } from './names.ts'
import { child, type MapNode, type Node } from './node.ts'
import type { ReadScenario } from './read-scenario.ts'
import { RUNS, SIZE } from './shape.ts'

type Plain = number | string | boolean

export interface HeldValue {
  /** As `--set` takes it. */
  readonly path: string
  readonly label: string
  readonly value: Plain
  readonly unit: string
  /** `file:line`, or the number of the `--set`; nothing where it is a default. */
  readonly place?: string
  /** Where the number comes from, as the scenario or the declaration says. */
  readonly source?: string
}

/** A value that two scenarios hold differently; nothing where one of them has no such value. */
export interface Change {
  readonly path: string
  readonly label: string
  readonly before?: Plain
  readonly after?: Plain
  readonly unit: string
  readonly placeBefore?: string
  readonly placeAfter?: string
}

/**
 * Every value of a scenario, what is dated before tables and rules.
 * @param words of courses
 */
export function heldBy(
  read: ReadScenario,
  words: DifferenceWords = englishDifferences,
): HeldValue[] {
  return [
    ...topOf(read),
    ...calendarOf(read),
    ...policiesOf(read),
    ...coursesOf(read, words),
    ...windowsOf(read),
    ...TABLES.flatMap((table) => tableOf(table, read)),
    ...rulesOf(read),
  ]
}

/** Those of them at the path of a parameter, whose stars stand for rows. */
export function valuesAt(path: string, held: readonly HeldValue[]): HeldValue[] {
  const parts = path.split('.').map((part) => (part === '*' ? '[^.]+' : part))
  // Of policies that stand twice the number leads the name.
  const pattern = new RegExp(
    `^${parts.join('\\.').replace(/^policies\\\./, 'policies\\.(\\d+\\.)?')}$`,
  )
  return held.filter((one) => pattern.test(one.path))
}

const nodeAt = (root: Node, keys: readonly string[]): Node | undefined =>
  keys.reduce<Node | undefined>((node, key) => child(node, key), root)

const nodePlace = (node: Node | undefined): string | undefined => {
  // A number with its source stands where its value does.
  const place = (child(node, 'value') ?? node)?.place
  if (place === undefined || place.source.layer < 0) return undefined
  const { name } = place.source
  return name.startsWith('--set') ? name : `${name}:${place.line}`
}

const placed = (node: Node | undefined): { place?: string } => {
  const place = nodePlace(node)
  return place === undefined ? {} : { place }
}

function topOf({ scenario, input, tree }: ReadScenario): HeldValue[] {
  const text = (path: string, label: string, value: Plain, unit = ''): HeldValue => ({
    path,
    label,
    value,
    unit,
    ...(value === '' ? {} : placed(nodeAt(tree, path.split('.')))),
  })
  const buyers = nodeAt(tree, ['size', 'buyers']) ?? nodeAt(tree, ['buyers', 'count'])
  return [
    text('title', 'Name of the scenario', scenario.title),
    text('question', 'The question it answers', scenario.question),
    text('seed', 'Seed', scenario.seed),
    text('runs', RUNS.label, scenario.runs, RUNS.unit),
    ...(['buyers', 'sellers', 'creators'] as const).map((name) => ({
      ...text(`size.${name}`, SIZE[name].label, input.size[name], SIZE[name].unit),
      ...(name === 'buyers' ? placed(buyers) : {}),
    })),
  ]
}

function calendarOf({ input, tree }: ReadScenario): HeldValue[] {
  const { start, days, season, solveUntil } = input
  const one = (name: string, label: string, value: Plain): HeldValue => ({
    path: `calendar.${name}`,
    label,
    value,
    unit: '',
    ...placed(nodeAt(tree, ['calendar', name])),
  })
  const lebaran = season.lebaran.map((day) => momentText(input, day)).join(', ')
  const end = one('end', 'Last day', dateOfDay(dayOfDate(start) + days - 1))
  return [
    one('start', 'First day', start),
    { ...end, ...placed(nodeAt(tree, ['calendar', 'end']) ?? nodeAt(tree, ['calendar', 'weeks'])) },
    one('lebaran', 'Lebaran', lebaran || 'none'),
    one('double-dates', 'Shopping days such as 10.10', season.doubleDates),
    one('solve-until', 'Constants are solved before', momentText(input, solveUntil)),
  ]
}

/** A number of the input as it would be written. */
function written(parameter: Parameter | undefined, value: Plain, read: ReadScenario): Plain {
  switch (parameter?.kind) {
    case 'flag':
      return value === true || value === 1
    case 'number':
      return answerOf(parameter, Number(value))
    case 'choice':
      return typeof value === 'number' ? parameter.options[value] : value
    case 'reference':
      return nameOf(read.input, parameter.to, Number(value))
    case 'date':
      return Number(value) === NEVER ? 'never' : momentText(read.input, Number(value))
    default:
      return value
  }
}

/** In a textbook market these stand for values of tables. */
const BUYERS: Readonly<Record<string, string>> = {
  'households.price-sensitivity': 'price-sensitivity',
  'categories.occasion-rate': 'occasions',
  'categories.outside': 'outside',
}

function held(
  path: string,
  parameter: Parameter,
  value: Plain,
  node: Node | undefined,
  read: ReadScenario,
): HeldValue {
  const found = placed(node)
  const said = read.scenario.numbers.filter((number) => number.path === path).at(-1)
  const declared = 'default' in parameter ? parameter.default : undefined
  const shown = written(parameter, value, read)
  const neutral = read.scenario.textbook && declared !== shown
  const source =
    found.place === undefined
      ? neutral
        ? 'neutral in a textbook market'
        : parameter.source
      : said?.source
  return {
    path,
    label: parameter.label,
    value: shown,
    unit: parameter.kind === 'number' ? parameter.unit : '',
    ...found,
    ...(source === undefined ? {} : { source }),
  }
}

function tableOf(table: Table, read: ReadScenario): HeldValue[] {
  const { input, tree } = read
  const names = (per: string) => input.tables[per].map(({ name }) => name)
  return input.tables[table.name].flatMap((row) => {
    const keys = table.single ? [table.name] : [table.name, row.name]
    return Object.entries(table.fields).flatMap(([field, parameter]) => {
      const path = [...keys, kebab(field)]
      const buyers = BUYERS[`${table.name}.${kebab(field)}`]
      const node = nodeAt(tree, path) ?? (buyers && nodeAt(tree, ['buyers', buyers])) ?? undefined
      const value = row.values[field]
      if (typeof value === 'number')
        return [held(path.join('.'), parameter, value, node || undefined, read)]
      const per = parameter.kind === 'number' && parameter.per ? names(parameter.per) : []
      return value.map((one, at) => {
        const own = child(node || undefined, per[at])
        const rest = own ?? child(node || undefined, 'other') ?? beneath(node || undefined)
        const number = held([...path, per[at]].join('.'), parameter, one, rest, read)
        return { ...number, ...sourceOfRest(path.join('.'), own !== undefined, read) }
      })
    })
  })
}

/** What holds for the rows that a map does not name; a plain number holds for all. */
const beneath = (node: Node | undefined): Node | undefined =>
  node?.kind === 'map' ? (child(node, 'value') ?? node.beneath) : node

/** The number for the rest is recorded under its own name. */
function sourceOfRest(path: string, own: boolean, { scenario }: ReadScenario) {
  const rest = scenario.numbers.find((one) => one.path === `${path}.other` || one.path === path)
  return own || rest?.source === undefined ? {} : { source: rest.source }
}

const rulesOf = (read: ReadScenario): HeldValue[] =>
  DAY.flatMap((rule) =>
    Object.entries(rule.parameters).map(([name, parameter]) => {
      const keys = ['rules', rule.name, kebab(name)]
      const value = read.input.rules[rule.name][name]
      return held(keys.join('.'), parameter, value, nodeAt(read.tree, keys), read)
    }),
  )

function coursesOf({ input, tree, courses }: ReadScenario, words: DifferenceWords): HeldValue[] {
  const section = child(tree, 'courses')
  const entries = section?.kind === 'map' ? [...section.entries.values()] : []
  return entries.flatMap((entry) => {
    const own = courses.filter(({ key }) => key === entry.key)
    if (own.length === 0) return []
    // Rows under one key mostly have the same.
    const said = own.map(({ operation }) =>
      courseText(operation, input, undefined, words).replace(/^.*?: /, ''),
    )
    const one = { path: `courses.${entry.key}`, label: 'Dated values', unit: '' }
    return [{ ...one, value: [...new Set(said)].join('; '), ...placed(entry.value) }]
  })
}

function policiesOf(read: ReadScenario): HeldValue[] {
  const { input, tree } = read
  const list = child(tree, 'policies')
  const items = list?.kind === 'list' ? list.items : []
  return input.policies.flatMap((one, at) => {
    const { policy, settings } = one
    const alone = input.policies.filter((other) => other.policy === policy).length === 1
    const prefix = alone ? `policies.${policy}` : `policies.${at + 1}.${policy}`
    const declared = policyOf(one).settings
    const values = Object.entries(settings).map(([name, value]) => {
      const node = nodeAt(items[at] ?? tree, [policy, kebab(name)])
      return held(`${prefix}.${kebab(name)}`, declared[name], value, node, read)
    })
    return [...values, ...programOf(one, prefix, tree)]
  })
}

/** The mark of the program of a policy from outside, and the line that names its file. */
const programOf = ({ module }: PolicyInput, prefix: string, tree: MapNode): HeldValue[] =>
  module === undefined
    ? []
    : [
        {
          path: `${prefix}.program`,
          label: 'Mark of its program',
          value: module,
          unit: '',
          ...placed(child(tree, 'use')),
        },
      ]

const windowsOf = ({ input, scenario, tree }: ReadScenario): HeldValue[] =>
  scenario.windows.map(({ name, from, to }) => ({
    path: `windows.${name}`,
    label: 'Period to report',
    value: `${momentText(input, from)} to ${momentText(input, to - 1)}`,
    unit: '',
    ...placed(windowNode(tree, name)),
  }))

const windowNode = (tree: MapNode, name: string) => nodeAt(tree, ['windows', name])

/** What differs between two scenarios, in the order of the second, then what only the first has. */
export function changesOf(before: readonly HeldValue[], after: readonly HeldValue[]): Change[] {
  const old = new Map(before.map((one) => [one.path, one]))
  const now = new Set(after.map(({ path }) => path))
  return [
    ...after.flatMap((one) => {
      const was = old.get(one.path) ?? undated(one, before)
      return was?.value === one.value ? [] : [change(was, one)]
    }),
    ...before.filter(({ path }) => !now.has(path)).map((one) => change(one, undated(one, after))),
  ]
}

const COURSE = /^courses\./

/** The value that a course changes, where the other scenario has it without a course, the same for all rows. */
function undated({ path }: HeldValue, held: readonly HeldValue[]): HeldValue | undefined {
  if (!COURSE.test(path)) return undefined
  const values = valuesAt(path.replace(COURSE, ''), held)
  const isOne = new Set(values.map(({ value }) => value)).size === 1
  return isOne ? { ...values[0], path } : undefined
}

function change(before: HeldValue | undefined, after: HeldValue | undefined): Change {
  const { path, label, unit } = (after ?? before)!
  return {
    path,
    label,
    unit,
    ...(before === undefined ? {} : { before: before.value }),
    ...(after === undefined ? {} : { after: after.value }),
    ...(before?.place === undefined ? {} : { placeBefore: before.place }),
    ...(after?.place === undefined ? {} : { placeAfter: after.place }),
  }
}

/**
 * Values of one field that are the same for every row of another table, as one: `venues.shopee.commission.*`. A single
 * one keeps its path.
 */
export function summed<T extends { readonly path: string }>(values: readonly T[]): T[] {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const parts = value.path.split('.')
    const inner = parts[0] !== 'courses' && parts[0] !== 'windows' && isPer(parts)
    const group = inner ? `${parts.slice(0, -1).join('.')}.*` : value.path
    const { path: _, ...rest } = value
    const key = `${group} ${JSON.stringify(rest)}`
    groups.set(key, [...(groups.get(key) ?? []), { ...value, group } as T])
  }
  return [...groups.values()].flatMap((same) => {
    const { group, ...first } = same[0] as T & { group: string }
    const others = values.filter(({ path }) => path.startsWith(group.replace(/\*$/, '')))
    return same.length > 1 && same.length === others.length
      ? [{ ...first, path: group } as unknown as T]
      : same.map(({ group: _, ...one }: T & { group?: string }) => one as unknown as T)
  })
}

/** Whether the last part of a path names a row of another table. */
function isPer([table, row, field, last]: readonly string[]): boolean {
  const declared = TABLES.find(({ name }) => name === table)
  const [key, name] = declared?.single ? [row, field] : [field, last]
  const parameter = Object.entries(declared?.fields ?? {}).find(([one]) => kebab(one) === key)?.[1]
  return name !== undefined && parameter?.kind === 'number' && parameter.per !== undefined
}
