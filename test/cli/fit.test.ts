/** Fits from the command line: known posteriors, the same draws whoever makes them, and what cannot be fitted. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { loadScenario } from '../../src/node/index.ts'
import { readScenario, substanceKey } from '../../src/scenario/index.ts'
import { pasar, pasarProcess, temporary } from './pasar.ts'

const MARKET = `title: Pots
textbook: true
buyers: { count: 100, price-sensitivity: 2 per kRp }
calendar: { weeks: 30 }
windows: { end: { days: 2024-07-01 to 2024-07-28, main: true } }
sellers:
  - { name: Ani, cost: 1 kRp, quality: 4 }
`
const LAST_WEEKS = '2024-07-01 to 2024-07-28'

const target = (name: string, statistic: string, rest: string) => `
  ${name}:
    indonesian: harga
    statistic: { ${statistic}, in: ${LAST_WEEKS} }
    unit: kRp
    source: made up for a test
    grade: given
    ${rest}`

/** The price of the seller; with these costs it is 2 at 1, and rises by a half of them. */
const PRICE = target(
  'price of Ani',
  'measure: seller price, venue: Ani',
  'origin: predicted\n    value: 2\n    error: 0.05',
)

interface Files {
  readonly market?: string
  readonly targets?: string
  readonly vary?: string
  readonly more?: string
  readonly points?: number
}

function fitIn(
  folder: string,
  { market = MARKET, targets = PRICE, vary, more = '', points = 10 }: Files = {},
) {
  writeFileSync(join(folder, 'pots.yaml'), market)
  writeFileSync(join(folder, 'seen.yaml'), `targets:${targets}\n`)
  const file = join(folder, 'fit.yaml')
  writeFileSync(
    file,
    `title: A cost from a price
indonesian: { title: Biaya dari harga }
baseline: pots
targets: seen
vary: { ${vary ?? 'sellers.Ani.cost: 0.5 to 1.5'} }
market: full
waves: 1
points: ${points}
${more}
`,
  )
  return file
}

const SMALL = 'draws: 12\ngenerations: 2'

/** Columns of a table by name. */
function columnsOf(file: string): Record<string, string[]> {
  const [head, ...rows] = readFileSync(file, 'utf8').trim().split('\n')
  const cells = rows.map((row) => row.split(','))
  return Object.fromEntries(head.split(',').map((name, at) => [name, cells.map((row) => row[at])]))
}

/** Some hundred runs of a small market. */
const LONG = { timeout: 600_000 }

