/** Reads the series of runs back from Parquet, one run at a time. */
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet'
import { dateOfDay } from '../engine/index.ts'
import type { Cell } from '../market/index.ts'
import { NotTheSeries, type RecordedSeries } from '../study/index.ts'

const NAMES = ['measure', 'venue', 'kind', 'origin', 'category', 'region', 'unit'] as const
const COLUMNS = ['scenario', 'run', 'seed', 'date', 'value', 'weight', ...NAMES] as const

type Column = (typeof COLUMNS)[number]
type Rows = Record<Column, ArrayLike<unknown>>

/** Dates stay days since 1970: a million Date objects a run would only cost time. */
const parsers = { dateFromDays: (days: number) => days } as never

/**
 * Runs in the order of the file. Rows lie by run, then by cell, then by date, as `writeSeries` lays them.
 * @throws where the file is no Parquet file, is cut short, or its rows are not in that order
 */
export async function* readSeries(path: string): AsyncGenerator<RecordedSeries> {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  // Before there were weights, ratios had none.
  const columns = COLUMNS.filter((name) => metadata.schema.some((column) => column.name === name))
  let gathered: Rows[] = []
  let rowStart = 0
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows)
    const rows = Object.fromEntries(COLUMNS.map((name) => [name, new Array(Number(num_rows))]))
    const from = rowStart
    await parquetRead({
      file,
      metadata,
      columns,
      rowStart,
      rowEnd,
      parsers,
      onChunk({ columnName, columnData, rowStart: first }) {
        const column = rows[columnName]
        for (let at = 0; at < columnData.length; at++) column[first - from + at] = columnData[at]
      },
    })
    rowStart = rowEnd
    if (rowEnd === from) continue
    const group = rows as unknown as Rows
    // A run longer than a row group goes on in the next one.
    const [last] = gathered
    const goesOn = last?.run[0] === group.run[0] && last?.scenario[0] === group.scenario[0]
    if (last !== undefined && !goesOn) {
      yield runOf(gathered)
      gathered = []
    }
    gathered.push(group)
  }
  if (gathered.length > 0) yield runOf(gathered)
}

function runOf(groups: readonly Rows[]): RecordedSeries {
  const column = (name: Column) =>
    groups.length === 1 ? groups[0][name] : groups.flatMap((group) => Array.from(group[name]))
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, column(name)])) as Rows
  const { scenario, run, seed, date, value, weight } = columns
  const rows = value.length
  const first = Number(date[0])
  let days = 1
  while (days < rows && Number(date[days]) === first + days) days++
  if (rows % days !== 0) throw new NotTheSeries(`run ${run[0]} of ${scenario[0]} lacks days`)
  const told = Array.from({ length: rows / days }, (_, row) => {
    const top = row * days
    const names = Object.fromEntries(NAMES.map((name) => [name, columns[name][top]]))
    return { cell: names as unknown as Cell, ratio: typeof weight[top] === 'number' }
  })
  // Weights follow after all cells, as a market records them.
  const ratios = told.flatMap(({ ratio }, row) => (ratio ? [row] : []))
  const cells = [
    ...told.map(({ cell, ratio }, row) =>
      ratio ? { ...cell, weight: told.length + ratios.indexOf(row) } : cell,
    ),
    ...ratios.map((row): Cell => ({ ...told[row].cell, auxiliary: true })),
  ]
  const width = cells.length
  const values = new Float64Array(days * width)
  for (const [row, { weight: place }] of cells.slice(0, told.length).entries())
    for (let day = 0; day < days; day++) {
      const at = row * days + day
      if (Number(date[at]) !== first + day || run[at] !== run[0])
        throw new NotTheSeries(`run ${run[0]} of ${scenario[0]} has its days in disorder`)
      values[day * width + row] = Number(value[at])
      if (place !== undefined) values[day * width + place] = Number(weight[at])
    }
  const about = { scenario: String(scenario[0]), run: Number(run[0]), seed: String(seed[0]) }
  return { ...about, start: dateOfDay(first), days, cells, values }
}
