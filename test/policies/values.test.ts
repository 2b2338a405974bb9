/** What a rule from outside writes and its column cannot hold: found at check where it happens soon, else named by the run. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  createSimulation,
  createWorld,
  f64,
  hashWorld,
  population,
  type Rule,
  rule,
  seedKey,
  u8,
} from '../../src/engine/index.ts'
import { createMarket, FaultyPolicy } from '../../src/market/index.ts'
import { watched } from '../../src/market/policy/watched.ts'
import { loadScenario, programOf } from '../../src/node/index.ts'
import { formatIn, readScenario } from '../../src/scenario/index.ts'
import { small } from './small.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasar-values-'))
afterAll(() => rmSync(folder, { recursive: true }))
const text = readFileSync('scenarios/own-policies/live-levy.ts', 'utf8')

const GRANT = "grant: f64('Grant from the levy received this week', 'kRp'),"
const BEYOND = 'const grant = traders > 0 ? raised / traders : 0'

/** The levy with another kind of column beside its own, to which its rule writes. */
function writing(declared: string, written: string): string {
  for (const part of [GRANT, BEYOND, 'writes: { levy: own.levy', '  u8,\n', '{ count }'])
    if (part !== '  u8,\n') expect(text).toContain(part)
  return text
    .replace(GRANT, `${GRANT}\n  more: ${declared},`)
    .replace('writes: { levy: own.levy', 'writes: { more: own.more, levy: own.levy')
    .replace(BEYOND, `${BEYOND}\n    c.more[3] = ${written}`)
    .replace('{ count }', '{ count, day }')
    .replace("} from 'pasar/policy'", "  u8,\n  i32,\n  u32,\n} from 'pasar/policy'")
}

/** What is found in a scenario that has the policy of this text, in both languages. */
function found(program: string, rate = '10 %', from = '2023-10-02') {
  const path = join(folder, 'levied.yaml')
  writeFileSync(join(folder, 'own.ts'), program)
  const base = join(process.cwd(), 'scenarios/indonesia-2023.yaml')
  const levy = `policies:\n  - live-levy: { venue: tiktok-shop, rate: ${rate}, effective: ${from} }\n`
  writeFileSync(path, `title: Levied\nextends: ${base}\nuse: ./own.ts\n${levy}`)
  const read = readScenario(path, loadScenario)
  const findings = read.ok ? [] : read.findings
  return { en: findings.map(formatIn('en')), id: findings.map(formatIn('id')) }
}

