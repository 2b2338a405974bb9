/**
 * Runs the two worlds that the page shows, each in a worker of its own. A baseline is run once at each size; its state is
 * kept every few weeks, and a policy goes on from the last one before its worlds may differ.
 */
import { batch, signal } from '@preact/signals'
import { resized } from '../../scenario/index.ts'
import { type Live, type LiveState, type LiveWorker, liveIn } from '../../web/index.ts'
import { hire } from '../hire.ts'
import { branched, emptyFlows, type Flows, takeFlows } from './flows.ts'
import type { Pair } from './pair.ts'
import { emptySeries, type Series, take, WEEK } from './series.ts'

/** How finely a market is simulated: coarse while a hand moves, quick (as `--quick`) when it rests. */
export type Size = 'coarse' | 'quick'

const SIZES = { coarse: { quick: true, scale: 0.25 }, quick: { quick: true } } as const

/** Days between kept states: a state of the quick market takes five megabytes. */
const KEPT = { coarse: 4 * WEEK, quick: 8 * WEEK } as const

/** A baseline that runs, or has run, at one size. */
interface Base {
  series: Series | undefined
  readonly flows: Flows
  readonly states: Map<number, LiveState>
  stateHash: string | undefined
}

/** What the page draws. */
export interface Shown {
  readonly pair: Pair
  readonly size: Size
  readonly days: number
  /** The first day on which the worlds may differ. */
  readonly fork: number
  readonly baseline: Series | undefined
  readonly policy: Series | undefined
  /** Orders of sampled buyers in both worlds; none where the worlds part before one looks. */
  readonly flows: readonly [Flows, Flows] | undefined
}

/** Hashes of final states, as `manifest.json` has them for run 1. */
export interface Hashes {
  readonly size: Size
  readonly baseline: string
  readonly policy: string
}

export const shown = signal<Shown | undefined>(undefined)
/** Counts what has come in: series grow in place. */
export const came = signal(0)
export const hashes = signal<Hashes | undefined>(undefined)
/** What broke, in the words of the worker. */
export const broken = signal<string | undefined>(undefined)

const bases = new Map<string, Base>()
const lives: { baseline?: Live; policy?: Live } = {}

/** Baselines that are kept: of the scenario and of a changed one, at both sizes. Their states take some 70 megabytes each. */
const MOST = 4

/** Keeps a baseline as the one that was used last, and forgets the one that was used longest ago. */
function remember(key: string, base: Base): void {
  bases.delete(key)
  bases.set(key, base)
  for (const oldest of [...bases.keys()].slice(0, -MOST)) bases.delete(oldest)
}

/** Which baseline the first worker runs now. */
let running: string | undefined

const keyOf = ({ baseline, seed }: Pair, size: Size) => `${baseline.fingerprint} ${seed} ${size}`

const live = (world: 'baseline' | 'policy'): Live => {
  lives[world] ??= liveIn(hire('world') as unknown as LiveWorker)
  return lives[world]
}

/** Starts the workers, so that they are loaded while the page is drawn. */
export function warm(): void {
  live('baseline')
  live('policy')
}

/** Whether the baseline of a pair has got so far at this size that a policy can begin. */
export const isReady = (pair: Pair, size: Size): boolean =>
  stateBefore(bases.get(keyOf(pair, size)), pair.fork) !== undefined

/** What was asked for last; it is shown once its policy has something to show. */
export let requested: { readonly pair: Pair; readonly size: Size } | undefined

/** What waits for a coarse run to come to its end, so that each that begins is seen. */
let waiting: Pair | undefined

/** Shows a pair of worlds; what was shown before is overtaken, and stays until the new one can be drawn. */
export function show(pair: Pair, size: Size): void {
  waiting = undefined
  if (size === 'coarse' && isBusy && requested?.size === 'coarse' && isReady(pair, size)) {
    waiting = pair
    return
  }
  requested = { pair, size }
  const key = keyOf(pair, size)
  const base = baseOf(pair, size)
  remember(key, base)
  batch(() => {
    hashes.value = undefined
    broken.value = undefined
    if (!isReady(pair, size) || shown.value === undefined) shown.value = beginning(pair, size, base)
  })
  const isDone = base.stateHash !== undefined
  if (running !== key && !isDone) runBaseline(pair, size, key, base)
  runPolicy(pair, size, base)
}

const beginning = (pair: Pair, size: Size, { series }: Base): Shown => ({
  pair,
  size,
  days: pair.policy.input.days,
  fork: pair.fork,
  baseline: series,
  policy: undefined,
  flows: undefined,
})

/** Runs a baseline that is not shown yet, for whoever moves a slider next. */
export function prepare(pair: Pair, size: Size): void {
  const key = keyOf(pair, size)
  if (running !== undefined || bases.get(key)?.stateHash !== undefined) return
  const base = baseOf(pair, size)
  remember(key, base)
  runBaseline(pair, size, key, base)
}

