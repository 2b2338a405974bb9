/** Asks one agent of both worlds why it did on a day what it did. */
import { signal } from '@preact/signals'
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import type { Agent } from '../../market/index.ts'
import { agentText } from '../../study/index.ts'
import { hire } from '../hire.ts'
import type { Question, Testimony } from '../witness/messages.ts'
import { pair } from './lab.ts'
import type { Pair } from './pair.ts'
import { inputShown, shown, stateShown } from './theatre.ts'

/** What was answered last; undefined before anything was asked. */
export const testimony = signal<Testimony | undefined>(undefined)
export const isAsking = signal(false)

/** Whom and which day the form asks about; the first day of interest where none was chosen. */
export const about = signal<{ readonly agent: Agent; readonly date?: string }>({
  agent: { kind: 'buyer', row: 0 },
})

let witness: Worker | undefined
let asked = 0
let answered = 0

function hired(): Worker {
  if (witness !== undefined) return witness
  witness = hire('witness')
  witness.onmessage = ({ data }: MessageEvent<Testimony>) => {
    // Answers come in the order of the questions: only the last is of use.
    if (++answered === asked) take(data)
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
  asked++
  isAsking.value = true
  hired().postMessage(question)
}

/** Asks, and says so in the form. */
export function askAbout(agent: Agent, day: number): void {
  const { start } = pair.value.policy.input
  about.value = { agent, date: dateOfDay(dayOfDate(start) + day) }
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
