/** What variants of the model are called, and where the order of policies hangs on them. */
import { AS_IT_IS, type Experiment, type ExperimentFound } from '../../study/index.ts'
import type { Language } from '../input.ts'

const AS_IS: Readonly<Record<Language, string>> = {
  en: 'The model as it is',
  id: 'Model sebagaimana adanya',
}

export function variantName(key: string, { variants }: Experiment, language: Language): string {
  if (key === AS_IT_IS) return AS_IS[language]
  const variant = variants.find(({ name }) => name === key)
  return (language === 'id' ? variant?.indonesian : variant?.title) ?? key
}

/** Of outcomes that several policies have: in how many variants the policies are in another order than in the model as it is. */
export function orderFlips({ experiment, outcomes }: ExperimentFound) {
  const asked = new Map<string, ExperimentFound['outcomes'][number][]>()
  for (const one of outcomes) {
    const { measure, at, window, of, policy } = one.outcome
    if (policy === undefined) continue
    const key = JSON.stringify([measure, at, window, of])
    asked.set(key, [...(asked.get(key) ?? []), one])
  }
  return [...asked.values()]
    .filter((group) => group.length > 1 && experiment.design.kind === 'variants')
    .map((group) => {
      const orders = group[0].points.map((_, point) =>
        group
          .map(({ points, outcome }) => ({ mean: points[point].mean, policy: outcome.policy! }))
          .sort((one, other) => one.mean - other.mean)
          .map(({ policy }) => policy)
          .join(' < '),
      )
      return {
        outcome: group[0].outcome,
        flips: orders.slice(1).filter((order) => order !== orders[0]).length,
        variants: orders.length - 1,
      }
    })
}
