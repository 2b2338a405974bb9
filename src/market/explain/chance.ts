/** Choices between doing something and not, by a chance and a keyed draw: what is done where the draw lies below. */
import { log } from '../../engine/index.ts'
import { type Bare, type Decision, type Option, optionOf, type Part } from './decision.ts'

/** How a chance follows from the sum of its parts. */
export type Link = 'odds' | 'hazard' | 'share'

/** Of odds o/(1+o), of a hazard a week 1 - e^-h, of a share itself: logs of them all. */
const LUCK: Readonly<Record<Link, (draw: number) => number>> = {
  odds: (draw) => log(draw / (1 - draw)),
  hazard: (draw) => log(-log(1 - draw)),
  share: (draw) => log(draw),
}

export interface Chance {
  readonly link: Link
  /** Logs of factors that make the chance. */
  readonly parts: readonly Part[]
  /** Between 0 and 1. */
  readonly draw: number
  /** What is done, and what is done else. */
  readonly does: Bare
  readonly else: Bare
}

/** The option of doing it against the draw of leaving it. */
export function chanceOptions(
  chance: Chance,
): Pick<Decision, 'options' | 'chosen' | 'runnerUp' | 'unit'> {
  const does: Option = optionOf({ is: chance.does }, chance.parts)
  const leaves = optionOf({ is: chance.else }, [
    { part: 'luck', value: LUCK[chance.link](chance.draw) },
  ])
  const done = does.total > leaves.total
  return {
    unit: `log ${chance.link}`,
    options: [does, leaves],
    chosen: done ? 0 : 1,
    runnerUp: done ? 1 : 0,
  }
}

/** What is done for sure. */
export const certain = (
  is: Bare,
): Pick<Decision, 'options' | 'chosen' | 'runnerUp' | 'unit' | 'flips'> => ({
  unit: 'log share',
  options: [optionOf({ is }, [])],
  chosen: 0,
  runnerUp: -1,
  flips: [],
})
