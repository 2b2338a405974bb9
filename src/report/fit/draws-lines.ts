/** A comparison over the draws of a fit, as a terminal prints it, as a table and as an object. */
import {
  csv,
  LEAST_FOR_PERCENTILES,
  type OutcomeOverDraws,
  type OverDrawsFound,
} from '../../study/index.ts'
import { kindText, measureText } from '../experiment/written.ts'
import { decimalsFor, fixed, formatPercent, signed } from '../format.ts'
import type { Language } from '../input.ts'
import { windowName } from '../name-words.ts'
import { pageWords } from '../page-words.ts'
import { aligned, wrapped } from '../text/columns.ts'
import { headingLines } from '../text/heading.ts'
import { terminalWords } from '../text/terminal-words.ts'
import { displayUnit } from '../units.ts'

/** What is printed of the file of draws. */
export interface DrawsFrom {
  readonly file: string
  /** Draws in the file. */
  readonly of: number
  /** The fit, where the file beside says. */
  readonly title: string | undefined
}

export function overDrawsLines(
  found: OverDrawsFound,
  from: DrawsFrom,
  language: Language = 'en',
): string[] {
  const { asked, known, outcomes, used, effective } = found
  const { experiment, plan, posterior } = asked
  const { draws } = posterior
  const { draws: say, counted, progress } = terminalWords[language]
  const pairs = progress.of(String(known), counted.pairs(plan.runs.length))
  return [
    ...headingLines(experiment, language),
    '',
    ...wrapped(
      [
        say.over(draws.length, from.of, from.title ?? from.file),
        used < draws.length ? say.used(used) : '',
        say.worth(fixed(effective, 0, language)),
        say.known(pairs),
      ].join(''),
    ),
    ...outcomes.flatMap((one) => ['', ...outcomeLines(one, found, language)]),
    '',
    ...coverLines(found, language),
  ]
}

function outcomeLines(
  one: OutcomeOverDraws,
  { asked }: OverDrawsFound,
  language: Language,
): string[] {
  const { outcome, unit, written, chance, draws, isWider } = one
  const { draws: say, to, main } = terminalWords[language]
  const sizes = [written.mean, chance.low, chance.high, draws.low, draws.high]
  const largest = Math.max(...sizes.filter(Number.isFinite).map(Math.abs), 0)
  const shown = unit === '%' ? { name: '%', factor: 1 } : displayUnit(unit, largest, language)
  const decimals = decimalsFor(largest * shown.factor, 3)
  const number = (value: number) =>
    outcome.of === 'level'
      ? fixed(value * shown.factor, decimals, language)
      : signed(value * shown.factor, decimals, language)
  type Named = readonly [name: string, covers: string]
  const row = ([name, covers]: Named, middle: number, { low, high }: typeof draws) => [
    `  ${name}`,
    number(middle),
    Number.isFinite(low) ? `${number(low)} ${to} ${number(high)}` : pageWords[language].needsRuns,
    covers,
  ]
  const values = one.values.filter(Number.isFinite)
  const isFew = values.length < LEAST_FOR_PERCENTILES
  const rows = [
    row(say.asWritten, written.mean, { ...draws, ...written }),
    ...(asked.runs < LEAST_FOR_PERCENTILES ? [] : [row(say.onePair, chance.median, chance)]),
    ...(isFew ? [] : [row(say.ofDraws, draws.median, draws)]),
  ]
  const told = values.map(number).join(', ')
  const few = isFew ? wrapped(say.few(values.length, told, LEAST_FOR_PERCENTILES), '  ', '  ') : []
  const wider =
    isWider || asked.runs < 2 || !Number.isFinite(draws.median) ? [] : [`  ${say.onlyChance}`]
  const window = outcome.window === undefined ? main : windowName(outcome.window, language)
  return [
    `${outcome.name}: ${measureText(outcome, language)}, ${window}; ${kindText(outcome, language)}, ${shown.name}`,
    ...leftAligned(rows),
    ...few,
    ...signLines(one, language),
    ...wider,
  ]
}

/** How many draws agree on the sign. */
function signLines(
  { outcome, values: all, draws, sameSign }: OutcomeOverDraws,
  language: Language,
) {
  const say = terminalWords[language].draws
  if (outcome.of === 'level' || !Number.isFinite(draws.median)) return []
  const values = all.filter(Number.isFinite)
  const having = (sign: number) => values.filter((value) => Math.sign(value) === sign).length
  if (draws.median === 0) return [`  ${say.risesFalls(having(1), having(-1), values.length)}`]
  const isFew = values.length < LEAST_FOR_PERCENTILES
  const share = isFew
    ? say.part(having(Math.sign(draws.median)), values.length)
    : say.share(formatPercent(100 * sameSign, language).replace('+', ''))
  return [`  ${say.sign(draws.median < 0, share)}`]
}

/** Numbers to the right, and what they are to the left. */
const leftAligned = (rows: readonly (readonly string[])[]): string[] =>
  aligned(rows.map((row) => row.slice(0, 3))).map((line, at) => `${line}  ${rows[at][3]}`)

/** Rows of a table that are laid one by one, under one path. */
const starred = (paths: readonly string[]): string[] => {
  const short = (path: string) => path.replace(/^([^.]+)\.[^.]+\.(.+)$/, '$1.*.$2')
  const many = (path: string) => paths.filter((one) => short(one) === short(path)).length > 1
  return [...new Set(paths.map((path) => (many(path) ? short(path) : path)))]
}

/** What the draws stand for, and what they leave out. */
function coverLines({ asked }: OverDrawsFound, language: Language): string[] {
  const { laid, kept } = asked.posterior
  const say = terminalWords[language].draws
  const { nothing } = say
  const paths = starred(laid)
  return [
    ...kept.flatMap(({ path, scenario, change: { before = nothing, after = nothing } }) =>
      wrapped(say.kept(scenario, path, String(before), String(after)), `${say.note}: `),
    ),
    ...wrapped(say.covers(paths.length, paths.join(', '))),
    ...wrapped(say.leaves),
  ]
}

/** `draws-effects.csv`: every draw with its outcomes. */
export function overDrawsTable({ asked, outcomes }: OverDrawsFound): string {
  const { draws, laid } = asked.posterior
  const rows = draws.map(({ weight, values }, at) => ({
    draw: at + 1,
    weight,
    ...Object.fromEntries(laid.map((path) => [path, values[path]])),
    ...Object.fromEntries(outcomes.map(({ outcome, values: of }) => [outcome.name, of[at]])),
  }))
  const names = outcomes.map(({ outcome }) => outcome.name)
  return csv(rows, ['draw', 'weight', ...laid, ...names] as never)
}

export const overDrawsObject = (found: OverDrawsFound, from: DrawsFrom): object => ({
  schema: 'pasar/draws/1',
  title: found.asked.experiment.title,
  scenarios: found.asked.experiment.files,
  fingerprint: found.asked.plan.fingerprint,
  file: from.file,
  draws: {
    asked: found.asked.posterior.draws.length,
    of: from.of,
    used: found.used,
    effective: found.effective,
  },
  runs: { asked: found.asked.plan.runs.length, known: found.known },
  laid: found.asked.posterior.laid,
  kept: found.asked.posterior.kept.map(({ path, scenario, change: { before, after } }) => ({
    ...{ path, scenario, before, after },
  })),
  outcomes: found.outcomes.map(({ outcome, unit, written, chance, draws, sameSign, isWider }) => ({
    ...outcome,
    unit,
    written,
    chance,
    draws,
    sameSign,
    'wider than chance': isWider,
  })),
})
