/**
 * A policy in a file of its own, with a field, columns, a rule, a flow of money and measures: what it does has known answers,
 * and nothing else of the project knows it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hashWorld, type Rule, rule } from '../../src/engine/index.ts'
import {
  bring,
  CATALOGUE,
  createMarket,
  firstDifferenceOf,
  forked,
  type Market,
  type MarketInput,
  mostAffectedOf,
  POPULATIONS,
  type Policy,
  rowOf,
  scheduleOf,
} from '../../src/market/index.ts'
import { placed } from '../../src/market/policy/added.ts'
import type { PlacedRule } from '../../src/market/policy/policy.ts'
import { KIND, listings, STATE, sellers } from '../../src/market/populations/index.ts'
import { routes, venues } from '../../src/market/tables/index.ts'
import { loadScenario } from '../../src/node/index.ts'
import { oddPage, wordsPage } from '../../src/report/index.ts'
import {
  formatFinding,
  formatIn,
  jsonSchema,
  policyIndex,
  readScenario,
  referencePage,
} from '../../src/scenario/index.ts'
import { MARKET_ANSWERS, mechanismsOf, worldWith } from '../../src/study/index.ts'
import { OUTSIDE } from './modules.ts'
import { dayOf, small, values } from './small.ts'

const { policy: levy, module } = OUTSIDE.find(({ policy }) => policy.name === 'live-levy')!
const [own] = levy.adds!.columns!
const BEGINS = '2022-07-18'
const levied = (rate = '10 %', more = ''): MarketInput =>
  small(
    `use: ../own-policies/live-levy.ts\npolicies:\n  - live-levy: { venue: tiktok-shop, rate: ${rate}, effective: ${BEGINS}${more} }`,
  )

function run(input: MarketInput, day: number): Market {
  const market = createMarket(input, 'levy')
  market.run(day)
  return market
}

describe('what a levy on live sales does', () => {
  const input = levied()
  const monday = dayOf(input, BEGINS) + 14
  const market = run(input, monday)
  const venue = rowOf(input, 'venues', 'tiktok-shop')
  const [A, V] = [input.tables.routes.length, input.tables.venues.length]
  /** By seller: last week's live sales there, before the week that begins is reckoned. */
  const sold = values(market, sellers.kind).map((_, seller) => {
    let sum = 0
    for (let route = 0; route < A; route++)
      if (market.world.view(routes.to)[route] === venue)
        sum +=
          market.world.view(sellers.hosted)[seller * A + route] *
          market.world.view(listings.price)[seller * V + venue] *
          market.world.view(venues.pieces)[venue]
    return sum
  })
  const trades = values(market, sellers.kind).map(
    (kind, seller) =>
      kind === KIND.trader && market.world.view(sellers.state)[seller] === STATE.active,
  )
  market.run(monday + 1)
  const [paid, received, weight] = [own.columns.levy, own.columns.grant, sellers.weight].map(
    (column) => values(market, column),
  )
  const total = (amounts: readonly number[]) =>
    amounts.reduce((sum, amount, seller) => sum + amount * weight[seller], 0)

  it('takes the rate of what a firm sold there live', () => {
    expect(paid.filter((amount) => amount > 0).length).toBeGreaterThan(10)
    paid.forEach((amount, seller) => {
      expect(amount).toBeCloseTo(0.1 * sold[seller], 6)
    })
  })

  it('gives all of it to those who keep stalls, each the same', () => {
    const grants = received.filter((_, seller) => trades[seller])
    expect(new Set(grants).size).toBe(1)
    expect(received.filter((_, seller) => !trades[seller]).every((one) => one === 0)).toBe(true)
    expect(total(received) / total(paid)).toBeCloseTo(1, 9)
  })

  it('is measured as it is paid', () => {
    const cell = market.cells.findIndex(
      ({ measure, kind, category }) =>
        measure === 'live levy' && kind === 'all' && category === 'all',
    )
    const told = market.values[monday * market.cells.length + cell]
    expect(told / (total(paid) / 1000)).toBeCloseTo(1, 12)
  })

  it('is no revenue of the government where all of it is given away, and is where none is', () => {
    const revenue = ({ cells, values }: Market) =>
      values[
        monday * cells.length + cells.findIndex(({ measure }) => measure === 'government revenue')
      ]
    const taken = {
      ...levy,
      name: 'levy-kept',
      adds: { ...levy.adds, flows: [{ ...levy.adds!.flows![0], received: undefined }] },
    } as unknown as Policy
    const kept = bring(taken)
    const [levied] = input.policies
    const others = run(
      { ...input, policies: [{ ...levied, policy: 'levy-kept', module: kept }] },
      monday + 1,
    )
    const all = (measure: string) =>
      others.values[
        monday * others.cells.length + others.cells.findIndex((cell) => cell.measure === measure)
      ]
    const without = run(small(), monday + 1)
    expect(revenue(market) / revenue(without)).toBeCloseTo(1, 1)
    // In the first two weeks the worlds have hardly parted but for the levy itself.
    expect(all('government revenue') - revenue(without)).toBeGreaterThan(0.9 * all('live levy'))
  })

  it('ends with its last day', () => {
    const ended = run(levied('10 %', ', until: 2022-08-01'), dayOf(input, '2022-08-09'))
    expect(values(ended, own.columns.levy).every((amount) => amount === 0)).toBe(true)
  })
})

