import { rmSync, writeFileSync } from 'node:fs'
import { joinParquet } from '../../src/node/parquet.ts'
import { encodeSeries } from '../../src/node/series.ts'
import type { RunResult } from '../../src/study/index.ts'

/** Writes runs into one file as a study does: each as a part of its own, then together. */
export function writeSeries(path: string, runs: readonly RunResult[]): void {
  const parts = runs.map((run, nth) => {
    const part = `${path}.${nth}`
    writeFileSync(part, encodeSeries(run, 'pasar 0'))
    return part
  })
  joinParquet(path, parts, 'pasar 0')
  for (const part of parts) rmSync(part)
}
