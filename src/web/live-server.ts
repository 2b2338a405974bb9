/**
 * The part of a worker that streams one world: it steps days for a twentieth of a second, tells them, and lets messages
 * in before it goes on, so that a run that is overtaken ends within one such stretch.
 */
import { createFlow, createMarket, type Flow, type Market } from '../market/index.ts'
import type { FlowDays, LiveOrder, LiveStop, LiveTold } from './live-messages.ts'

interface Port {
  onmessage: (() => void) | null
  postMessage(message: number): void
  close(): void
}

declare const MessageChannel: new () => { readonly port1: Port; readonly port2: Port }

/** Milliseconds of days that are told together. */
const STRETCH = 50

/** The global scope of a worker, as far as it is used here. */
export interface LiveScope {
  onmessage: ((event: { readonly data: LiveOrder | LiveStop }) => void) | null
  postMessage(message: LiveTold): void
}

/** Makes a worker stream the worlds that it is told to. */
export function serveLive(scope: LiveScope): void {
  let newest = 0
  scope.onmessage = ({ data }) => {
    newest = data.generation
    if (data.kind === 'run') void follow(scope, data, () => newest === data.generation)
  }
}

async function follow(scope: LiveScope, order: LiveOrder, isNewest: () => boolean): Promise<void> {
  const { generation } = order
  try {
    // A hand that moves a slider sends many orders at once: only the last of them is carried out.
    await turn()
    if (!isNewest()) return
    const market = opened(order)
    const flow = watched(order, market)
    scope.postMessage({ kind: 'opened', generation, day: market.day, cells: market.cells })
    const end = Math.min(order.to ?? order.input.days, order.input.days)
    while (market.day < end) {
      tellKept(scope, order, market)
      tellStretch(scope, order, market, end, flow)
      await turn()
      if (!isNewest()) return
    }
    tellKept(scope, order, market)
    const { day } = market
    scope.postMessage(
      day < order.input.days
        ? { kind: 'reached', generation, day }
        : { kind: 'ended', generation, stateHash: market.stateHash() },
    )
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem)
    scope.postMessage({ kind: 'broken', generation, message })
  }
}

/** Measures of days before are with whoever sent the state; those of the last one are held on. */
function opened({ input, seed, from }: LiveOrder): Market {
  if (from === undefined) return createMarket(input, seed)
  const { day, state, before } = from
  const market = createMarket(input, seed, { from: { day, state, values: new Float64Array(0) } })
  market.values.set(before, day * market.cells.length - before.length)
  return market
}

/** Looks at sampled buyers, where the page shows them. */
function watched({ flow, input, seed }: LiveOrder, { world }: Market): Flow | undefined {
  if (flow === undefined) return undefined
  const { first, about, buyers } = flow
  const from = buyers === undefined ? {} : { from: { buyers, bytes: new Uint8Array(0) } }
  return createFlow(world, input, seed, { first, about, ...from })
}

function tellKept(scope: LiveScope, { generation, keep = [] }: LiveOrder, market: Market): void {
  const { day, values, cells } = market
  if (!keep.includes(day)) return
  const before = values.slice(Math.max(0, day - 1) * cells.length, day * cells.length)
  const { state } = market.snapshot()
  scope.postMessage({ kind: 'state', generation, at: { day, state, before } })
}

/** Steps until the stretch is over, or a day begins whose state is kept. */
function tellStretch(
  scope: LiveScope,
  { generation, keep = [] }: LiveOrder,
  market: Market,
  end: number,
  flow: Flow | undefined,
): void {
  const from = market.day
  const began = performance.now()
  do {
    market.run(market.day + 1)
    flow?.observe(market.day - 1)
  } while (market.day < end && !keep.includes(market.day) && performance.now() - began < STRETCH)
  const width = market.cells.length
  const values = market.values.slice(from * width, market.day * width)
  scope.postMessage({
    ...{ kind: 'days', generation, from, values },
    ...(flow === undefined ? {} : { flow: daysOf(flow, from, market.day) }),
  })
}

const daysOf = ({ buyers, bytes, width }: Flow, from: number, to: number): FlowDays => ({
  buyers,
  bytes: bytes.slice(from * width, to * width),
})

/** Lets messages in: a task of its own, without the pause that timers have. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