describe('what the trial sees of a rule from outside', () => {
  it.each([
    ['NaN', "f64('More', 'kRp')", '0 / (traders - traders)', 'writes NaN to', 'a division by 0'],
    ['an endless number', "f64('More', 'kRp')", '1 / 0', 'writes Infinity to', 'a division by 0'],
    ['NaN among whole numbers', "u8('More', 'weeks')", 'c.rate[99]', 'writes NaN to', 'a row or'],
    ['a flag above 1', "u8.flag('More')", '300', 'writes 300 to', 'a flag is 0 or 1'],
    ['a flag below 0', "u8.flag('More')", '-1', 'writes -1 to', 'a flag is 0 or 1'],
    ['no word', "u8.oneOf('More', ['low', 'high'])", '7', 'writes 7 to', 'one of 0 low, 1 high'],
    ['a number beyond its limit', "u8('More', 'weeks')", '256', 'writes 256 to', '0 ... 255'],
    ['too little', "u32('More', 'weeks')", '-1', 'writes -1 to', '0 ... 4294967295'],
    ['a part of a whole number', "i32('More', 'weeks')", '2.5', 'writes 2.5', 'or declare'],
    [
      'a row that there is not',
      "u8.rowOf('More', 'venues')",
      'count.venues',
      'to sellers.more, row 3,',
      'rows of venues are numbered 0 ... ',
    ],
    [
      'none where there is always one',
      "i32.rowOf('More', 'venues')",
      '-1',
      'writes -1 to',
      'rows of venues are numbered 0 ... ',
    ],
  ])('is %s', (_, declared, written, says, way) => {
    const { en, id } = found(writing(declared, written))
    expect(en).toHaveLength(1)
    expect(en[0]).toContain('levied.yaml:5:')
    expect(en[0]).toContain(`live-levy: its rule live-levy ${says.startsWith('to') ? '' : says}`)
    expect(en[0]).toContain(says)
    expect(en[0]).toContain(way)
    expect(id).toHaveLength(1)
    expect(id[0]).toContain('aturannya live-levy menulis')
  })

  it.each([
    ['a flag', "u8.flag('More')", '1'],
    ['a word', "u8.oneOf('More', ['low', 'high'])", '1'],
    ['the largest number', "u8('More', 'weeks')", '255'],
    ['the last row', "u8.rowOf('More', 'venues')", 'count.venues - 1'],
    ['the last row from 1', "u8.rowFrom1Of('More', 'venues')", 'count.venues'],
    ['no row', "i32.rowOf('More', 'venues', { none: -1 })", '-1'],
    ['bits', "u32.bitsOf('More', 'venues')", '1 << 31'],
  ])('is not %s where its column holds it', (_, declared, written) => {
    expect(found(writing(declared, written))).toEqual({ en: [], id: [] })
  })

  it('is what comes of its values once they are moved, whenever that is', () => {
    const moved = writing("u8.flag('More')", '100 * c.rate[to(c)]').replace(
      'const collect',
      'const to = (c: any) => c.to.find((venue: number) => c.rate[venue] > 0) ?? 0\nconst collect',
    )
    expect(found(moved, '2 %').en.join()).toContain('writes 2 to sellers.more')
    expect(found(moved, '1 %').en).toEqual([])
  })

  it('is what comes weeks after it begins', () => {
    const later = writing("f64('More', 'kRp')", 'day >= 21 ? 0 / 0 : 0')
    expect(found(later).en.join()).toContain('on day 22 of a trial')
  })
})

describe('of two policies from outside', () => {
  const other = `import { add, border, date, from, policy, share } from 'pasar/policy'
const asked = { source: 'given: the scenario says it', grade: 'given' } as const
export default policy({
  name: 'stricter',
  does: 'lets more importers pay',
  indonesian: {
    name: 'penegakan',
    does: 'membuat lebih banyak importir membayar',
    settings: { rate: 'Kenaikan', effective: 'Tanggal berlaku' },
  },
  settings: {
    rate: share({ label: 'Rise', default: 0, ...asked }),
    effective: date({ label: 'Effective date', role: 'begins', ...asked }),
  },
  nullCase: { settings: { rate: 0 } },
  operations: ({ rate, effective }) =>
    rate === 0 ? [] : [add(border, 0, 'compliance', from(effective, rate))],
})
`
  it.each([
    ['what it writes', writing("u8.flag('More')", '300'), 'writes 300', 'menulis 300'],
    [
      'what breaks',
      text.replace('c.pieces[', 'c.peices['),
      'looks for the column peices, which there is not',
      '',
    ],
  ])('%s is told of the one whose rule it is', (_, program, says, kata) => {
    const path = join(folder, 'both.yaml')
    writeFileSync(join(folder, 'own.ts'), program)
    writeFileSync(join(folder, 'other.ts'), other)
    const base = join(process.cwd(), 'scenarios/indonesia-2023.yaml')
    const policies = `policies:
  - live-levy: { venue: tiktok-shop, rate: 2 %, effective: 2023-10-02 }
  - stricter: { rate: 10 %, effective: 2023-10-02 }
`
    writeFileSync(path, `title: Both\nextends: ${base}\nuse: [./own.ts, ./other.ts]\n${policies}`)
    const read = readScenario(path, loadScenario)
    const findings = read.ok ? [] : read.findings
    const [en] = findings.map(formatIn('en'))
    expect(findings).toHaveLength(1)
    expect(en).toContain('both.yaml:5:')
    expect(en).toContain(`live-levy: its rule live-levy ${says}`)
    expect(formatIn('id')(findings[0])).toContain(`live-levy: aturannya live-levy ${kata}`)
  })
})

