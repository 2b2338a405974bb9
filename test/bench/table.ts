/** What the bench found, as a table for a terminal and as a table of a page. */

import type { BenchFile, MeasuredPart } from './file.ts'
import { type Figure, isMet } from './part.ts'

/** Three digits that count; whole from a hundred on. */
export function told(value: number): string {
  if (!Number.isFinite(value)) return '-'
  if (Number.isInteger(value) || Math.abs(value) >= 100)
    return Math.round(value).toLocaleString('en')
  return value.toPrecision(3).replace(/e.*/, (power) => power)
}

const aimOf = ({ most, least }: Figure): string =>
  most !== undefined ? `≤ ${told(most)}` : least !== undefined ? `≥ ${told(least)}` : ''

const verdictOf = (figure: Figure): string => {
  const met = isMet(figure)
  return met === undefined ? '' : met ? 'yes' : 'no'
}

const numberOf = ({ value, low, high }: Figure): string =>
  low === undefined || high === undefined
    ? told(value)
    : `${told(value)} (${told(low)} to ${told(high)})`

/** Lines of a terminal. */
export function lines({ machine, parts }: BenchFile): string[] {
  const { cpu, cores, memory, node } = machine
  const head = `${cpu}, ${cores} cores, ${told(memory)} GiB, Node ${node}`
  return [
    head,
    ...parts.flatMap((part) => ['', ...headOf(part), ...part.figures.map((one) => row(one))]),
  ]
}

const headOf = ({ name, about, load, version, date }: MeasuredPart): string[] => [
  `${name}: ${about}`,
  `  pasar ${version}, ${date.slice(0, 16)}; processes that wanted a core meanwhile: ${told(load)}`,
]

function row(figure: Figure): string {
  const aim = aimOf(figure)
  const verdict = aim === '' ? '' : `  ${aim}: ${verdictOf(figure)}`
  const note = figure.note === undefined ? '' : `  (${figure.note})`
  return `  ${figure.name.padEnd(46)}${numberOf(figure).padStart(12)} ${figure.unit}${verdict}${note}`
}

/** A part as a table of a page. */
export function markdown({ figures }: Pick<MeasuredPart, 'figures'>): string[] {
  return [
    '| | | | aim | met | |',
    '|---|---:|---|---|---|---|',
    ...figures.map((figure) => {
      const { name, unit, note = '' } = figure
      return `| ${[name, numberOf(figure), unit, aimOf(figure), verdictOf(figure), note].join(' | ')} |`
    }),
  ]
}
