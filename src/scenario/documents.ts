/** What editors and readers get from the declarations: JSON Schema, reference page, index of parameters. */
import {
  answerOf,
  type Column,
  columnOf,
  type Grade,
  type NumberParameter,
  type Parameter,
  type Population,
} from '../engine/index.ts'
import { CATALOGUE, DAY, KIND_NAMES, measuresWith, type Policy, TABLES } from '../market/index.ts'
import { measureTable } from './measure-table.ts'
import { kebab } from './names.ts'
import type { Speech } from './phrases.ts'
import {
  BUYERS,
  CALENDAR,
  COURSE,
  COURSE_OPERATIONS,
  GRADES,
  RUNS,
  SIZE,
  TOP,
  WEEKS,
} from './shape.ts'

/** One parameter of a scenario, for searching and listing. */
export interface ParameterEntry {
  /** As `--set` takes it, with `*` for the name of a row: `venues.*.commission.*`. */
  readonly path: string
  readonly label: string
  readonly unit: string
  /** Nothing where it must be written. */
  readonly default: number | boolean | string | undefined
  readonly range: readonly [number, number] | undefined
  /** What else it can be: names of choices, or the table of a reference. */
  readonly options: readonly string[] | undefined
  readonly source: string
  readonly grade: Grade
  /** Rules of the day that read it. What none reads sets up the market or stands for a policy. */
  readonly readBy: readonly string[]
}

function entryOf(path: string, parameter: Parameter): ParameterEntry {
  const { label, source, grade } = parameter
  const per = parameter.kind === 'number' && parameter.per !== undefined
  return {
    path: per ? `${path}.*` : path,
    label,
    unit: unitOf(parameter),
    default: defaultOf(parameter),
    range: parameter.kind === 'number' && !parameter.yesNo ? parameter.range : undefined,
    options: optionsOf(parameter),
    source,
    grade,
    readBy: readersOf(path),
  }
}

/** Rules that declare to read a field of a table (`venues.*.commission`), or whose own parameter it is. */
function readersOf(path: string): readonly string[] {
  const [section, ...rest] = path.split('.')
  if (section === 'rules') return [rest[0]]
  const reads = (column: Column) =>
    column.population === section && kebab(column.name) === rest.at(-1)
  return DAY.filter((rule) => Object.values(rule.reads).some((read) => reads(columnOf(read)))).map(
    ({ name }) => name,
  )
}

const unitOf = (parameter: Parameter): string =>
  parameter.kind === 'number'
    ? parameter.yesNo
      ? 'true or false'
      : parameter.unit
    : parameter.kind === 'reference'
      ? `name out of ${parameter.to}`
      : { flag: 'true or false', choice: 'choice', date: 'date' }[parameter.kind]

const defaultOf = (parameter: Parameter) =>
  parameter.kind === 'date'
    ? parameter.optional
      ? 'never'
      : undefined
    : parameter.kind === 'reference' && parameter.default === ''
      ? undefined
      : parameter.kind === 'number'
        ? answerOf(parameter, parameter.default)
        : parameter.default

const optionsOf = (parameter: Parameter): readonly string[] | undefined =>
  parameter.kind === 'choice'
    ? parameter.options
    : parameter.kind === 'reference'
      ? [`rows of ${parameter.to}`]
      : undefined

type Group = readonly [heading: string, intro: string, entries: readonly ParameterEntry[]]

const entriesAt = (prefix: string, parameters: Readonly<Record<string, Parameter>>) =>
  Object.entries(parameters).map(([name, parameter]) =>
    entryOf(`${prefix}.${kebab(name)}`, parameter),
  )

/** Everything that can be set, in the order of the reference page. */
function groups(policies: readonly Policy[]): readonly Group[] {
  return [
    ['Size and runs', TOP.size, [...entriesAt('size', SIZE), entryOf('runs', RUNS)]],
    ['Textbook buyers', TOP.buyers, entriesAt('buyers', BUYERS)],
    ...TABLES.map(({ name, label, single, fields }): Group => {
      const form = single
        ? `One row: \`${name}: { ... }\``
        : `Rows by name: \`${name}: { <name>: { ... } }\``
      return [label, form, entriesAt(single ? name : `${name}.*`, fields)]
    }),
    ...DAY.map(
      ({ name, does, parameters }): Group => [
        `Rule: ${name}`,
        sentence(does),
        entriesAt(`rules.${name}`, parameters),
      ],
    ),
    ...policies.map((policy): Group => {
      const { name, does, article, settings } = policy
      const intro = [sentence(does), ...(article ? [sentence(article)] : []), ...addsOf(policy)]
      return [`Policy: ${name}`, intro.join(' '), entriesAt(`policies.${name}`, settings)]
    }),
  ]
}

