/** Tables of a fit, for terminal and page. */
import type { FitFound } from '../../study/index.ts'
import { signed } from '../format.ts'
import type { Language } from '../input.ts'
import { plainName, said } from '../text/parameter-words.ts'
import { fitWords } from './words.ts'
import {
  bandText,
  nameOfTarget,
  quantilesText,
  rangeText,
  shareText,
  targetName,
  unitText,
} from './written.ts'

export interface Rows {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function parameterRows({ fit, marginals }: FitFound, language: Language): Rows {
  const say = fitWords[language]
  const rows = fit.experiment.varied.map((varied, factor) => {
    const marginal = marginals[factor]
    const at = (unit: number) => unitText(varied, unit, language)
    const after =
      marginal === undefined
        ? ['', '', '', '']
        : [
            at(marginal.median),
            `${at(marginal.low)} … ${at(marginal.high)}`,
            shareText(marginal.narrowed, language),
            marginal.moved ? say.yes : say.no,
          ]
    return [
      plainName(varied.label, language),
      varied.path,
      said(varied.unit, language),
      rangeText(varied, language),
      ...after,
    ]
  })
  return { head: say.parameterHead, rows }
}

export function targetRows({ targets }: FitFound, language: Language): Rows {
  const { use } = fitWords[language]
  const rows = targets.map(({ target, isFittedOn, before, after, hitBefore, hitAfter }) => [
    targetName(target, language),
    use[isFittedOn ? 'fitted' : 'checked'],
    said(target.unit, language),
    bandText(target, language),
    quantilesText(before, language),
    quantilesText(after, language),
    shareText(hitBefore, language),
    shareText(hitAfter, language),
  ])
  return { head: fitWords[language].targetHead, rows }
}

/** Shares of runs that hit each target and all: in each wave, and over the draws. */
export function hitRows({ fit, hits, course, draws }: FitFound, language: Language): Rows {
  const say = fitWords[language]
  const [by, runs, left] = say.waveHead
  const columns = hits.map((_, at) => (at < course.waves.length ? say.wave(at + 1) : say.overDraws))
  const line = (label: string, of: (at: number) => string) => [
    label,
    ...hits.map((_, at) => of(at)),
  ]
  return {
    head: [by, ...columns],
    rows: [
      line(runs, (at) => String(hits[at].runs)),
      line(left, (at) =>
        at < course.waves.length ? shareText(course.waves[at].left, language) : '',
      ),
      ...fit.targets.map((target, k) =>
        line(targetName(target, language), (at) => shareText(hits[at].each[k], language)),
      ),
      line(say.allTargets, (at) => shareText(hits[at].all, language)),
    ].filter(() => hits.length > 0 || draws.length > 0),
  }
}

/** Pairs at most. */
const MOST = 10

export function againstRows(found: FitFound, language: Language): Rows {
  const rows = found.against
    .slice(0, MOST)
    .map(({ targets: [one, other], correlation, both }) => [
      nameOfTarget(found, one, language),
      nameOfTarget(found, other, language),
      signed(correlation, 2, language),
      shareText(both, language),
    ])
  return { head: fitWords[language].againstHead, rows }
}
