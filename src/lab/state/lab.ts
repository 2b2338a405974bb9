/** What the page is at work on, and what follows from a change: a coarse picture at once, a quick market at rest. */
import first from 'virtual:first-visit'
import { batch, computed, signal } from '@preact/signals'
import { seedOf } from '../../study/index.ts'
import type { Answered, Asked, Dial, Edited, Read, Work } from '../desk/messages.ts'
import { placeOf, written } from '../desk/written.ts'
import type { Checked } from '../editor/faults.ts'
import { hire } from '../hire.ts'
import { full } from '../lean.ts'
import type { Pair } from './pair.ts'
import { broken, hashes, isReady, requested, show, shown, warm } from './theatre.ts'

/** Milliseconds after the last movement of a hand until it counts as resting. */
const REST = 450

const workOf = ({ path, baseline }: { path: string; baseline: string }): Work => ({
  path,
  baseline,
  set: [],
  both: [],
})

/** The baseline's input, of which the page carries what is not as declared. */
const before = full(first.baseline.input)

export const work = signal<Work>(workOf(first.entry))
/** What the desk read last; undefined until it has read the first work. */
export const read = signal<Read | undefined>(undefined)
/** Whether a hand is moving a slider. */
export const isMoving = signal(false)
/** The pair that is run: the last one that could be read. */
export const pair = signal<Pair>(
  pairOf(
    { ...first.baseline, input: before },
    { ...first.policy, input: { ...before, ...first.policy.input } },
    first.fork,
  ),
)
/** What was moved, by the name of its dial. */
export const moved = signal<ReadonlyMap<string, number>>(new Map())
/** Settings that came with a link and are on no dial. */
let carried: Pick<Work, 'set' | 'both'> = { set: [], both: [] }
/** Dials of the scenario as it is shipped: what a moved one is compared with. */
const asShipped = signal<readonly Dial[]>([])

export const dials = computed(() => asShipped.value)
/** Whether what is set now cannot be run: the page goes on showing what could. */
export const isFaulty = computed(() => read.value?.ok === false)
/** Whether both worlds of the pair have been run to their end in the quick market. */
export const isSettled = computed(
  () =>
    hashes.value?.size === 'quick' &&
    shown.value?.pair === pair.value &&
    !isMoving.value &&
    !isFaulty.value,
)

/** Whether the scenario is another than the shipped one: by a slider, in its text, or by what a link brought. */
export const isChanged = computed(() => {
  const { text, set, both } = work.value
  return text !== undefined || set.length + both.length > 0
})
function pairOf(baseline: Pair['baseline'], policy: Pair['policy'], fork: number): Pair {
  return { baseline, policy, fork: fork, seed: seedOf(baseline.seed, 1) }
}

let desk: Worker | undefined
let waiting = false

/** Starts what a first visit shows, then what the page needs beyond it. */
export function begin(): void {
  warm()
  show(pair.value, 'quick')
  // The reader of scenarios is fetched once the first days have been drawn.
  setTimeout(ask, 600)
}

function deskWorker(): Worker {
  if (desk !== undefined) return desk
  desk = hire('desk')
  desk.onmessage = ({ data }: MessageEvent<Answered>) => take(data)
  desk.onerror = ({ message }) => {
    broken.value = message
  }
  return desk
}

const send = (message: Asked): void => deskWorker().postMessage(message)

type Reply<W extends Answered['wanted']> = Extract<Answered, { wanted: W }>

/** Who waits for what: the desk answers in the order in which it is asked. */
const waitingFor: {
  readonly [W in Exclude<Answered['wanted'], 'read'>]: ((reply: Reply<W>) => void)[]
} = {
  text: [],
  edited: [],
  checked: [],
}

/** The scenario as a file to take along, with what was changed of it. */
export const scenarioText = (): Promise<string> =>
  new Promise((give) => {
    waitingFor.text.push(({ text }) => give(text))
    send({ work: work.value, wanted: 'text' })
  })

/** The scenario as it is edited, with what was changed of it where it has a place for that. */
export const editedText = (): Promise<Edited> =>
  new Promise((give) => {
    waitingFor.edited.push(give)
    send({ work: work.value, wanted: 'edited' })
  })

/** What the reader finds in a text in place of the scenario. */
export const checkedText = (text: string): Promise<Checked> =>
  new Promise((give) => {
    waitingFor.checked.push(give)
    send({ work: { ...work.value, text, set: [], both: [] }, wanted: 'checked' })
  })

/** Has the work read; while a reading goes on, only the last of further ones is asked for. */
function ask(): void {
  if (waiting) return
  waiting = true
  send({ work: work.value, wanted: 'read' })
  reading = work.value
}

let reading: Work | undefined

function take(data: Answered): void {
  if (data.wanted !== 'read') {
    const give = waitingFor[data.wanted].shift() as ((reply: Answered) => void) | undefined
    give?.(data)
    return
  }
  const { read: found } = data
  waiting = false
  const isNewest = reading === work.value
  batch(() => {
    if (isNewest) read.value = found
    // What was read of another question has other dials.
    if (isNewest && found.ok && reading!.set.length + reading!.both.length === 0) {
      asShipped.value = found.dials
      if (brought !== undefined) return bring(found.dials)
    }
    // Nothing is known of its dials: what was brought is laid over it as it came.
    if (isNewest && !found.ok && brought !== undefined) {
      carried = brought
      brought = undefined
      lay()
    }
    if (found.ok) takePair(found)
  })
  if (!isNewest) ask()
}