const ADDED = {
  en: {
    adds: (what: string, items: string) => `It adds ${what}: ${items}.`,
    rules: 'rules',
    after: (name: string) => `after ${name}`,
    fields: 'fields of tables',
    columns: 'columns',
    flows: 'flows of money',
    through: (sector: string) => `with ${sector}`,
    measures: 'measures',
  },
  id: {
    adds: (what: string, items: string) => `Menambah ${what}: ${items}.`,
    rules: 'aturan',
    after: (name: string) => `setelah ${name}`,
    fields: 'isian tabel',
    columns: 'kolom',
    flows: 'arus uang',
    through: (sector: string) => `lewat ${sector}`,
    measures: 'ukuran',
  },
} as const

/** What a policy brings along into the worlds that name it, a sentence each; labels of columns are in English alone. */
export function addsOf({ adds = {} }: Pick<Policy, 'adds'>, language: Speech = 'en'): string[] {
  const { fields = [], columns = [], flows = [], measures = {}, rules = [] } = adds
  const words = ADDED[language]
  const english = (text: string) => (language === 'en' && text !== '' ? ` (${text})` : '')
  const of = (populations: readonly Population[]) =>
    populations.flatMap((one) =>
      Object.values(one.columns).map(
        ({ population, name, label, unit }) =>
          `\`${population}.${name}\`${english([label, unit].filter((part) => part !== '').join(', '))}`,
      ),
    )
  const listed = (what: string, items: readonly string[]) =>
    items.length === 0 ? [] : [words.adds(what, items.join('; '))]
  return [
    ...listed(
      words.rules,
      rules.map(
        ({ rule, after }) =>
          `\`${rule.name}\`, ${words.after(`\`${after.name}\``)}${english(rule.does)}`,
      ),
    ),
    ...listed(words.fields, of(fields)),
    ...listed(words.columns, of(columns)),
    ...listed(
      words.flows,
      flows.map((flow) => `${flow.label[language]}, ${words.through(flow.with)}`),
    ),
    ...listed(
      words.measures,
      Object.values(measures).map(({ label, unit }) => `${label[language]} (${unit})`),
    ),
  ]
}

const sentence = (text: string) =>
  `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`

export const parameterIndex = (
  policies: readonly Policy[] = CATALOGUE,
): readonly ParameterEntry[] => groups(policies).flatMap(([, , entries]) => entries)

/** REFERENCE.md: every parameter with unit, default, range, source and confidence, then the measures. */
export function referencePage(policies: readonly Policy[] = CATALOGUE): string {
  const sections = groups(policies)
    .filter(([, , entries]) => entries.length > 0)
    .map(([heading, intro, entries]) => `## ${heading}\n\n${intro}\n\n${tableOf(entries)}`)
  const all = [...sections, coursesSection(), measureTable(measuresWith(policies))]
  return `# Reference\n\n${INTRODUCTION}\n\n${all.join('\n\n')}\n`
}

/** What a course may say, which is no parameter. */
function coursesSection(): string {
  const rows = Object.entries(COURSE).map(([key, does]) => `| \`${key}\` | ${does} |`)
  return `## Courses\n\n${COURSES}\n\n${['| Key | Meaning |', '| --- | --- |', ...rows].join('\n')}`
}

const COURSES = `A course stands under the path of a value: \`courses: { venues.shopee.commission: { at-most: { 2023-10-04: 5 % } } }\`;
\`*\` takes every row, as in \`categories.*.material-cost\`.
It sets the value (\`points\`), changes what is in force by one operation, or does both in this order. Courses come first, in the
order of the file, then policies as listed; each day anew from the written value, so that what has ended leaves no trace.
After every operation the value is held inside the range of its field.`

const INTRODUCTION = `Every number and switch of a scenario, made from the declarations in the code. A path is what
\`--set path=value\` takes; \`*\` stands for the name of a row, and \`--set\` takes it for every row. Confidence: A official statistic or named research
house, B single statement or small survey, C anecdote or from memory, assumption: set by us, for the
reason that stands there, to be swept; given: what a market is made of or asked, no estimate of the world.`

const HEAD = ['Path', 'Meaning', 'Unit', 'Default', 'Range', 'Source', 'Confidence']

function tableOf(entries: readonly ParameterEntry[]): string {
  const rows = entries.map(
    ({ path, label, unit, default: fallback, range, options, source, grade }) => [
      `\`${path}\``,
      label,
      unit,
      fallback === undefined ? 'required' : String(fallback),
      range ? `${range[0]} to ${range[1]}` : (options ?? []).join(', '),
      source,
      grade,
    ],
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(HEAD), line(HEAD.map(() => '---')), ...rows.map(line)].join('\n')
}

type Schema = Readonly<Record<string, unknown>>

const DATE = '^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2})?( ?(Z|[+-]\\d{2}:\\d{2}))?)?$'
const ROW = '^(?!ground$)[^.]{1,60}$'

/** JSON Schema (draft 2020-12) of a scenario file, for the YAML language server. */
export function jsonSchema(policies: readonly Policy[] = CATALOGUE): Schema {
  const tables = Object.fromEntries(TABLES.map((table) => [table.name, tableSchema(table)]))
  const sellers = { anyOf: [tables.sellers, listOf(tables.sellers, 'name')] }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Scenario of Pasar',
    // A policy of another name comes from a file that the scenario names.
    if: { required: ['use'] },
    else: { properties: { policies: { items: namesOf(policies) } } },
    ...object({
      title: text(TOP.title),
      question: text(TOP.question),
      indonesian: {
        ...object({ title: text(TOP.title), question: text(TOP.question) }),
        description: TOP.indonesian,
      },
      extends: text(TOP.extends),
      use: {
        description: TOP.use,
        anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
      },
      textbook: { type: 'boolean', description: TOP.textbook },
      ground: GROUND,
      calendar: calendarSchema(),
      size: { ...fieldsOf(SIZE), description: TOP.size },
      seed: { type: ['string', 'number'], description: TOP.seed },
      runs: parameterSchema(RUNS),
      buyers: { ...fieldsOf(BUYERS), description: TOP.buyers },
      ...tables,
      sellers,
      rules: { ...rulesSchema(), description: TOP.rules },
      courses: { ...coursesSchema(), description: TOP.courses },
      policies: { ...policiesSchema(policies), description: TOP.policies },
      windows: {
        type: 'object',
        additionalProperties: {
          anyOf: [
            { type: 'string' },
            {
              type: 'object',
              additionalProperties: false,
              properties: { days: { type: 'string' }, main: { type: 'boolean' } },
            },
          ],
        },
        description: TOP.windows,
      },
    }),
    $defs: DEFINITIONS,
  }
}

