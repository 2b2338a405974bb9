/** A world that streams tells what the market records, from any state, until it is overtaken. */
import { describe, expect, it } from 'vitest'
import { readScenario } from '../../src/index.ts'
import { createMarket } from '../../src/market/index.ts'
import { loadScenario } from '../../src/node/index.ts'
import { type LiveScope, type LiveWorker, liveIn, serveLive } from '../../src/web/index.ts'
import type { LiveOrder, LiveState, LiveStop, LiveTold } from '../../src/web/live-messages.ts'

const DAYS = 24
/** A Wednesday: measures of a week were taken two days before. */
const WEDNESDAY = 9

const { input } = readScenario('scenarios/indonesia-2023.yaml', {
  load: loadScenario,
  quick: true,
  scale: 0.02,
  days: DAYS,
})

/** A worker in this thread. */
function worker(): LiveWorker {
  const page: LiveWorker = {
    postMessage: (data) => scope.onmessage?.({ data: structuredClone<LiveOrder | LiveStop>(data) }),
    terminate() {},
    onmessage: null,
    onerror: null,
  }
  const scope: LiveScope = {
    onmessage: null,
    postMessage: (data) => page.onmessage?.({ data: structuredClone<LiveTold>(data) }),
  }
  serveLive(scope)
  return page
}

type Order = Parameters<ReturnType<typeof liveIn>['run']>[0]

interface Followed {
  readonly values: number[]
  readonly states: LiveState[]
  readonly end: string
}

/** Runs an order to its end and gives what was told. */
const followed = (live: ReturnType<typeof liveIn>, order: Order): Promise<Followed> =>
  new Promise((resolve, reject) => {
    const values: number[] = []
    const states: LiveState[] = []
    live.run(order, {
      days: (_from, more) => values.push(...more),
      state: (at) => states.push(at),
      reached: (day) => resolve({ values, states, end: String(day) }),
      ended: (end) => resolve({ values, states, end }),
      broken: (message) => reject(new Error(message)),
    })
  })

const market = createMarket(input, 'a/1')
market.run()

describe('a world that streams', () => {
  it('tells every day as the market records it, and ends in its state', async () => {
    const { values, end } = await followed(liveIn(worker()), { input, seed: 'a/1' })
    expect(values).toEqual([...market.values])
    expect(end).toBe(market.stateHash())
  })

  it('goes on from a state in the midst of a week', async () => {
    const live = liveIn(worker())
    const { states } = await followed(live, { input, seed: 'a/1', keep: [WEDNESDAY], to: 12 })
    expect(states.map(({ day }) => day)).toEqual([WEDNESDAY])
    const { values, end } = await followed(live, { input, seed: 'a/1', from: states[0] })
    expect(values).toEqual([...market.values.subarray(WEDNESDAY * market.cells.length)])
    expect(end).toBe(market.stateHash())
  })

  it('stops at the day that was asked for, and says so', async () => {
    const { values, end } = await followed(liveIn(worker()), { input, seed: 'a/1', to: 5 })
    expect(values.length).toBe(5 * market.cells.length)
    expect(end).toBe('5')
  })

  it('is overtaken by the next order, and told no more', async () => {
    const live = liveIn(worker())
    let told = 0
    live.run({ input, seed: 'b/1' }, { days: () => told++, ended: () => told++ })
    const { end } = await followed(live, { input, seed: 'a/1' })
    expect(end).toBe(market.stateHash())
    expect(told).toBe(0)
    live.run({ input, seed: 'a/1' }, { days: () => told++ })
    live.stop()
    await new Promise((later) => setTimeout(later, 100))
    expect(told).toBe(0)
  })

  it('says what broke it', async () => {
    const state = { day: 3, state: new Uint8Array(8), before: new Float64Array(0) }
    const order = { input, seed: 'a/1', from: state }
    await expect(followed(liveIn(worker()), order)).rejects.toThrow('snapshot of 8 bytes')
  })
})
