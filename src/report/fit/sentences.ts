/** What a fit found, in sentences. */
import { FEWEST, type FitFound, toldFrom } from '../../study/index.ts'
import { fixed, signed } from '../format.ts'
import type { Language } from '../input.ts'
import { fitWords } from './words.ts'
import { nameOfTarget, parameterName, shareText, targetName } from './written.ts'

/** Pairs that a sentence is said of. */
const MOST = 3
/** A target that fewer of the draws hit is named. */
const SELDOM = 0.5
/** A target that rules out so much by itself is named. */
const MUCH = 0.5

export function fitSentences(found: FitFound, language: Language): string[] {
  const say = fitWords[language]
  const { course } = found
  if (course.ended === undefined) return [say.notFinished, ...leftSentences(found, language)]
  return [
    ...endSentences(found, language),
    ...(found.draws.length === 0 ? [] : drawSentences(found, language)),
    ...leftSentences(found, language),
    ...(found.leftOut > 0 ? [say.leftOut(found.leftOut)] : []),
    ...(found.draws.length === 0 ? [] : [say.covers]),
  ]
}

function endSentences(found: FitFound, language: Language): string[] {
  const say = fitWords[language]
  const { course, fit } = found
  switch (course.ended) {
    case 'all ruled out':
      return [say.noneLeft]
    case 'too few accepted':
      return [say.tooFew(FEWEST, course.generations.length)]
    case 'without values': {
      const all = course.values.flat()
      const silent = fit.targets.filter((_, k) => all.every((values) => Number.isNaN(values[k])))
      return [say.withoutValues(silent.map((one) => targetName(one, language)).join(', '))]
    }
    default:
      return []
  }
}

function drawSentences(found: FitFound, language: Language): string[] {
  const say = fitWords[language]
  const { fit, draws, effective, runs, marginals, together, against, targets } = found
  const { varied } = fit.experiment
  const named = (moved: boolean) =>
    varied
      .filter((_, factor) => marginals[factor].moved === moved)
      .map((one) => parameterName(one, language))
      .join('; ')
  const [moved, kept] = [named(true), named(false)]
  return [
    say.draws(draws.length, fixed(effective, 0, language), runs, fit.targets.length),
    ...(draws.length < fit.draws ? [say.asked(fit.draws)] : []),
    moved === '' ? say.noneMoved : kept === '' ? say.allMoved : say.moved(moved),
    ...(kept === ''
      ? []
      : [
          say.notMoved(
            kept,
            `${draws.length}`,
            shareText(Math.min(1, toldFrom(effective)), language),
          ),
        ]),
    ...together.slice(0, MOST).map(({ factors, correlation }) => {
      const [one, other] = factors.map((factor) => parameterName(varied[factor], language))
      return say.together(one, other, signed(correlation, 2, language))
    }),
    ...targets
      .filter(({ isFittedOn, hitAfter }) => isFittedOn && hitAfter < SELDOM)
      .map(({ target, hitAfter }) =>
        say.seldom(targetName(target, language), shareText(hitAfter, language)),
      ),
    ...checkedSentences(found, language),
    ...(against.length === 0 ? [say.noneAgainst] : []),
    ...against
      .slice(0, MOST)
      .map(({ targets: [one, other], correlation, both }) =>
        say.against(
          nameOfTarget(found, one, language),
          nameOfTarget(found, other, language),
          signed(correlation, 2, language),
          shareText(both, language),
        ),
      ),
  ]
}

/** Targets that were not fitted on: whether the draws give them all the same. */
function checkedSentences({ targets }: FitFound, language: Language): string[] {
  const say = fitWords[language]
  const checked = targets.filter(({ isFittedOn }) => !isFittedOn)
  const named = (given: boolean) =>
    checked
      .filter(({ hitAfter }) => hitAfter >= SELDOM === given)
      .map(({ target }) => targetName(target, language))
      .join('; ')
  const [held, missed] = [named(true), named(false)]
  return [
    ...(held === '' ? [] : [say.checkHolds(held)]),
    ...(missed === '' ? [] : [say.checkFails(missed)]),
  ]
}

/** What each wave left, and which targets rule out the most by themselves. */
function leftSentences({ fit, course }: FitFound, language: Language): string[] {
  const say = fitWords[language]
  return course.waves.flatMap(({ number, left, rulesOut }) => [
    say.left(number, shareText(left, language)),
    ...fit.targets
      .map((target, k) => ({ target, out: rulesOut[k] }))
      .filter(({ out }) => out > MUCH)
      .sort((one, other) => other.out - one.out)
      .map(({ target, out }) =>
        say.ruledOut(targetName(target, language), shareText(out, language)),
      ),
  ])
}
