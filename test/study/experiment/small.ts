/** A monopoly in a small market, and study files about it, all from texts. */
import { createMarket } from '../../../src/market/index.ts'
import type { Load } from '../../../src/scenario/index.ts'
import { inThisThread, readStudyFile, supplyOf } from '../../../src/study/index.ts'

const FILES: Readonly<Record<string, string>> = {
  'one.yaml': `
title: One seller
textbook: true
buyers: { count: 200, price-sensitivity: 2 per kRp }
calendar: { weeks: 110 }
sellers:
  - { name: Ani, cost: 1 kRp, quality: 4 }
`,
  'dear.yaml': `
extends: one
title: Dearer clay
sellers: { Ani: { cost: 1.5 kRp } }
`,
  'finer.yaml': `
title: Finer pots
indonesian: { title: Pot yang lebih halus }
sellers: { Ani: { quality: 6 } }
`,
  'taxed.yaml': `
extends: one
title: A duty
policies: [{ duty: { effective: 2024-02-05, extra: 10 % } }]
`,
  'lost.yaml': `
title: Another market
extends: one
`,
}

/** Study files by name beside the scenarios. */
export const loadWith =
  (studies: Readonly<Record<string, string>>): Load =>
  (path) => {
    const text = studies[path] ?? FILES[path]
    return text === undefined ? undefined : { text }
  }

export function experimentOf(text: string) {
  const load = loadWith({ 'study.yaml': text })
  const read = readStudyFile('study.yaml', load)
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return { experiment: read.experiment, load }
}

/** Runs in this thread, and how many tasks it was given. */
export function counting() {
  const runner = inThisThread({
    open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
  })
  const given: number[] = []
  return {
    given,
    runner: {
      ...runner,
      run: (work: Parameters<typeof runner.run>[0], listener: Parameters<typeof runner.run>[1]) => {
        given.push(supplyOf(work.tasks).count)
        return runner.run(work, listener)
      },
    },
  }
}
