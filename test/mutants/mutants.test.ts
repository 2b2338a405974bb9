import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FULL_SIZE } from '../../vitest.config.ts'
import { MUTANTS, mutated } from './mutants.ts'

describe('the list of planted faults', () => {
  it.each(MUTANTS)('$what: can be planted, and its tests are there', (mutant) => {
    const sound = readFileSync(mutant.file, 'utf8')
    expect(mutated(sound, mutant)).not.toBe(sound)
    for (const test of mutant.tests) {
      expect(existsSync(test), test).toBe(true)
      // A suite that `vitest run` leaves out would seem to fail, and so to catch whatever is planted.
      expect(test.startsWith('test/full/') || FULL_SIZE.includes(test), test).toBe(false)
    }
    const texts = mutant.tests
      .filter((test) => existsSync(test))
      .map((test) => readFileSync(test, 'utf8'))
    const words = (mutant.named ?? '').replace(/ [\d.]+$/, '')
    expect(texts.some((text) => text.includes(words))).toBe(true)
  })

  it('has names of its own for each', () => {
    const names = MUTANTS.map(({ what }) => what)
    expect(new Set(names).size).toBe(names.length)
  })
})
