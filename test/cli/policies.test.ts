import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { CATALOGUE, REGISTER } from '../../src/market/index.ts'
import { pasar, temporary } from './pasar.ts'

// Processes take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

describe('pasar policies', () => {
  it('lists every policy with its settings, then every article', async () => {
    const { code, out, err } = await pasar(['policies'])
    expect(code).toBe(0)
    expect(err).toBe('')
    for (const { name, does } of CATALOGUE) expect(out).toContain(`${name}: ${does}`)
    for (const { says, assumption } of REGISTER) {
      expect(out).toContain(says)
      expect(out).toContain(assumption)
    }
    expect(out).toContain('policies.closure.promotion  |  default allowed  |  allowed, forbidden')
    expect(out).toContain('changes: nothing yet')
  })

  it('says it in Indonesian', async () => {
    const { out } = await pasar(['policies', '--lang', 'id'])
    for (const { saysId, assumptionId } of REGISTER) {
      expect(out).toContain(saysId)
      expect(out).toContain(assumptionId)
    }
    expect(out).toContain('Pasal 21 ayat (3)')
    expect(out).not.toContain('not verified')
    for (const { name, indonesian } of CATALOGUE)
      expect(out).toContain(`${name} (${indonesian.name}): ${indonesian.does}`)
    for (const label of CATALOGUE.flatMap(({ indonesian }) => Object.values(indonesian.settings)))
      expect(out).toContain(`${label}. `)
  })

  it('says in Indonesian what is wrong with a file', async () => {
    const file = join(temporary(), 'levy.ts')
    const text = readFileSync('scenarios/own-policies/live-levy.ts', 'utf8')
    writeFileSync(file, text.replace(/^ {2}indonesian: \{[\s\S]*?^ {2}\},\n/m, ''))
    const [en, id] = await Promise.all(
      ['en', 'id'].map((language) => pasar(['policies', file, '--lang', language])),
    )
    expect([en.code, id.code]).toEqual([2, 2])
    expect(en.err).toContain('levy.ts is no policy: indonesian.name is missing')
    expect(id.err).toContain('levy.ts bukan kebijakan: indonesian.name belum ada')
    expect(id.err.trim().split('\n').length).toBe(en.err.trim().split('\n').length)
  })

  it('tells one policy with its own articles', async () => {
    const { code, out } = await pasar(['policies', 'closure'])
    expect(code).toBe(0)
    expect(out).toContain('Article 21 (3)')
    expect(out).not.toContain('PMK 96/2023')
  })

  it('prints one object', async () => {
    const { policies, register } = JSON.parse((await pasar(['policies', '--json'])).out)
    expect(policies.map(({ name }: { name: string }) => name)).toEqual(
      CATALOGUE.map(({ name }) => name),
    )
    expect(register).toEqual(REGISTER)
  })

  it.each([
    [['policies', 'clozure'], 'did you mean closure?'],
    [['policies', '--lang', 'fr'], 'Choices: "en", "id"'],
    [['verify'], 'expected at least 1'],
    [['verify', 'output', '--runs', '0'], '--runs is 0'],
    [['verfy', 'output'], 'did you mean verify?'],
  ])('%j ends with 2', async (args, message) => {
    const { code, out, err } = await pasar(args)
    expect(err).toContain(message)
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})

describe('completion', () => {
  const complete = async (...words: string[]) =>
    (await pasar(['--get-yargs-completions', 'pasar', ...words])).out.split('\n')

  it('offers the commands and their options', async () => {
    expect(await complete('')).toEqual(expect.arrayContaining(['verify', 'policies', 'compare']))
    expect(await complete('verify', '--')).toEqual(expect.arrayContaining(['--runs', '--json']))
    expect(await complete('policies', '--')).toEqual(expect.arrayContaining(['--lang', '--json']))
  })
})
