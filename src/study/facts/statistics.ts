/** The value of a fact in one run, or in a pair of runs, with what two nulls say of it. */
import { differenceOf } from '../difference.ts'
import { type Reading, type Statistic, statisticIn } from '../targets/statistic.ts'
import type { RunPeople } from '../watch.ts'
import type { Fact, FactStatistic } from './fact.ts'
import { type Closing, reallocated, recapturedShare } from './nulls.ts'
import type { PeopleAnswer } from './people-answer.ts'

/** NaN where there is no number; both nulls are none where the fact is of a world without a policy. */
export interface FactValue {
  readonly value: number
  readonly proportional: number
  readonly none: number
  /** Simulated agents that it rests on; NaN where it is of the market as a whole. */
  readonly agents: number
}

/** One run of a comparison: both worlds as readings, and what became of agents. */
export interface World {
  readonly baseline: Reading
  /** Absent where the fact is of the baseline. */
  readonly policy?: Reading | undefined
  readonly people?: RunPeople | undefined
  readonly closing: Closing
}

const NO_NUMBER: FactValue = {
  ...{ value: Number.NaN, proportional: Number.NaN, none: Number.NaN },
  agents: Number.NaN,
}

/**
 * @param asked the place of its question among those that its policy asks of agents; -1 where it asks none
 */
export function factValue({ statistic, times }: Fact, world: World, asked: number): FactValue {
  const found = (() => {
    switch (statistic.kind) {
      case 'cells':
        return cellsValue(statistic.statistic, statistic.of, world)
      case 'recaptured':
        return recapturedValue(statistic, world)
      case 'people':
        return peopleValue(world.people?.asked?.[asked], world)
    }
  })()
  return {
    value: times * found.value,
    proportional: times * found.proportional,
    none: times * found.none,
    agents: found.agents,
  }
}

function cellsValue(
  statistic: Statistic,
  of: 'level' | 'difference' | 'percent',
  { baseline, policy, closing }: World,
): FactValue {
  const before = statisticIn(statistic, baseline)
  if (policy === undefined) return { ...NO_NUMBER, value: before }
  const told = (now: number) => {
    if (of === 'level') return now
    const difference = differenceOf(before, now)
    return of === 'percent' ? (100 * difference) / before : difference
  }
  const under = (reading: Reading) => told(statisticIn(statistic, reading))
  return {
    value: under(policy),
    none: told(before),
    proportional: closing.closed.length === 0 ? Number.NaN : under(reallocated(baseline, closing)),
    agents: Number.NaN,
  }
}

type Recaptured = Extract<FactStatistic, { kind: 'recaptured' }>

/** Of what left a venue, the percentage that went to another, by the same occasions or the same sellers. */
function recapturedValue(
  { from, to, side, window, days }: Recaptured,
  { baseline, people, closing: { venues, closed } }: World,
): FactValue {
  const flows = (people?.flows ?? []).filter(
    (flow) => flow.window === window && flow.side === side && flow.from === from,
  )
  const left = flows.find((flow) => flow.left > 0)?.left
  const went = flows.find((flow) => flow.to === to)?.value ?? 0
  const sales = (venue: string) => baseline.mean('sales', days.from, days.to, { venue })
  return {
    value: left === undefined ? Number.NaN : (100 * went) / left,
    none: Number.NaN,
    // What sellers make good elsewhere does not follow from shares of venues.
    proportional:
      side === 'buyers' && closed.includes(from)
        ? 100 * recapturedShare(sales, venues, closed, to)
        : Number.NaN,
    agents: Number.NaN,
  }
}

const peopleValue = (
  answer: PeopleAnswer | undefined,
  { closing: { closed } }: World,
): FactValue =>
  answer === undefined
    ? NO_NUMBER
    : { ...answer, proportional: closed.length === 0 ? Number.NaN : answer.proportional }
