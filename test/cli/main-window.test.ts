/** The main window by its name, warnings as errors, and what is said of agents that cannot be followed. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { checkScenarios, readStudy, refuseWarnings } from '../../src/cli/scenarios.ts'
import { compare, memoryStore, run, type Scenario } from '../../src/index.ts'
import { printed, reportOf, summaryObject } from '../../src/report/index.ts'
import { MAIN_WINDOW } from '../../src/scenario/index.ts'
import { designOf } from '../../src/study/index.ts'
import { pasar } from './pasar.ts'

vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'pasar-window-'))
const BASE = 'scenarios/indonesia-2023.yaml'

function file(name: string, lines: string): string {
  const path = join(folder, `${name}.yaml`)
  const head = `title: ${name}\nextends: ${resolve(BASE.replace('.yaml', ''))}\n`
  writeFileSync(path, `${head}ground: { source: a test, grade: assumption }\n${lines}`)
  return path
}

const ROW = 'programmes: { bootcamp: { label: Bootcamp, slots: 0 } }\n'
const SOLVED = 'calendar: { solve-until: 2022-07-11 }\n'
const POLICY = `policies:
  - programme: { programme: bootcamp, slots: 10800, effective: 2022-07-18, until: 2024-06-30 }
windows: { july: 2022-07-18 to 2022-07-24, later: 2022-07-25 to 2022-08-14 }
`
const plain = file('plain', SOLVED)
const withRow = file('with-row', SOLVED + ROW)
const policy = file('policy', SOLVED + ROW + POLICY)

const read = (...files: string[]): Scenario[] =>
  readStudy({ scale: '0.02', days: '35', runs: '1' }, files).scenarios

const about = { fingerprint: '', command: [], date: '2026-01-01', platform: '', runtime: '' }

describe('--window', () => {
  const scenarios = read(withRow, policy)
  /** Which window is the main one makes no other run. */
  const store = memoryStore()

  it('names the window that stands for a policy, cut short or not', async () => {
    const [baseline, ...policies] = scenarios
    for (const [window, called] of [
      ['july', 'july'],
      ['later', 'later (cut short)'],
    ]) {
      const answer = await compare(baseline, policies, { runs: 1, window, store })
      expect(summaryObject(answer)).toMatchObject({ policies: [{ window: called }] })
      expect(printed(answer).join('\n')).toContain(`who gains and who loses, ${called}`)
      const { page } = await reportOf(answer, { language: 'en', ...about })
      expect(page).toContain(`Effects, mean of ${called},`)
    }
  })

  it.each([
    [undefined, 'july'],
    ['later', 'later (cut short)'],
  ])('is marked in the answer of the library, one a policy: %s', async (window, called) => {
    const early = POLICY.replace('windows: {', 'windows: { before: 2022-07-05 to 2022-07-17,')
    const other = file('other', SOLVED + ROW + early)
    const [baseline, ...policies] = read(withRow, policy, other)
    const answer = await compare(baseline, policies, { runs: 1, window, store })
    // What is named first may lie before the policy begins.
    expect(answer.effects.find(({ scenario }) => scenario === 'other')?.window).toBe('before')
    const main = answer.effects.filter((one) => one.main)
    expect(main.map((one) => [one.scenario, one.window])).toEqual([
      ['policy', called],
      ['other', called],
    ])
  })

  it('of a scenario alone is its last year, and marked in its levels', async () => {
    const { levels } = await run(scenarios[1], { runs: 1 })
    const told = levels.map(({ window, main }) => [window, main])
    expect(told).toEqual([
      ['july', undefined],
      ['later (cut short)', undefined],
      ['all days', true],
    ])
  })

  it('is told in one sentence: by help, in new files, in the schema and in the guide', async () => {
    const help = (await pasar(['compare', '--help'])).out.replace(/\s+/g, ' ')
    expect(help).toContain(`[the one ${MAIN_WINDOW}]`)
    const made = join(folder, 'made.yaml')
    const asked = ['--extends', BASE, '--policy', 'duty', '--from', '2023-11-06']
    expect((await pasar(['new', made, ...asked])).code).toBe(0)
    for (const page of [made, 'scenarios/schema.json', 'docs/guide/reading.md'])
      expect(readFileSync(page, 'utf8').replace(/\s+/g, ' '), page).toContain(MAIN_WINDOW)
  })

  it('is a fault with the windows that there are', () => {
    expect(() => designOf(scenarios, { window: 'julie' })).toThrow(
      '--window is julie, which is no window of policy in the days run  did you mean july?\nit has: july, later',
    )
  })
})

describe('rows that one world has alone', () => {
  it('are said with the cure, in the terminal and on the page in both languages', async () => {
    const [baseline, own] = read(plain, policy)
    const answer = await compare(baseline, own, { runs: 1 })
    expect(answer.people.winners).toEqual([])
    const lines = printed(answer).join(' ').replace(/\s+/g, ' ')
    expect(lines).toContain('do not have the same rows (programmes: bootcamp). Write these rows')
    expect(lines).toContain('WARNING: constants are calibrated until 11 Jul 2022')
    const { page } = await reportOf(answer, { language: 'en', ...about })
    expect(page).toContain('do not have the same rows (programmes bootcamp)')
    expect(page).toContain('baris kedua dunia tidak sama (programmes bootcamp)')
    expect(page).toContain('constants are calibrated until 11 Jul 2022')
    expect(page).toContain('konstanta dikalibrasi sampai 11 Jul 2022')
  })

  it('are followed again with the cure, without a warning', async () => {
    const [baseline, own] = read(withRow, policy)
    const answer = await compare(baseline, own, { runs: 1 })
    expect(answer.people.winners).not.toEqual([])
    expect(printed(answer).join('\n')).not.toContain('WARNING')
    const { page } = await reportOf(answer, { language: 'en', ...about })
    expect(page).not.toMatch(/Warning: |Peringatan: /)
  })
})

describe('--strict', () => {
  const strict = (files: string[]) => () => {
    const { options, scenarios, warnings } = readStudy({ strict: true, days: '35' }, files)
    refuseWarnings(warnings, designOf(scenarios, options), options)
  }

  it('refuses a comparison with a warning, and says all of them', () => {
    expect(strict([plain, policy])).toThrow(
      /policy, against plain\nWARNING: who wins[\s\S]*\nWARNING: constants are calibrated[\s\S]*\n--strict: warnings are errors$/,
    )
    const larger = file('larger', `${SOLVED}size: { buyers: 300000 }\n`)
    expect(strict([plain, larger])).toThrow(/random|not paired/)
  })

  it('lets others pass', () => {
    expect(strict([withRow, policy])).not.toThrow()
    expect(strict([BASE])).not.toThrow()
  })

  it('lets an early course pass that does the same on both sides', () => {
    const course = 'courses:\n  - { of: programmes.training.slots, points: { 2022-07-06: 0 } }\n'
    const [one, other] = ['one', 'other'].map((name) => file(name, course))
    expect(strict([one])).toThrow(/solve[\s\S]*--strict/)
    expect(strict([one, other])).not.toThrow()
  })

  it('refuses what check warns of', () => {
    const early = file('early', POLICY.replaceAll('bootcamp', 'training'))
    expect(checkScenarios([early], [])[0]).toMatch(/^WARNING: .*solve/)
    expect(() => checkScenarios([early], [], true)).toThrow(/solve[\s\S]*--strict: warnings are/)
    expect(() => checkScenarios([BASE], [], true)).not.toThrow()
  })
})