/** The baseline of a pair at a size, which may have run for another pair. */
function baseOf(pair: Pair, size: Size): Base {
  const known = bases.get(keyOf(pair, size))
  if (known !== undefined) return known
  const input = resized(pair.baseline.input, SIZES[size])
  const flows = emptyFlows(input, pair.policy.input, pair.fork)
  return { series: undefined, flows, states: new Map(), stateHash: undefined }
}

function runBaseline(pair: Pair, size: Size, key: string, base: Base): void {
  running = key
  base.states.clear()
  const input = resized(pair.baseline.input, SIZES[size])
  const keep = daysKept(input.days, size, pair.fork)
  live('baseline').run(
    { input, seed: pair.seed, keep, flow: { first: base.flows.first, about: base.flows.about } },
    {
      opened(day, cells) {
        base.series = emptySeries(cells, day, input.days)
        const now = shown.value
        if (now !== undefined && keyOf(now.pair, now.size) === key)
          shown.value = { ...now, baseline: base.series }
      },
      days(from, values, flow) {
        take(base.series!, from, values)
        takeFlows(base.flows, from, flow)
        came.value++
      },
      state(at) {
        base.states.set(at.day, at)
        const now = requested
        if (now && started !== now && keyOf(now.pair, now.size) === key)
          runPolicy(now.pair, size, base)
      },
      ended(stateHash) {
        base.stateHash = stateHash
        running = undefined
        tellHashes()
      },
      broken: breaks,
    },
  )
}

const daysKept = (days: number, size: Size, fork: number): number[] => {
  const regular = Array.from({ length: Math.ceil(days / KEPT[size]) }, (_, nth) => nth * KEPT[size])
  return [...new Set([...regular.slice(1), fork])].sort((one, other) => one - other)
}

/** The last kept state before the worlds may differ, no further back than the next one would be kept. */
function stateBefore(base: Base | undefined, fork: number) {
  const days = [...(base?.states.keys() ?? [])].filter((day) => day <= fork)
  const day = Math.max(...days)
  if (days.length === 0) return undefined
  // While the baseline runs, a nearer state may still come.
  const isNear = base!.stateHash !== undefined || (base!.series?.end ?? 0) >= fork
  return isNear ? base!.states.get(day) : undefined
}

/** Whether a policy is being run, and of which request one has begun. */
let isBusy = false
let started: typeof requested

/** Days of a policy from which it is drawn while it runs; a coarse one is drawn when it is done. */
const DRAWN_FROM = 4 * WEEK
/** Days after the worlds may differ to which a coarse market is run. */
const HORIZON = 26 * WEEK

function runPolicy(pair: Pair, size: Size, base: Base): void {
  const from = stateBefore(base, pair.fork)
  if (from === undefined && pair.fork > 0) {
    isBusy = false
    lives.policy?.stop()
    return
  }
  const input = resized(pair.policy.input, SIZES[size])
  const to = size === 'coarse' ? Math.min(input.days, pair.fork + HORIZON) : input.days
  const { first, about, buyers } = base.flows
  const flow = first <= pair.fork ? { first, about, buyers } : undefined
  let series: Series | undefined
  let flows: Shown['flows']
  const draw = () => {
    if (shown.value?.policy !== series)
      shown.value = { ...beginning(pair, size, base), policy: series, flows }
    came.value++
  }
  const done = () => {
    isBusy = false
    draw()
    if (waiting !== undefined) show(waiting, 'coarse')
  }
  isBusy = true
  started = requested
  live('policy').run(
    { input, seed: pair.seed, from, to, flow },
    {
      opened(day, cells) {
        series = emptySeries(cells, day, input.days)
        flows = flow && [base.flows, branched(base.flows, day)]
      },
      days(from, values, told) {
        take(series!, from, values)
        if (flows) takeFlows(flows[1], from, told)
        if (size === 'quick' && series!.end - pair.fork >= DRAWN_FROM) draw()
      },
      reached: done,
      ended(stateHash) {
        policyHash = { pair, size, stateHash }
        done()
        tellHashes()
      },
      broken: breaks,
    },
  )
}

let policyHash: { readonly pair: Pair; readonly size: Size; readonly stateHash: string } | undefined

/** Once both worlds of what is shown have come to their end. */
function tellHashes(): void {
  const now = shown.value
  if (now === undefined || policyHash?.pair !== now.pair || policyHash.size !== now.size) return
  const baseline = bases.get(keyOf(now.pair, now.size))?.stateHash
  if (baseline === undefined) return
  hashes.value = { size: now.size, baseline, policy: policyHash.stateHash }
}

function breaks(message: string): void {
  running = undefined
  isBusy = false
  broken.value = message
}

/** Both worlds that are shown, at their size, with the last kept state of both from which the week of a day can be reached. */
export function worldsShown(day: number) {
  const now = shown.value
  if (now === undefined) return undefined
  const { pair, size, fork } = now
  const sized = (scenario: Pair['policy']) => ({
    ...scenario,
    input: resized(scenario.input, SIZES[size]),
  })
  const monday = day - (day % WEEK)
  return {
    scenarios: [sized(pair.baseline), sized(pair.policy)] as const,
    from: stateBefore(bases.get(keyOf(pair, size)), Math.min(monday, fork)),
  }
}
