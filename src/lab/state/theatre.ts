/**
 * Runs the two worlds that the page shows. A baseline is run once at each size; its state is kept every few weeks, and a
 * policy goes on from the last one before its worlds may differ. Of the quick market each world has a worker; the coarse
 * market has a third, in which its baseline is run ahead, and which is thus warm when a hand moves something.
 */

import { batch, signal } from '@preact/signals'
import { DAYS_A_WEEK, mondayOf } from '../../engine/index.ts'
import type { MarketInput } from '../../market/index.ts'
import { resized } from '../../scenario/index.ts'
import { type Live, type LiveState, type LiveWorker, liveIn } from '../../web/index.ts'
import { hire } from '../hire.ts'
import { branched, emptyFlows, type Flows, takeFlows } from './flows.ts'
import { mainWindow, type Pair } from './pair.ts'
import { branchedSeries, emptySeries, type Series, take } from './series.ts'

/** How finely a market is simulated: coarse while a hand moves, quick (as `--quick`) when it rests. */
export type Size = 'coarse' | 'quick'

const SIZES = { coarse: { quick: true, scale: 0.25 }, quick: { quick: true } } as const

/** Days between kept states: a state of the quick market takes five megabytes. */
const KEPT = { coarse: 4 * DAYS_A_WEEK, quick: 8 * DAYS_A_WEEK } as const