describe('pasar fit', LONG, () => {
  it('finds mean and spread of a cost whose price was seen with an error', async () => {
    const folder = temporary()
    const out = join(folder, 'out')
    const file = fitIn(folder, { more: 'draws: 40\ngenerations: 3' })
    const { code, out: text } = await pasar(['fit', file, '--out', out, '--no-report', '--quiet'])
    expect(code).toBe(0)
    const draws = columnsOf(join(out, 'draws.csv'))
    const costs = draws['sellers.Ani.cost'].map(Number)
    const weights = draws.weight.map(Number)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
    const middle = costs.reduce((sum, cost, row) => sum + weights[row] * cost, 0)
    const square = costs.reduce((sum, cost, row) => sum + weights[row] * (cost - middle) ** 2, 0)
    // dp/dc = 1/2: a normal mean of 1 with a spread of 0.05 / 0.5 = 0.1; that of 40 draws is known to some 12 %.
    expect(Math.abs(middle - 1)).toBeLessThan(0.06)
    expect(Math.sqrt(square)).toBeGreaterThan(0.06)
    expect(Math.sqrt(square)).toBeLessThan(0.15)
    expect(text).toContain('The data narrow every parameter.')
    const fitted = await pasar(['show', join(out, 'fitted.yaml')])
    expect(fitted.code).toBe(0)
    expect(fitted.out).toMatch(/sellers\.Ani\.cost +(0\.[89]|1\.[012])\d* kRp/)
  })

  it('names the parameters that the data do not move: a pair of which only the sum was seen', async () => {
    const folder = temporary()
    const out = join(folder, 'out')
    const file = fitIn(folder, {
      market: `${MARKET}  - { name: Budi, cost: 1 kRp, quality: 4 }\n`,
      targets: target(
        'both prices',
        'measure: seller price, venue: [Ani, Budi]',
        // Two alike: p = 1 + 1 / (2 (1 - s)) with s = .375 is 1.8 each.
        'origin: fitted\n    value: 3.6\n    error: 0.04',
      ),
      vary: 'sellers.Ani.cost: 0.7 to 1.3, sellers.Budi.cost: 0.7 to 1.3, sellers.Ani.quality: 3.9 to 4.1',
      more: 'draws: 40\ngenerations: 3',
      points: 20,
    })
    const { code, out: text } = await pasar(['fit', file, '--out', out, '--no-report', '--quiet'])
    expect(code).toBe(0)
    const draws = columnsOf(join(out, 'draws.csv'))
    const [one, other] = ['Ani', 'Budi'].map((name) => draws[`sellers.${name}.cost`].map(Number))
    const sums = one.map((cost, row) => cost + other[row])
    // Even over a range of 0.6 each has a spread of 0.17, and their sum of two even ones 0.24.
    for (const costs of [one, other])
      expect(sampleStandardDeviation(costs), text).toBeGreaterThan(0.12)
    expect(sampleStandardDeviation(sums), text).toBeLessThan(0.14)
    expect(Math.abs(mean(sums) - 2)).toBeLessThan(0.08)
    const kept = text.replaceAll(/\s+/g, ' ')
    expect(kept).toMatch(/The data do not detectably narrow: .*sellers\.Ani\.quality/)
    expect(kept).toMatch(
      /sellers\.Ani\.cost\) and .*sellers\.Budi\.cost\) are only identified jointly/,
    )
  })

  it('is the same with other threads, after it was killed, and shared by two', async () => {
    const folder = temporary()
    const file = fitIn(folder, { more: SMALL })
    const command = (threads: number, name: string) => [
      'fit',
      file,
      '--no-report',
      '--threads',
      `${threads}`,
      '--out',
      join(folder, name),
    ]
    const alone = await pasarProcess(command(1, 'alone'))
    expect(alone.code, alone.err).toBe(0)
    await pasarProcess(command(2, 'killed'), (err, kill) => {
      if (err.includes('generation 1')) kill('SIGKILL')
    })
    expect(existsSync(join(folder, 'killed', 'draws.csv'))).toBe(false)
    const both = await Promise.all([
      pasarProcess(command(2, 'killed')),
      pasarProcess(command(1, 'killed')),
    ])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(both[0].err).toContain('runs are known already')
    for (const name of ['draws.csv', 'waves.csv', 'fitted.yaml', 'targets.csv'])
      expect(readFileSync(join(folder, 'killed', name), 'utf8'), name).toBe(
        readFileSync(join(folder, 'alone', name), 'utf8'),
      )
  })

  it('stops on Ctrl-C and goes on', async () => {
    const folder = temporary()
    const args = ['fit', fitIn(folder, { more: SMALL }), '--no-report', '--threads', '1']
    const out = ['--out', join(folder, 'out')]
    const stopped = await pasarProcess([...args, ...out], (err, kill) => {
      if (err.includes('20 % of 10 runs')) kill('SIGINT')
    })
    expect(stopped.code).toBe(130)
    expect(stopped.out).toContain('Not finished: the same command goes on from here.')
    const ended = await pasar([...args, ...out])
    expect(ended.code).toBe(0)
    expect(ended.err).toContain('runs are known already')
  })

  it('says how many runs and how long, and writes a page in both languages', async () => {
    const folder = temporary()
    const file = fitIn(folder, { more: SMALL })
    const dry = await pasar(['fit', file, '--dry-run', '--quiet'])
    expect(dry.code).toBe(0)
    expect(dry.out).toContain(
      '1 parameter, 1 target; 1 wave of 10 runs, 2 generations of 12 draws from at most 120 runs',
    )
    expect(dry.out).toContain('34 to 250 runs')
    expect(dry.out).toMatch(
      /one run takes \d+\.\d s here; all of them about \d+ (s|min) to \d+ (s|min) on \d+ threads/,
    )
    expect(dry.out).toMatch(/would be kept in output\/fit-[0-9a-f]{8}, at most about 1 MB/)
    const out = join(folder, 'out')
    expect((await pasar(['fit', file, '--out', out, '--quiet', '--json'])).code).toBe(0)
    const page = readFileSync(join(out, 'report.html'), 'utf8')
    for (const text of [
      'Which parameters do the data narrow?',
      'Parameter mana yang digeser data?',
    ])
      expect(page).toContain(text)
    expect(existsSync(join(out, 'charts', 'parameters.svg'))).toBe(true)
  })

  it('ends with what rules everything out where nothing is left', async () => {
    const folder = temporary()
    const file = fitIn(folder, { targets: PRICE.replace('value: 2', 'value: 9') })
    const { code, out } = await pasar(['fit', file, '--out', join(folder, 'out'), '--quiet'])
    expect(code).toBe(1)
    const text = out.replaceAll(/\s+/g, ' ')
    expect(text).toContain('Nothing is left: no values in these ranges fit the data.')
    expect(text).toContain('“price of Ani” rules out 100 % of it by itself.')
    expect(existsSync(join(folder, 'out', 'draws.csv'))).toBe(false)
  })

  it('finds what cannot be fitted, all at once', async () => {
    const folder = temporary()
    const solved = PRICE.replace('price of Ani', 'solved price').replace('predicted', 'solved')
    const far = PRICE.replace('price of Ani', 'price of Budi').replace('venue: Ani', 'venue: Budi')
    const late = PRICE.replace('price of Ani', 'a late price').replace(LAST_WEEKS, '2025-01-06')
    const bad = await pasar([
      'fit',
      fitIn(folder, {
        targets: `${PRICE}${solved}${far}${late}`,
        vary: 'sellers.Ani.cost: -3 to 1.5, sellers.Eni.cost: {}',
        more: 'on: [price of Ani, price of Anni, solved price, price of Budi, a late price]\ndraws: 10.5',
      }),
    ])
    expect(bad.code).toBe(2)
    for (const message of [
      'the targets file has no target price of Anni',
      'did you mean price of Ani?',
      'fit on solved price: it is solved: it holds by construction',
      'this market has no seller price, Budi; it has Ani',
      'a late price is 2025-01-06 to 2025-01-06, outside the run',
      '-3, outside 0 to',
      'did you mean sellers.Ani.cost?',
      'draws is 10.5, not a whole number',
    ])
      expect(bad.err).toContain(message)
    const few = await pasar(['fit', fitIn(folder, { more: 'draws: 6' })])
    expect(few.code).toBe(2)
    expect(few.err).toContain('draws is 6, outside 10 to')
    const none = await pasar(['fit', fitIn(folder, { targets: solved })])
    expect(none.code).toBe(2)
    expect(none.err).toContain('every target is solved or set')
    writeFileSync(join(folder, 'seen.yaml'), 'targets: { x: { band: 1 } }\n')
    const lists = await pasar(['check', join(folder, 'fit.yaml')])
    expect(lists.code).toBe(2)
    expect(lists.err).toContain('x: missing statistic')
  })

  it('fits no model of the country to what came after the closure', async () => {
    const folder = temporary()
    writeFileSync(
      join(folder, 'seen.yaml'),
      `targets:${target('sales', 'measure: sales', 'origin: predicted\n    band: 1 to 2').replace(LAST_WEEKS, '2023-09-25 to 2023-10-08')}\n`,
    )
    const file = join(folder, 'fit.yaml')
    writeFileSync(
      file,
      `baseline: ${process.cwd()}/scenarios/indonesia-2023\ntargets: seen\nvary: { rules.adoption.search: {} }\n`,
    )
    const { code, err } = await pasar(['fit', file])
    expect(code).toBe(2)
    expect(err).toContain('nothing after 2023-10-03 is fitted to')
  })
})

