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

/** The precision suggested where none is requested. */
const USUAL = 0.05

/** The precision reached, why the runs ended, and the variance removed by common random numbers. */
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
  // An effect that may be zero has no relative precision, whatever the number of runs.
  const sure = reach < 1
  const needed = runsFor(effect.runs, reach, wanted).toLocaleString('en')
  const more = sure && reach > wanted ? `; about ${needed} runs would give ±${percent(wanted)}` : ''
  const why: Record<Stopped, string> = {
    asked: 'as requested',
    precise: `precision of ±${percent(wanted)} reached`,
    'no effect': 'as requested',
    most: `stopped by --max-runs before the requested ±${percent(wanted)}`,
    cut: 'interrupted',
  }
  const told = sure
    ? `±${percent(reach)} of the effect (95 % CI)${stopped === 'precise' || stopped === 'cut' ? '' : more}`
    : 'the 95 % CI includes zero'
  return [
    ...wrapped(`${said} runs, ${why[stopped]}. ${measure}: ${told}`),
    ...(Number.isNaN(effect.pairing)
      ? []
      : wrapped(`${pairedBy(effect.pairing)}${sign(effect.positive)}`)),
  ]
}

/** What pairing by seed did to the variance of a difference. Where worlds answer chance in unlike ways it adds to it. */
const pairedBy = (removed: number): string =>
  removed > 0
    ? `common random numbers removed ${percent(removed).replace('> ', 'over ')} of the variance`
    : removed === 0
      ? 'common random numbers removed none of the variance'
      : `common random numbers added ${percent(-removed)} to the variance`

/** `; P(effect < 0) = 99.8 %` */
function sign(positive: number): string {
  if (Number.isNaN(positive)) return ''
  const [relation, sure] = positive >= 0.5 ? ['>', positive] : ['<', 1 - positive]
  const probability = percent(sure)
  return `; P(effect ${relation} 0) ${probability.startsWith('>') ? '' : '= '}${probability}`
}

function percent(share: number): string {
  const hundredths = 100 * share
  if (hundredths > 99.9 && hundredths < 100) return '> 99.9 %'
  const fine = Math.abs(hundredths) < 10 || (hundredths > 99 && hundredths < 100)
  return `${fine && !Number.isInteger(hundredths) ? hundredths.toFixed(1) : hundredths.toFixed(0)} %`
}