/** A baseline that runs, or has run, at one size. */
interface Base {
  readonly key: string
  readonly size: Size
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
const lives = new Map<string, Live>()

/** Baselines that are kept: of the scenario and of a changed one, at both sizes. Their states take some 70 megabytes each. */
const MOST = 4

/** Which baseline of each size is run now. */
const running: { [S in Size]?: Base | undefined } = {}

const keyOf = ({ baseline, seed }: Pair, size: Size) => `${baseline.fingerprint} ${seed} ${size}`

const live = (size: Size, world: 'baseline' | 'policy'): Live => {
  const name = size === 'coarse' ? size : world
  const known = lives.get(name) ?? liveIn(hire('world') as unknown as LiveWorker)
  lives.set(name, known)
  return known
}

/** Starts the workers, so that they are loaded while the page is drawn. */
export function warm(): void {
  live('quick', 'baseline')
  live('quick', 'policy')
}

/** Whether a policy can begin at this size. While its baseline runs the coarse market has no worker for it. */
export function isReady(pair: Pair, size: Size): boolean {
  const base = bases.get(keyOf(pair, size))
  return (
    (size === 'quick' || base?.stateHash !== undefined) &&
    stateBefore(base, pair.fork) !== undefined
  )
}

/** What was asked for last; it is shown once its policy has something to show. */
export let requested: { readonly pair: Pair; readonly size: Size } | undefined

/** What waits until enough of a coarse run is seen, so that each that begins is seen. */
let waiting: Pair | undefined

/**
 * Shows a pair of worlds; what was shown before is overtaken, and stays until the new one can be drawn. Coarse: while a
 * hand moves. Quick: to the end, after a coarse run where that can be seen sooner.
 */
export function show(pair: Pair, size: Size): void {
  const isAsked = requested?.pair === pair
  if (size === 'coarse' && coarse !== undefined) {
    waiting = pair
    return
  }
  // Once its coarse run is seen, the quick one follows by itself.
  if (isAsked && coarse === pair && shown.value?.pair !== pair) return
  waiting = undefined
  begin(pair, !isAsked && isReady(pair, 'coarse') ? 'coarse' : size)
}

function begin(pair: Pair, size: Size): void {
  requested = { pair, size }
  const base = baseOf(pair, size)
  batch(() => {
    hashes.value = undefined
    broken.value = undefined
    if (!isReady(pair, size) || shown.value === undefined) shown.value = beginning(pair, base)
  })
  if (base.stateHash === undefined && running[size] !== base) runBaseline(pair, base)
  if (size === 'coarse') live('quick', 'policy').stop()
  else if (base.series !== undefined) prepare(pair)
  runPolicy(pair, base)
}

const beginning = (pair: Pair, { size, series }: Base): Shown => ({
  pair,
  size,
  days: pair.policy.input.days,
  fork: pair.fork,
  baseline: series,
  policy: undefined,
  flows: undefined,
})

/** Runs the coarse baseline of a pair ahead, for whoever moves a slider next. */
function prepare(pair: Pair): void {
  const base = baseOf(pair, 'coarse')
  if (base.stateHash === undefined && running.coarse !== base) runBaseline(pair, base)
}

/** The baseline of a pair at a size, which may have run for another pair; whichever was used longest ago is forgotten. */
function baseOf(pair: Pair, size: Size): Base {
  const key = keyOf(pair, size)
  const base = bases.get(key) ?? {
    ...{ key, size, series: undefined, states: new Map(), stateHash: undefined },
    flows: emptyFlows(resized(pair.baseline.input, SIZES[size]), pair.policy.input, pair.fork),
  }
  bases.delete(key)
  bases.set(key, base)
  for (const oldest of [...bases.keys()].slice(0, -MOST)) bases.delete(oldest)
  return base
}

function runBaseline(pair: Pair, base: Base): void {
  const { size, flows, states } = base
  running[size] = base
  if (size === 'coarse') coarse = undefined
  states.clear()
  const input = resized(pair.baseline.input, SIZES[size])
  const keep = daysKept(input.days, size, pair.fork)
  live(size, 'baseline').run(
    { input, seed: pair.seed, keep, flow: { first: flows.first, about: flows.about } },
    {
      opened(day, cells) {
        base.series = emptySeries(cells, day, input.days)
        if (isShown(base)) shown.value = { ...shown.value!, baseline: base.series }
      },
      days(from, values, flow) {
        take(base.series!, from, values)
        takeFlows(flows, from, flow)
        if (isShown(base)) came.value++
        if (size === 'quick' && base.series!.end >= AHEAD) prepare(pair)
      },
      state(at) {
        states.set(at.day, at)
        const now = requested
        if (now && started !== now && keyOf(now.pair, now.size) === base.key)
          runPolicy(now.pair, base)
      },
      ended(stateHash) {
        base.stateHash = stateHash
        running[size] = undefined
        if (size === 'coarse') rehearse(pair, base)
        tellHashes()
      },
      broken: breaks,
    },
  )
}

/** Whether the baseline is one of the worlds that are shown. */
const isShown = ({ key }: Base): boolean =>
  shown.value !== undefined && keyOf(shown.value.pair, shown.value.size) === key

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

/** The coarse policy that is being run, and the request whose policy has begun. */
let coarse: Pair | undefined
let started: typeof requested

/** Days of a quick baseline after which the coarse one begins: the first picture comes first. */
const AHEAD = 4 * DAYS_A_WEEK
/** Days of a policy from which it is drawn while it runs: coarse, so many as make a line. */
const DRAWN_FROM = { coarse: 2 * DAYS_A_WEEK, quick: 4 * DAYS_A_WEEK } as const
/** Days of a coarse policy after which one that waits may take its place. */
const SEEN = 8 * DAYS_A_WEEK
/** Days after the worlds may differ to which a coarse market is run. */
const HORIZON = 26 * DAYS_A_WEEK

/** Runs a policy that nobody sees for some weeks, so that its code is compiled when a hand moves it. */
function rehearse({ policy, seed, fork }: Pair, base: Base): void {
  const from = stateBefore(base, fork)
  const input = resized(policy.input, SIZES.coarse)
  live('coarse', 'policy').run({ input, seed, from, to: fork + AHEAD }, {})
}

function runPolicy(pair: Pair, base: Base): void {
  const { size } = base
  const from = stateBefore(base, pair.fork)
  if (from === undefined && pair.fork > 0) {
    live(size, 'policy').stop()
    return
  }
  const input = resized(pair.policy.input, SIZES[size])
  const to = size === 'coarse' ? Math.min(input.days, pair.fork + HORIZON) : input.days
  const { first, about, buyers } = base.flows
  const flow = first <= pair.fork ? { first, about, buyers } : undefined
  let series: Series | undefined
  let flows: Shown['flows']
  const draw = () => {
    if (!isDue(pair, size, series!.end)) return
    if (shown.value?.policy !== series)
      shown.value = { ...beginning(pair, base), policy: series, flows }
    came.value++
  }
  const done = () => {
    draw()
    if (size === 'coarse') goOn(pair, true)
  }
  if (size === 'quick') started = requested
  else {
    coarse = pair
    running.coarse = undefined
  }
  live(size, 'policy').run(
    { input, seed: pair.seed, from, to, flow },
    {
      opened(day, cells) {
        series = branchedSeries(base.series, cells, day, input.days)
        flows = flow && [base.flows, branched(base.flows, day)]
      },
      days(at, values, told) {
        take(series!, at, values)
        if (flows) takeFlows(flows[1], at, told)
        draw()
        if (size === 'coarse') goOn(pair, series!.end - pair.fork >= SEEN)
      },
      reached: done,
      ended(stateHash) {
        if (size === 'quick') policyHash = { pair, stateHash }
        done()
        tellHashes()
      },
      broken: breaks,
    },
  )
}

/** Whether a policy that has come to a day is to be seen: the quick one takes the place of a coarse one for its main window. */
function isDue(pair: Pair, size: Size, end: number): boolean {
  if (requested?.pair !== pair) return false
  const isOther =
    shown.value?.policy !== undefined && shown.value.pair === pair && shown.value.size !== size
  const { to = 0 } = (isOther && mainWindow(pair)) || {}
  if (size === 'coarse' && isOther) return false
  const { fork, policy } = pair
  return end >= Math.min(policy.input.days, Math.max(mondayOf(fork) + DRAWN_FROM[size], to))
}

/** After days of a coarse run: what waits has its turn once enough is seen; else the hand may have come to rest. */
function goOn(pair: Pair, isSeen: boolean): void {
  if (isSeen) coarse = undefined
  if (waiting !== undefined) {
    if (isSeen) show(waiting, 'coarse')
  } else if (requested?.size === 'coarse' && shown.value?.pair === pair) show(pair, 'quick')
}

let policyHash: { readonly pair: Pair; readonly stateHash: string } | undefined

/** Once both worlds of what is shown have come to their end. */
function tellHashes(): void {
  const { pair, size } = shown.value ?? {}
  if (pair === undefined || size !== 'quick' || policyHash?.pair !== pair) return
  const baseline = bases.get(keyOf(pair, size))?.stateHash
  if (baseline === undefined) return
  hashes.value = { size, baseline, policy: policyHash.stateHash }
}

function breaks(message: string): void {
  running.quick = running.coarse = coarse = undefined
  broken.value = message
}

/** A market of the size that is shown, and the state of both worlds from which it can go on to the week of a day. */
export const inputShown = (input: MarketInput): MarketInput =>
  resized(input, SIZES[shown.value!.size])
export const stateShown = (day: number): LiveState | undefined => {
  const { pair, size, fork } = shown.value!
  return stateBefore(bases.get(keyOf(pair, size)), Math.min(mondayOf(day), fork))
}
