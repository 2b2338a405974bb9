/** What a policy may add: of each part what it must be by itself. */
import { CADENCES, type Population } from '../../engine/index.ts'
import { DIMENSIONS } from '../cell.ts'
import { MORE } from '../measures/measure.ts'
import { TOTALLED } from '../measures/totals.ts'
import { POPULATIONS, SECTORS } from '../populations/index.ts'
import { itemsOf, otherThan, partOf, partsOf } from './faulty.ts'
import {
  amount,
  andThen,
  anything,
  either,
  is,
  list,
  named,
  oneOf,
  parts,
  type Shape,
  step,
  text,
  yes,
} from './shape.ts'
import { field } from './whole-parameter.ts'

export const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
export const BOTH = parts({ en: text("'...'"), id: text("'...'") })

/** The tables and populations of every world. */
export const PLACES = [...new Set(POPULATIONS.map(({ name }) => name))]

const isColumn = (got: unknown): boolean =>
  ['population', 'name', 'storage'].every((part) => typeof partOf(got, part) === 'string')

const COLUMN = [
  'a column, as in sellers.kind: look for a mistyped name',
  'kolom, misalnya sellers.kind: periksa ejaan namanya',
] as const

export const column: Shape = is(isColumn, ...COLUMN)

/** A column, or what was before one. */
const read: Shape = (got, where) =>
  column(partsOf(got).some(([name]) => name === 'before') ? partOf(got, 'before') : got, where)

/** A table or a population of the kit, or what is added to one. */
const population: Shape = is(
  (got) => PLACES.includes((got as Population)?.name) && typeof partOf(got, 'columns') === 'object',
  'a table or a population of the kit, as in sellers (without quotes)',
  'tabel atau populasi dari kit, misalnya sellers (tanpa tanda kutip)',
)

const ofPlace = is(
  (got) => PLACES.includes(got as string),
  "the name of a table or a population of the kit, as in 'venues'",
  "nama tabel atau populasi dari kit, misalnya 'venues'",
)

const HOLDS: Readonly<Record<string, Shape>> = {
  oneOf: (got, where) =>
    itemsOf(partOf(got, 'words')).length > 0
      ? []
      : [
          otherThan(
            `${where}.words`,
            partOf(got, 'words'),
            "words to choose from, as in u8.oneOf('State', ['active', 'idle'])",
            "kata-kata pilihan, misalnya u8.oneOf('State', ['active', 'idle'])",
          ),
        ],
  row: (got, where) => ofPlace(partOf(got, 'of'), `${where}.of`),
  bits: (got, where) => ofPlace(partOf(got, 'of'), `${where}.of`),
}

export const isWidth = (got: unknown): boolean =>
  (Number.isInteger(got) && Number(got) > 0) || PLACES.includes(got as string)

const per = is(
  isWidth,
  "how many values a row has: a whole number from 1, or a table that has one for each row, as in 'venues'",
  "banyaknya nilai per baris: bilangan bulat mulai 1, atau tabel dengan satu nilai per baris, misalnya 'venues'",
)

/** An amount has its unit; what stands for something else says what that is. */
const columnDeclaration: Shape = (got, where) =>
  typeof partOf(got, 'storage') !== 'string'
    ? [
        otherThan(
          where,
          partOf(got, 'storage'),
          "what f64, u8.flag or another of the kit returns, as in f64('Levy paid this week', 'kRp')",
          "hasil f64, u8.flag, atau lainnya dari kit, misalnya f64('Levy paid this week', 'kRp')",
        ),
      ]
    : parts(
        {
          ...{ storage: anything, population: anything, name: anything },
          label: text("'Levy paid this week'"),
          unit: partOf(got, 'holds') === undefined ? text("'kRp'") : anything,
        },
        {
          ...{ per, tally: either, decision: either },
          holds: (held, at) => HOLDS[String(partOf(held, 'is'))]?.(held, at) ?? [],
        },
      )(got, where)

const columns: Shape = (got, where) => {
  const own = partOf(got, 'columns')
  if (typeof own !== 'object' || !PLACES.includes(String(partOf(got, 'name'))))
    return [
      otherThan(
        where,
        got,
        "columns of a population of the kit: on(sellers, { levy: f64('Levy paid', 'kRp') })",
        "kolom pada populasi dari kit: on(sellers, { levy: f64('Levy paid', 'kRp') })",
      ),
    ]
  return partsOf(own).flatMap(([name, one]) => columnDeclaration(one, `adds.columns.${name}`))
}

