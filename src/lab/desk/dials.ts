/** What can be moved of a pair of worlds, made from declarations: nothing here knows what a policy is about. */
import { NEVER, type Parameter } from '../../engine/index.ts'
import { CATALOGUE, type MarketInput, type Policy } from '../../market/index.ts'
import {
  type LANGUAGES,
  labelsIn,
  labelsOf,
  nameOf,
  optionSaid,
  parameterWords,
  said,
  sourceSaid,
} from '../../report/index.ts'
import { child, type MapNode, parameterAt, type ReadScenario } from '../../scenario/index.ts'
import { MATTERING } from './mattering.ts'
import type { Dial, Told } from './messages.ts'

/** A dial without what all of one declaration have in common. */
type Own = Pick<Dial, 'name' | 'paths' | 'of' | 'value'> & Partial<Dial>

const inBoth = <T>(say: (language: (typeof LANGUAGES)[number]) => T): Told<T> => ({
  en: say('en'),
  id: say('id'),
})

export const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Of the policy first, then what shipped studies of sensitivity name. */
export const dialsOf = (before: ReadScenario, after: ReadScenario): Dial[] => [
  ...after.input.policies.flatMap((_, nth) => ofPolicy(after, nth)),
  ...ofCourses(before, after),
  ...MATTERING.flatMap((one) => ofParameter(before, one)),
]

/** What all dials of a declaration say. */
function dial(declared: Parameter, own: Own, input: MarketInput): Dial {
  const { label, source, grade } = declared
  return {
    label: inBoth((language) => said(label, language)),
    kind: declared.kind === 'reference' ? 'choice' : declared.kind,
    unit: declared.kind === 'number' ? declared.unit : '',
    range: declared.kind === 'number' ? declared.range : [0, input.days],
    step: declared.kind === 'number' ? stepOf(declared.range) : 1,
    mixed: false,
    options: [],
    source: inBoth((language) => sourceSaid(source, language)),
    grade,
    gradeWord: inBoth((language) => {
      const say = parameterWords[language]
      return grade === 'assumption' || grade === 'given' ? say[grade] : `${say.grade} ${grade}`
    }),
    hour: '',
    ...own,
  }
}

/** A hundred steps or so over a range, of a round size. */
export function stepOf([low, high]: readonly [number, number]): number {
  const power = 10 ** Math.floor(Math.log10((high - low) / 100))
  const rough = (high - low) / 100 / power
  return Number(((rough >= 5 ? 5 : rough >= 2 ? 2 : 1) * power).toPrecision(1))
}

function ofPolicy({ input, scenario }: ReadScenario, nth: number): Dial[] {
  const { policy, settings } = input.policies[nth]
  const declared = CATALOGUE.find(({ name }) => name === policy)!
  return Object.entries(declared.settings).flatMap(([setting, parameter]) => {
    const path = `policies.${nth + 1}.${policy}.${kebab(setting)}`
    const own = ownOf(parameter, settings[setting], input, labelsOf([scenario]))
    if (own === undefined) return []
    const told = aboutPolicy(declared, setting, parameter)
    return [dial(parameter, { name: path, paths: [path], of: 'policy', ...told, ...own }, input)]
  })
}

function aboutPolicy(policy: Policy, setting: string, { label }: Parameter): Partial<Dial> {
  const { article, indonesian } = policy
  return {
    label: { en: label, id: indonesian.settings[setting] ?? label },
    ...(article === undefined
      ? {}
      : { article: { en: article, id: indonesian.article ?? article } }),
  }
}

/** The value of a setting as a dial has it; undefined of a date that is left out. */
function ownOf(
  parameter: Parameter,
  value: number | string | boolean,
  input: MarketInput,
  labels: Readonly<Record<string, string>>,
): (Partial<Dial> & { readonly value: number }) | undefined {
  if (parameter.kind === 'flag') return { value: Number(value) }
  if (parameter.kind === 'number') return { value: Number(value) }
  if (parameter.kind === 'date') {
    const day = Number(value)
    if (day >= NEVER) return undefined
    return { value: Math.floor(day), hour: hourOf(day) }
  }
  const rows =
    parameter.kind === 'reference'
      ? input.tables[parameter.to].map(({ name }) => name)
      : parameter.options
  const options = rows.map((row) => ({
    value: row,
    label: inBoth((language) =>
      parameter.kind === 'reference'
        ? nameOf(row, language, labelsIn(language, labels))
        : optionSaid(row, language),
    ),
  }))
  const place = parameter.kind === 'reference' ? Number(value) : rows.indexOf(String(value))
  return { value: place, options }
}

