/** Textbook markets as they are solved on paper: what a report sets beside its agents. */
import { describe, expect, it } from 'vitest'
import { readScenario } from '../../src/scenario/index.ts'
import { solvedLevels } from '../../src/study/index.ts'
import { fromDisk } from '../scenario/files.ts'

const solved = (file: string) => {
  const read = readScenario(file, fromDisk)
  if (!read.ok) throw new Error(file)
  return solvedLevels(read.scenario.input)
}
const textbook = (name: string) => solved(`scenarios/textbook/${name}.yaml`)
const levelOf = (found: ReturnType<typeof solved>, measure: string, group: string) =>
  found!.find((row) => row.measure === measure && row.group === group)!.value

describe('a textbook market on paper', () => {
  it('of one seller has the price of the question and half of the market', () => {
    const found = textbook('monopoly')
    expect(found).toHaveLength(3)
    const price = found!.find(({ measure }) => measure === 'seller price')!
    expect(price.value).toBeCloseTo(2, 6)
    expect(levelOf(found, 'seller share', price.group)).toBeCloseTo(0.5, 6)
    expect(levelOf(found, 'outside-option share', 'all')).toBeCloseTo(0.5, 6)
  })

  it('with a commission has the prices of the question', () => {
    const prices = textbook('three-sellers-fee')!
      .filter(({ measure }) => measure === 'seller price')
      .map(({ value }) => value.toFixed(2))
    expect(prices).toEqual(['87.34', '84.24', '76.17'])
  })

  it('with prices that are fixed has the shares at them', () => {
    const found = textbook('identical-sellers')
    const shares = found!.filter(({ measure }) => measure === 'seller share')
    expect(shares).toHaveLength(10)
    for (const { value } of shares) expect(value).toBeCloseTo(shares[0].value, 12)
    const [price] = found!.filter(({ measure }) => measure === 'seller price')
    expect(price.value).toBe(75)
  })

  it('is none after a policy, nor of the country', () => {
    expect(textbook('closure-nested')).toBeUndefined()
    expect(solved('scenarios/indonesia-2023.yaml')).toBeUndefined()
  })
})
