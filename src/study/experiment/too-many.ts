/** Whether a study is more than anybody waits for, counted before a point of it is drawn. */
import { SECONDS_A_DAY } from '../../engine/index.ts'
import { resized, type Scenario, type Size } from '../../scenario/index.ts'
import { pointsIn } from '../design/index.ts'
import type { Experiment } from './experiment.ts'

/** Runs of a market, a world each. */
const MOST_RUNS = 1_000_000

/** What the shipped studies took, on one core: a run of so many buyers over a year or two. */
const PACE = { seconds: 1.5, buyers: 8_000 }

type Counted = Pick<
  Experiment,
  'design' | 'varied' | 'variants' | 'posterior' | 'scenarios' | 'size' | 'seeds'
>

/** @returns how many runs there are and what they would take, in words; undefined where they can be made */
export function tooManyRuns(counted: Counted): string | undefined {
  const { scenarios, size, seeds } = counted
  const points = pointsOfAll(counted)
  const runs = points * seeds * scenarios.length
  if (runs <= MOST_RUNS) return undefined
  const number = (value: number) => value.toLocaleString('en')
  const parts = [
    [points, 'point'],
    [seeds, 'seed'],
    [scenarios.length, 'world'],
  ] as const
  const product = parts
    .map(([count, what]) => `${number(count)} ${what}${count === 1 ? '' : 's'}`)
    .join(' x ')
  return `${product} make ${number(runs)} runs, more than ${number(MOST_RUNS)}; ${timeOf(runs, scenarios, size)}. Vary less, or take { latin-hypercube: { points: 200 } }`
}

/** Without making them. */
function pointsOfAll({ design, varied, variants, posterior }: Counted): number {
  switch (design.kind) {
    case 'variants':
      return 1 + variants.length
    case 'posterior':
      return posterior?.draws.length ?? 0
    case 'given':
      return 0
    default:
      return pointsIn(design, varied)
  }
}

function timeOf(runs: number, scenarios: readonly Scenario[], size: Size): string {
  const buyers = Math.max(...scenarios.map(({ input }) => resized(input, size).size.buyers))
  const seconds = (PACE.seconds * buyers) / PACE.buyers
  const days = (runs * seconds) / SECONDS_A_DAY
  const worlds = scenarios.length
  const each = worlds === 1 ? 'a run' : worlds === 2 ? 'a pair' : `a seed with its ${worlds} worlds`
  const told = (value: number) => Number(value.toPrecision(2)).toLocaleString('en')
  const time = days < 1 ? `${told(24 * days)} hours` : `${told(days)} days`
  return `about ${time} on one core at ${told(worlds * seconds)} s ${each}, from the ${PACE.seconds} s that a run of ${PACE.buyers.toLocaleString('en')} buyers took in the shipped studies (--dry-run of a smaller one measures it here)`
}
