/** What runs say of facts, as one JSON object and as a table. */
import { csv } from '../../study/index.ts'
import type { FactsShown } from './written.ts'

/** No number is null. */
export function factsObject({ found, registered }: FactsShown): object {
  const { facts, seed, runs, broken } = found
  return {
    schema: 'pasar/facts/1',
    title: facts.title,
    question: facts.question,
    ...{ seed, runs, broken },
    facts: found.found.map((one, at) => {
      const { fact, model, none, proportional, verdict, untestable, tellsNothing, samples } = one
      return {
        ...{ id: fact.id, what: fact.what, used: fact.used, unit: fact.unit },
        baseline: facts.comparisons[fact.comparison].scenarios[0].name,
        policy: fact.policy ?? null,
        ...{ statistic: fact.statistic, times: fact.times },
        band: fact.band === undefined ? null : [fact.band.low, fact.band.high],
        ...{ source: fact.source, grade: fact.grade ?? null, countsIf: fact.countsIf },
        ...{ model, none, proportional, verdict, tellsNothing },
        untestable: untestable ?? null,
        values: samples.map(({ draw, run, value }) => ({ draw, run, value })),
        ...(registered === undefined ? {} : { registered: registered.facts[at] }),
      }
    }),
    registered:
      registered === undefined
        ? null
        : {
            ...{ date: registered.date, version: registered.version, gone: registered.gone },
            ...{ statistics: registered.statistics, scenariosChanged: registered.scenariosChanged },
          },
  }
}

const COLUMNS = [
  ...(['id', 'fact', 'used', 'unit', 'band_low', 'band_high'] as const),
  ...(['median', 'low', 'high', 'no_effect', 'reallocated'] as const),
  ...(['verdict', 'why', 'tells_nothing', 'registered', 'source'] as const),
] as const

/** `facts.csv`, a row a fact. */
export function factsTable({ found, registered }: FactsShown): string {
  const rows = found.found.map(
    ({ fact, model, none, proportional, verdict, untestable, tellsNothing }, at) => ({
      ...{ id: fact.id, fact: fact.what, used: fact.used, unit: fact.unit },
      band_low: fact.band?.low ?? Number.NaN,
      band_high: fact.band?.high ?? Number.NaN,
      ...{ median: model.median, low: model.low, high: model.high },
      ...{ no_effect: none, reallocated: proportional, verdict },
      why: untestable?.why ?? '',
      tells_nothing: tellsNothing ? 'yes' : 'no',
      registered: registered?.facts[at].standing ?? 'new',
      source: fact.source,
    }),
  )
  return csv(rows, COLUMNS)
}
