/** What `--json` prints keeps to its schema, and the schemas are current. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { jsonForms } from '../../src/cli/usage.ts'
import { jsonSchemas } from '../../src/report/index.ts'
import { violations } from '../scenario/json-schema.ts'
import { BAN, BASE, EARLY, pasar, small, temporary } from './pasar.ts'

vi.setConfig({ testTimeout: 120_000 })

const [answer, summary] = jsonSchemas.map(({ schema }) => schema)

describe('the schemas of --json', () => {
  it.each(jsonSchemas)('are current: $name', ({ name, text }) => {
    expect(readFileSync(name, 'utf8'), 'run: npm run schema').toBe(text)
  })

  it('hold for a comparison, and find what breaks them', async () => {
    const asked = ['compare', BASE, BAN, ...small(), ...EARLY, '--out', join(temporary(), 'study')]
    const whole = JSON.parse((await pasar([...asked, '--json'])).out)
    expect(violations(answer, whole)).toEqual([])
    expect(whole.schema).toBe('pasar/answer/1')
    for (const key of ['effects', 'winners', 'switching']) expect(whole[key]).not.toEqual([])
    expect(violations(answer, { ...whole, more: 1 })).not.toEqual([])
    expect(violations(answer, { ...whole, runs: '2' })).not.toEqual([])
    // The same runs, told in short.
    const { out, code } = await pasar([...asked, '--json=summary'])
    const short = JSON.parse(out)
    expect(code).toBe(0)
    expect(violations(summary, short)).toEqual([])
    const [{ window, effects }] = short.policies
    expect(effects.length).toBeGreaterThan(5)
    for (const { measure, group, difference } of effects)
      expect(whole.effects).toContainEqual(
        expect.objectContaining({ window, main: true, measure, group, difference }),
      )
  })

  it('hold for a scenario alone, and for one run without intervals', async () => {
    const asked = ['run', BASE, ...small({ runs: 1 }), '--no-files']
    const whole = JSON.parse((await pasar([...asked, '--json'])).out)
    expect(violations(answer, whole)).toEqual([])
    const short = JSON.parse((await pasar([...asked, '--json=summary'])).out)
    expect(violations(summary, short)).toEqual([])
    expect(short.policies).toEqual([])
    expect(short.levels.levels[0].low).toBeNull()
  })
})

describe('--json', () => {
  it('is a flag of one form with a value', () => {
    expect(jsonForms(['run', 'a.yaml', '--json=summary'])).toEqual([
      ...['run', 'a.yaml', '--json-summary'],
    ])
    expect(jsonForms(['run', '--json', 'a', '--', '--json=x'])).toHaveLength(5)
    expect(() => jsonForms(['run', 'a', '--json=x'])).toThrow(
      '--json is x, expected --json or --json=summary',
    )
    expect(() => jsonForms(['params', '--json=summary'])).toThrow('--json=summary is of run and')
  })
})
