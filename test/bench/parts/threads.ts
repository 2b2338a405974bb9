import { Worker } from 'node:worker_threads'
import { median } from 'simple-statistics'
import type { MarketInput } from '../../../src/market/index.ts'
import { onThreads } from '../../../src/node/threads.ts'
import { answer } from '../../../src/study/index.ts'
import { country } from '../country.ts'
import type { Figure, Part } from '../part.ts'

/** Days before those by which a warm thread is measured, and days of a stretch. */
const WARM_UP = 140
const STRETCH = 28

interface Pace {
  /** Milliseconds a day of a run, by stretches after the first days of the first markets. */
  readonly stretches: number[]
  /** Seconds from the question to the answer. */
  readonly study: number
}

/** What a second thread gives, turn by turn. */
export const threads: Part = {
  name: 'threads',
  about: 'Two threads for one, turn by turn: days when all is compiled, and whole studies',
  async measure(asked) {
    const input = country(asked)
    const figures: Figure[] = [
      {
        name: 'sums that share nothing',
        value: await ownGain(asked.tiny ? 4_000 : 400_000),
        unit: 'times',
        note: 'what this machine gives at most',
      },
    ]
    const shapes = asked.tiny
      ? [{ what: 'one run in slices', runs: 1, days: 6 }]
      : [
          { what: 'one run in slices', runs: 1, days: 728 },
          { what: 'four runs', runs: 4, days: 364 },
        ]
    for (const { what, runs, days } of shapes) {
      const [one, two]: Pace[][] = [[], []]
      for (let turn = 0; turn < asked.turns; turn++) {
        one.push(await pace(input, 1, runs, days))
        two.push(await pace(input, 2, runs, days))
      }
      figures.push(...gains(what, one, two))
    }
    return figures
  },
}

function gains(what: string, one: readonly Pace[], two: readonly Pace[]): Figure[] {
  const gain = (of: (paces: readonly Pace[]) => number) => of(one) / of(two)
  const warm = (paces: readonly Pace[]) => paces.flatMap(({ stretches }) => stretches)
  const whole = (paces: readonly Pace[]) => paces.map(({ study }) => study)
  const figures: Figure[] = [
    {
      name: `${what}, whole study, in the median`,
      value: gain((paces) => median(whole(paces))),
      unit: 'times',
      least: 1.7,
    },
    {
      name: `${what}, whole study, at best`,
      value: gain((paces) => Math.min(...whole(paces))),
      unit: 'times',
    },
  ]
  if ([one, two].some((paces) => warm(paces).length === 0)) return figures
  const value = gain((paces) => Math.min(...warm(paces)))
  return [...figures, { name: `${what}, a warm day, at best`, value, unit: 'times' }]
}

async function pace(input: MarketInput, count: number, runs: number, days: number): Promise<Pace> {
  const baseline = { scenario: 'bench', input: { ...input, days } }
  const abreast = Math.min(runs, count)
  const stretches: number[] = []
  let last: { done: number; at: number } | undefined
  const began = performance.now()
  const runner = onThreads(count)
  await answer({ baseline, policies: [], seed: 'bench', runs }, runner, {
    progress(done) {
      if (done < abreast * WARM_UP || done < (last?.done ?? 0) + abreast * STRETCH) return
      const at = performance.now()
      if (last) stretches.push((at - last.at) / (done - last.done))
      last = { done, at }
    },
  })
  await runner.close()
  return { stretches, study: (performance.now() - began) / 1000 }
}

/** What a second thread of this machine gives at most: the same sums on one thread and on two. */
async function ownGain(rounds: number): Promise<number> {
  const sums = `const { parentPort } = require('node:worker_threads')
    const row = new Float64Array(1024).fill(0.5)
    parentPort.on('message', (rounds) => {
      for (let round = 0; round < rounds; round++)
        for (let at = 0; at < row.length; at++) row[at] = row[at] * 0.999 + row[(at + 7) & 1023] * 0.001
      parentPort.postMessage(row[0])
    })`
  const workers = [0, 1].map(() => new Worker(sums, { eval: true }))
  const seconds = async (count: number) => {
    const began = performance.now()
    const ends = workers.slice(0, count).map(
      (worker) =>
        new Promise((resolve) => {
          worker.once('message', resolve).postMessage(rounds)
        }),
    )
    await Promise.all(ends)
    return (performance.now() - began) / 1000
  }
  await seconds(2)
  let [one, two] = [Infinity, Infinity]
  for (let turn = 0; turn < 5; turn++) {
    one = Math.min(one, await seconds(1))
    two = Math.min(two, await seconds(2))
  }
  await Promise.all(workers.map((worker) => worker.terminate()))
  return (2 * one) / two
}
