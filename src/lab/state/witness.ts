/** Asks one agent of both worlds why it did on a day what it did. */
import { signal } from '@preact/signals'
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import type { Agent, AgentKind } from '../../market/index.ts'
import { agentText } from '../../study/index.ts'
import { hire } from '../hire.ts'
import type { Question, Testimony } from '../witness/messages.ts'
import { pair } from './lab.ts'
import type { Pair } from './pair.ts'
import { inputShown, shown, stateShown } from './theatre.ts'

/** What was answered last; undefined before anything was asked. */
export const testimony = signal<Testimony | undefined>(undefined)
export const isAsking = signal(false)

/** Whom and which day a person asks about. */
export interface Asked {
  readonly kind: AgentKind
  /** Nothing where what stands in the field is no number of the market. */
  readonly row: number | undefined
  /** Nothing where what stands in the field is no day of the run. */
  readonly date: string | undefined
}

/** Nothing until somebody is chosen. */
export const asked = signal<Asked | undefined>(undefined)

let witness: Worker | undefined
/** Questions put, and answers that came. */
let put = 0
let answered = 0

function hired(): Worker {
  if (witness !== undefined) return witness
  witness = hire('witness')
  witness.onmessage = ({ data }: MessageEvent<Testimony>) => {
    // Answers come in the order of the questions: only the last is of use.
    if (++answered === put) take(data)
  }
  witness.onerror = ({ message }) => take({ ok: false, message })
  return witness
}

function take(heard: Testimony): void {
  testimony.value = heard
  isAsking.value = false
}

/** @param day since the start */
export function ask(agent: Agent, day: number): void {
  if (shown.value === undefined) return
  const { baseline, policy } = shown.value.pair
  const sized = (scenario: Pair['policy']) => ({ ...scenario, input: inputShown(scenario.input) })
  const scenarios = [sized(baseline), sized(policy)] as const
  const { input } = scenarios[0]
  const question: Question = {
    scenarios,
    from: stateShown(day),
    agent: agentText(agent, input),
    day: dateOfDay(dayOfDate(input.start) + day),
  }
  put++
  isAsking.value = true
  hired().postMessage(question)
}

/** Asks, and says so in the form. */
export function askAbout(agent: Agent, day: number): void {
  const { start } = pair.value.policy.input
  asked.value = { ...agent, date: dateOfDay(dayOfDate(start) + day) }
  ask(agent, day)
}

/** A buyer whose order differs between the worlds, and the day; undefined while there is none. */
export function differing(): { readonly agent: Agent; readonly day: number } | undefined {
  const { flows, policy, baseline, fork } = shown.value ?? {}
  if (flows === undefined || policy === undefined || baseline === undefined) return undefined
  const [without, other] = flows
  if (without.buyers === undefined) return undefined
  const end = Math.min(policy.end, baseline.end)
  for (let at = Math.max(without.first, fork!) * without.width; at < end * without.width; at++)
    if (without.bytes[at] !== other.bytes[at])
      return {
        agent: { kind: 'buyer', row: without.buyers[at % without.width] },
        day: Math.floor(at / without.width),
      }
  return undefined
}
