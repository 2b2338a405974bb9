/** Whether the runs of a study are enough, for a terminal. */
import {
  type Answer,
  type Effect,
  reachOf,
  runsFor,
  type Stopped,
  unchanged,
} from '../../study/index.ts'
import { formatEffect } from '../format-effect.ts'
import { wrapped } from './columns.ts'

/** What is suggested where no precision is asked for. */
const USUAL = 0.05

/** Why so many runs, and what pairing them is worth. */
export function enoughLines(
  effect: Effect,
  { question: { runs }, stopped, precision }: Pick<Answer, 'question' | 'stopped' | 'precision'>,
  labels: Readonly<Record<string, string>>,
): string[] {
  if (effect.runs < 2 || effect.pairing === undefined || effect.positive === undefined) return []
  const { measure } = formatEffect(effect, 'en', labels)
  const said = effect.runs < runs ? `${effect.runs} of ${runs}` : runs
  if (unchanged(effect))
    return wrapped(
      `${said} runs: ${measure} is the same in both worlds in every run; there is no effect to be a share of`,
    )
  const reach = reachOf(effect)
  const wanted = precision ?? USUAL
  // An effect that may be nothing is known to no share of itself, whatever the runs.
  const sure = reach < 1
  const needed = runsFor(effect.runs, reach, wanted).toLocaleString('en')
  const more =
    sure && reach > wanted ? `; about ${needed} would bring it to ${percent(wanted)}` : ''
  const why: Record<Stopped, string> = {
    asked: `as asked${more}`,
    precise: `enough: ${percent(wanted)} was asked`,
    'no effect': `as asked${more}`,
    most: `ended by --max-runs, not by the ${percent(wanted)} asked${more}`,
    cut: 'cut short',
  }
  const told = sure
    ? `half the interval of ${measure} is ${percent(reach)} of the effect`
    : `the interval of ${measure} includes no effect`
  return [
    ...wrapped(`${said} runs: ${told}; ${why[stopped]}`),
    ...(Number.isNaN(effect.pairing)
      ? []
      : wrapped(
          `pairing by seed removed ${percent(effect.pairing)} of the variance of its difference${sign(effect.positive)}`,
        )),
  ]
}

/** `; it is negative with a probability of 99.8 %` */
function sign(positive: number): string {
  if (Number.isNaN(positive)) return ''
  const [what, sure] = positive >= 0.5 ? ['positive', positive] : ['negative', 1 - positive]
  return `; the effect is ${what} with a probability of ${percent(sure)}`
}

function percent(share: number): string {
  const hundredths = 100 * share
  if (hundredths > 99.9 && hundredths < 100) return 'over 99.9 %'
  const fine = Math.abs(hundredths) < 10 || (hundredths > 99 && hundredths < 100)
  return `${fine && !Number.isInteger(hundredths) ? hundredths.toFixed(1) : hundredths.toFixed(0)} %`
}
