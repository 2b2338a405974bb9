/** Whether the declaration of a policy is whole: what people, tables and pages are told of it is there, in both languages. */
import { CADENCES, type Column, DATE_ROLES, GRADES, type Parameter } from '../../engine/index.ts'
import { MORE } from '../measures/measure.ts'
import { SECTORS } from '../populations/index.ts'
import { TABLES } from '../tables/index.ts'
import { type Flaw, flaw, oneOf, otherThan, partOf, texts } from './faulty.ts'
import type { Additions, Policy } from './policy.ts'

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const BOTH = { en: "'...'", id: "'...'" }

/** Walks all of a declaration, whatever its types say: a file may be JavaScript, or have types that nobody has looked at. */
export const flawsOfWhole = (policy: Policy): Flaw[] => [
  ...flawsOfName(policy),
  ...texts(policy, '', { does: "'taxes what firms sell'" }),
  ...flawsOfIndonesian(policy),
  ...Object.entries(policy.settings).flatMap(([name, one]) =>
    flawsOfParameter(one, `settings.${name}`),
  ),
  ...flawsOfAdditions(policy.adds ?? {}),
]

function flawsOfName({ name }: Policy): Flaw[] {
  if (typeof name === 'string' && NAME.test(name)) return []
  const better = `${name ?? ''}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-$/g, '')
  const example = better === '' ? 'my-levy' : better
  return [
    otherThan(
      'name',
      name,
      `lower-case words joined by hyphens, as in ${example}`,
      `kata berhuruf kecil yang disambung tanda hubung, misalnya ${example}`,
    ),
  ]
}

function flawsOfIndonesian({ indonesian, article, settings }: Policy): Flaw[] {
  const labels = partOf(indonesian, 'settings') ?? {}
  return [
    ...texts(indonesian, 'indonesian', {
      name: "'pungutan'",
      does: "'memungut sebagian penjualan'",
      ...(article === undefined ? {} : { article: "'pasal 1'" }),
    }),
    ...texts(
      labels,
      'indonesian.settings',
      Object.fromEntries(Object.keys(settings).map((name) => [name, "'...'"])),
    ),
    ...Object.keys(labels)
      .filter((name) => !Object.hasOwn(settings, name))
      .map((name) =>
        flaw(
          `indonesian.settings.${name}`,
          `indonesian.settings.${name} names no setting: the settings are ${Object.keys(settings).join(', ')}`,
          `indonesian.settings.${name} bukan nama setelan: setelannya ${Object.keys(settings).join(', ')}`,
        ),
      ),
  ]
}

/** A setting, or a field that is added. */
function flawsOfParameter(one: Parameter, where: string): Flaw[] {
  return [
    ...texts(one, where, {
      label: "'Rate of the levy'",
      source: "'given: the scenario says it'",
    }),
    ...oneOf(one, where, 'grade', GRADES),
    ...flawsOfKind(one, where),
  ]
}

function flawsOfKind(one: Parameter, where: string): Flaw[] {
  const at = `${where}.default`
  switch (partOf(one, 'kind') as Parameter['kind'] | undefined) {
    case 'number':
      return flawsOfNumber(one, where)
    case 'flag': {
      const got = partOf(one, 'default')
      return typeof got === 'boolean'
        ? []
        : [otherThan(at, got, 'true or false', 'true atau false')]
    }
    case 'choice': {
      const options = partOf(one, 'options')
      return Array.isArray(options) && options.length > 0
        ? oneOf(one, where, 'default', options)
        : texts({}, where, { options: "['low', 'high']" })
    }
    case 'reference':
      return oneOf(
        one,
        where,
        'to',
        TABLES.map(({ name }) => name),
      )
    case 'date':
      return oneOf(one, where, 'role', DATE_ROLES)
    default:
      return [
        otherThan(
          where,
          one,
          'what number, share, yesNo, flag, choice, reference or date of the kit return',
          'hasil number, share, yesNo, flag, choice, reference, atau date',
        ),
      ]
  }
}

function flawsOfNumber(one: Parameter, where: string): Flaw[] {
  const [range, start, unit] = ['range', 'default', 'unit'].map((part) => partOf(one, part))
  const [low, high] = (Array.isArray(range) ? range : []) as unknown[]
  const isRange = Number.isFinite(low) && Number.isFinite(high) && Number(low) <= Number(high)
  return [
    ...(typeof unit === 'string' ? [] : texts({}, where, { unit: "'kRp'" })),
    ...(isRange
      ? []
      : [
          otherThan(
            `${where}.range`,
            range,
            'the smallest and the largest value, as in range: [0, 1]',
            'nilai terkecil dan terbesar, misalnya range: [0, 1]',
          ),
        ]),
    ...(Number.isFinite(start) &&
    (!isRange || (Number(start) >= Number(low) && Number(start) <= Number(high)))
      ? []
      : [
          otherThan(
            `${where}.default`,
            start,
            isRange ? `a number from ${low} to ${high}` : 'a number',
            isRange ? `angka dari ${low} sampai ${high}` : 'angka',
          ),
        ]),
  ]
}

function flawsOfAdditions({
  fields = [],
  columns = [],
  rules = [],
  flows = [],
  measures = {},
}: Additions): Flaw[] {
  const named = (where: string, name: unknown, at: number | string) =>
    `adds.${where}.${typeof name === 'string' && name !== '' ? name : at}`
  return [
    ...fields.flatMap((table) =>
      Object.entries(table.fields ?? {}).flatMap(([name, one]) =>
        flawsOfParameter(one, `adds.fields.${name}`),
      ),
    ),
    ...columns
      .flatMap((one) => Object.values(one.columns ?? {}))
      .flatMap((one) => flawsOfColumn(one, `adds.columns.${one.name}`)),
    ...rules.flatMap(({ rule }, at) =>
      rule === undefined ? [] : flawsOfRule(rule, named('rules', rule.name, at)),
    ),
    ...flows.flatMap((one, at) => {
      const where = named('flows', partOf(one, 'name'), at)
      return [
        ...texts(one, where, { name: "'my levy'" }),
        ...texts(partOf(one, 'label'), `${where}.label`, BOTH),
        ...oneOf(one, where, 'with', SECTORS),
      ]
    }),
    ...Object.entries(measures).flatMap(([key, one]) => {
      const where = `adds.measures.${key}`
      return [
        ...texts(one, where, { name: "'my levy'", unit: "'mRp/week'" }),
        ...texts(partOf(one, 'label'), `${where}.label`, BOTH),
        ...oneOf(one, where, 'more', MORE),
      ]
    }),
  ]
}

const flawsOfRule = (rule: object, where: string): Flaw[] => [
  ...texts(rule, where, { name: "'my-levy'", does: "'firms pay a levy'" }),
  ...oneOf(rule, where, 'every', CADENCES),
]

/** An amount has its unit; what stands for something else says what that is. */
const flawsOfColumn = (column: Column, where: string): Flaw[] => [
  ...texts(column, where, { label: "'Levy paid this week'" }),
  ...(column.holds === undefined ? texts(column, where, { unit: "'kRp'" }) : []),
]