const fields: Shape = (got, where) => {
  const own = partOf(got, 'fields')
  if (typeof own !== 'object')
    return [
      otherThan(
        where,
        got,
        'fields on a table: fieldsOn(venues, { ... })',
        'isian pada tabel: fieldsOn(venues, { ... })',
      ),
    ]
  return partsOf(own).flatMap(([name, one]) => field(one, `adds.fields.${name}`))
}

const width = is(
  (got) =>
    (Number.isInteger(got) && Number(got) > 0) ||
    PLACES.includes(String(partOf(got, 'name'))) ||
    got === 'endless' ||
    got === 'below',
  "how many numbers a row draws: a whole number from 1, 'endless', or a table of the kit, as in venues (without quotes)",
  "banyaknya angka acak per baris: bilangan bulat mulai 1, 'endless', atau tabel dari kit, misalnya venues (tanpa tanda kutip)",
)

const draw: Shape = (got, where) =>
  typeof partOf(got, 'stands') === 'string'
    ? [
        ...text("'Inspects the firm'")(partOf(got, 'label'), `${where}.label`),
        ...(partOf(got, 'is') === 'numbers' ? width(partOf(got, 'width'), `${where}.width`) : []),
      ]
    : [
        otherThan(
          where,
          got,
          "what daily, still or atBirth return, as in daily('Inspects the firm')",
          "hasil daily, still, atau atBirth, misalnya daily('Inspects the firm')",
        ),
      ]

const ofRule = is(
  (got) => partOf(got, 'parameters') !== undefined && typeof partOf(got, 'whole') === 'boolean',
  'what rule({ ... }) of the kit returns: look for a mistyped name',
  'hasil rule({ ... }) dari kit: periksa ejaan namanya',
)

const ruleName: Shape = andThen(
  text("'my-levy'"),
  is(
    (got) => NAME.test(String(got)),
    'lower-case words joined by hyphens, as in my-levy',
    'kata berhuruf kecil yang disambung tanda hubung, misalnya my-levy',
  ),
)

const rule: Shape = andThen(
  ofRule,
  parts(
    {
      name: ruleName,
      does: text("'firms pay a levy'"),
      every: oneOf(CADENCES),
      over: population,
      whole: either,
      reads: named(read, {
        en: 'what it reads, as in { kind: sellers.kind }',
        id: 'yang dibacanya, misalnya { kind: sellers.kind }',
      }),
      writes: named(column, {
        en: 'the columns that it writes, as in { levy: own.levy }',
        id: 'kolom yang ditulisnya, misalnya { levy: own.levy }',
      }),
      parameters: anything,
      draws: named(draw, {
        en: "what it draws, as in { inspects: daily('Inspects the firm') }",
        id: "yang diundinya, misalnya { inspects: daily('Inspects the firm') }",
      }),
      step: step('step(columns, parameters, { from, to }) { ... }'),
    },
    {
      slice: is(
        (got) => Number.isInteger(got) && Number(got) > 0,
        'a whole number from 1',
        'bilangan bulat mulai 1',
      ),
    },
  ),
)

/** Any rule, of the day or of its own. */
const place = is(
  (got) => typeof partOf(got, 'step') === 'function',
  'a rule, as in rules.pricing: look for a mistyped name',
  'aturan, misalnya rules.pricing: periksa ejaan namanya',
)

const placedRule: Shape = (got, where) => {
  const known = { rule: (one: unknown) => rule(one, where), after: place }
  return typeof partOf(got, 'step') === 'function'
    ? [
        otherThan(
          where,
          got,
          'a rule and its place: { rule: collect, after: rules.pricing }',
          'aturan beserta tempatnya: { rule: collect, after: rules.pricing }',
        ),
      ]
    : partOf(got, 'rule') === undefined
      ? parts({ rule: ofRule, after: place })(got, where)
      : parts(known)(got, where)
}

const flow = parts(
  { name: text("'my levy'"), label: BOTH, with: oneOf(SECTORS) },
  { paid: column, received: column },
)

