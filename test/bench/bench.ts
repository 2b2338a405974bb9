/**
 * How fast the market runs on this machine: occasions a second on one core with K = 20 items considered,
 * agents, bytes an agent, the share of time of each rule, and what a second thread gives. Warm-up days come
 * first and are not counted. Absolute figures belong to this machine and this moment: where others use it too,
 * the best stretch says what the program can do, the median what it did. Threads are compared turn by turn, by
 * stretches of days when all is compiled and by whole studies, and with what a second one gives to sums that share
 * nothing. Of a study of many points it says what the machinery takes beside the runs.
 */

import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { median } from 'simple-statistics'
import { createMarket, type MarketInput } from '../../src/market/index.ts'
import { blocks } from '../../src/market/populations/index.ts'
import { loadScenario, openExperimentFolder } from '../../src/node/index.ts'
import { onThreads } from '../../src/node/threads.ts'
import { readScenario } from '../../src/scenario/index.ts'
import { answer, carryOutExperiment, planOf, readStudyFile } from '../../src/study/index.ts'

const WARM_UP = 140
const STRETCHES = 10
const STRETCH = 28
const TURNS = 3
/** Of the study of many points. */
const RUNS = 9
const SHOPPING = ['purchase-occasions', 'venue-choice', 'item-choice']
const scale = Number(process.argv[2] ?? 1)

