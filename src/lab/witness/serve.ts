/** The part of the worker that runs two worlds to a day and asks an agent in both why it did what it did. */
import { cardOf } from '../../report/index.ts'
import type { Scenario } from '../../scenario/index.ts'
import { DecidesNothing, explainIn } from '../../study/index.ts'
import type { Question, Testimony } from './messages.ts'

interface WitnessScope {
  onmessage: ((event: { readonly data: Question }) => void) | null
  postMessage(message: Testimony): void
}

export function serveWitness(scope: WitnessScope): void {
  scope.onmessage = ({ data }) => scope.postMessage(heard(data))
}

export function heard({ scenarios, agent, day, from }: Question): Testimony {
  // Written numbers are told by no card.
  const worlds = scenarios.map((one): Scenario => ({ ...one, numbers: [] }))
  const state = from && { day: from.day, state: from.state, values: new Float64Array(0) }
  try {
    const told = explainIn(worlds, { agent, day, ...(state ? { from: state } : {}) })
    return {
      ok: true,
      cards: {
        en: told.map((one) => cardOf(one, 'en')),
        id: told.map((one) => cardOf(one, 'id')),
      },
    }
  } catch (problem) {
    const message = problem instanceof Error ? problem.message : String(problem)
    if (!(problem instanceof DecidesNothing)) return { ok: false, message }
    const { agent: who, day: then, next } = problem
    return { ok: false, message, silent: { agent: who, day: then, next } }
  }
}
