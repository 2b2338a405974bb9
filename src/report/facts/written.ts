/** Facts as people read them, alike in terminal, charts and page. */
import {
  type Fact,
  type FactFound,
  type FactsFound,
  LEAST_FOR_PERCENTILES,
  type Registered,
  type RegisteredStanding,
  USES,
  type Use,
} from '../../study/index.ts'
import { decimalsFor, fixed, NOTHING } from '../format.ts'
import type { Language } from '../input.ts'
import { said } from '../text/parameter-words.ts'
import { displayUnit } from '../units.ts'
import { factsWords } from './words.ts'

/** What was found, and what was registered of it before. */
export interface FactsShown {
  readonly found: FactsFound
  readonly registered?: Registered
}

/** A fact as a row: numbers in one unit, with as many digits as the band or the value asks for. */
export interface FactRow {
  readonly found: FactFound
  readonly standing: RegisteredStanding | undefined
  /** `V1  Shopee gains, %`. */
  readonly name: string
  readonly band: string
  readonly model: string
  readonly none: string
  readonly proportional: string
  /** With a mark where it tells nothing. */
  readonly verdict: string
  /** What was predicted when it was registered. */
  readonly prediction: string
  readonly source: string
}

export const factName = ({ what, indonesian }: Fact, language: Language): string =>
  language === 'id' ? indonesian : what

/** What stands beside a median: percentiles, or of few runs the lowest and the highest. */
export const modelHead = (runs: number, language: Language): string => {
  const { head, few } = factsWords[language]
  return runs < LEAST_FOR_PERCENTILES ? few.model : head.model
}

export const quantilesLine = (runs: number, language: Language): string => {
  const { quantiles, few } = factsWords[language]
  return runs < LEAST_FOR_PERCENTILES ? few.quantiles(runs) : quantiles
}

/** Marks a verdict that tells nothing; said below the table. */
export const MARK = '°'

export function factRows({ found, registered }: FactsShown, language: Language): FactRow[] {
  return found.found.map((one, at) => rowOf(one, registered?.facts[at], language))
}

function rowOf(
  found: FactFound,
  standing: RegisteredStanding | undefined,
  language: Language,
): FactRow {
  const { fact, model, none, proportional, verdict, tellsNothing } = found
  const say = factsWords[language]
  const { band } = fact
  const ends = band === undefined ? [model.median] : [band.low, band.high]
  const largest = Math.max(...ends.map(Math.abs).filter(Number.isFinite), 0)
  const { factor, name } = displayUnit(fact.unit, largest, language)
  // A unit that a file writes in words stays as it is, and has its Indonesian ones.
  const unit = name === fact.unit ? said(name, language) : name
  const decimals = decimalsOf(
    ends.map((end) => end * factor),
    band === undefined ? Number.NaN : model.median * factor,
  )
  const number = (value: number, digits = decimals.value) => fixed(value * factor, digits, language)
  const span = (low: number, high: number, digits = decimals.value) =>
    `${number(low, digits)} ${say.to} ${number(high, digits)}`
  const spread = (median: number, low: number, high: number) =>
    Number.isFinite(median) ? `${number(median)} (${span(low, high)})` : NOTHING
  const id = fact.what.startsWith(fact.id) ? '' : `${fact.id}  `
  const { prediction } = standing ?? {}
  return {
    ...{ found, standing, source: fact.source },
    name: `${id}${factName(fact, language)}${unit === '' ? '' : `, ${unit}`}`,
    band: band === undefined ? say.noBand : span(band.low, band.high, decimals.band),
    model: spread(model.median, model.low, model.high),
    none: number(none),
    proportional: number(proportional),
    verdict: `${say.verdicts[verdict]}${tellsNothing ? MARK : ''}`,
    prediction:
      prediction === undefined
        ? NOTHING
        : spread(
            prediction.median ?? Number.NaN,
            prediction.low ?? Number.NaN,
            prediction.high ?? Number.NaN,
          ),
  }
}

