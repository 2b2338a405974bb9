/**
 * The step of a rule from outside, fenced in for the trial: it looks at names that it declares, writes what it writes in its own
 * rows, comes to an end, and gives the same from the same state. Types say as much; here nothing is taken on trust.
 */
import {
  type Column,
  type Counts,
  columnOf,
  type MutableValues,
  type Rule,
} from '../../engine/index.ts'
import { FaultyPolicy, flaw } from './faulty.ts'
import type { Said } from './flows.ts'
import { cellsOf } from './watched.ts'

/** Looks at columns that a step takes in a market of a handful: what needs more has no end. */
const MOST = 3_000_000

type Views = Readonly<Record<string, MutableValues>>

/** What a step may do as it runs: which cells it may write, and how often it has looked at columns. */
interface Fence {
  readonly rule: Rule
  readonly policy: string
  looks: number
  /** The cells of a column that are its own now. */
  cells: (column: Column) => { readonly first: number; readonly end: number }
  /** The first fault, which a step cannot keep to itself. */
  fault?: FaultyPolicy
}

/** A rule that is held to its declaration. */
export function fenced(rule: Rule, policy: string): Rule {
  const fence: Fence = { rule, policy, looks: 0, cells: () => ({ first: 0, end: 0 }) }
  const known = new WeakMap<Views, Views>()
  return {
    ...rule,
    step(columns, parameters, context) {
      const { from, to, count, draws } = context
      const views = known.get(columns) ?? fencedViews(columns, fence)
      known.set(columns, views)
      fence.cells = (column) => ownCells(column, columns, rule, from, to, count)
      const told = naming(
        {
          ...context,
          draws: naming(draws, 'draw', 'undian', fence) as typeof draws,
          count: naming(count, 'count', 'jumlah', fence) as Counts,
        },
        'value',
        'nilai',
        fence,
      )
      const given = naming(parameters, 'parameter', 'parameter', fence)
      twice(columns, fence, () => {
        fence.looks = 0
        rule.step(views, given, told)
        if (fence.fault) throw fence.fault
      })
    },
  }
}

/** The rows of a slice; none where those of its columns are others, unless slices add to it or it runs as one. */
function ownCells(
  column: Column,
  columns: Views,
  rule: Rule,
  from: number,
  to: number,
  count: Counts,
) {
  const name = Object.keys(rule.writes).find((key) => rule.writes[key] === column) ?? ''
  const values = columns[name]
  if (rule.whole || column.tally) return { first: 0, end: values.length }
  const rows = count[column.population]
  if (rows !== count[rule.over.name]) return { first: 0, end: 0 }
  return cellsOf(
    { column: { ...column, population: rule.over.name }, values },
    rule,
    from,
    to,
    count,
  )
}

/** Steps two times from the same state: what it keeps anywhere but in its columns comes to light. */
function twice(columns: Views, fence: Fence, step: () => void): void {
  const { rule } = fence
  const written = Object.keys(rule.writes).map((name) => ({ name, values: columns[name] }))
  const stateOf = () => written.map(({ values }) => Float64Array.from(values as ArrayLike<number>))
  const before = stateOf()
  step()
  const after = stateOf()
  written.forEach(({ values }, at) => {
    for (let cell = 0; cell < values.length; cell++) values[cell] = before[at][cell]
  })
  step()
  written.forEach(({ name, values }, at) => {
    const cell = after[at].findIndex((value, nth) => !Object.is(value, values[nth]))
    if (cell < 0) return
    const label = labelOf(rule.writes[name])
    refuse(fence, 'step', {
      en: `writes ${after[at][cell]} to ${label} and, stepped again from the same state, ${values[cell]}: it may keep nothing in the file; make it a column`,
      id: `menulis ${after[at][cell]} ke ${label} lalu, dari keadaan yang sama, ${values[cell]}: jangan menyimpan apa pun di berkas; jadikan kolom`,
    })
  })
}

const labelOf = ({ population, name }: Column): string => `${population}.${name}`

/** @throws FaultyPolicy */
function refuse(fence: Fence, part: string, says: Said): never {
  const { rule, policy } = fence
  fence.fault = new FaultyPolicy(policy, [
    flaw(
      `adds.rules.${rule.name}.${part}`,
      `its rule ${rule.name} ${says.en}`,
      `aturannya ${rule.name} ${says.id}`,
    ),
  ])
  throw fence.fault
}