describe('a world that does not name it', () => {
  const bare = small()

  it('has none of its columns, rules and measures', () => {
    const market = run(bare, 0)
    expect(() => market.world.view(own.columns.levy)).toThrow('unknown column: sellers.levy')
    expect(scheduleOf(bare).map(({ name }) => name)).not.toContain('live-levy')
    expect(market.cells.some(({ measure }) => measure === 'live levy')).toBe(false)
  })

  it('is the same world until the levy begins', () => {
    const until = dayOf(bare, BEGINS) + 7
    const [without, under] = [run(bare, until), run(levied(), until)]
    const shared = without.world.populations
    expect(under.stateHash(shared)).toBe(without.stateHash())
    expect(under.stateHash()).not.toBe(without.stateHash())
    under.run(until + 15)
    without.run(until + 15)
    const theirs = under.columnHashes()
    const apart = [...without.columnHashes()].filter(([name, hash]) => theirs.get(name) !== hash)
    expect(apart.map(([name]) => name)).toContain('sellers.cash')
  })

  it('is where a run under the levy can go on from, to the bit', () => {
    const until = dayOf(bare, BEGINS)
    const from = { ...run(bare, until).snapshot(), of: bare }
    const input = levied()
    const branched = createMarket(input, 'levy', { from })
    branched.run(until + 15)
    const straight = run(input, until + 15)
    expect(branched.stateHash()).toBe(straight.stateHash())
    const days = (until + 15) * straight.cells.length
    expect(branched.values.subarray(0, days)).toEqual(straight.values.subarray(0, days))
  })

  it('can go on from a world that has it', () => {
    const input = levied('0 %')
    const from = { ...run(input, 21).snapshot(), of: input }
    const branched = createMarket(bare, 'levy', { from })
    branched.run(30)
    expect(hashWorld(branched.world)).toBe(run(bare, 30).stateHash())
  })
})

describe('a world of some of its mechanisms', () => {
  const [bare, input] = [small(), levied()]
  const mechanisms = mechanismsOf(bare, input)
  const until = dayOf(input, BEGINS) + 15

  it('is the policy to the bit where all are at work', () => {
    const [whole, policy] = [worldWith(bare, input, mechanisms), input].map((one) =>
      run(one, until),
    )
    expect(whole.stateHash()).toBe(policy.stateHash())
  })

  it('is the baseline where none of what it sets is', () => {
    const answers = mechanisms.filter((name) => MARKET_ANSWERS.some((one) => one.name === name))
    expect(answers.length).toBeLessThan(mechanisms.length)
    const none = run(worldWith(bare, input, answers), until)
    expect(hashWorld(none.world, POPULATIONS)).toBe(run(bare, until).stateHash())
  })

  it('goes on from the other, for those who look for the first that differs', () => {
    const worlds = { baseline: bare, policy: input, fork: dayOf(input, BEGINS), seed: 'levy' }
    const span = { name: 'after', from: until - 15, to: until }
    const found = mostAffectedOf(forked(worlds), 'trader', span)
    expect(found?.under).not.toBe(found?.without)
    expect(firstDifferenceOf(forked(worlds), found!.agent)?.day).toBeGreaterThanOrEqual(worlds.fork)
  })
})

describe('rules of a policy', () => {
  const one = (name: string): Rule =>
    rule({ ...{ name, does: name, every: 'day', over: sellers, reads: {}, writes: {} }, step() {} })
  const [x, y, a, b, c] = ['x', 'y', 'a', 'b', 'c'].map(one)
  const order = (...added: PlacedRule[]) => placed([x, y], added).map(({ name }) => name)

  it('stand behind the one that each names, in the order of the list', () => {
    expect(order({ rule: a, after: x }, { rule: b, after: x })).toEqual(['x', 'a', 'b', 'y'])
    expect(order({ rule: a, after: y }, { rule: b, after: x })).toEqual(['x', 'b', 'y', 'a'])
  })

  it('may stand behind one of its own, wherever that is listed', () => {
    expect(order({ rule: a, after: x }, { rule: b, after: a })).toEqual(['x', 'a', 'b', 'y'])
    expect(order({ rule: b, after: a }, { rule: c, after: x }, { rule: a, after: x })).toEqual([
      'x',
      'c',
      'a',
      'b',
      'y',
    ])
  })

  it('are refused behind one that has no place', () => {
    expect(() => order({ rule: a, after: b })).toThrow('rule a comes after b, which is no rule of')
    expect(() => order({ rule: a, after: b }, { rule: b, after: a })).toThrow('a comes after b')
  })
})

