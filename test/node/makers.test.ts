/** Studies are made without a terminal: whoever asks is told how far they are, and nothing is printed. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadScenario, makeExperiment, makeOneRun, type Watcher } from '../../src/node/index.ts'
import { overDays } from '../../src/node/watcher.ts'
import { readStudyFile } from '../../src/study/index.ts'
import { priceStudy } from '../cli/textbook-study.ts'

vi.setConfig({ testTimeout: 60_000 })

/** What a watcher is told. */
function witness(signal?: AbortSignal) {
  const told: string[] = []
  const watcher: Watcher = {
    signal,
    warn: (line) => told.push(`warn ${line}`),
    note: (line) => told.push(`note ${line}`),
    stage: (total, what) => told.push(`stage ${total} ${what}`),
    progress: (done) => told.push(`done ${done}`),
    ended: () => told.push('ended'),
  }
  return { told, watcher }
}

function study() {
  const folder = mkdtempSync(join(tmpdir(), 'pasar-makers-'))
  const file = priceStudy(folder, { seeds: 1, levels: 2 })
  const read = readStudyFile(file, loadScenario)
  if (!read.ok) throw new Error('the study has a fault')
  const asked = {
    ...{ threads: 1, out: join(folder, 'out'), report: false, language: 'en' as const },
    ...{ cache: false, command: ['study', file] },
  }
  return { experiment: read.experiment, text: { text: '', file }, asked }
}

const streams = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write'))
afterEach(() => {
  for (const stream of streams) stream.mockClear()
})
const printed = () => streams.reduce((calls, { mock }) => calls + mock.calls.length, 0)

describe('days of a study', () => {
  it('are told in stages, each over before the next is spoken of', () => {
    const { told, watcher } = witness()
    const { began, progress } = overDays(watcher, 'complete')
    began?.({ asked: 4, known: 0, days: 40 })
    progress?.(40)
    began?.({ asked: 8, known: 4, days: 40 })
    expect(told).toEqual([
      ...['ended', 'stage 40 days', 'done 40', 'ended'],
      'note 4 of 8 runs are complete already and are not run again',
      'stage 40 days',
    ])
  })
})

describe('a study of many points', () => {
  it('tells how far it is, goes on where it was, and prints nothing', async () => {
    const { experiment, text, asked } = study()
    const first = witness()
    const made = await makeExperiment(experiment, text, asked, first.watcher)
    expect(made.progress).toEqual({ asked: 4, done: 4, broken: 0 })
    expect(made.found.known).toBe(4)
    expect(first.told[0]).toBe('stage 4 runs')
    expect(first.told.slice(-2)).toEqual(['done 4', 'ended'])
    const again = witness()
    await makeExperiment(experiment, text, asked, again.watcher)
    expect(again.told).toEqual([
      'note 4 of 4 runs are known already and are not run again',
      'stage 0 runs',
      'ended',
    ])
    expect(printed()).toBe(0)
  })

  it('that is stopped before it begins has made nothing, and says so', async () => {
    const { experiment, text, asked } = study()
    const { watcher } = witness(AbortSignal.abort())
    const { progress, failed } = await makeExperiment(experiment, text, asked, watcher)
    expect(progress).toEqual({ asked: 4, done: 0, broken: 0 })
    expect(failed).toBe(0)
  })

  it('makes one run again, by the beginning of its key', async () => {
    const { experiment, text, asked } = study()
    const [run] = (await makeExperiment(experiment, text, asked, {})).found.plan.runs
    const again = await makeOneRun(experiment, text, run.key.slice(0, 10), asked, {})
    expect(again).toMatchObject({ run: { key: run.key }, wasKnown: true, message: undefined })
    await expect(makeOneRun(experiment, text, 'nothing', asked, {})).rejects.toThrow(
      '--only is nothing: this study has no such run',
    )
  })
})