/**
 * As many decimals as the ends of a band need, up to four digits, and one more of what is told beside it, up to three; and more where
 * what is told would be written on the other side of an end than it lies.
 */
function decimalsOf(
  ends: readonly number[],
  median: number,
): { readonly band: number; readonly value: number } {
  const largest = Math.max(...ends.map(Math.abs).filter(Number.isFinite), 0)
  const [three, most] = [decimalsFor(largest, 3), decimalsFor(largest, 4)]
  const needs = (decimals: number) =>
    ends.every((end) => Math.abs(Number(end.toFixed(decimals)) - end) < 1e-6 * largest)
  const band = Array.from({ length: most }, (_, decimals) => decimals).find(needs) ?? most
  const usual = ends.length < 2 ? three : Math.max(band, Math.min(three, band + 1))
  const sides = (value: number) => ends.map((end) => Math.sign(value - end)).join()
  const isTrue = (decimals: number) => sides(Number(median.toFixed(decimals))) === sides(median)
  const more = [usual, usual + 1, usual + 2, usual + 3]
  return { band, value: Number.isFinite(median) ? (more.find(isTrue) ?? usual) : usual }
}

/** Rows by whether the model was fitted to them, what can tell something first. */
export const byUse = (rows: readonly FactRow[]): { use: Use; rows: FactRow[] }[] =>
  USES.map((use) => ({ use, rows: rows.filter(({ found }) => found.fact.used === use) })).filter(
    (group) => group.rows.length > 0,
  )

/** `not used in fitting: 3 pass, 1 fail, 0 cannot be tested`. */
export const countLine = (use: Use, rows: readonly FactRow[], language: Language): string => {
  const count = (verdict: FactFound['verdict']) =>
    rows.filter(({ found }) => found.verdict === verdict).length
  return factsWords[language].counted(use, count('pass'), count('fail'), count('not testable'))
}

/** Why a fact cannot be tested; nothing where it can. */
export function whyLine({ found }: FactRow, language: Language): string | undefined {
  if (found.untestable === undefined) return undefined
  const { fact, untestable } = found
  const count = (value: number) => fixed(value, Number.isInteger(value) ? 0 : 1, language)
  return `${factName(fact, language)}: ${factsWords[language].why(untestable, count)}`
}

/** What a registration says, line by line; the first is of all. */
export function registeredLines(shown: FactsShown, language: Language): string[] {
  const { registered } = shown
  const say = factsWords[language].registered
  if (registered === undefined) return [say.none]
  const { date, version, statistics, scenariosChanged, gone } = registered
  const rows = factRows(shown, language)
  const news = rows.filter(({ standing }) => standing!.standing === 'new')
  const known = rows.filter((row) => !news.includes(row))
  const named = (of: readonly FactRow[]) =>
    of.map(({ found }) => factName(found.fact, language)).join(', ')
  return [
    say.on(date.slice(0, 10), version, statistics),
    ...known.map((row) => standingLine(row, language)),
    ...(news.length > 0 ? [`${say.standings.new}: ${named(news)}`] : []),
    ...(scenariosChanged.length > 0 ? [say.changed(scenariosChanged.join(', '))] : []),
    ...(gone.length > 0 ? [say.gone(gone.join(', '))] : []),
  ]
}

function standingLine({ found, standing, prediction }: FactRow, language: Language): string {
  const say = factsWords[language].registered
  const { standing: is, holds } = standing!
  const told = [
    say.standings[is],
    ...(prediction === NOTHING ? [] : [`${say.prediction} ${prediction}`]),
    // A fact that cannot be tested fails nothing.
    ...(holds === undefined || found.untestable !== undefined
      ? []
      : [holds ? say.holds : say.fails]),
  ]
  return `${factName(found.fact, language)}: ${told.join('; ')}`
}