/** Things by name, of which a mistyped name is told. */
function naming<T extends object>(things: T, what: string, apa: string, fence: Fence): T {
  return new Proxy(things, {
    get(own, name) {
      if (typeof name === 'symbol' || Object.hasOwn(own, name)) return Reflect.get(own, name)
      const names = Object.keys(own).join(', ') || 'none'
      return refuse(fence, `${what}.${name}`, {
        en: `looks for the ${what} ${name}, which there is not; there are ${names}`,
        id: `mencari ${apa} ${name}, yang tidak ada; yang ada: ${names}`,
      })
    },
  })
}

function fencedViews(columns: Views, fence: Fence): Views {
  const { reads, writes } = fence.rule
  const views = Object.entries(columns).map(([name, values]) => {
    const column = writes[name] ?? columnOf(reads[name])
    return [name, fencedColumn(values, column, name in writes, fence)] as const
  })
  return naming(Object.fromEntries(views), 'column', 'kolom', fence)
}

const isNumber = (key: string | symbol): key is string =>
  typeof key === 'string' && (key === 'undefined' || !Number.isNaN(Number(key)) || key === 'NaN')

/** A column of which each cell is looked at as it is read or written. */
function fencedColumn(
  values: MutableValues,
  column: Column,
  writes: boolean,
  fence: Fence,
): MutableValues {
  const write = (key: string, value: number) => {
    look(fence)
    const cell = Number(key)
    const { first, end } = writes ? fence.cells(column) : { first: 0, end: 0 }
    if (!Number.isInteger(cell) || cell < first || cell >= end)
      refuseWrite(key, column, writes, { first, end }, fence)
    values[cell] = value
    return true
  }
  return new Proxy(values, {
    get(own, key) {
      if (key === 'subarray' || key === 'buffer') refuseMemory(key, column, fence)
      if (isNumber(key)) {
        look(fence)
        return own[Number(key)]
      }
      const found: unknown = Reflect.get(own, key, own)
      if (typeof found !== 'function') return found
      // A method works on a copy, of which what it changes is written cell by cell.
      return (...given: readonly unknown[]) => {
        const copy = Float64Array.from(own as ArrayLike<number>)
        const result: unknown = (Reflect.get(copy, key) as (...all: unknown[]) => unknown).apply(
          copy,
          [...given],
        )
        copy.forEach((value, cell) => {
          if (!Object.is(value, own[cell])) write(String(cell), value)
        })
        return result
      }
    },
    set: (_, key, value) => write(String(key), value),
    defineProperty: (_, key, { value }) => write(String(key), value),
  })
}

function look(fence: Fence): void {
  fence.looks++
  if (fence.looks <= MOST) return
  refuse(fence, 'step', {
    en: `looks at its columns more than ${MOST} times in one step of a market of a handful: has a loop no end?`,
    id: `melihat kolomnya lebih dari ${MOST} kali dalam satu langkah di pasar kecil: adakah perulangan tanpa akhir?`,
  })
}

/** What shares the memory of a column writes past the fence. */
function refuseMemory(key: string, column: Column, fence: Fence): never {
  const label = labelOf(column)
  return refuse(fence, `${key} ${column.name}`, {
    en: `takes ${key} of ${label}, which shares its memory: read it by index or by slice, and write it by index`,
    id: `mengambil ${key} dari ${label}, yang memakai memori kolom itu: baca dengan indeks atau slice, dan tulis dengan indeks`,
  })
}

function refuseWrite(
  cell: string,
  column: Column,
  writes: boolean,
  { first, end }: { first: number; end: number },
  fence: Fence,
): never {
  const label = labelOf(column)
  if (!writes)
    return refuse(fence, `reads ${column.name}`, {
      en: `writes to ${label}, which it only reads: add a column by on(...) and name it under writes`,
      id: `menulis ke ${label}, yang hanya dibacanya: tambahkan kolom dengan on(...) dan sebut di writes`,
    })
  const own = end > first ? `${first} ... ${end - 1}` : undefined
  return refuse(fence, `writes ${column.name}`, {
    en: `writes value ${cell} of ${label}, ${own === undefined ? 'whose rows are not its own: run it over these' : `outside its own ${own}: it has the rows from <= row < to`}, or say whole: true`,
    id: `menulis nilai ${cell} dari ${label}, ${own === undefined ? 'yang barisnya bukan miliknya: jalankan aturan atas baris itu' : `di luar miliknya ${own}: barisnya from <= baris < to`}, atau tulis whole: true`,
  })
}
