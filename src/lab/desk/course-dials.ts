/** Dials of dated changes: one for each step of a course, called by its date where the course has several. */
import type { NumberParameter } from '../../engine/index.ts'
import { formatDate, type Language, labelsIn, labelsOf, nameOf, said } from '../../report/index.ts'
import {
  child,
  type Entry,
  inUnit,
  itemsOf,
  type MapNode,
  type Node,
  parameterAt,
  parseQuantity,
  type ReadScenario,
} from '../../scenario/index.ts'
import { dial, inBoth, stepOf } from './dial.ts'
import type { Dial, Told } from './messages.ts'

/** One amount of a course, from a date on, or at a date through which straight lines lead. */
interface Step {
  /** Of the value that is moved: `venues.shopee.commission`. */
  readonly key: string
  readonly does: (typeof OPERATIONS)[number]
  readonly date: string
  /** As it is written. */
  readonly text: string
  /** The ends of the range that is written beside it; none where there is none. */
  readonly ends: readonly string[]
  /** The path that sets it. */
  readonly path: string
  readonly isLinear: boolean
  /** Whether the course has other steps. */
  readonly isOneOfSeveral: boolean
}

const OPERATIONS = ['points', 'at-most', 'at-least', 'add', 'multiply'] as const

/** What an amount does to the value in force; a plain one is the value. */
const DOES: Readonly<Record<Step['does'], Told | undefined>> = {
  points: undefined,
  'at-most': { en: 'at most', id: 'paling banyak' },
  'at-least': { en: 'at least', id: 'paling sedikit' },
  add: { en: 'added', id: 'ditambah' },
  multiply: { en: 'multiplied by', id: 'dikalikan' },
}

/** Steps that the policy has and its baseline has not; those that say the same of several rows move together. */
export function ofCourses(before: ReadScenario, after: ReadScenario): Dial[] {
  const known = new Set(stepsIn(before.tree).map(({ path, text }) => `${path} ${text}`))
  const own = stepsIn(after.tree).filter(({ path, text }) => !known.has(`${path} ${text}`))
  const alike = new Map<string, Step[]>()
  for (const step of own) alike.set(formOf(step), [...(alike.get(formOf(step)) ?? []), step])
  const found = [...alike.values()].flatMap((steps) => dialOf(steps, after) ?? [])
  const isShared = ({ label }: Dial) =>
    found.filter((other) => other.dial.label.en === label.en).length > 1
  // Where one label stands for several dials, it is told which rows each of them moves.
  return found.map(({ dial: one, rows }) =>
    isShared(one) && rows.en !== ''
      ? { ...one, label: inBoth((language) => `${one.label[language]}: ${rows[language]}`) }
      : one,
  )
}

/** The row of a path, and what of it is the same for all rows; a table of one row has none. */
function partsOf(key: string): { readonly field: string; readonly rows: readonly string[] } {
  const [table, row, ...field] = key.split('.')
  return table === 'rules' || field.length === 0
    ? { field: key, rows: [] }
    : {
        field: [table, ...field].join('.'),
        rows: [row, ...field.slice(1)].filter((one) => one !== '*'),
      }
}

/** What steps have in common that move together. */
const formOf = ({ key, does, date, text, ends, isLinear, isOneOfSeveral }: Step): string =>
  [partsOf(key).field, does, date, text, ...ends, isLinear, isOneOfSeveral].join(' ')

function dialOf(steps: readonly Step[], { input, scenario }: ReadScenario) {
  const [step] = steps
  const declared = parameterAt(step.key)
  const quantity = parseQuantity(step.text)
  if (declared?.kind !== 'number' || quantity === undefined) return undefined
  const unit = step.does === 'multiply' ? 'factor' : declared.unit
  const value = inUnit(quantity, unit)
  if (value === undefined) return undefined
  const paths = steps.map(({ path }) => path)
  const [low, high] = step.ends.map((end) => {
    const written = parseQuantity(end)
    return written && inUnit(written, unit)
  })
  const range =
    low === undefined || high === undefined
      ? rangeOf(step, declared, value)
      : ([low, high] as const)
  const label = inBoth((language) => labelOf(step, declared, language))
  const own = { name: paths[0], paths, of: 'policy' as const, value, unit, label, range }
  const names = labelsOf([scenario])
  const rows = inBoth((language) =>
    [...new Set(steps.flatMap(({ key }) => partsOf(key).rows))]
      .map((row) => nameOf(row, language, labelsIn(language, names)))
      .join(', '),
  )
  return { dial: dial(declared, { ...own, step: stepOf(range) }, input), rows }
}

/** What a factor goes up to where it is not larger. */
const FACTOR = 2

/** The amounts that a step can have: those of the value itself, changes between them, or factors. */
function rangeOf(
  { does }: Step,
  { range: [low, high] }: NumberParameter,
  value: number,
): readonly [number, number] {
  if (does === 'multiply') return [0, Math.max(FACTOR, 2 * value)]
  return does === 'add' ? [low - high, high - low] : [low, high]
}

function labelOf(step: Step, { label }: NumberParameter, language: Language): string {
  const does = DOES[step.does]
  const what =
    does === undefined ? said(label, language) : `${said(label, language)}, ${does[language]}`
  if (!step.isOneOfSeveral) return what
  const when = (step.isLinear ? ON : FROM)[language](formatDate(step.date.slice(0, DATE), language))
  return `${what}, ${when}`
}

/** Letters of a date, before its hour. */
const DATE = 10

const FROM = { en: (date: string) => `from ${date}`, id: (date: string) => `mulai ${date}` }
/** Straight lines lead through the amounts at these dates. */
const ON = { en: (date: string) => `on ${date}`, id: (date: string) => `pada ${date}` }

/** Every amount of every course of a scenario. */
function stepsIn(tree: MapNode): Step[] {
  const courses = child(tree, 'courses')
  if (courses?.kind !== 'map') return []
  return [...courses.entries.values()].flatMap(({ key, value }) => {
    const isStraight = textOf(child(value, 'linear')) === 'true'
    const written = OPERATIONS.filter((does) => child(value, does) !== undefined)
    return written.flatMap((does) => {
      const points = child(value, does)
      if (points?.kind !== 'map') return []
      // Beside an operation the lines are those of the points.
      const isLinear = isStraight && (does === 'points' || written.length === 1)
      return [...points.entries.values()].flatMap((point) =>
        amountsOf(point).map(({ path, text, ends }) => ({
          ...{ key, does, date: point.key, text, ends, isLinear },
          path: `courses.${key}.${does}.${path}`,
          isOneOfSeveral: points.entries.size > 1,
        })),
      )
    })
  })
}

/** An amount as it is written, alone or beside its source and the range in which it is held possible. */
function amountsOf({ key, value }: Entry): readonly Pick<Step, 'path' | 'text' | 'ends'>[] {
  const inner = textOf(child(value, 'value'))
  const text = inner ?? textOf(value)
  if (text === undefined) return []
  const ends = itemsOf(child(value, 'range')).flatMap((end) => textOf(end) ?? [])
  return [{ path: inner === undefined ? key : `${key}.value`, text, ends }]
}

const textOf = (node: Node | undefined): string | undefined =>
  node?.kind === 'scalar' ? node.text : undefined