function takePair(found: Extract<Read, { ok: true }>): void {
  const next = pairOf(found.baseline, found.policy, found.fork)
  if (isSame(next, pair.value) && shown.value !== undefined) {
    sharpen()
    return
  }
  pair.value = next
  // Where both worlds are moved the market begins anew, which waits for the hand to rest.
  const isAnew = next.baseline.fingerprint !== requested?.pair.baseline.fingerprint
  if (isMoving.value && isAnew) return
  show(next, isMoving.value && isReady(next, 'coarse') ? 'coarse' : 'quick')
}

/** Whether the same markets are shown, under the same words. */
const isSame = (one: Pair, other: Pair): boolean =>
  (['baseline', 'policy'] as const).every(
    (world) =>
      one[world].fingerprint === other[world].fingerprint &&
      wordsOf(one[world]) === wordsOf(other[world]),
  )

const wordsOf = ({ title, question, indonesian }: Pair['policy']) =>
  JSON.stringify([title, question, indonesian])

/** Shows the quick market of the pair, unless it is shown or a hand is moving. */
function sharpen(): void {
  if (isMoving.value || (requested?.pair === pair.value && requested.size === 'quick')) return
  show(pair.value, 'quick')
}

let resting: ReturnType<typeof setTimeout> | undefined

/** Moves a dial; its value is laid over the scenario. */
export function move(dial: Dial, value: number, isDone = false): void {
  const all = new Map(moved.value)
  if (value === dial.value && !dial.mixed) all.delete(dial.name)
  else all.set(dial.name, value)
  moved.value = all
  isMoving.value = true
  clearTimeout(resting)
  resting = setTimeout(rest, isDone ? 60 : REST)
  lay()
}

/** Takes a change back; without a dial all that is not as shipped. */
export function undo(dial?: Dial): void {
  const all = new Map(dial === undefined ? [] : moved.value)
  if (dial !== undefined) all.delete(dial.name)
  else {
    carried = { set: [], both: [] }
    work.value = workOf(work.value)
  }
  moved.value = all
  lay()
  rest()
}

function rest(): void {
  isMoving.value = false
  if (!waiting && reading === work.value) sharpen()
}

/** Lays what was moved over the scenario. */
function lay(): void {
  const { start } = pair.value.policy.input
  const over = (of: Dial['of']) =>
    asShipped.value.flatMap((dial) => {
      const value = moved.value.get(dial.name)
      if (dial.of !== of || value === undefined) return []
      return dial.paths.map((path) => `${path}=${written(dial, value, start)}`)
    })
  const set = [...carried.set, ...over('policy')]
  const both = [...carried.both, ...over('both')]
  // A slider that is let go where it is says the same once more.
  if (`${set}` !== `${work.value.set}` || `${both}` !== `${work.value.both}`)
    work.value = { ...work.value, set, both }
  if (reading !== work.value) ask()
}

/**
 * Puts a text in the place of the scenario. Settings that are written in it are moved there from their dials.
 * @param left what was moved of the policy and has no place in the text
 */
export function edit(text: string, left: readonly string[]): void {
  const { start } = pair.value.policy.input
  const isLeft = (dial: Dial, value: number) =>
    dial.of === 'both' ||
    dial.paths.some((path) => left.includes(`${path}=${written(dial, value, start)}`))
  const kept = asShipped.value.filter((dial) => {
    const value = moved.value.get(dial.name)
    return value !== undefined && isLeft(dial, value)
  })
  moved.value = new Map(kept.map(({ name }) => [name, moved.value.get(name)!]))
  work.value = { ...work.value, text }
  lay()
}

/** What somebody has changed of a scenario: its text, and settings, which move dials where there are such. */
type Changes = Partial<Pick<Work, 'text' | 'set' | 'both'>>

/** Opens another question, with what somebody has changed of it. */
export function open(
  entry: { readonly path: string; readonly baseline: string },
  { text, set = [], both = [] }: Changes = {},
): void {
  batch(() => {
    work.value = { ...workOf(entry), ...(text === undefined ? {} : { text }) }
    moved.value = new Map()
    asShipped.value = []
    isMoving.value = false
    read.value = undefined
    carried = { set: [], both: [] }
    brought = set.length + both.length > 0 ? { set, both } : undefined
  })
  ask()
}

/** What a link holds beside the scenario, until the dials are known that it moves. */
let brought: Pick<Work, 'set' | 'both'> | undefined

/** Lays what a link brought over the scenario; what is on no dial is carried along. */
function bring(known: readonly Dial[]): void {
  const { set, both } = brought!
  const { start } = pair.value.policy.input
  const all = new Map<string, number>()
  const others = (settings: readonly string[]) =>
    settings.filter((setting) => {
      const at = setting.indexOf('=')
      const dial = known.find(({ paths }) => paths.includes(setting.slice(0, at)))
      const place = dial && placeOf(dial, setting.slice(at + 1), start)
      if (dial === undefined || place === undefined) return true
      all.set(dial.name, place)
      return false
    })
  carried = { set: others(set), both: others(both) }
  brought = undefined
  moved.value = all
  lay()
}

export const again = (): void => show(pair.value, 'quick')
