/** Variants of the model are checked as they are used: laid over the baseline, though they extend nothing. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkScenarios } from '../../src/cli/scenarios.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasar-variants-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a variant of the model', () => {
  it('that comes with the program has no fault', () => {
    const files = ['fixed-hours', 'no-impulses'].map(
      (name) => `scenarios/studies/variants/${name}.yaml`,
    )
    expect(checkScenarios(files, [])).toEqual(files.map((file) => `${file}: no fault found`))
  })

  it('is still told of what is wrong with it', () => {
    const inside = join(folder, 'studies/variants')
    mkdirSync(inside, { recursive: true })
    const base =
      'title: One seller\ntextbook: true\nbuyers: { count: 20 }\nsellers:\n  - { name: Ani, cost: 1 kRp }\n'
    writeFileSync(join(folder, 'indonesia-2023.yaml'), base)
    writeFileSync(join(inside, 'finer.yaml'), 'title: Finer\nsellers: { Ani: { quality: 900 } }\n')
    expect(() => checkScenarios([join(inside, 'finer.yaml')], [])).toThrow(
      /quality is 900, outside/,
    )
  })
})
