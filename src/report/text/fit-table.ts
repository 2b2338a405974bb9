/** How a baseline fits its targets, as a table and as an object. */
import { type Coverage, type Fit, ORIGINS } from '../../study/index.ts'
import { coverageRows } from '../coverage.ts'
import { pageWords } from '../page-words.ts'
import { aligned } from './columns.ts'

/** One line a target: band, value with its standard error over runs, and whether it lies in the band. */
export function fitTable(
  fits: readonly Fit[],
  runs: number,
  coverage: readonly Coverage[] = [],
): string[] {
  const head = ['target', 'is', 'band', 'value', 'error', '', 'source']
  const rows = fits.map(({ target, value, error, holds, untested }) => [
    `${target.id}  ${target.what}, ${target.unit}`,
    target.origin,
    `${target.low} to ${target.high}`,
    untested === undefined ? value.toFixed(2) : '–',
    Number.isNaN(error) ? '-' : error.toFixed(2),
    untested === undefined ? (holds ? 'holds' : 'OUT') : UNTESTED[untested],
    target.source,
  ])
  return [
    ...aligned([head, ...rows]),
    '',
    ...ORIGINS.map((origin) => counted(fits, origin)),
    ...untestedLine(fits),
    `means over ${runs} runs with their standard error`,
    '',
    ...nationalTable(coverage),
    '',
    'not compared: see docs/sources.md',
  ]
}

/** What each word means stands beside its count: what is solved or set cannot fail, and is no evidence. */
const MEANING = {
  predicted: 'nobody looked at them when numbers were chosen',
  fitted: 'numbers were chosen with these in view; no evidence',
  set: 'these follow from what the scenario writes; no evidence',
  solved: 'constants are moved until these hold; no evidence',
} as const

const UNTESTED = {
  days: 'cannot be tested: its days were not all run',
  none: 'cannot be tested: nothing of it in this market',
} as const satisfies Record<NonNullable<Fit['untested']>, string>

/** How many have no value, where some have none. */
function untestedLine(fits: readonly Fit[]): string[] {
  const count = fits.filter(({ untested }) => untested !== undefined).length
  return count === 0 ? [] : [`${count} of ${fits.length} cannot be tested, and count as not held`]
}

function counted(fits: readonly Fit[], origin: (typeof ORIGINS)[number]): string {
  const of = fits.filter(({ target }) => target.origin === origin)
  const held = of.filter(({ holds }) => holds).length
  return `${origin}: ${held} of ${of.length} hold (${MEANING[origin]})`
}

/** What is modelled as a share of the national figure. */
function nationalTable(coverage: readonly Coverage[]): string[] {
  const head = ['modelled / national', 'modelled', 'national', 'share', 'source']
  const rows = coverageRows(coverage, 'en').map(([what, unit, ...cells]) => [
    `${what}, ${unit}`,
    ...cells.map((cell) => cell.replace(' … ', ' to ')),
  ])
  return rows.length === 0 ? [] : [...aligned([head, ...rows]), pageWords.en.coverageNote]
}

export const fitObject = (
  fits: readonly Fit[],
  runs: number,
  coverage: readonly Coverage[] = [],
) => ({
  runs,
  targets: fits.map(({ target, value, error, holds, untested }) => ({
    id: target.id,
    what: target.what,
    origin: target.origin,
    national: target.national === true,
    unit: target.unit,
    band: [target.low, target.high],
    value: Number.isNaN(value) ? null : value,
    error: Number.isNaN(error) ? null : error,
    holds,
    untested: untested ?? null,
    source: target.source,
  })),
  coverage: coverage.map(({ en, modelled, low, high }) => ({
    ...en,
    modelled,
    national: Number.isFinite(low) ? [low, high] : null,
  })),
})
