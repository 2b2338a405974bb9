import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createMarket } from '../../src/market/index.ts'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'
import { fromDisk } from '../scenario/files.ts'
import { NUMBERS, numbersOf } from './numbers.ts'

const FILE = 'test/golden/baseline.yaml'
const HOW = 'UPDATE_GOLDEN=1 npx vitest run test/golden'
const DAYS = 120
const SEED = 'pasar/1'
const SIZE = ['size.buyers=4000', 'size.sellers=500', 'size.creators=40']

interface Golden {
  readonly state: string
  readonly numbers: Readonly<Record<string, number>>
}

const now = run()
if (process.env.UPDATE_GOLDEN === '1') writeFileSync(FILE, written(now))
const kept: Golden = existsSync(FILE)
  ? parse(readFileSync(FILE, 'utf8'))
  : { state: '', numbers: {} }

describe('the baseline', () => {
  it.each(NUMBERS.map(({ name }) => name))('has kept its %s', (name) => {
    expect(moved(name, kept.numbers[name], now.numbers[name])).toBe('')
  })

  it('has no number in its file that is no longer taken', () => {
    expect(Object.keys(kept.numbers)).toEqual(NUMBERS.map(({ name }) => name))
  })

  it('has kept every byte of its state', () => {
    const message = `state is ${now.state}, was ${kept.state}: some byte moved. To accept: ${HOW}`
    expect(now.state, message).toBe(kept.state)
  })
})

function run(): Golden {
  const result = readScenario('scenarios/indonesia-2023.yaml', fromDisk, { set: SIZE })
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'))
  const market = createMarket({ ...result.input, days: DAYS }, SEED)
  market.run()
  return { state: market.stateHash(), numbers: numbersOf(market, DAYS - 28, DAYS) }
}

/** Which number moved, from what to what, by how much, and how to accept it; nothing where it stands. */
function moved(name: string, was: number | undefined, is: number): string {
  if (was === is) return ''
  const unit = NUMBERS.find((one) => one.name === name)?.unit ?? ''
  if (was === undefined) return `${name} is new: ${is} ${unit}. To accept: ${HOW}`
  const change = was === 0 ? 'from nothing' : `${(100 * (is / was - 1)).toPrecision(3)} %`
  return `${name} moved from ${was} to ${is} ${unit} (${change}). To accept: ${HOW}`
}

function written({ state, numbers }: Golden): string {
  const lines = NUMBERS.map(
    ({ name, unit }) => `  ${name}: ${numbers[name]}${unit === '' ? '' : ` # ${unit}`}`,
  )
  return [
    '# What the baseline gives: means over the last four weeks of a small run.',
    `# ${SIZE.join(', ')}, ${DAYS} days, seed ${SEED}.`,
    '# A change of any number is a change of results: say so in the changelog. To accept it:',
    `#   ${HOW}`,
    '',
    `state: "${state}"`,
    'numbers:',
    ...lines,
    '',
  ].join('\n')
}
