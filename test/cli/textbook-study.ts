/** Studies of small textbook markets, and what their folders hold. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parquetReadObjects } from 'hyparquet'

/** One seller over some weeks: a run takes a moment. */
export function priceStudy(
  folder: string,
  { seeds = 2, levels = 4, weeks = 30, buyers = 400 } = {},
): string {
  writeFileSync(
    join(folder, 'one.yaml'),
    `extends: ${resolve('scenarios/textbook/monopoly')}
title: One seller
buyers: { count: ${buyers} }
calendar: { weeks: ${weeks} }
`,
  )
  const file = join(folder, 'study.yaml')
  writeFileSync(
    file,
    `title: A price
baseline: one
vary: { sellers.Ani.cost: 0.5 to 1.5, sellers.Ani.quality: [3, 5] }
design: { grid: { levels: ${levels} } }
market: full
seeds: ${seeds}
outcomes: { price: { measure: seller price, venue: Ani } }
`,
  )
  return file
}

/** At one of its four points a shop closes before that is announced: this cannot be. */
export function closureStudy(folder: string): string {
  writeFileSync(
    join(folder, 'four.yaml'),
    `extends: ${resolve('scenarios/textbook/closure-nested')}
title: One shop closes
buyers: { count: 400 }
`,
  )
  const file = join(folder, 'closure.yaml')
  writeFileSync(
    file,
    `title: When it is announced
baseline: four
vary:
  policies.closure.announced: { values: [2024-03-20, 2024-03-27] }
  policies.closure.effective: { values: [2024-03-25, 2024-03-30] }
design: { grid: { levels: 2 } }
market: full
seeds: 1
outcomes: { sales: { measure: sales, venue: S, window: after } }
`,
  )
  return file
}

export type Row = Readonly<Record<string, unknown>>

export async function rowsIn(folder: string): Promise<Row[]> {
  const bytes = readFileSync(join(folder, 'runs.parquet'))
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  return parquetReadObjects({ file: buffer as ArrayBuffer })
}

/** The table without how long each run took. */
export const substanceIn = async (folder: string): Promise<Row[]> =>
  (await rowsIn(folder)).map(({ seconds: _, ...row }) => row)

export interface Line {
  readonly key: string
  readonly seed: string
  readonly baseline: readonly (number | null)[]
  readonly states: readonly string[]
}

/** Whole lines of all journals. */
export const linesIn = (folder: string): Line[] =>
  readdirSync(join(folder, 'journal'))
    .filter((name) => name.endsWith('.ndjson'))
    .flatMap((name) =>
      readFileSync(join(folder, 'journal', name), 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line).entry),
    )