const NUMBER = { type: ['number', 'string'] }
const GROUNDS = { source: { type: 'string' }, grade: { enum: GRADES }, note: { type: 'string' } }
const SOURCED = {
  value: NUMBER,
  unit: { type: 'string' },
  range: { type: 'array', items: NUMBER, minItems: 2, maxItems: 2 },
  ...GROUNDS,
}

const GROUND = { $ref: '#/$defs/ground' }
const date = (description: string) => ({ type: 'string', pattern: DATE, description })
const text = (description: string) => ({ type: 'string', description })

const object = (properties: Schema, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...more,
})

const DEFINITIONS = {
  quantity: {
    type: 'string',
    description: 'a number with its unit',
    pattern: '^\\s*[+-]?\\.?\\d',
  },
  sourced: { ...object(SOURCED), description: 'a number with its source' },
  'by-row': {
    ...object(SOURCED, { additionalProperties: { anyOf: [NUMBER, { $ref: '#/$defs/sourced' }] } }),
    description: 'numbers by name; `other` or `value` for the rest',
  },
  ground: { ...object(GROUNDS), description: TOP.ground },
}

function calendarSchema(): Schema {
  return object({
    start: date(CALENDAR.start),
    end: date(CALENDAR.end),
    weeks: parameterSchema(WEEKS),
    lebaran: { type: 'array', items: date(''), description: CALENDAR.lebaran },
    'double-dates': { type: 'boolean', description: CALENDAR['double-dates'] },
    'solve-until': date(CALENDAR['solve-until']),
    ground: GROUND,
  })
}

const fieldsOf = (parameters: Readonly<Record<string, Parameter>>, more: Schema = {}): Schema =>
  object({ ...propertiesOf(parameters), ground: GROUND, ...more })

const propertiesOf = (parameters: Readonly<Record<string, Parameter>>): Schema =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      kebab(name),
      parameterSchema(parameter),
    ]),
  )

function tableSchema({ name, label, single, fields }: (typeof TABLES)[number]): Schema {
  const ground = groundsOf(fields)
  if (single) return { ...fieldsOf(fields, { ground }), description: label }
  const row = { anyOf: [fieldsOf(fields, { label: text('Name for people') }), { type: 'null' }] }
  const kinds = name === 'kinds' ? KIND_NAMES.map((kind) => [kind, row]) : []
  const rows = name === 'kinds' ? {} : { patternProperties: { [ROW]: row } }
  return object({ ...Object.fromEntries(kinds), ground }, { ...rows, description: label })
}

