/** What a setting must be, and a field that is added. */
import { DATE_ROLES, GRADES } from '../../engine/index.ts'
import { TABLES } from '../tables/index.ts'
import { itemsOf, missing, otherThan, partOf } from './faulty.ts'
import { all, amount, either, is, oneOf, parts, type Shape, text, yes } from './shape.ts'

export const TABLE_NAMES = TABLES.map(({ name }) => name)

const described = {
  kind: () => [],
  label: text("'Rate of the levy'"),
  source: text("'given: the scenario says it'"),
  grade: oneOf(GRADES),
}

const range: Shape = (got, where) => {
  const [low, high] = itemsOf(got)
  return Number.isFinite(low) && Number.isFinite(high) && Number(low) <= Number(high)
    ? []
    : [
        otherThan(
          where,
          got,
          'the smallest and the largest value, as in range: [0, 1]',
          'nilai terkecil dan terbesar, misalnya range: [0, 1]',
        ),
      ]
}

const unit: Shape = (got, where) => (typeof got === 'string' ? [] : [missing(where, "'kRp'")])

const options: Shape = (got, where) =>
  Array.isArray(got) && got.length > 0 && got.every((one) => typeof one === 'string')
    ? []
    : [missing(where, "['low', 'high']")]

/** What may stand as the value of a parameter: its default, or what a null sets it to. */
export function valueFor(one: unknown): Shape {
  switch (partOf(one, 'kind')) {
    case 'flag':
      return either
    case 'choice':
      return oneOf(itemsOf(partOf(one, 'options')) as string[])
    case 'reference':
      return is((got) => typeof got === 'string', 'the name of a row', 'nama baris')
    case 'number':
      return within(partOf(one, 'range'))
    default:
      return amount
  }
}

function within(got: unknown): Shape {
  if (range(got, '').length > 0) return amount
  const [low, high] = itemsOf(got).map(Number)
  return is(
    (one) => Number.isFinite(one) && Number(one) >= low && Number(one) <= high,
    `a number from ${low} to ${high}`,
    `angka dari ${low} sampai ${high}`,
  )
}

/** Rows are those of a scenario, which a declaration cannot know. */
const noRow = is(
  (got) => got === '',
  "'': the scenario names the row",
  "'': barisnya disebut oleh skenario",
)

const KINDS: Readonly<
  Record<string, (one: unknown, may: Readonly<Record<string, Shape>>) => Shape>
> = {
  number: (one, may) =>
    parts({ ...described, unit, range, default: valueFor(one) }, { yesNo: yes, ...may }),
  flag: (one) => parts({ ...described, default: valueFor(one) }),
  choice: (one) => parts({ ...described, options, default: valueFor(one) }),
  reference: () => parts({ ...described, to: oneOf(TABLE_NAMES), default: noRow }),
  date: () => parts({ ...described, role: oneOf(DATE_ROLES) }, { optional: either }),
}

const ofKit = is(
  () => false,
  'what number, share, yesNo, flag, choice, reference or date of the kit return',
  'hasil number, share, yesNo, flag, choice, reference, atau date',
)

const parameter =
  (may: Readonly<Record<string, Shape>>): Shape =>
  (got, where) => {
    const kind = partOf(got, 'kind')
    return typeof kind === 'string' && Object.hasOwn(KINDS, kind)
      ? KINDS[kind](got, may)(got, where)
      : ofKit(got, where)
  }

/** Which of the dates is the one on which it begins may not be open. */
const begins: Shape = (got, where) =>
  partOf(got, 'role') === 'begins' && partOf(got, 'optional') === true
    ? [
        otherThan(
          `${where}.optional`,
          true,
          'false or left out: a policy that begins on no day does nothing',
          'false atau dihapus: kebijakan tanpa tanggal mulai tidak berbuat apa-apa',
        ),
      ]
    : []

export const setting: Shape = all(parameter({}), begins)

/** A field may have a number for each row of a table. */
export const field: Shape = parameter({ per: oneOf(TABLE_NAMES) })