describe('pasar compare --draws', () => {
  const header = 'draw,weight,distance,seed,sellers.Ani.cost'

  /** Two costs, of which the first has three quarters of the weight, and a better pot. */
  function pairIn(folder: string) {
    fitIn(folder)
    writeFileSync(
      join(folder, 'draws.csv'),
      `${header}\n1,0.75,0,a,0.6\n2,0.25,0,b,1.4\n3,0.1,0,c,1\n`,
    )
    writeFileSync(join(folder, 'better.yaml'), 'extends: pots\nsellers: { Ani: { quality: 5 } }\n')
    writeFileSync(join(folder, 'clay.yaml'), 'extends: pots\nsellers: { Ani: { cost: 1.2 kRp } }\n')
    return (policy: string, ...more: string[]) => [
      ...['compare', join(folder, 'pots.yaml'), join(folder, policy), '--draws-file'],
      ...[join(folder, 'draws.csv'), '--runs', '2', '--quiet', ...more],
    ]
  }

  it('tells the median and 5 to 95 % by weight, beside chance', async () => {
    const folder = temporary()
    const args = pairIn(folder)
    const out = join(folder, 'out')
    const { code, out: text } = await pasar(
      args('better.yaml', '--draws', '2', '--json', '--out', out),
    )
    expect(code).toBe(0)
    const { outcomes, draws, runs } = JSON.parse(text)
    expect(draws).toMatchObject({ asked: 2, of: 3, used: 2, effective: 1.6 })
    expect(runs).toEqual({ asked: 4, known: 4 })
    const [{ draws: over, written, sameSign }] = outcomes
    const effects = columnsOf(join(out, 'draws-effects.csv'))['price of Ani'].map(Number)
    // Lambert's W: a better pot raises the price by (W(e^(4 - 2c)) - W(e^(3 - 2c))) / 2: .317 at .6, .230 at 1.4, .279 at 1.
    expect(Math.abs(effects[0] - 0.317)).toBeLessThan(0.03)
    expect(Math.abs(effects[1] - 0.23)).toBeLessThan(0.03)
    expect([over.low, over.median, over.high]).toEqual([effects[1], effects[0], effects[0]])
    expect(Math.abs(written.mean - 0.279)).toBeLessThan(0.03)
    expect(sameSign).toBe(1)
    const again = await pasar(args('better.yaml', '--draws', '2', '--out', out))
    expect(again.out).toContain('over 2 of 3 draws')
    expect(again.out).toContain('rises in 2 of 2 draws')
    expect(again.out).toContain('of fewer than 10 no percentiles are told')
    expect(again.out).not.toContain('5 to 95 %')
    expect(again.out).toContain('does not cover other parameters')
  })

  it('refuses draws of another baseline, as a study does', async () => {
    const folder = temporary()
    const args = pairIn(folder)
    const read = readScenario(join(folder, 'pots.yaml'), loadScenario)
    if (!read.ok) throw new Error('unreadable')
    const key = substanceKey(read.input)
    writeFileSync(join(folder, 'fit.json'), JSON.stringify({ title: 'Pots', baseline: { key } }))
    const asked = args('better.yaml', '--draws', '2', '--no-files')
    expect((await pasar(asked)).code).toBe(0)
    const other = await pasar([...asked, '--set', 'sellers.Ani.quality=6'])
    expect(other.code).toBe(2)
    expect(other.err).toContain('its draws go with another baseline than')
    expect(other.err).toContain('leave --set out, or fit it anew with pasar fit')
  })

  it('is a study too, that check knows and whose results others find', async () => {
    const folder = temporary()
    pairIn(folder)
    const file = join(folder, 'over.yaml')
    writeFileSync(
      file,
      'baseline: pots\npolicies: [better]\nmarket: full\nseeds: 1\ndesign: { posterior: { draws: 2, from: draws.csv } }\n',
    )
    expect((await pasar(['check', file])).out).toContain('no fault found')
    const dry = await pasar(['study', file, '--dry-run', '--quiet'])
    expect(dry.out).toContain('2 points, 1 seed at each: 2 runs, each with 2 worlds')
    const out = join(folder, 'out')
    const { code, out: text } = await pasar(['study', file, '--out', out, '--quiet'])
    expect(code).toBe(0)
    expect(text).toContain('Each point is a draw of a fit: 2 of the 3 in')
    const { design, outcomes } = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'))
    expect(design).toMatchObject({ kind: 'posterior', draws: 2 })
    const [one, other] = outcomes[0].points.map(({ mean: of }: { mean: number }) => of)
    // By weight the median is the first draw: see the test of compare above, whose rises these are.
    expect(outcomes[0].cloud.median).toBeCloseTo(one, 6)
    expect(outcomes[0].cloud.low).toBeCloseTo(other, 6)
    expect(one).toBeGreaterThan(other)
    const page = readFileSync(join(out, 'report.html'), 'utf8')
    for (const said of ['Each point is a draw of a fit', 'Tiap titik adalah satu sampel parameter'])
      expect(page).toContain(said)
    writeFileSync(join(folder, 'draws.csv'), `${header}\n1,0.5,0,a,-3\n2,0.5,0,b,1\n3,0.1,0,c,1\n`)
    const failing = await pasar(['study', file, '--out', join(folder, 'failing'), '--no-report'])
    expect(failing.code).toBe(1)
    expect(failing.err).toContain(
      `1 run failed: what went wrong, and the command that repeats it, is in ${folder}/failing/failed`,
    )
    writeFileSync(file, readFileSync(file, 'utf8').replace('draws: 2', 'draws: 4'))
    expect((await pasar(['check', file])).err).toContain('draws.csv has 3 draws')
  })

  it('says which pairs failed, keeps the others, and calls both as a study calls its runs', async () => {
    const folder = temporary()
    const args = pairIn(folder)
    // A cost below nought is none.
    writeFileSync(join(folder, 'draws.csv'), `${header}\n1,0.5,0,a,0.6\n2,0.5,0,b,-3\n`)
    const out = join(folder, 'out')
    const loud = args('better.yaml', '--draws', '2', '--out', out).filter(
      (one) => one !== '--quiet',
    )
    const first = await pasar(loud)
    expect(first.code).toBe(1)
    expect(first.err).toContain(`1 pair of runs failed: what went wrong is in ${out}/failed`)
    const [failure] = readdirSync(join(out, 'failed'))
    expect(readFileSync(join(out, 'failed', failure), 'utf8')).toContain('-3, outside 0 to')
    expect((await pasar(loud)).err).toContain(
      '3 of 4 pairs of runs are known already and are not run again',
    )
  })

  it('says where a policy changes what was fitted, and of what there are no draws', async () => {
    const folder = temporary()
    const args = pairIn(folder)
    const own = await pasar(args('clay.yaml', '--draws', '2', '--no-files'))
    expect(own.code).toBe(2)
    expect(own.err).toContain('change every parameter')
    writeFileSync(
      join(folder, 'draws.csv'),
      `${header},sellers.Ani.quality\n1,0.5,0,a,0.6,4\n2,0.5,0,b,1.4,4\n`,
    )
    const part = await pasar(args('clay.yaml', '--draws', '2', '--no-files'))
    expect(part.code).toBe(0)
    expect(part.out.replaceAll(/\s+/g, ' ')).toContain(
      'NOTE: clay changes sellers.Ani.cost itself (1 to 1.2): the draws leave it as it is written',
    )
    expect(part.out).toContain('covers 1 parameter')
    const faults: [string[], string][] = [
      [['--draws', '9'], '--draws is 9, but'],
      [['--draws', '2', '--why'], '--draws does not go with --why'],
      [['--draws', '2', '--window', 'x'], '--window is x, which is no window'],
      [[], '--draws-file is given without --draws'],
    ]
    for (const [more, message] of faults) {
      const { code, err } = await pasar(args('better.yaml', ...more))
      expect(code, message).toBe(2)
      expect(err).toContain(message)
    }
    writeFileSync(join(folder, 'draws.csv'), 'a,b\n1,2\n')
    expect((await pasar(args('better.yaml', '--draws', '1'))).err).toContain(
      'it is no file of draws',
    )
    writeFileSync(join(folder, 'draws.csv'), `${header}\n1,0,0,a,1\n`)
    expect((await pasar(args('better.yaml', '--draws', '1'))).err).toContain('row 2 has a weight')
    writeFileSync(join(folder, 'draws.csv'), `${header.replace('Ani', 'Eni')}\n1,1,0,a,1\n`)
    expect((await pasar(args('better.yaml', '--draws', '1'))).err).toContain('holds no sellers.Eni')
  })
})