/** A ground of all numbers of a table, and of single fields in all rows. */
const groundsOf = (fields: Readonly<Record<string, Parameter>>): Schema =>
  object({
    ...GROUNDS,
    ...Object.fromEntries(Object.keys(fields).map((field) => [kebab(field), GROUND])),
  })

/** The same rows as a list, each with its name inside. */
function listOf(table: Schema, key: string): Schema {
  const rows = table.patternProperties as Record<
    string,
    { anyOf: readonly Record<string, Schema>[] }
  >
  const row = Object.values(rows)[0].anyOf[0]
  return {
    type: 'array',
    items: {
      ...row,
      properties: { [key]: { type: 'string' }, ...row.properties },
      required: [key],
    },
  }
}

function rulesSchema(): Schema {
  const rules = DAY.map(({ name, does, parameters }) => [
    name,
    { ...fieldsOf(parameters), description: does },
  ])
  return object({ ...Object.fromEntries(rules), ground: GROUND })
}

function coursesSchema(): Schema {
  const dated = (description: string) => ({
    type: 'object',
    patternProperties: { [DATE]: {} },
    additionalProperties: false,
    description,
  })
  const { linear, ground, ...paths } = COURSE
  const course = {
    ...Object.fromEntries(Object.entries(paths).map(([key, does]) => [key, dated(does)])),
    linear: { type: 'boolean', description: linear },
    ground: GROUND,
  }
  const some = {
    anyOf: ['points', ...Object.keys(COURSE_OPERATIONS)].map((key) => ({ required: [key] })),
  }
  return {
    anyOf: [
      {
        type: 'array',
        items: object({ of: { type: 'string' }, ...course }, { required: ['of'], ...some }),
      },
      {
        type: 'object',
        properties: { ground: GROUND },
        additionalProperties: object(course, some),
      },
    ],
  }
}

function policiesSchema(policies: readonly Policy[]): Schema {
  const one = (policy: Policy) => ({
    ...fieldsOf(policy.settings),
    description: policy.does,
    required: Object.entries(policy.settings)
      .filter(([, parameter]) => defaultOf(parameter) === undefined)
      .map(([name]) => kebab(name)),
  })
  const properties = Object.fromEntries(policies.map((policy) => [policy.name, one(policy)]))
  const single = { minProperties: 1, maxProperties: 1 }
  const shipped = { ...object(properties, single), ...namesOf(policies) }
  const other = { type: 'object', ...single, propertyNames: { not: named(policies) } }
  return { type: 'array', items: { anyOf: [shipped, other] } }
}

const named = (policies: readonly Policy[]): Schema => ({ enum: policies.map(({ name }) => name) })
const namesOf = (policies: readonly Policy[]): Schema => ({ propertyNames: named(policies) })

/** A parameter as it may be written, described by its own declaration. */
function parameterSchema(parameter: Parameter): Schema {
  const described = { description: descriptionOf(parameter) }
  const fallback = defaultOf(parameter)
  const defaulted = fallback === undefined ? described : { ...described, default: fallback }
  switch (parameter.kind) {
    case 'number':
      return { ...defaulted, anyOf: numberForms(parameter) }
    case 'flag':
      return { ...defaulted, type: 'boolean' }
    case 'choice':
      return { ...defaulted, enum: parameter.options }
    case 'reference':
      return { ...defaulted, type: 'string' }
    case 'date':
      return { ...described, type: 'string', pattern: DATE }
  }
}

/** Bounds hold for plain numbers; one in another unit is checked when it is read. */
function numberForms({ range, per, yesNo }: NumberParameter): readonly Schema[] {
  const [minimum, maximum] = range
  const plain: Schema[] = [
    { type: 'number', minimum, maximum },
    { $ref: '#/$defs/quantity' },
    ...(yesNo ? [{ type: 'boolean' }] : []),
    ...(yesNo && per ? [{ type: 'object', additionalProperties: { type: 'boolean' } }] : []),
  ]
  return [...plain, { $ref: per === undefined ? '#/$defs/sourced' : '#/$defs/by-row' }]
}

function descriptionOf(parameter: Parameter): string {
  const { label, source, grade } = parameter
  const range =
    parameter.kind === 'number' && !parameter.yesNo
      ? `, ${parameter.range[0]} to ${parameter.range[1]}`
      : ''
  const fallback = defaultOf(parameter)
  const by = parameter.kind === 'number' && parameter.per ? `, by row of ${parameter.per}` : ''
  const usual = fallback === undefined ? '; required' : `; default ${fallback}`
  return `${label} (${unitOf(parameter)}${range}${by}${usual}). Source: ${source} [${grade}]`
}
