/** Lessons: agents come to what paper says, with the tolerance of the textbook tests, and answers are computed. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dialName, isRight, type Lesson, marketOf } from '../../src/lab/lessons/lesson.ts'
import { LESSONS } from '../../src/lab/lessons/lessons.ts'
import { movedApart, scaleOf, ticksOf } from '../../src/lab/lessons/scale.ts'
import { lessonsWords } from '../../src/lab/lessons/words.ts'
import { answered, written } from '../../src/lab/lessons/written.ts'
import { LANGUAGES } from '../../src/report/index.ts'
import { chiSquareP } from '../textbook/statistics.ts'

const from = {
  folder: 'scenarios/textbook/',
  load: (path: string) => (existsSync(path) ? { text: readFileSync(path, 'utf8') } : undefined),
}
const lesson = (name: string) => LESSONS.find((one) => one.name === name)!
const market = (name: string, values = {}) => marketOf(lesson(name), values, from)
const rows = (name: string, values = {}) => [...lesson(name).agents(market(name, values), 'lesson')]
const solvedAt = (name: string, step: number, values = {}) =>
  lesson(name)
    .curves(market(name, values))
    .map(({ solved }) => solved(step))
const meanOf = (values: readonly (readonly number[])[], at: number) =>
  values.reduce((sum, row) => sum + row[at], 0) / values.length

describe('the lessons', () => {
  it('are six, each of a shipped market', () => {
    expect(LESSONS.map(({ name }) => name)).toEqual([
      'price',
      'duopoly',
      'merger',
      'closure',
      'fee',
      'noise',
    ])
    for (const { file } of LESSONS) expect(existsSync(`${from.folder}${file}.yaml`)).toBe(true)
  })

  it.each(LESSONS)('$name stays a market at both ends of every dial, and begins within', (one) => {
    const { values } = marketOf(one, {}, from)
    for (const dial of one.dials) {
      const name = dialName(dial)
      expect(values[name], name).toBeGreaterThanOrEqual(dial.range[0])
      expect(values[name], name).toBeLessThanOrEqual(dial.range[1])
      const moved = marketOf(one, { [name]: dial.range[1] }, from)
      if (dial.path !== undefined) expect(dial.initial(moved.input)).toBe(dial.range[1])
      for (const end of dial.range) {
        const at = marketOf(one, { [name]: end }, from)
        expect(at.values[name]).toBe(end)
        expect(one.curves(at).every(({ solved }) => Number.isFinite(solved(5)))).toBe(true)
      }
    }
  })

  it('can be worked out from what the page gives: a price and its pass-through', () => {
    const one = lesson('price')
    const here = market('price', { 'cost Ani': 1.2, 'quality Ani': 3 })
    const [[alpha]] = one.known!(here)
    const [[more]] = one.question.facts(here)
    // The best mark-up is 1 / (α (1 − s)); it is looked for between the cost and twice as much as it can be.
    const priceAt = (cost: number) => {
      let [low, high] = [cost, cost + 20 / alpha]
      for (let halved = 0; halved < 80; halved++) {
        const price = (low + high) / 2
        const share = 1 / (1 + Math.exp(alpha * price - here.values['quality Ani']))
        if (price - cost < 1 / (alpha * (1 - share))) low = price
        else high = price
      }
      return low
    }
    const cost = here.values['cost Ani']
    expect(priceAt(cost)).toBeCloseTo(one.curves(here)[0].solved(1), 6)
    const rise = priceAt(cost + more) - priceAt(cost)
    expect(rise).toBeCloseTo(one.question.answer(here)!, 6)
  })

  it('can be worked out from what the page gives: two sellers', () => {
    const one = lesson('duopoly')
    const here = market('duopoly')
    const [[alpha]] = one.known!(here)
    const [[price]] = one.question.facts(here)
    const share = 1 - 1 / (alpha * (price - here.values['cost Ani']))
    expect(100 * share).toBeCloseTo(one.question.answer(here)!, 6)
  })

  it.each(LESSONS)(
    '$name moves its answer on paper with every dial that the market knows',
    (one) => {
      const at = (values: Readonly<Record<string, number>>) =>
        one
          .curves(marketOf(one, values, from))
          .map(({ solved }) => solved(one.step === 'run' ? 5 : 300))
      for (const dial of one.dials.filter(({ path }) => path !== undefined)) {
        const [low, high] = dial.range.map((end) => at({ [dialName(dial)]: end }))
        expect(low, dialName(dial)).not.toEqual(high)
      }
    },
  )
})

describe('agents settle at the prices on paper, within 0.2 %', () => {
  const CASES: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
    ['price', { 'cost Ani': 1.5, 'quality Ani': 5 }],
    ['duopoly', { 'cost Budi': 0.8, 'quality Ani': 8.5 }],
    ['merger', { similarity: 0.5 }],
    ['fee', { commission: 0.1, flatFee: 5 }],
  ]
  it.each(CASES)('%s %o', { timeout: 60_000 }, (name, values) => {
    const course = rows(name, values)
    expect(course).toHaveLength(lesson(name).steps(market(name, values)))
    const last = course.slice(Math.ceil(0.75 * course.length))
    for (const [at, price] of solvedAt(name, course.length, values).entries())
      expect(Math.abs(meanOf(last, at) / price - 1)).toBeLessThan(0.002)
  })
})

describe('a closure', () => {
  it.each([{}, { similarity: 1 }])('leads orders where paper says %o', (values) => {
    const course = rows('closure', values)
    const at = market('closure', values)
    const shut = Number(at.input.policies[0].settings.effective) / 7
    const occasions = at.input.size.buyers * 10 * shut
    for (const week of [shut, course.length]) {
      const shares = solvedAt('closure', week, values)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      const open = [...shares.keys()].filter((seller) => shares[seller] > 0)
      const counts = open.map((seller) => Math.round(course[week - 1][seller] * occasions))
      expect(
        chiSquareP(
          counts,
          open.map((seller) => shares[seller]),
        ),
      ).toBeGreaterThan(0.001)
    }
    expect(course.at(-1)![0]).toBe(0)
    expect(solvedAt('closure', course.length, values)[0]).toBe(0)
  })
})

describe('noise', () => {
  it('makes intervals as wide as paper says, about the share of one of ten', () => {
    const course = rows('noise', { runs: 60, buyers: 500 })
    const [share, low, high] = solvedAt('noise', 60, { runs: 60, buyers: 500 })
    expect(share).toBeCloseTo(0.1, 9)
    const [mean, from60, to60] = course.at(-1)!
    expect(Math.abs(mean - share)).toBeLessThan(2 * (high - share))
    // The standard deviation of 60 runs is within a quarter of the true one in 99 of 100 studies.
    expect(Math.abs((to60 - from60) / (high - low) - 1)).toBeLessThan(0.25)
    expect(course[0].slice(1).every(Number.isNaN)).toBe(true)
  })
})

describe('questions', () => {
  const answer = (name: string, values = {}) => lesson(name).question.answer(market(name, values))

  it('have the answers of the textbook cases', () => {
    // Half of a cost is passed on by a monopolist with half of the market (T4).
    expect(answer('price')).toBeCloseTo(0.05, 2)
    expect(answer('duopoly')).toBeCloseTo(47.1377, 3)
    expect(answer('merger')).toBeCloseTo(100 * (96.509233 / 85.334538 - 1), 4)
    expect(answer('closure')).toBeCloseTo(43.33, 1)
    expect(answer('fee')).toBeCloseTo((100 * (87.337508 - 85.334538)) / (0.043 * 87.337508), 3)
  })

  it('have no answer where there is nothing to ask', () => {
    expect(answer('merger', { 'owner Budi': 0 })).toBeUndefined()
    expect(answer('fee', { commission: 0, flatFee: 0 })).toBeUndefined()
  })

  it('follow the dials', () => {
    expect(answer('price', { 'quality Ani': 5 })).not.toBeCloseTo(answer('price')!, 3)
    // Far apart, all others gain in proportion to their shares.
    const wide = market('closure', { similarity: 1 })
    const [proportional] = lesson('closure').question.facts(wide)[0]
    expect(answer('closure', { similarity: 1 })).toBeCloseTo(100 * proportional, 9)
    const [half, quarter] = [16, 32].map((runs) => answer('noise', { runs })!)
    expect(half).toBeGreaterThan(55)
    expect(half).toBeLessThan(64)
    expect(quarter).toBeGreaterThan(120)
  })

  it('take what is near, and nothing else', () => {
    expect(isRight(43, 43.33)).toBe(true)
    expect(isRight(40, 43.33)).toBe(false)
    expect(isRight(Number.NaN, 43.33)).toBe(false)
    expect(isRight(-0.05, 0.05)).toBe(false)
  })
})

it('every lesson asks for something that a person can name', () => {
  for (const one of LESSONS as readonly Lesson[]) {
    const at = marketOf(one, {}, from)
    expect(one.question.answer(at)).toBeGreaterThan(0)
    for (const [value] of one.question.facts(at)) expect(Number.isFinite(value)).toBe(true)
  }
})

describe('numbers of lessons', () => {
  it('are written as either language does', () => {
    expect(written('en', 85.334538, 'rupiah')).toBe('Rp 85,335')
    expect(written('id', 85.334538, 'rupiah')).toBe('Rp85.335')
    expect(written('en', 0.043, 'share')).toBe('4.3 %')
    expect(written('id', 0.5, 'share')).toBe('50%')
    expect(written('id', 0.4567, 'points')).toBe('0,46 poin persentase')
  })

  it('are read as people type them', () => {
    expect(answered('50', 'rupiah')).toBeCloseTo(0.05, 12)
    expect(answered('Rp 1.250', 'rupiah')).toBeCloseTo(1.25, 12)
    expect(answered('Rp1,250', 'rupiah')).toBeCloseTo(1.25, 12)
    expect(answered('47,1 %', 'percent')).toBe(47.1)
    expect(answered('47.1', 'percent')).toBe(47.1)
    expect(answered('.5', 'percent')).toBe(0.5)
    for (const text of ['', 'half', '1.2.3', '1e3', '--4'])
      expect(answered(text, 'percent')).toBeNaN()
  })
})

describe('the chart of a lesson', () => {
  const frame = { width: 400, height: 300, left: 60, right: 80, top: 10, bottom: 40 }

  it('has room for every number, and round ticks within', () => {
    const { x, y, yTicks } = scaleOf(frame, 300, [74.4, 100, Number.NaN, 85.3])
    expect([x(1), x(300)]).toEqual([60, 320])
    for (const value of [74.4, 100]) {
      expect(y(value)).toBeGreaterThan(10)
      expect(y(value)).toBeLessThan(260)
    }
    expect(yTicks).toEqual([80, 90, 100])
    expect(ticksOf(0, 0.36, 5)).toEqual([0, 0.1, 0.2, 0.3])
  })

  it('does not blow up a line that hardly moves', () => {
    const { y } = scaleOf(frame, 300, [1.999, 2.001])
    expect(y(1.999) - y(2.001)).toBeLessThan(10)
  })

  it('keeps labels apart', () => {
    expect(movedApart([50, 52, 200], 15, 0, 300)).toEqual([50, 65, 200])
    const low = movedApart([298, 299], 15, 0, 300)
    expect(low).toEqual([285, 300])
  })
})

it('lessons say the same in both languages', () => {
  const [en, id] = LANGUAGES.map((language) => lessonsWords[language])
  for (const { name } of LESSONS) {
    expect(id.lessons[name].intro).toHaveLength(en.lessons[name].intro.length)
    expect(id.lessons[name].tries).toHaveLength(en.lessons[name].tries.length)
    expect('nothing' in id.lessons[name]).toBe('nothing' in en.lessons[name])
    const facts = ['AAA', 'BBB', 'CCC', 'DDD']
    const used = (words: typeof en) =>
      facts.map((fact) => [
        words.lessons[name].question(facts).includes(fact),
        words.lessons[name].because('EEE', facts).includes(fact),
        words.lessons[name].because('EEE', facts).includes('EEE'),
      ])
    expect(used(id)).toEqual(used(en))
  }
})
