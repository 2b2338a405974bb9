/** A comparison over the draws of a fit, as a terminal prints it, as a table and as an object. */
import {
  csv,
  LEAST_FOR_PERCENTILES,
  type OutcomeOverDraws,
  type OverDrawsFound,
} from '../../study/index.ts'
import { kindText, measureText } from '../experiment/written.ts'
import { decimalsFor, fixed, formatPercent, signed } from '../format.ts'
import { aligned, wrapped } from '../text/columns.ts'
import { displayUnit } from '../units.ts'

/** What is printed of the file of draws. */
export interface DrawsFrom {
  readonly file: string
  /** Draws in the file. */
  readonly of: number
  /** The fit, where the file beside says. */
  readonly title: string | undefined
}

export function overDrawsLines(found: OverDrawsFound, from: DrawsFrom): string[] {
  const { asked, known, outcomes, used, effective } = found
  const { experiment, plan, posterior } = asked
  const { draws } = posterior
  const worth = fixed(effective, 0, 'en')
  return [
    experiment.title,
    ...(experiment.question === '' ? [] : [experiment.question]),
    '',
    ...wrapped(
      `over ${draws.length} of ${from.of} draws of ${from.title ?? from.file}${used < draws.length ? `, of which ${used} have a number` : ''} (worth ${worth} independent ones); ${known} of ${plan.runs.length} pairs of runs are known`,
    ),
    ...outcomes.flatMap((one) => ['', ...outcomeLines(one, found)]),
    '',
    ...coverLines(found),
  ]
}

const ONE_PAIR = '5 to 95 % of pairs, chance alone'
const OVER_DRAWS = 'median, 5 to 95 % of draws, a pair each'

function outcomeLines(one: OutcomeOverDraws, { asked }: OverDrawsFound): string[] {
  const { outcome, unit, written, chance, draws, sameSign, isWider } = one
  const sizes = [written.mean, chance.low, chance.high, draws.low, draws.high]
  const largest = Math.max(...sizes.filter(Number.isFinite).map(Math.abs), 0)
  const shown = unit === '%' ? { name: '%', factor: 1 } : displayUnit(unit, largest, 'en')
  const decimals = decimalsFor(largest * shown.factor, 3)
  const number = (value: number) =>
    outcome.of === 'level'
      ? fixed(value * shown.factor, decimals, 'en')
      : signed(value * shown.factor, decimals, 'en')
  const row = (label: string, middle: number, low: number, high: number, says: string) => [
    `  ${label}`,
    number(middle),
    Number.isFinite(low) ? `${number(low)} to ${number(high)}` : 'needs 2 runs',
    says,
  ]
  const values = one.values.filter(Number.isFinite)
  const isFew = values.length < LEAST_FOR_PERCENTILES
  const rows = [
    row('as written', written.mean, written.low, written.high, '95 % CI of the mean, chance alone'),
    ...(asked.runs < LEAST_FOR_PERCENTILES
      ? []
      : [row('one pair', chance.median, chance.low, chance.high, ONE_PAIR)]),
    ...(isFew ? [] : [row('draws', draws.median, draws.low, draws.high, OVER_DRAWS)]),
  ]
  const few = isFew
    ? wrapped(
        `${values.length} ${values.length === 1 ? 'draw' : 'draws'}, a pair each: ${values.map(number).join(', ')}; of fewer than ${LEAST_FOR_PERCENTILES} no percentiles are told`,
        '  ',
        '  ',
      )
    : []
  const having = (sign: number) => values.filter((value) => Math.sign(value) === sign).length
  const share = isFew
    ? `${having(Math.sign(draws.median))} of ${values.length}`
    : formatPercent(100 * sameSign, 'en').replace('+', '')
  const sign =
    outcome.of === 'level' || !Number.isFinite(draws.median)
      ? []
      : draws.median === 0
        ? [`  rises in ${having(1)}, falls in ${having(-1)} of ${values.length} draws`]
        : [`  ${draws.median < 0 ? 'falls' : 'rises'} in ${share} ${isFew ? '' : 'of '}draws`]
  const wider =
    isWider || asked.runs < 2 || !Number.isFinite(draws.median)
      ? []
      : ['  draws are not told apart from chance: more draws, or a larger market, would tell']
  const window = outcome.window ?? 'main window'
  return [
    `${outcome.name}: ${measureText(outcome, 'en')}, ${window}; ${kindText(outcome, 'en')}, ${shown.name}`,
    ...leftAligned(rows),
    ...few,
    ...sign,
    ...wider,
  ]
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

const counted = ({ length }: readonly string[]): string =>
  `${length} ${length === 1 ? 'parameter' : 'parameters'}`

/** What the draws stand for, and what they leave out. */
function coverLines({ asked }: OverDrawsFound): string[] {
  const { laid, kept } = asked.posterior
  return [
    ...kept.flatMap(({ path, scenario, change }) =>
      wrapped(
        `${scenario} changes ${path} itself (${String(change.before ?? 'none')} to ${String(change.after ?? 'none')}): the draws leave it as it is written in all worlds`,
        'NOTE: ',
      ),
    ),
    ...wrapped(
      `covers ${counted(starred(laid))}, within what goes with the targets of the fit: ${starred(laid).join(', ')}`,
    ),
    ...wrapped(
      'does not cover other parameters, how the model is built (see scenarios/studies/closure-structure.yaml), or whether it is right',
    ),
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