describe('what it costs', () => {
  const files = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? files(join(folder, one.name)) : [join(folder, one.name)],
    )

  it('is one file: nothing of the program knows it', () => {
    const knows = files('src').filter((file) => /live.?levy/i.test(readFileSync(file, 'utf8')))
    expect(knows).toEqual([])
  })

  it('and one line, by which it is shipped: the pages know it then', () => {
    const catalogue = [...CATALOGUE, levy]
    const reference = referencePage(catalogue)
    for (const text of [
      '## Policy: live-levy',
      '`policies.live-levy.rate`',
      'It adds rules: `live-levy`, after `creator-pay`',
      '`sellers.levy` (Levy on live sales paid this week, kRp)',
      'Live levy, with government',
      'Grants from the levy (mRp/week)',
    ])
      expect(reference).toContain(text)
    expect(reference.split('\n').some((line) => /^\| .*live grant.*mRp/.test(line))).toBe(true)
    expect(
      policyIndex(catalogue)
        .at(-1)
        ?.settings.map(({ path }) => path),
    ).toContain('policies.live-levy.effective')
    const words = wordsPage('# Words', [], catalogue)
    expect(words).toContain('| Rate of the levy | Tarif pungutan |')
    expect(words).toContain('| Grants from the levy | Bantuan dari pungutan |')
    expect(JSON.stringify(jsonSchema(catalogue))).toContain('live-levy')
    const read = readScenario('scenarios/own-policies/live-levy.yaml', loadScenario)
    if (!read.ok) throw new Error(read.findings.map(formatFinding).join('\n'))
    const odd = oddPage({ scenario: read.scenario, held: [], targets: [] })
    expect(odd).toContain('**live-levy** (on Mondays): firms pay a levy')
    expect(odd).toContain('Grant from the levy received this week')
  })
})

