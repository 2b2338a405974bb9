/** How a baseline fits its targets, as a table and as an object. */
import type { Fit } from '../../study/index.ts'
import { aligned } from './columns.ts'

/** One line a target: band, value with its standard error over runs, and whether it lies in the band. */
export function fitTable(fits: readonly Fit[], runs: number): string[] {
  const head = ['target', 'band', 'value', 'error', '', 'source']
  const rows = fits.map(({ target, value, error, holds }) => [
    `${target.id}  ${target.what}, ${target.unit}`,
    `${target.low} to ${target.high}`,
    value.toFixed(2),
    Number.isNaN(error) ? '-' : error.toFixed(2),
    holds ? 'holds' : 'OUT',
    target.source,
  ])
  const held = fits.filter(({ holds }) => holds).length
  return [
    ...aligned([head, ...rows]),
    '',
    `${held} of ${fits.length} targets hold; means over ${runs} runs with their standard error`,
    'not compared: fees of Shopee and Tokopedia (C6), turnover of market clusters (C8); see docs/sources.md',
  ]
}

export const fitObject = (fits: readonly Fit[], runs: number) => ({
  runs,
  targets: fits.map(({ target, value, error, holds }) => ({
    id: target.id,
    what: target.what,
    unit: target.unit,
    band: [target.low, target.high],
    value,
    error: Number.isNaN(error) ? null : error,
    holds,
    source: target.source,
  })),
})
