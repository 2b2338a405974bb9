/** Tables of what buyers and sellers did after a policy: what they show, and in which words. */
import { expect, it } from 'vitest'
import { elsewhereTable, recoveryTable } from '../../src/report/aftermath-tables.ts'
import type { Elsewhere, Recovery } from '../../src/study/index.ts'

const bought = (to: string, baseline: number, policy: number): Elsewhere => ({
  ...{ scenario: 'x', days: 28, to, members: 1000, agents: 100, runs: 2 },
  people: { baseline, policy, difference: policy - baseline, low: 1, high: 99 },
})
const back = (exposure: string, mean: number): Recovery => ({
  ...{ scenario: 'x', weeks: 8, exposure, members: 50, agents: 20, runs: 2 },
  share: { mean, low: mean - 0.1, high: mean + 0.1 },
})

it('shows all destinations together and venues where the difference is a hundredth of the buyers', () => {
  const rows = [bought('elsewhere', 400, 450), bought('lazada', 100, 110), bought('blibli', 5, 14)]
  const text = elsewhereTable(rows, 'en', { lazada: 'Lazada', blibli: 'Blibli' })
  expect(text).toContain('Of the 1,000 people')
  expect(text).toContain('At any other venue')
  expect(text).toContain('Lazada')
  expect(text).not.toContain('Blibli')
  expect(elsewhereTable(rows, 'id', {})).toContain('Di kanal lain mana pun')
  expect(elsewhereTable([], 'en', {})).toBe('')
})

it('shows firms without exposure beside those with it, and nothing where nobody is exposed', () => {
  const text = recoveryTable([back('none', 0.95), back('over 50 %', 0.4)], 'en')
  expect(text).toContain('no exposure')
  expect(text).toMatch(/95[.0-9]* %/)
  expect(text).toContain('exposure over 50 %')
  expect(text).toMatch(/40[.0-9]* %/)
  expect(recoveryTable([back('over 50 %', 0.4)], 'id')).toContain('paparan di atas 50%')
  expect(recoveryTable([back('none', 0.95)], 'en')).toBe('')
})