const input = country(scale)
console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}`)
console.log(
  `${format(input.size.buyers)} buyers, ${format(input.size.sellers)} sellers, ${input.size.creators} creators, K = 20`,
)
oneCore(input)
await threads(input)
await machinery()

function country(scale: number): MarketInput {
  const path = 'scenarios/indonesia-2023.yaml'
  const read = readScenario(
    path,
    (file) => (existsSync(file) ? { text: readFileSync(file, 'utf8') } : undefined),
    {
      set: [
        ...['platforms', 'chat', 'stalls', 'events', 'made-to-order'].map(
          (nest) => `nests.${nest}.considered=20`,
        ),
        `size.buyers=${90000 * scale}`,
        `size.sellers=${10000 * scale}`,
        `size.creators=${1200 * scale}`,
      ],
    },
  )
  if (!read.ok) throw new Error('the baseline does not read')
  return read.input
}

function oneCore(input: MarketInput): void {
  const market = createMarket(input, 'bench', { clock: () => performance.now(), record: false })
  market.run(WARM_UP)
  const before = { ...market.spent }
  const found = market.world.view(blocks.occasions)
  const shopping = () => SHOPPING.reduce((sum, rule) => sum + market.spent[rule], 0)
  const stretches = Array.from({ length: STRETCHES }, (_, nth) => {
    let occasions = 0
    const began = performance.now()
    const shopped = shopping()
    market.run(WARM_UP + (nth + 1) * STRETCH, () => {
      for (let block = 0; block < found.length; block++) occasions += found[block]
    })
    const total = performance.now() - began
    return { occasions, total, shopping: shopping() - shopped }
  })
  const sum = (of: (stretch: (typeof stretches)[number]) => number) =>
    stretches.reduce((all, stretch) => all + of(stretch), 0)
  const total = sum((stretch) => stretch.total)
  const rates = (time: 'shopping' | 'total') => {
    const paces = stretches.map((one) => (1000 * one.occasions) / one[time])
    return `${format(Math.max(...paces))} occasions a second at best, ${format(median(paces))} in the median`
  }
  const agents = input.size.buyers + input.size.sellers + input.size.creators
  const days = STRETCHES * STRETCH
  console.log(
    `\none core, ${STRETCHES} stretches of ${STRETCH} days after ${WARM_UP} days to warm up`,
  )
  console.log(`  occasions                 ${format(sum(({ occasions }) => occasions))}`)
  console.log(`  shopping loop             ${rates('shopping')} (${SHOPPING.join(', ')})`)
  console.log(`  whole market              ${rates('total')}`)
  console.log(`  a day                     ${(total / days).toFixed(1)} ms`)
  console.log(`  bytes an agent            ${(market.bytes / agents).toFixed(0)}`)
  console.log('  share of time')
  const spent = Object.entries(market.spent).map(([rule, all]) => ({
    rule,
    time: all - before[rule],
  }))
  for (const { rule, time } of spent.sort((one, other) => other.time - one.time).slice(0, 14))
    console.log(`    ${rule.padEnd(22)} ${((100 * time) / total).toFixed(1).padStart(5)} %`)
}

async function threads(input: MarketInput): Promise<void> {
  console.log(`\nthreads; sums that share nothing: ${(await ownGain()).toFixed(2)} times`)
  for (const { what, runs, days } of [
    { what: 'one run in slices', runs: 1, days: 728 },
    { what: 'four runs', runs: 4, days: 364 },
  ]) {
    const [one, two]: Pace[][] = [[], []]
    for (let turn = 0; turn < TURNS; turn++) {
      one.push(await pace(input, 1, runs, days))
      two.push(await pace(input, 2, runs, days))
    }
    console.log(`  ${what}`)
    const warm = [one, two].map((turns) => turns.flatMap(({ stretches }) => stretches))
    const whole = [one, two].map((turns) => turns.map(({ study }) => study))
    for (const [label, unit, [alone, both]] of [
      ['a day when warm', 'ms', warm],
      ['whole study', 's', whole],
    ] as const)
      for (const [moment, of] of [
        ['at best', (values: number[]) => Math.min(...values)],
        ['in the median', median],
      ] as const)
        console.log(
          `    ${`${label}, ${moment}`.padEnd(32)}1 thread ${of(alone).toFixed(1)} ${unit}, ` +
            `2 threads ${of(both).toFixed(1)} ${unit}, ${(of(alone) / of(both)).toFixed(2)} times`,
        )
  }
}

/**
 * What a study of many points takes beside its runs: claims, journals, tasks, messages between threads. The quick market, on one thread,
 * with every run and without baselines that are kept.
 */
async function machinery(): Promise<void> {
  const path = 'scenarios/studies/closure-dials.yaml'
  const read = readStudyFile(path, loadScenario)
  if (!read.ok) throw new Error('the study does not read')
  const { experiment } = read
  const whole = planOf(experiment, 'bench')
  const plan = { ...whole, runs: whole.runs.slice(0, RUNS) }
  const identity = { fingerprint: plan.fingerprint, title: 'bench', text: '', code: 'bench' }
  const folder = openExperimentFolder(mkdtempSync(join(tmpdir(), 'pasar-bench-')), identity)
  const runner = onThreads(1)
  const own: number[] = []
  let last: number | undefined
  await carryOutExperiment(experiment, plan, folder.journal, runner, {
    load: loadScenario,
    code: 'bench',
    progress() {
      const now = performance.now()
      const entry = [...folder.journal.entries().values()].at(-1)!
      // The first run starts the thread: from its end on.
      if (last !== undefined) own.push((now - last) / 1000 - entry.seconds)
      last = now
    },
  })
  await runner.close()
  folder.close()
  const seconds = [...folder.journal.entries().values()].slice(1).map((entry) => entry.seconds)
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  console.log(`\na study of many points, ${seconds.length} runs of the quick market on one thread`)
  console.log(`  a run, in the median           ${median(seconds).toFixed(2)} s`)
  console.log(
    `  beside it, in the median       ${(1000 * median(own)).toFixed(0)} ms, ${((100 * sum(own)) / sum(seconds)).toFixed(1)} % of all runs`,
  )
}

interface Pace {
  /** Milliseconds a day of a run, by stretches after `WARM_UP` days of the first markets. */
  readonly stretches: number[]
  /** Seconds from the question to the answer. */
  readonly study: number
}

async function pace(input: MarketInput, count: number, runs: number, days: number): Promise<Pace> {
  const question = {
    baseline: { scenario: 'bench', input: { ...input, days } },
    policies: [],
    seed: 'bench',
    runs,
  }
  const abreast = Math.min(runs, count)
  const stretches: number[] = []
  let last: { done: number; at: number } | undefined
  const began = performance.now()
  const runner = onThreads(count)
  await answer(question, runner, {
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
async function ownGain(): Promise<number> {
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
          worker.once('message', resolve).postMessage(400_000)
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

function format(value: number): string {
  return Math.round(value).toLocaleString('en')
}