describe('the file of a policy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pasar-own-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const text = readFileSync('scenarios/own-policies/live-levy.ts', 'utf8')

  /** What is found in a scenario that uses a file of this text. */
  function found(
    program: string | undefined,
    use = './own.ts',
    language: 'en' | 'id' = 'en',
    more = '',
  ) {
    const path = join(folder, 'levied.yaml')
    rmSync(join(folder, 'own.ts'), { force: true })
    if (program !== undefined) writeFileSync(join(folder, 'own.ts'), program)
    const base = join(process.cwd(), 'scenarios/indonesia-2023.yaml')
    writeFileSync(path, `title: Levied\nextends: ${base}\nuse: ${use}\n${more}`)
    const read = readScenario(path, loadScenario)
    return read.ok ? [] : read.findings.map(formatIn(language))
  }

  it('is taken with what it imports beside it', () => {
    writeFileSync(join(folder, 'name.ts'), "export const NAME: string = 'live-levy-too'\n")
    const program = text
      .replace("name: 'live-levy',\n  does: 'levies", "name: NAME,\n  does: 'levies")
      .replace('import {', "import { NAME } from './name.ts'\nimport {")
    expect(found(program)).toEqual([])
  })

  it.each([
    ['is missing', undefined, './own.ts', 'there is no file ./own.ts'],
    ['is mistyped', text, './owm.ts', 'did you mean ./own.ts?'],
    [
      'does not parse',
      'export default policy({',
      './own.ts',
      'own.ts:1:24: Expected identifier but found end of file',
    ],
    ['exports nothing', 'export const levy = 1', './own.ts', 'has no policy as its default export'],
    ['asks for the disk', "import 'node:fs'\n", './own.ts', 'node:fs'],
    [
      'mistypes the kit',
      "import { polcy } from 'pasar/policy'\nexport default polcy({})",
      './own.ts',
      'pasar/policy has no polcy',
    ],
    [
      'has the name of a shipped one',
      text.replace("name: 'live-levy',\n  does: 'levies", "name: 'closure',\n  does: 'levies"),
      './own.ts',
      'the policy is called closure, and so is a policy that Pasar ships',
    ],
    [
      'writes what it does not own',
      text.replace('writes: { levy: own.levy', 'writes: { cash: sellers.cash, levy: own.levy'),
      './own.ts',
      'its rule live-levy writes sellers.cash, which is not among the columns that it adds',
    ],
    ['is no text', text, '[3]', 'the file of a policy'],
  ])('that %s is a finding at its place', (_, program, use, says) => {
    const [finding, ...more] = found(program, use)
    expect(finding).toContain(says)
    expect(finding).toContain('levied.yaml:3:')
    expect(more).toEqual([])
  })

  it.each([
    [
      'reads a mistyped column',
      'hosted: before(sellers.hosted)',
      'hosted: before(sellers.hostd)',
      'adds.rules.live-levy.reads.hosted is nothing, expected a column',
    ],
    [
      'looks at a name that it does not read',
      'c.pieces[venue]',
      'c.peices[venue]',
      'its rule live-levy looks for the column peices, which there is not; there are kind,',
    ],
    [
      'forgets its fields',
      'fields: [levied],',
      '',
      'moves venues.liveLevy, which there is not: is it among what it adds, under fields?',
    ],
    [
      'forgets its rules',
      'rules: [{ rule: collect, after: rules.creatorPay }],',
      '',
      'which none of its rules writes',
    ],
    [
      'comes after no rule',
      'rules.creatorPay',
      '(rules as never as Record<string, never>).creatorpay',
      'look for a mistyped name',
    ],
    ['forgets its null', 'nullCase: { settings: { rate: 0 } },', '', 'has no nullCase'],
    [
      'moves something at its null',
      'rate === 0',
      'rate < 0',
      'at its null it still moves venues.liveLevy',
    ],
    [
      'moves a field that there is not',
      "'liveLevy', from",
      "'liveLevi' as never, from",
      'venues has no field liveLevi',
    ],
    [
      'moves a row of a name that there is not',
      'add(levied, venue,',
      "add(levied, 'mars' as never,",
      'its operation moves venues row mars, which there is not; rows: ',
    ],
    [
      'moves a row of a number that there is not',
      'add(levied, venue,',
      'add(levied, 77,',
      'its operation moves venues row 77, which there is not; rows: ',
    ],
    [
      'is answered by no measure',
      "answers: ['live levy'",
      "answers: ['life levy'",
      'the measure life levy, which there is not',
    ],
    [
      'tells a measure of the model',
      "name: 'live grant',\n        unit",
      "name: 'income',\n        unit",
      'two measures of one name: income',
    ],
    [
      'has a rule of the day',
      "name: 'live-levy',\n  does: 'firms",
      "name: 'popularity',\n  does: 'firms",
      'adds.rules.popularity.name is popularity, expected a name that the model has not',
    ],
    [
      'looks at the clock',
      'let [raised, traders] = [0, 0]',
      'let [raised, traders] = [globalThis.performance.now(), 0]',
      'its rule live-levy breaks',
    ],
  ])('that %s breaks no run: it is a finding', (_, was, is, says) => {
    expect(text).toContain(was)
    const program = text.replace(was, is).replace(", 'live grant']", ']')
    const findings = found(
      program,
      './own.ts',
      'en',
      'policies:\n  - live-levy: { venue: tiktok-shop, rate: 2 %, effective: 2023-10-02 }\n',
    )
    expect(findings.join('\n')).toContain(says)
  })

  it('is spoken of in Indonesian, too', () => {
    expect(found(undefined, './own.ts', 'id')[0]).toContain('tidak ada berkas ./own.ts')
  })

  it('is not run where files have no programs, as in a page', () => {
    const read = readScenario('scenarios/own-policies/live-levy.yaml', (path) => {
      const file = loadScenario(path)
      return file === undefined || 'not' in file ? file : { text: file.text }
    })
    if (read.ok) throw new Error('it was read')
    expect(formatFinding(read.findings[0])).toContain('from the command line and in Node alone')
  })

  it('has a mark that changes with what it does, and not with its comments', () => {
    const markOf = (program: string) => {
      writeFileSync(join(folder, 'own.ts'), program)
      const read = readScenario(join(folder, 'marked.yaml'), (path) =>
        path.endsWith('marked.yaml')
          ? {
              text: `title: M\nextends: ${process.cwd()}/scenarios/indonesia-2023.yaml\nuse: ./own.ts\npolicies:\n  - live-levy: { venue: tiktok-shop, rate: 1 %, effective: 2023-10-02 }`,
            }
          : loadScenario(path),
      )
      if (!read.ok) throw new Error(read.findings.map(formatFinding).join('\n'))
      return [read.input.policies[0].module, read.scenario.fingerprint]
    }
    const [mark, print] = markOf(text)
    expect(mark).toBe(module)
    expect(markOf(`// another comment\n${text}`)).toEqual([mark, print])
    const other = markOf(text.replace('raised / traders', 'raised / (2 * traders)'))
    expect(other[0]).not.toBe(mark)
    expect(other[1]).not.toBe(print)
  })
})
