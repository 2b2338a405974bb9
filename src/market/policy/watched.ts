/**
 * What rules from outside write is looked at after each of their steps: what breaks, or a number that their column cannot hold,
 * ends the run by name, where the column itself would cut it to size in silence. Only columns that a policy adds are looked at, so that a
 * world without such rules pays nothing.
 */
import {
  type Column,
  type Counts,
  LARGEST,
  type MutableValues,
  type Rule,
  SMALLEST,
  widthOf,
} from '../../engine/index.ts'
import { FaultyPolicy, type Flaw, flaw, told } from './faulty.ts'
import type { Said } from './flows.ts'

const isFraction = ({ storage }: Column) => storage === 'f64' || storage === 'f32'

/** What a column may hold: whole numbers between two, and how that is said. */
interface Bound {
  readonly low: number
  readonly high: number
  readonly whole: boolean
  readonly says: Said
}

function boundOf(column: Column, counts: Counts): Bound {
  const { storage, holds } = column
  const words = (low: number, high: number, en: string, id: string): Bound => ({
    ...{ low, high, whole: true, says: { en, id } },
  })
  switch (holds?.is) {
    case 'flag':
      return words(0, 1, 'a flag is 0 or 1', 'tanda ya atau tidak bernilai 0 atau 1')
    case 'oneOf': {
      const list = holds.words.map((word, at) => `${at} ${word}`).join(', ')
      return words(0, holds.words.length - 1, `it is one of ${list}`, `isinya salah satu ${list}`)
    }
    case 'row': {
      const shift = holds.none === 0 ? 1 : 0
      const [low, high] = [holds.none ?? 0, (counts[holds.of] ?? LARGEST[storage]) - 1 + shift]
      const range = `${low} ... ${high}`
      return words(
        low,
        high,
        `rows of ${holds.of} are numbered ${range}`,
        `baris ${holds.of} bernomor ${range}`,
      )
    }
    case 'bits':
    case 'noise':
      return { ...amountBound(column), low: SMALLEST.i32, high: LARGEST.u32 }
    default:
      return amountBound(column)
  }
}

function amountBound(column: Column): Bound {
  const { storage } = column
  const [low, high] = [SMALLEST[storage], LARGEST[storage]]
  if (isFraction(column))
    return { low, high: Number.POSITIVE_INFINITY, whole: false, says: { en: '', id: '' } }
  return {
    ...{ low, high, whole: true },
    says: {
      en: `${storage} holds whole numbers ${low} ... ${high}: round it, or declare the column as f64`,
      id: `${storage} memuat bilangan bulat ${low} ... ${high}: bulatkan, atau nyatakan kolomnya sebagai f64`,
    },
  }
}

const NO_NUMBER: Said = {
  en: 'look for a division by 0, or for a row or a name that there is not',
  id: 'periksa pembagian dengan 0, atau baris atau nama yang tidak ada',
}

/** What is wrong with a value, and the way out. */
function wrongWith(value: number, { low, high, whole, says }: Bound): Said | undefined {
  if (!Number.isFinite(value)) return NO_NUMBER
  return value < low || value > high || (whole && !Number.isInteger(value)) ? says : undefined
}

/** What a rule writes to, and the cells of it that are its own in a slice. */
interface Written {
  readonly column: Column
  readonly bound: Bound
  readonly values: MutableValues
  /** What the rule gets in place of whole numbers, which would be cut to size: room for any number. */
  readonly room: MutableValues | undefined
}

type Views = Readonly<Record<string, MutableValues>>

/** The columns of a rule with room in place of those of whole numbers. */
function watch(rule: Rule, columns: Views, counts: Counts) {
  const written = Object.entries(rule.writes).map(([name, column]): [string, Written] => {
    const values = columns[name]
    const room = isFraction(column) ? undefined : new Float64Array(values.length)
    return [name, { column, bound: boundOf(column, counts), values, room }]
  })
  const rooms = written.flatMap(([name, { room }]) => (room ? [[name, room] as const] : []))
  // In the order of the columns, so that it is of one kind to the engine.
  const given: Views = { ...columns, ...Object.fromEntries(rooms) }
  return { given, written: written.map(([, one]) => one) }
}

/**
 * A rule that looks at what it has written.
 * @param when how a day is told
 * @throws FaultyPolicy, out of the step, with what breaks in it, or the first number of each column that it cannot hold
 */
export function watched(rule: Rule, policy: string, when: (day: number) => Said): Rule {
  const known = new WeakMap<Views, ReturnType<typeof watch>>()
  return {
    ...rule,
    step(columns, parameters, context) {
      const { from, to, count, day } = context
      const found = known.get(columns) ?? watch(rule, columns, count)
      known.set(columns, found)
      const own = found.written.map((one) => ({ ...one, ...cellsOf(one, rule, from, to, count) }))
      for (const { room, values, first, end } of own)
        if (room) for (let cell = first; cell < end; cell++) room[cell] = values[cell]
      const { en, id } = when(day)
      const who = {
        en: `its rule ${rule.name} breaks ${en}`,
        id: `aturannya ${rule.name} gagal ${id}`,
      }
      told(policy, `adds.rules.${rule.name}.step`, who, () =>
        rule.step(found.given, parameters, context),
      )
      const flaws = own.flatMap((one) => faultOf(one, rule, { en, id }, count))
      if (flaws.length > 0) throw new FaultyPolicy(policy, flaws)
      // What another thread has written meanwhile to cells that are not of this slice stays.
      for (const { room, values, first, end } of own)
        if (room)
          for (let cell = first; cell < end; cell++)
            if (values[cell] !== room[cell]) values[cell] = room[cell]
    },
  }
}

/** The cells of a column that belong to the rows of a slice; all of them where the rows are others. */
export function cellsOf(
  { column, values }: Pick<Written, 'column' | 'values'>,
  rule: Rule,
  from: number,
  to: number,
  count: Counts,
) {
  if (rule.whole || column.tally || column.population !== rule.over.name)
    return { first: 0, end: values.length }
  const width = widthOf(column, count)
  return { first: from * width, end: to * width }
}

function faultOf(
  { column, bound, values, room, first, end }: Written & { first: number; end: number },
  { name }: Rule,
  when: Said,
  counts: Counts,
): Flaw[] {
  const seen = room ?? values
  for (let cell = first; cell < end; cell++) {
    const wrong = wrongWith(seen[cell], bound)
    if (wrong === undefined) continue
    const row = Math.floor(cell / widthOf(column, counts))
    const label = `${column.population}.${column.name}`
    return [
      flaw(
        `adds.rules.${name}.writes ${column.name}`,
        `its rule ${name} writes ${seen[cell]} to ${label}, row ${row}, ${when.en}: ${wrong.en}`,
        `aturannya ${name} menulis ${seen[cell]} ke ${label}, baris ${row}, ${when.id}: ${wrong.id}`,
      ),
    ]
  }
  return []
}