/** The hour behind a date, in the time of Jakarta. */
function hourOf(day: number): string {
  const minutes = Math.round((day - Math.floor(day)) * 24 * 60)
  if (minutes === 0) return ''
  const two = (number: number) => String(number).padStart(2, '0')
  return `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}+07:00`
}

/** Dated changes that the policy has and its baseline has not: those of one amount from one day on, alike rows together. */
function ofCourses(before: ReadScenario, after: ReadScenario): Dial[] {
  const own = coursesIn(after.tree).filter(
    ({ path, text }) =>
      !coursesIn(before.tree).some((one) => one.path === path && one.text === text),
  )
  const alike = new Map<string, (typeof own)[number][]>()
  for (const course of own) {
    const key = [course.field, course.does, course.date, course.text].join(' ')
    alike.set(key, [...(alike.get(key) ?? []), course])
  }
  return [...alike.values()].flatMap((together) => {
    const [{ key, text }] = together
    const declared = parameterAt(key)
    const value = amountOf(text)
    if (declared?.kind !== 'number' || value === undefined) return []
    const paths = together.map(({ path }) => path)
    return [dial(declared, { name: paths[0], paths, of: 'policy', value }, after.input)]
  })
}

/** A number as it is written, with its percent sign or unit. */
function amountOf(text: string): number | undefined {
  const [, digits, percent] = /^(-?\d+(?:\.\d+)?)\s*(%)?/.exec(text) ?? []
  if (digits === undefined) return undefined
  return Number(digits) / (percent === undefined ? 1 : 100)
}

const OPERATIONS = ['points', 'at-most', 'at-least', 'add', 'multiply']

/** Every course of a scenario that says one amount from one date on, by the path that sets it. */
function coursesIn(tree: MapNode) {
  const courses = child(tree, 'courses')
  if (courses?.kind !== 'map') return []
  return [...courses.entries.values()].flatMap(({ key, value }) =>
    OPERATIONS.flatMap((does) => {
      const points = value.kind === 'map' ? child(value, does) : undefined
      if (points?.kind !== 'map' || points.entries.size !== 1) return []
      const [{ key: date, value: amount }] = [...points.entries.values()]
      if (amount.kind !== 'scalar') return []
      const field = key.split('.').at(-1) ?? ''
      const { text } = amount
      return [{ key, path: `courses.${key}.${does}.${date}`, field, does, date, text }]
    }),
  )
}

/** A parameter of both worlds that a study names, as the baseline has it. */
function ofParameter({ input }: ReadScenario, one: (typeof MATTERING)[number]): Dial[] {
  const declared = parameterAt(one.path)
  if (declared?.kind !== 'number') return []
  const values = valuesAt(input, one.path)
  if (values.length === 0) return []
  const value = values.reduce((sum, each) => sum + each, 0) / values.length
  const mixed = values.some((each) => each !== values[0])
  const range = one.range ?? declared.range
  const own = { name: one.path, paths: [one.path], of: 'both' as const, value, mixed, range }
  return [dial(declared, { ...own, step: stepOf(range), study: one.study }, input)]
}

/** What a path holds in a scenario, a value a row. */
function valuesAt(input: MarketInput, path: string): number[] {
  const [section, ...rest] = path.split('.')
  const named = (values: Readonly<Record<string, unknown>>, field: string) =>
    Object.entries(values).flatMap(([name, value]) =>
      kebab(name) === field && typeof value === 'number' ? [value] : [],
    )
  if (section === 'rules') return named(input.rules[rest[0]] ?? {}, rest[1])
  const [row, field] = rest.length === 1 ? ['*', rest[0]] : rest
  return (input.tables[section] ?? [])
    .filter(({ name }) => row === '*' || name === row)
    .flatMap(({ values }) => named(values, field))
}