const dimensions = (known: readonly string[], also: readonly string[] = []): Shape =>
  is(
    (got) =>
      Array.isArray(got) &&
      got.every((one) => known.includes(one) || also.includes(one)) &&
      new Set(got).size === got.length,
    `a list of ${[...known, ...also].join(', ')}, each once at most`,
    `daftar dari ${[...known, ...also].join(', ')}, masing-masing paling banyak sekali`,
  )

const names = is(
  (got) => Array.isArray(got) && got.every((one) => typeof one === 'string'),
  'a list of names',
  'daftar nama',
)

const factor = is(
  (got) => Number.isFinite(got) && got !== 0,
  'a number other than 0, as in 0.001 for mRp of kRp',
  'angka selain 0, misalnya 0.001 untuk mRp dari kRp',
)

const sweep = is(
  (got) =>
    ['day', 'week'].includes(String(partOf(got, 'every'))) &&
    typeof partOf(got, 'over') === 'function',
  'a sweep: declare it by totals({ ... }), or by measuresOf(sweep, { ... })',
  'sapuan: nyatakan dengan totals({ ... }), atau measuresOf(sapuan, { ... })',
)

/** What is told of a measure, whichever way it is reckoned. */
function aboutMeasure(got: unknown): { needed: Record<string, Shape>; may: Record<string, Shape> } {
  const isTotal = partsOf(got).some(([name]) => name === 'of' || name === 'times')
  const own = itemsOf(partOf(got, 'by')) as string[]
  const rows = dimensions(own, ['all'])
  const by = oneOf(own)
  const told = partOf(got, 'tellRatio') === undefined ? 'tell' : 'tellRatio'
  const how = { [told]: step('totals({ ... }) has it') }
  return {
    needed: {
      name: text("'my levy'"),
      unit: text("'mRp/week'"),
      label: BOTH,
      more: oneOf(MORE),
      by: dimensions(isTotal ? TOTALLED : DIMENSIONS),
      ...(isTotal ? { of: column } : {}),
      // A total that is declared by itself lacks both: one word is enough.
      ...(sweep(partOf(got, 'from'), '').length > 0 ? { from: sweep } : { from: sweep, ...how }),
    },
    may: {
      ...{ differencesOnly: yes, signed: yes, times: factor },
      ...{ none: text("'where nobody sells'"), below: text("'all firms'") },
      headline: parts({ place: amount, by: rows }, { rows: names, alone: yes }),
      overTime: parts({ name: text("'my-levy'"), by }, { plain: yes }),
      effects: rows,
      answer: names,
      moved: parts({ name: text("'my-levy'"), by }),
      explained: list(parts({ by: oneOf([...own, 'all']), row: text("'all'") }), {
        en: "[{ by: 'kind', row: 'trader' }]",
        id: "[{ by: 'kind', row: 'trader' }]",
      }),
    },
  }
}

const measure: Shape = (got, where) => {
  const { needed, may } = aboutMeasure(got)
  return parts(needed, may)(got, where)
}

/** Of a placed rule its name is that of the rule. */
const nameOfRule = (got: unknown): unknown => partOf(partOf(got, 'rule'), 'name')
const byNumber = (): unknown => undefined

const ADDED: Readonly<Record<string, Shape>> = {
  fields: list(
    fields,
    { en: '[fieldsOn(venues, { ... })]', id: '[fieldsOn(venues, { ... })]' },
    byNumber,
  ),
  columns: list(columns, { en: '[on(sellers, { ... })]', id: '[on(sellers, { ... })]' }, byNumber),
  rules: list(
    placedRule,
    {
      en: '[{ rule: collect, after: rules.pricing }]',
      id: '[{ rule: collect, after: rules.pricing }]',
    },
    nameOfRule,
  ),
  flows: list(flow, {
    en: '[{ name, label, paid, received, with }]',
    id: '[{ name, label, paid, received, with }]',
  }),
  measures: named(measure, {
    en: 'measures by name, as in totals({ levy: { ... } })',
    id: 'ukuran menurut nama, misalnya totals({ levy: { ... } })',
  }),
}

export const ADDITIONS: readonly string[] = Object.keys(ADDED)
export const additions: Shape = parts({}, ADDED)
