/** A policy from outside is whole, or every part that is missing is told at once, with its place and in both languages. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CATALOGUE, FaultyPolicy, faultsOf } from '../../src/market/index.ts'
import { checkedPolicy } from '../../src/market/policy/faults.ts'
import { SECTORS } from '../../src/market/populations/index.ts'
import { loadScenario } from '../../src/node/index.ts'
import { formatIn, readScenario } from '../../src/scenario/index.ts'
import { OUTSIDE } from './modules.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasar-whole-'))
afterAll(() => rmSync(folder, { recursive: true }))
const text = readFileSync('scenarios/own-policies/live-levy.ts', 'utf8')

/** What is found in a scenario that uses a file of this text, in both languages. */
function found(program: string) {
  const path = join(folder, 'levied.yaml')
  writeFileSync(join(folder, 'own.ts'), program)
  const base = join(process.cwd(), 'scenarios/indonesia-2023.yaml')
  writeFileSync(path, `title: Levied\nextends: ${base}\nuse: ./own.ts\n`)
  const read = readScenario(path, loadScenario)
  const findings = read.ok ? [] : read.findings
  return { en: findings.map(formatIn('en')), id: findings.map(formatIn('id')) }
}

const changed = (was: string, is: string): string => {
  expect(text).toContain(was)
  return text.replace(was, is)
}

const INDONESIAN = /\n {2}indonesian: \{[\s\S]*?\n {2}\},/.exec(text)![0]

describe('a declaration that is not whole', () => {
  it.each([
    [
      "name: 'live-levy',\n  does: 'levies",
      "name: 'Live levy',\n  does: 'levies",
      'live-levy',
      'name',
    ],
    [
      "  does: 'levies live sales of a venue and shares the levy among stall keepers',\n",
      '',
      'does: ',
      'does',
    ],
    [INDONESIAN, '', 'indonesian.name is missing', 'indonesian'],
    ["      rate: 'Tarif pungutan',\n", '', 'write rate:', 'indonesian.settings.rate'],
    [
      "      rate: 'Tarif",
      "      fine: 'Denda',\n      rate: 'Tarif",
      'names no setting: the settings are venue, rate, effective, until',
      'indonesian.settings.fine',
    ],
    [
      "rate: share({ label: 'Rate of the levy', default",
      'rate: share({ default',
      'write label:',
      'settings.rate.label',
    ],
    [
      "rate: share({ label: 'Rate of the levy', default: 0, ...asked",
      "rate: share({ label: 'Rate', default: 0, source: ''",
      'write source:',
      'settings.rate.',
    ],
    [
      'default: 0, ...asked }),\n    effective',
      "default: 0, ...asked, grade: 'Z' }),\n    effective",
      'is Z, expected one of A, B, C, assumption, given',
      'settings.rate.grade',
    ],
    [
      "'Rate of the levy', default: 0",
      "'Rate of the levy', default: 2",
      'is 2, expected a number from 0 to 1',
      'settings.rate.default',
    ],
    [
      "'Rate of the levy', default: 0",
      "'Rate of the levy', range: [0] as never, default: 0",
      'as in range: [0, 1]',
      'settings.rate.range',
    ],
    ["to: 'venues'", "to: 'venus'", 'is venus, expected one of', 'settings.venue.to'],
    [
      "role: 'ends'",
      "role: 'end'",
      'is end, expected one of announced, begins, ends',
      'settings.until.role',
    ],
    ['rate: share({ label', 'rate: ({ label', 'what number, share, yesNo', 'settings.rate'],
    [
      "label: 'Levy on live sales', default: 0, ...asked",
      "label: 'Levy on live sales', default: 0",
      'write source:',
      'adds.fields.liveLevy.',
    ],
    [
      "f64('Levy on live sales paid this week', 'kRp')",
      "f64('Levy on live sales paid this week')",
      'write unit:',
      'adds.columns.levy.unit',
    ],
    [
      "f64('Levy on live sales paid this week', 'kRp')",
      "f64('', 'kRp')",
      'write label:',
      'adds.columns.levy.label',
    ],
    ["  does: 'firms", "  does: '', // 'firms", 'write does:', 'adds.rules.live-levy.does'],
    [
      "every: 'week'",
      "every: 'fortnight'",
      'is fortnight, expected one of day, week, month',
      'adds.rules.live-levy.every',
    ],
    [
      "with: 'government'",
      "with: 'goverment'",
      `is goverment, expected one of ${SECTORS.join(', ')}`,
      'adds.flows.live levy.with',
    ],
    [
      "with: 'government',",
      '',
      'is nothing, expected one of households',
      'adds.flows.live levy.with',
    ],
    [
      "{ en: 'Live levy', id: 'Pungutan siaran langsung' }",
      "{ en: 'Live levy' }",
      'write id:',
      'adds.flows.live levy.label.id',
    ],
    [
      "{ en: 'Grants from the levy', id: ",
      "{ en: '', id: ",
      'write en:',
      'adds.measures.liveGrant.label.en',
    ],
    [
      "name: 'live grant',\n        unit: 'mRp/week'",
      "name: 'live grant'",
      'write unit:',
      'adds.measures.liveGrant.unit',
    ],
    [
      "more: 'good'",
      "more: 'great'",
      'is great, expected one of good, bad, neither',
      'adds.measures.liveGrant.more',
    ],
  ])('%j as %j is a finding in both languages', (was, is, says, where) => {
    const { en, id } = found(changed(was, is))
    expect(en.length).toBeGreaterThan(0)
    expect(en.join('\n')).toContain(says)
    for (const [at, one] of en.entries()) {
      expect(one).toContain('levied.yaml:3:')
      expect(one).toContain(`./own.ts: ${where}`)
      expect(id[at]).toContain(`./own.ts: ${where}`)
      expect(id[at]).toMatch(/belum ada: tulis|seharusnya|bukan nama setelan/)
    }
  })

  it('is told of all that is missing at once', () => {
    const program = changed("more: 'good'", "more: 'great'")
      .replace(INDONESIAN, '')
      .replace("with: 'government'", "with: 'goverment'")
      .replace('nullCase: { settings: { rate: 0 } },', '')
    const { en, id } = found(program)
    // A name, what it does and four labels; a sector; what more of it means; how it does nothing.
    expect(en).toHaveLength(9)
    expect(new Set(id).size).toBe(9)
    expect(id.join('\n')).toContain('belum punya nullCase')
  })

  it('is found where the file exports an object that the kit has not looked at', () => {
    const program = changed('export default policy({', 'export default ({').replace(
      "with: 'government'",
      "with: 'goverment'",
    )
    expect(found(program).en.join('\n')).toContain('is goverment, expected one of')
  })

  it('is thrown with every fault where a program declares it', () => {
    const [{ policy }] = OUTSIDE
    const declared = () => checkedPolicy({ ...policy, does: '', indonesian: undefined } as never)
    expect(declared).toThrow(FaultyPolicy)
    expect(declared).toThrow(/does is missing.*indonesian\.name is missing/)
  })
})

describe('a declaration that is whole', () => {
  it('is each of those that are shipped', () => {
    for (const policy of CATALOGUE) expect(faultsOf(policy), policy.name).toEqual([])
  })
})
