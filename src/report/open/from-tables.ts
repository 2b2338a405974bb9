/** An answer as far as its tables hold it, so that what is printed from them is what the page prints. */
import {
  type Answer,
  type Combination,
  type Effect,
  type EffectsInWindow,
  type Flow,
  type GroupOutcome,
  type Interval,
  type Level,
  type LevelsInWindow,
  readCsv,
  type Table,
} from '../../study/index.ts'

type Row = Readonly<Record<string, string>>

/** What the tables hold of an answer. */
export interface Tabled extends Pick<Answer, 'effects' | 'levels' | 'combined'> {
  readonly people: Pick<Answer['people'], 'winners' | 'switching'>
}

/** Reads effects, levels, winners, flows and combinations; empty where there is no such table. */
export function readTables(tables: readonly Table[]): Tabled {
  const rowsOf = (file: string): Row[] => {
    const found = tables.find(({ name }) => name === file)
    if (found === undefined) return []
    const { columns, rows } = readCsv(found.text)
    return rows.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at]])))
  }
  return {
    effects: windowsOf(rowsOf('effects.csv')).map(
      ({ rows, ...dates }): EffectsInWindow => ({ ...dates, effects: rows.map(effectOf) }),
    ),
    levels: windowsOf(rowsOf('levels.csv')).map(
      ({ rows, ...dates }): LevelsInWindow => ({ ...dates, levels: rows.map(levelOf) }),
    ),
    combined: windowsOf(rowsOf('combinations.csv')).map(({ rows, ...dates }) => ({
      ...dates,
      combinations: rows.map(combinationOf),
    })),
    people: {
      winners: rowsOf('winners.csv').map(outcomeOf),
      switching: rowsOf('switching.csv').map(flowOf),
    },
  }
}

/** A field without a number is none. */
const numberIn = (row: Row, column: string): number =>
  row[column] === undefined || row[column] === '' ? Number.NaN : Number(row[column])

function numbersIn<K extends string>(
  row: Row,
  names: readonly K[],
  prefix = '',
): Record<K, number> {
  const entries = names.map((name) => [name, numberIn(row, `${prefix}${name}`)])
  return Object.fromEntries(entries) as Record<K, number>
}

const PAIRED = ['baseline', 'policy', 'difference', 'low', 'high'] as const

const intervalOf = (row: Row, mean: string, separator = '_'): Interval => ({
  mean: numberIn(row, mean),
  low: numberIn(row, `${mean}${separator}low`),
  high: numberIn(row, `${mean}${separator}high`),
})

interface RowsInWindow {
  readonly scenario: string
  readonly window: string
  readonly from: string
  readonly to: string
  readonly rows: Row[]
}

/** Rows of one scenario and window, in the order of the table. */
function windowsOf(rows: readonly Row[]): RowsInWindow[] {
  const found = new Map<string, RowsInWindow>()
  for (const row of rows) {
    const { scenario, window, from, to } = row
    const key = JSON.stringify([scenario, window, from, to])
    const known = found.get(key) ?? { scenario, window, from, to, rows: [] }
    known.rows.push(row)
    found.set(key, known)
  }
  return [...found.values()]
}

const aboutOf = (row: Row) => ({
  scenario: row.scenario,
  measure: row.measure,
  group: row.group,
  unit: row.unit,
  ...numbersIn(row, ['members', 'agents', 'runs']),
})

const effectOf = (row: Row): Effect => ({
  ...aboutOf(row),
  ...numbersIn(row, [...PAIRED, 'pairing', 'positive']),
})

const levelOf = (row: Row): Level => ({
  ...aboutOf(row),
  ...numbersIn(row, ['mean', 'low', 'high']),
})

const combinationOf = (row: Row): Combination => ({
  ...aboutOf(row),
  parts: row.parts.split('; '),
  together: intervalOf(row, 'together', '-'),
  sum: intervalOf(row, 'sum', '-'),
  interaction: intervalOf(row, 'interaction', '-'),
})

const outcomeOf = (row: Row): GroupOutcome => ({
  scenario: row.scenario,
  window: row.window,
  by: row.by as GroupOutcome['by'],
  kind: row.kind,
  group: row.group,
  ...numbersIn(row, ['members', 'agents', 'positive', 'runs']),
  income: numbersIn(row, PAIRED, 'income_'),
  jobs: numbersIn(row, PAIRED, 'jobs_'),
  survival: numbersIn(row, PAIRED, 'survival_'),
  losing: intervalOf(row, 'losing'),
  gaining: intervalOf(row, 'gaining'),
})

function flowOf(row: Row): Flow {
  const { scenario, window, origin, destination, unit } = row
  return {
    ...{ scenario, window, unit, from: origin, to: destination },
    side: row.side as Flow['side'],
    value: { mean: numberIn(row, 'value'), ...numbersIn(row, ['low', 'high']) },
    // A share of nothing is not in the table.
    ...(row.diversion === '' ? {} : { diversion: intervalOf(row, 'diversion') }),
    runs: numberIn(row, 'runs'),
  }
}
