/** What can be moved of a pair of worlds, made from declarations: nothing here knows what a policy is about. */
import { kebab, NEVER, type Parameter } from '../../engine/index.ts'
import { type MarketInput, type Policy, policyOf } from '../../market/index.ts'
import { labelsIn, labelsOf, nameOf, optionSaid } from '../../report/index.ts'
import { parameterAt, type ReadScenario } from '../../scenario/index.ts'
import { ofCourses } from './course-dials.ts'
import { dial, inBoth, stepOf } from './dial.ts'
import { MATTERING } from './mattering.ts'
import type { Dial } from './messages.ts'

/** Of the policy first, then what shipped studies of sensitivity name. */
export const dialsOf = (before: ReadScenario, after: ReadScenario): Dial[] => [
  ...after.input.policies.flatMap((_, nth) => ofPolicy(after, nth)),
  ...ofCourses(before, after),
  ...MATTERING.flatMap((one) => ofParameter(before, one)),
]

function ofPolicy({ input, scenario }: ReadScenario, nth: number): Dial[] {
  const { policy, settings } = input.policies[nth]
  const declared = policyOf(input.policies[nth])
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
