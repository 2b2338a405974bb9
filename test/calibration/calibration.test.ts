import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

interface Report {
  readonly runs: number
  readonly targets: readonly {
    readonly id: string
    readonly what: string
    readonly band: readonly [number, number]
    readonly value: number
    readonly holds: boolean
  }[]
}

describe('the baseline', () => {
  it('meets every target known before 4 October 2023', { timeout: 600_000 }, () => {
    const { runs, targets } = calibrated()
    expect(runs).toBe(8)
    expect(targets.length).toBeGreaterThanOrEqual(25)
    expect(new Set(targets.map(({ id }) => id)).size).toBe(8)
    expect(targets.filter(({ holds }) => !holds)).toEqual([])
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
