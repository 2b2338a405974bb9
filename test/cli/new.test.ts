import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { askedFor } from '../../src/cli/new-file.ts'
import { givenFiles } from '../../src/cli/usage.ts'
import { loadScenario } from '../../src/node/disk.ts'
import { candidatesFor, writeNew } from '../../src/node/index.ts'
import { policyIndex, readScenario } from '../../src/scenario/index.ts'
import { BASE, pasar, pasarProcess, temporary } from './pasar.ts'

const BAN = 'scenarios/tiktok-shop-ban.yaml'

vi.setConfig({ testTimeout: 60_000 })

describe('new', () => {
  const policies = [...policyIndex().map(({ name }) => name), 'none']

  it.each(policies)('writes a scenario with policy %s that passes the check', (policy) => {
    const file = join(temporary(), 'x.yaml')
    const base = join(process.cwd(), BASE)
    writeNew({ file, base, policy, from: '2023-11-06', title: 'A "new" one: yes' })
    const read = readScenario(file, loadScenario)
    if (!read.ok) throw new Error(read.findings.map(({ code }) => code).join())
    expect(read.scenario.title).toBe('A "new" one: yes')
    expect(read.scenario.windows.at(-1)).toEqual({ name: 'first quarter', from: 490, to: 581 })
    expect(read.input.policies.map((one) => one.policy)).toEqual(policy === 'none' ? [] : [policy])
    for (const { settings } of read.input.policies) expect(settings.effective).toBe(490)
  })

  it('names every setting of a policy, those with a default as comments', () => {
    const file = join(temporary(), 'x.yaml')
    writeNew({ file, base: BASE, policy: 'duty', from: '2023-11-06', title: undefined })
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('\n# Implements: PMK 96/2023')
    for (const [setting] of [['# until'], ['extra'], ['# de-minimis']])
      expect(text).toMatch(new RegExp(`^      ${setting}: .* # .+$`, 'm'))
  })

  it('writes over nothing', async () => {
    const file = join(temporary(), 'x.yaml')
    writeFileSync(file, 'mine')
    const options = ['--extends', BASE, '--policy', 'duty', '--from', '2023-11-06']
    const { code, err } = await pasar(['new', file, ...options])
    expect(code).toBe(2)
    expect(err).toContain('is there already')
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('says every option that is wrong, and writes nothing', async () => {
    const file = join(temporary(), 'x.yaml')
    const asked = askedFor({ file, extends: 'nowhere.yaml', policy: 'dutty', from: '2023-11-31' })
    await expect(asked).rejects.toThrow(/no file nowhere.*did you mean duty.*2023-11 has 30 days/s)
    const outside = { file, base: BASE, policy: 'duty', from: '2030-01-07', title: 'late' }
    expect(() => writeNew(outside)).toThrow(/outside the run/)
    expect(existsSync(file)).toBe(false)
  })

  it('says so where the scenario changes nothing yet, and what to call next as the shell finds it', async () => {
    const folder = temporary()
    writeFileSync(join(folder, 'pasar'), '')
    const wrote = async (policy: string, npm: string) => {
      const file = join(temporary(), 'x.yaml')
      const options = ['--extends', BASE, '--policy', policy, '--from', '2023-11-06']
      const environment = { PATH: `${folder}:${process.env.PATH}`, npm_command: npm }
      return (await pasarProcess(['new', file, ...options], undefined, environment)).err
    }
    const duty = await wrote('duty', 'exec')
    expect(duty).toContain('it changes nothing')
    expect(duty).toContain('check it: npx pasar check')
    const closure = await wrote('closure', '')
    expect(closure).not.toContain('it changes nothing')
    expect(closure).toContain('check it: pasar check')
  })

  it('says what it needs where there is no terminal to ask at', async () => {
    const { code, err } = await pasarProcess(['new', '--policy', 'duty'])
    expect(code).toBe(2)
    expect(err).toContain('no terminal to ask at: give --extends, --from')
  })
})

describe('completion', () => {
  it.each([
    [['pasar', 'run', 'scenarios/tik'], 'scenarios/tiktok-shop-ban.yaml'],
    [['pasar', 'check', 'scen'], 'scenarios/'],
    [['pasar', 'compare', BASE, 'scenarios/policies/fee'], 'scenarios/policies/fee-cap.yaml'],
    [['pasar', 'run', BASE, '--set', 'rules.pricing.'], 'rules.pricing.reviews='],
    [['pasar', 'run', BASE, '--set', 'venues.*.com'], 'venues.*.commission.*='],
    [['pasar', 'check', BASE, '--set', 'venues.sho'], 'venues.shopee.subsidy='],
    [['pasar', 'check', BASE, '--set', 'venues.shopee.com'], 'venues.shopee.commission.fashion='],
    [['pasar', 'check', BASE, '--set=venues.sho'], '--set=venues.shopee.subsidy='],
    [['pasar', 'check', BASE, '--set', '=', 'venues.sho'], 'venues.shopee.subsidy='],
    [['pasar', 'compare', BASE, BAN, '--set', 'policies.'], 'policies.closure.venue='],
    [['pasar', 'compare', 'missing.yaml', '--set', 'venues.*.com'], 'venues.*.commission.*='],
    [['pasar', 'compare', BASE, BAN, '--window', 'first'], 'first month'],
    [['pasar', 'run', BASE, '--lang', ''], 'id'],
    [['pasar', 'run', BASE, '--lang=e'], '--lang=en'],
    [['pasar', 'policies', 'clo'], 'closure'],
    [['pasar', 'new', '--policy', ''], 'reopening'],
    [['pasar', 'new', '--extends', 'scenarios/ind'], BASE],
    [['pasar', 'params', 'x', '--in', 'scenarios/ind'], BASE],
    [['pasar', 'verify', 'test/golden/pub'], 'test/golden/published/'],
  ])('of %j offers %s', (words, candidate) => {
    const found = candidatesFor(words)
    expect(found).toContain(candidate)
    for (const one of found ?? []) expect(one.startsWith(words.at(-1)!)).toBe(true)
  })

  it.each([
    [['pasar', 'ru']],
    [['pasar', 'run', '--qu']],
    [['pasar', 'run', BASE, '--seed', '']],
    [['pasar', 'params', 'com']],
  ])('of %j is left to commands and options', (words) => {
    expect(candidatesFor(words)).toBeUndefined()
  })

  it('reaches the shell', async () => {
    const asked = ['--get-yargs-completions', 'pasar', 'policies', 'clo']
    expect((await pasar(asked)).out).toBe('closure\n')
    expect((await pasar(['completion'])).out).toContain('-F _pasar_yargs_completions pasar')
  })
})

describe('a file after --', () => {
  it('may begin with a dash', async () => {
    expect(givenFiles(['check', '--', '-dash.yaml', 'x.yaml'])).toEqual([
      ...['check', './-dash.yaml', 'x.yaml'],
    ])
    const { code, err } = await pasar(['check', '--', '-dash.yaml'])
    expect(code).toBe(2)
    expect(err).toContain('there is no file -dash.yaml')
  })
})
