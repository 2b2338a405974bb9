import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Report {
  readonly runs: number
  readonly targets: readonly {
    readonly id: string
    readonly what: string
    readonly origin: string
    readonly band: readonly [number, number]
    readonly value: number
    readonly holds: boolean
  }[]
}

describe('the baseline', () => {
  it('meets what is solved or set, and misses of the rest only what is written down', {
    timeout: 600_000,
  }, () => {
    const { runs, targets } = calibrated()
    expect(runs).toBe(8)
    const missed = targets.filter(({ holds }) => !holds)
    expect(missed.filter(({ origin }) => ['solved', 'set'].includes(origin))).toEqual([])
    const written = readFileSync('docs/sources.md', 'utf8')
    const rows = [...written.matchAll(/^\| missed \| (.*?) \|/gm)].map(([, what]) => what)
    expect(missed.map(({ what }) => what).sort()).toEqual(rows.sort())
  })
})

/** Whether or not every target holds: the command then ends with 1, and still prints its report. */
function calibrated(): Report {
  const command = ['dist/pasar.js', 'calibration', '--quiet', '--json']
  try {
    return JSON.parse(execFileSync('node', command, { encoding: 'utf8' }))
  } catch (fault) {
    return JSON.parse((fault as { stdout: string }).stdout)
  }
}
