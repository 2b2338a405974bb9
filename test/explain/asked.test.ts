/** Whom a person asks, as it is written: what is meant is said where it can be guessed. */
import { expect, it } from 'vitest'
import { readScenario } from '../../src/index.ts'
import { loadScenario } from '../../src/node/index.ts'
import { readAgent } from '../../src/study/index.ts'

it('a number alone is taken for that of a buyer, and asked back', () => {
  const { input } = readScenario('scenarios/indonesia-2023.yaml', {
    load: loadScenario,
    quick: true,
  })
  expect(readAgent('4127', input)).toEqual({ kind: 'buyer', row: 4127 })
  expect(readAgent('buyer:4127', input)).toEqual({ kind: 'buyer', row: 4127 })
  expect(readAgent('nobody', input)).toMatchObject({ fault: expect.stringContaining('expected') })
})
