import { readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { BAN, BASE, EARLY, pasar, pasarProcess, temporary } from './pasar.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** As the program lists them. */
const COMMANDS = readdirSync('src/cli/commands').map((file) => file.replace('.ts', ''))

describe('help', () => {
  it.each(COMMANDS)('of %s has examples', async (command) => {
    const { code, out } = await pasar([command, '--help'])
    expect(code).toBe(0)
    expect(out).toContain('Examples:')
    expect(out).toContain(`pasar ${command} `)
  })

  it('lists the commands', async () => {
    const { code, out } = await pasar(['--help'])
    expect(code).toBe(0)
    expect(out).toContain('pasar compare <baseline> <files..>')
  })

  it('says the version', async () => {
    expect((await pasarProcess(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('a command line at fault', () => {
  it.each([
    [['runn', BASE], 'did you mean run?'],
    [['run', BASE, '--rnus', '3'], 'did you mean --runs?'],
    [['shwo', BASE], 'did you mean show?'],
    [['new', '--polcy', 'duty'], 'did you mean --policy?'],
    [['compare', BASE, BASE, '--precison', '5%'], 'did you mean --precision?'],
    [['run', BASE, '--runs', '0'], '--runs is 0, expected a whole number'],
    [['run', BASE, '--days', '1.000'], 'expected a whole number from 1 to 1,000,000: write 1000'],
    [['run', BASE, '--scale', '0,5'], 'expected a number above 0, up to 10,000: write 0.5'],
    [
      ['run', BASE, '--scale', '50.000'],
      '--scale is 50.000, expected a number above 0, up to 10,000: write 50 or 50000',
    ],
    [['run', BASE, '--no-files', '--out', 'x'], '--no-files writes none: give one of both'],
    [['run', BASE, '--seed', 'a', '--seed', 'b', '--scale', 'x'], '--scale is x'],
    [['run', BASE, '--out'], '--out needs a value'],
    [['run'], 'expected at least 1 file, got 0'],
    [['compare', BASE], 'expected at least 2 files, got 1'],
    [['compare', BASE, BASE], 'two scenarios are called indonesia-2023'],
    [['run', 'nowhere.yaml'], 'nowhere.yaml'],
    [['check', 'scenaros/indonesia-2023.yaml'], 'did you mean scenarios/indonesia-2023.yaml?'],
    [['check', 'scenarois/policies/fee-cup.yaml'], 'did you mean scenarios/policies/fee-cap.yaml?'],
    [
      ['study', 'scenarios/studis/closure-dials.yaml'],
      'did you mean scenarios/studies/closure-dials.yaml?',
    ],
    [['run', BASE, '--set', 'size.buyer=1'], 'did you mean buyers?'],
    [['run', BASE, '--days', '99999'], '--days is 99999'],
    [['run', BASE, '--scale', '1e-7'], '--scale is 1e-7, which leaves none of 90000 buyers'],
    [[], 'which command?'],
  ])('%j ends with 2', async (args, message) => {
    const { code, out, err } = await pasar(args)
    expect(err).toContain(message)
    expect(out).toBe('')
    expect(code).toBe(2)
  })

  it('is told all faults of a file, of which nothing is run', async () => {
    const folder = temporary()
    const file = join(folder, 'bad.yaml')
    writeFileSync(file, 'title: Bad\nextends: none\nsizes: 3\nrunz: 4\n')
    const { code, err } = await pasarProcess(['run', file, '--out', join(folder, 'out')])
    expect(code).toBe(2)
    for (const place of ['bad.yaml:2:', 'bad.yaml:3:', 'bad.yaml:4:']) expect(err).toContain(place)
  })

  it('is told what is wrong with options, values and files at once', async () => {
    const file = join(temporary(), 'bad.yaml')
    writeFileSync(file, 'title: Bad\nextends: none\n')
    const wrong = ['--runs', '0', '--lang', 'fr', '--set', 'size.buyer=1']
    const { code, err } = await pasar(['compare', BASE, file, ...wrong])
    expect(code).toBe(2)
    for (const said of ['--runs is 0', '--lang is fr', '--set 1:', 'bad.yaml:2:'])
      expect(err).toContain(said)
  })

  it('sets values of policies where there are policies, and is told where there are none', async () => {
    const of = 'policies.closure.effective=2022-07-18'
    const cap = 'scenarios/policies/fee-cap.yaml'
    const late = ['--set', of, '--days', '30', '--quiet']
    const { code, err } = await pasar(['compare', BASE, BAN, cap, ...late])
    // The closure takes the day; it was announced later, and the scenario without policies is not asked.
    expect(err).toContain('before it is announced')
    expect(err).not.toContain('closure is no policy')
    expect(code).toBe(2)
    const none = await pasar(['compare', BASE, cap, ...late])
    expect(none.code).toBe(2)
    expect(none.err).toMatch(/^--set 1:/)
  })

  it('is told that a file is too large, without reading it', async () => {
    const file = join(temporary(), 'large.yaml')
    writeFileSync(file, '#'.repeat(1_000_001))
    const { code, err } = await pasarProcess(['check', file])
    expect(code).toBe(2)
    expect(err).toContain('has more than 1000000 characters')
  })

  it('is told of a folder that cannot be written', async () => {
    const { code, err } = await pasarProcess([
      'run',
      BASE,
      '--days',
      '1',
      '--out',
      'package.json/out',
    ])
    expect(code).toBe(1)
    expect(err).toContain('cannot write package.json/out')
    expect(err).not.toContain('at ')
  })
})

describe('declarations', () => {
  it('are found by words', async () => {
    const { code, out } = await pasar(['params', 'commission'])
    expect(code).toBe(0)
    expect(out).toContain('venues.*.commission')
    expect((await pasar(['params', 'xyzzy'])).code).toBe(2)
    const path = await pasar(['params', 'venues.shopee.commission'])
    expect(path.out).toMatch(/^venues\.\*\.commission/)
    const held = await pasar(['params', 'venues.shopee.commission', '--in', BASE])
    expect(held.out).toContain('venues.shopee.commission')
    expect(held.out).not.toContain('venues.tokopedia.commission')
    // A word that is a section takes nothing from parameters of others.
    const word = await pasar(['params', 'buyers', '--in', BASE])
    expect(word.out).toMatch(/^ {6}.*size\.buyers/m)
    const { err } = await pasar(['params', 'platform comission'])
    expect(err).toContain(
      'no parameter holds platform comission  did you mean platform commission?',
    )
  })

  it('are printed as JSON Schema', async () => {
    expect(JSON.parse((await pasar(['schema', '--print'])).out)).toHaveProperty('$schema')
  })
})

it('check warns of a policy that begins while constants are solved, and finds no fault', async () => {
  const { code, out } = await pasar(['check', BAN, ...EARLY])
  expect(code).toBe(0)
  expect(out).toContain('WARNING: --set 1:1:28  announced of closure is 2022-07-14, before')
  expect(out.trim().split('\n').at(-1)).toBe(`${BAN}: no fault found`)
  expect((await pasar(['check', BAN])).out).not.toContain('WARNING')
})

it('check tells warnings beside faults, of scenarios and of studies', async () => {
  const wrong = await pasar(['check', BAN, ...EARLY, '--set', 'size.buyer=1'])
  expect(wrong.code).toBe(2)
  expect(wrong.err).toMatch(/^WARNING: --set 1:1:28 {2}announced of closure is 2022-07-14, before/)
  expect(wrong.err).toContain('did you mean buyers?')
  const study = join(temporary(), 'study.yaml')
  const [baseline, policy] = [BASE, BAN].map((file) => resolve(file.replace('.yaml', '')))
  writeFileSync(
    study,
    `title: S
baseline: ${baseline}
policies: [${policy}]
vary: { categories.*.impulse-share: 0 to 0.9 }
design: { grid: { levels: 2 } }
seedz: 3
`,
  )
  for (const command of ['check', 'study']) {
    const { err } = await pasar([command, study])
    expect(err).toContain('WARNING: ')
    expect(err).toContain('the range for which reasons are given')
    expect(err).toContain('unknown key seedz')
  }
  // A run is not told of them, but where they are errors.
  const both = ['compare', BASE, BAN, ...EARLY, '--days', '30', '--runs', '0']
  const early = /WARNING: .*announced of closure/
  expect((await pasar(both)).err).not.toMatch(early)
  const strict = await pasar(['run', BAN, ...EARLY, '--runs', '0', '--strict'])
  expect(strict.err).toMatch(early)
  expect(strict.err).toContain('--runs is 0')
})

it('check speaks Indonesian where it is asked to', async () => {
  const file = join(temporary(), 'own.yaml')
  writeFileSync(
    file,
    'title: Own\nextends: indonesia-2023\nvenues: { shopee: { comission: 12 } }\n',
  )
  const wrong = await pasar(['check', file, '--lang', 'id'])
  expect(wrong.code).toBe(2)
  expect(wrong.err).toContain(`${file}:3:21  kunci comission tidak dikenal`)
  expect(wrong.err).toContain('  mungkin maksudnya commission?')
  const beyond = await pasar(['check', BASE, '--set', 'government.vat=12', '--lang', 'id'])
  expect(beyond.err).toContain('vat adalah 12, di luar 0 sampai 1 (bagian)')
  const warned = await pasar(['check', BAN, ...EARLY, '--lang', 'id'])
  expect(warned.out).toContain(
    'PERINGATAN: --set 1:1:28  announced dari closure adalah 2022-07-14,',
  )
  expect(warned.out.trim().split('\n').at(-1)).toBe(`${BAN}: tidak ada kesalahan`)
  expect((await pasar(['check', BAN, '--lang', 'jv'])).err).toContain('expected en or id')
})