describe('what a policy from outside makes of values', () => {
  it('is a number', () => {
    const program = text.replace('from(effective + 7, rate)', 'from(effective + 7, rate / 0)')
    const { en, id } = found(program)
    expect(en.join()).toContain(
      'its operation moves venues.liveLevy by Infinity, which is no number',
    )
    expect(id.join()).toContain('operasinya menggerakkan venues.liveLevy sebesar Infinity')
  })
})

describe('a rule in slices that is looked at', () => {
  const pairs = population('pairs', 'Pairs', { sum: u8('Sum', 'pieces', 2), share: f64('Share') })
  const counts = { pairs: 10 }
  const adds = rule({
    ...{ name: 'adds', does: 'adds', every: 'day', over: pairs, reads: {} },
    writes: { sum: pairs.sum, share: pairs.share },
    step(c, _, { day, from, to }) {
      for (let row = from; row < to; row++) {
        c.sum[2 * row + 1] += row + day
        c.share[row] = c.sum[2 * row + 1] / (row + 1)
      }
    },
  })
  const run = (one: Rule, days: number) => {
    const world = createWorld([pairs], counts)
    const options = { parameters: {}, seed: seedKey('slices'), cadence: () => true, slice: 3 }
    createSimulation({ world, schedule: [one], ...options }).run(days)
    return hashWorld(world)
  }
  const looked = watched(adds, 'own', (day) => ({ en: `on day ${day}`, id: `hari ${day}` }))

  it('does what it does', () => {
    expect(run(looked, 12)).toBe(run(adds, 12))
  })

  it('ends where its numbers pass the limit', () => {
    // The last row adds 9 and the day each day: 9 x 15 + 105 = 240 on day 14, and 264 on the next.
    expect(() => run(looked, 15)).not.toThrow()
    expect(() => run(looked, 16)).toThrow('writes 264 to pairs.sum, row 9, on day 15')
  })
})

describe('a run', () => {
  /** A run in which the levy of this text begins at once. */
  function run(program: string, days: number) {
    writeFileSync(join(folder, 'run.ts'), program)
    const made = programOf(join(folder, 'run.ts'), program)
    if (typeof made !== 'string') throw new Error(made.why)
    const input = small(
      `use: ${join(folder, 'run.ts')}\npolicies:\n  - live-levy: { venue: tiktok-shop, rate: 2 %, effective: 2022-07-04 }`,
    )
    const market = createMarket(input, 'values', { record: false })
    market.run(days)
    return market
  }

  it('ends by the name of the policy, the rule, the column and the date', () => {
    const later = writing("u8.flag('More')", 'day >= 35 ? 300 : 1')
    expect(() => run(later, 35)).not.toThrow()
    expect(() => run(later, 36)).toThrow(FaultyPolicy)
    expect(() => run(later, 36)).toThrow(
      /policy live-levy: its rule live-levy writes 300 to sellers\.more, row 3, on 2022-08-\d\d: a flag/,
    )
  })

  it('ends by the name of the rule and the date where the rule breaks, in worlds larger than the trial', () => {
    const breaking = writing("u8.flag('More')", '1').replace(
      'let [raised, traders] = [0, 0]',
      "let [raised, traders] = [0, 0]\n    if (count.sellers > 200 && day >= 35) throw new Error('many')",
    )
    expect(found(breaking)).toEqual({ en: [], id: [] })
    expect(() => run(breaking, 36)).toThrow(
      /policy live-levy: its rule live-levy breaks on 2022-08-\d\d: many/,
    )
  })

  it('keeps whole numbers that fit, which the rule reads as it wrote them', () => {
    const counted = writing("u8('More', 'weeks')", 'c.more[3] + 1')
    const market = run(counted, 36)
    const more = market.world.populations.flatMap(({ columns }) =>
      Object.values(columns).filter(({ name }) => name === 'more'),
    )
    expect(market.world.view(more[0])[3]).toBeGreaterThan(3)
  })
})
