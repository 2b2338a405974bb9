import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'
import { BASE, inMemory } from './files.ts'

const ban = readFileSync('scenarios/tiktok-shop-ban.yaml', 'utf8')
const country = readFileSync('scenarios/indonesia-2023.yaml', 'utf8')

/** Whatever is written: a result or findings that can be printed. */
function survives(text: string, set: readonly string[] = []): void {
  const files = { 'base.yaml': BASE, 'indonesia-2023.yaml': country, 'x.yaml': text }
  const result = readScenario('x.yaml', inMemory(files), { set })
  if (result.ok) return
  expect(result.findings.length).toBeGreaterThan(0)
  for (const finding of result.findings) {
    expect(finding.line).toBeGreaterThan(0)
    expect(finding.column).toBeGreaterThan(0)
    expect(formatFinding(finding)).toBeTruthy()
  }
}

describe('nothing that a person writes throws', { timeout: 30_000 }, () => {
  it('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => survives(text)))
  })

  it('any tree', () => {
    const keys = fc.constantFrom(
      'title',
      'extends',
      'venues',
      'shop',
      'commission',
      'value',
      'courses',
      'policies',
      'closure',
      'windows',
      'calendar',
      'end',
      'sellers',
      'rules',
      'ground',
      '__proto__',
      'constructor',
    )
    const leaf = fc.oneof(
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('base', '2024-02-01', '5 %'),
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        leaf,
        fc.dictionary(keys, tie('tree')),
        fc.array(tie('tree'), { maxLength: 3 }),
      ),
    }))
    fc.assert(
      fc.property(fc.dictionary(keys, tree), (value) => survives(JSON.stringify(value))),
      { numRuns: 300 },
    )
  })

  it('a file with a piece cut out or doubled', () => {
    const at = fc.nat({ max: ban.length })
    fc.assert(
      fc.property(at, at, fc.boolean(), (a, b, doubled) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        survives(ban.slice(0, doubled ? to : from) + ban.slice(doubled ? from : to))
      }),
      { numRuns: 40 },
    )
  })

  it('any --set', () => {
    const path = fc.array(
      fc.constantFrom(
        'venues',
        'shop',
        'policies',
        '1',
        'closure',
        'sellers',
        'courses',
        'commission',
        '',
        '__proto__',
      ),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(path, fc.string({ unit: 'binary' }), (segments, value) =>
        survives('title: X\nextends: base', [`${segments.join('.')}=${value}`]),
      ),
    )
  })
})
