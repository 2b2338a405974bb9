/** Whether the runs of a study are enough, for a terminal. */
import { type Answer, type Effect, reachOf, runsFor, unchanged } from '../../study/index.ts'
import { fixed } from '../format.ts'
import { formatEffect } from '../format-effect.ts'
import type { Language } from '../input.ts'
import { amountText } from '../units.ts'
import { words } from '../words.ts'
import { wrapped } from './columns.ts'
import { terminalWords } from './terminal-words.ts'

/** The precision suggested where none is requested. */
const USUAL = 0.05

/** The precision reached, why the runs ended, and the variance removed by common random numbers. */
export function enoughLines(
  effect: Effect,
  { question: { runs }, stopped, precision }: Pick<Answer, 'question' | 'stopped' | 'precision'>,
  labels: Readonly<Record<string, string>>,
  language: Language,
): string[] {
  if (effect.runs < 2 || effect.pairing === undefined || effect.positive === undefined) return []
  const say = terminalWords[language].enough
  const percent = (share: number) => percentIn(share, language)
  const { measure } = formatEffect(effect, language, labels)
  const made = effect.runs < runs ? say.of(effect.runs, runs) : words[language].runs(runs)
  if (unchanged(effect)) return wrapped(say.noEffect(made, measure))
  const reach = reachOf(effect)
  const wanted = precision ?? USUAL
  // An effect that may be zero has no relative precision, whatever the number of runs.
  const sure = reach < 1
  const needed = fixed(runsFor(effect.runs, reach, wanted), 0, language)
  const isOver = stopped === 'precise' || stopped === 'cut'
  const more = reach > wanted && !isOver ? `; ${say.more(needed, percent(wanted))}` : ''
  const told = sure ? `${say.reach(percent(reach))}${more}` : say.zero
  return [
    ...wrapped(say.told(made, say.why[stopped](percent(wanted)), measure, told)),
    ...(Number.isNaN(effect.pairing)
      ? []
      : wrapped(`${pairedBy(effect.pairing, language)}${sign(effect.positive, language)}`)),
  ]
}

/** What pairing by seed did to the variance of a difference. Where worlds answer chance in unlike ways it adds to it. */
function pairedBy(removed: number, language: Language): string {
  const say = terminalWords[language].enough
  if (removed === 0) return say.removedNone
  const share = percentIn(Math.abs(removed), language)
  if (removed < 0) return say.added(share)
  return say.removed(isBeyond(removed) ? say.over(share) : share)
}

/** `; P(effect < 0) = 99.8 %` */
function sign(positive: number, language: Language): string {
  if (Number.isNaN(positive)) return ''
  const [relation, sure] = positive >= 0.5 ? ['>', positive] : ['<', 1 - positive]
  const probability = `${isBeyond(sure) ? '>' : '='} ${percentIn(sure, language)}`
  return `; ${terminalWords[language].enough.probability(relation, probability)}`
}

/** The most that is told of what is not quite all. */
const MOST = 0.999

const isBeyond = (share: number): boolean => share > MOST && share < 1

function percentIn(share: number, language: Language): string {
  const hundredths = 100 * (isBeyond(share) ? MOST : share)
  const isFine = Math.abs(hundredths) < 10 || (hundredths > 99 && hundredths < 100)
  const decimals = isFine && !Number.isInteger(hundredths) ? 1 : 0
  return amountText(fixed(hundredths, decimals, language), '%', language)
}
