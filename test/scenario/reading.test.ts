import { describe, expect, it } from 'vitest'
import { DAY, given, rowOf, sellerList, TABLES, venues } from '../../src/market/index.ts'
import { formatFinding } from '../../src/scenario/index.ts'
import { inUnit, parseQuantity } from '../../src/scenario/quantity.ts'
import { NEUTRAL } from '../../src/scenario/textbook.ts'
import { findingsOf, good, placed } from './files.ts'

const over = (text: string) => `title: X\nextends: base\n${text}`

describe('extends', () => {
  it('merges maps, replaces lists, keeps the order of first appearance', () => {
    const { input } = good(
      over(
        'venues: { kiosk: { nest: street, owner: nobody }, shop: { reach: 0.5 } }\ncalendar: { lebaran: [2024-04-10] }',
      ),
    )
    expect(input.tables.venues.map(({ name }) => name)).toEqual(['shop', 'stall', 'kiosk'])
    expect(input.tables.venues.map(({ values }) => values.nest)).toEqual([0, 1, 1])
    expect(given(input, venues, 0, 'reach')).toBe(0.5)
    expect(input.season.lebaran).toEqual([100])
  })

  it('finds a base beside the file and in the folder above', () => {
    const files = {
      'a/base.yaml': 'title: B\nsellers: [{ name: Ani }]',
      'a/b/y.yaml': 'extends: base\ntextbook: true\n',
    }
    const more = { ...files, 'a/c.yaml': 'textbook: true\nextends: base' }
    const { scenario } = good('title: X\nextends: a/b/y', {}, more)
    expect(scenario.files).toEqual(['x.yaml', 'a/b/y.yaml', 'a/base.yaml'])
  })

  it('tells the title in Indonesian, of the file that gives it', () => {
    const base =
      'title: B\nquestion: Why?\nindonesian: { title: D }\ntextbook: true\nsellers: [{ name: Ani }]'
    const said = (text: string) => good(text, {}, { 'b.yaml': base }).scenario.indonesian
    expect(said('extends: b')).toEqual({ title: 'D', question: 'Why?' })
    expect(said('title: X\nextends: b')).toEqual({ title: 'X', question: '' })
    expect(said('title: X\nindonesian: { title: Y }\nextends: b').title).toBe('Y')
    const other = 'title: X\nextends: base\nindonesian: { titel: Y }'
    expect(placed(other)).toEqual(['unknown-key x.yaml:3:15'])
  })

  it.each([
    ['missing', 'extends: nowhere', {}, ['missing-base x.yaml:2:10']],
    ['of itself', 'extends: x', {}, ['extends-cycle x.yaml:2:10']],
    ['in a circle', 'extends: y', { 'y.yaml': 'extends: x.yaml' }, ['extends-cycle y.yaml:1:10']],
    ['of an empty file', 'extends: y', { 'y.yaml': '' }, ['empty y.yaml:1:1']],
    ['of a number list', 'extends: [y]', {}, ['wrong-type x.yaml:2:10']],
    ['of nothing', 'extends:', {}, ['wrong-type x.yaml:2:9']],
  ])('%s', (_, text, more, expected) => {
    expect(placed(`title: X\n${text}\ntextbook: true`, {}, more as never)).toEqual(expected)
  })

  it('goes at most twenty deep', () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`n${at}.yaml`, `extends: n${at + 1}`]),
    )
    expect(placed('title: X\nextends: n0', {}, files).map((one) => one.split(' ')[0])).toEqual([
      'extends-depth',
    ])
  })

  it('lays a map over one number for all: the number holds for the rest', () => {
    const base = over('venues: { shop: { commission: 2 % } }')
    const { input } = good(
      'title: Y\nextends: z\nvenues: { shop: { commission: { pots: 3 % } } }',
      {},
      { 'z.yaml': base },
    )
    expect(input.tables.venues[0].values.commission).toEqual([0.02, 0.03])
  })
})

describe('numbers', () => {
  it.each([
    ['4.3 %', 'share', 0.043],
    ['4.3%', 'share of price', 0.043],
    ['50 kRp', 'kRp', 50],
    ['2000 Rp', 'kRp', 2],
    ['1.5 mRp', 'kRp', 1500],
    ['0.04 per kRp', '1/kRp', 0.04],
    ['0.04/kRp', '1/kRp', 0.04],
    ['2 weeks', 'weeks', 2],
    ['14 days', 'weeks', 2],
    ['7 per week', '1/week', 7],
    ['1 per day', '1/week', 7],
    ['3 a week', '1/week', 3],
    ['350 kRp per week', 'kRp/week', 350],
    ['8 weeks', 'weeks of income', 8],
    ['22 pieces/FTE-week', 'pieces/FTE-week', 22],
    ['1e3', 'people', 1000],
    ['-0.5 log odds', 'log odds', -0.5],
  ])('%s as %s', (text, unit, value) => {
    expect(inUnit(parseQuantity(text)!, unit)).toBeCloseTo(value, 12)
  })

  it.each([
    ['5 %', 'kRp'],
    ['5 kRp', 'share'],
    ['5 kRp', '1/kRp'],
    ['5 kRp', 'kRp/week'],
    ['5 weeks', '1/week'],
    ['5 bananas', 'pieces'],
    ['5 %', 'log odds'],
  ])('%s is no %s', (text, unit) => {
    expect(inUnit(parseQuantity(text)!, unit)).toBeUndefined()
  })

  it('carry their source, their own before that of row, section and file', () => {
    const { scenario } = good(
      over(`ground: { source: file, grade: C }
categories:
  ground: { source: section, grade: B }
  cloth:
    ground: { source: row, grade: A }
    mean-price: { value: 70000, unit: Rp, range: [45000, 105 kRp], source: own, grade: B, note: n }
    waiting-cost: 0.2
  pots: { waiting-cost: 0.2 }
nests: { online: { habit: 1 } }`),
    )
    const number = (path: string) => scenario.numbers.find((one) => one.path === path)
    expect(number('categories.cloth.mean-price')).toEqual({
      path: 'categories.cloth.mean-price',
      label: 'Mean price paid',
      value: 70,
      unit: 'kRp',
      range: [45, 105],
      source: 'own',
      grade: 'B',
      note: 'n',
      file: 'x.yaml',
      line: 8,
    })
    expect(number('categories.cloth.waiting-cost')?.source).toBe('row')
    expect(number('categories.pots.waiting-cost')?.source).toBe('section')
    expect(number('nests.online.habit')?.source).toBe('file')
    // What the base wrote is not covered by a ground of the file above it.
    expect(number('categories.cloth.seller-share')?.source).toBeUndefined()
  })

  it('carry the source of their field in all rows, before that of the section and after their own', () => {
    const { scenario } = good(
      over(`households: { ground: { weight: { source: people, grade: B } }, weight: 2, income: 600 }
venues: { shop: { commission: { pots: 3 % } } }
categories:
  ground:
    source: section
    grade: B
    waiting-cost: { source: field, grade: C, note: n }
    mean-price: { source: prices, grade: C }
  cloth: { waiting-cost: 0.2, mean-price: { value: 70, source: own, grade: A } }
  pots: { waiting-cost: 0.3, mean-price: 60, price-elasticity: 2 }`),
    )
    const ground = (path: string) => {
      const { source, grade, note } = scenario.numbers.find((one) => one.path === path)!
      return [source, grade, note].filter((text) => text !== undefined).join(' ')
    }
    expect(ground('households.weight')).toBe('people B')
    expect(ground('households.income')).toBe('')
    expect(ground('categories.cloth.waiting-cost')).toBe('field C n')
    expect(ground('categories.pots.waiting-cost')).toBe('field C n')
    expect(ground('categories.cloth.mean-price')).toBe('own A')
    expect(ground('categories.pots.mean-price')).toBe('prices C')
    expect(ground('categories.pots.price-elasticity')).toBe('section B')
    expect(ground('venues.shop.commission.pots')).toBe('')
  })

  it('stand by row of another table, with the rest together', () => {
    const { input } = good(
      over(
        'venues: { shop: { commission: { pots: 3 %, other: 1 % } }, stall: { commission: 2 % } }',
      ),
    )
    expect(input.tables.venues.map(({ values }) => values.commission)).toEqual([
      [0.01, 0.03],
      [0.02, 0.02],
    ])
  })
})

describe('tables', () => {
  it('are all there with every field', () => {
    const { input } = good(over(''))
    for (const table of TABLES)
      for (const row of input.tables[table.name])
        expect(Object.keys(row.values).sort()).toEqual(Object.keys(table.fields).sort())
    expect(input.tables.kinds.map(({ name }) => name)).toEqual([
      'producer',
      'reseller',
      'importer',
      'trader',
    ])
  })

  it('give every venue a direct route before the links', () => {
    const { input } = good(
      over('routes: { out: { from: shop, to: stall, friction: 1 }, stall: { open: 0 } }'),
    )
    expect(
      input.tables.routes.map(({ name, values }) => [
        name,
        values.from,
        values.to,
        values.friction,
        values.open,
      ]),
    ).toEqual([
      ['shop', 0, 0, 0, 1],
      ['stall', 1, 1, 0, 0],
      ['out', 0, 1, 1, 1],
    ])
  })

  it('take labels', () => {
    const { input } = good(over('venues: { shop: { label: The Shop } }'))
    expect(input.tables.venues.map(({ label }) => label)).toEqual(['The Shop', 'Stall'])
  })
})

describe('dates', () => {
  it('count from the first day, local time where no zone stands', () => {
    const closure = (effective: string) =>
      good(
        over(
          `policies: [{ closure: { venue: stall, announced: 2024-01-08, effective: ${effective} } }]`,
        ),
      ).input.policies[0]
    expect(closure('2024-01-10').settings).toEqual({
      venue: 1,
      announced: 7,
      effective: 9,
      promotion: 'allowed',
      anticipated: true,
      forGood: false,
    })
    expect(closure('2024-01-10T12:00').settings.effective).toBe(9.5)
    expect(closure('2024-01-10T12:00+07:00').settings.effective).toBe(9.5)
    expect(closure('"2024-01-10 05:00Z"').settings.effective).toBe(9.5)
  })

  it('make windows that include their last day', () => {
    const { scenario } = good(
      over('windows: { first week: 2024-01-01 to 2024-01-07, a day: 2024-12-29 }'),
    )
    expect(scenario.windows).toEqual([
      { name: 'first week', from: 0, to: 7 },
      { name: 'a day', from: 363, to: 364 },
    ])
  })

  const CLOSURE =
    'policies:\n  - closure: { venue: shop, announced: 2024-01-08, effective: 2024-01-10T17:00 }\n'
  const windowOf = (text: string) =>
    good(over(`${CLOSURE}windows: { w: ${text} }`)).scenario.windows

  it('make windows by the moments of a policy', () => {
    const w = (from: number, to: number) => [{ name: 'w', from, to }]
    // The checkout closes on day 9: the first whole day without it is the next.
    expect(windowOf('closure + 1 day to closure + 30 days')).toEqual(w(10, 40))
    expect(windowOf('closure.effective + 1 day to closure.effective + 1 week')).toEqual(w(10, 17))
    expect(windowOf('closure.announced to closure - 1 day')).toEqual(w(7, 9))
    expect(windowOf('2024-01-02 to closure')).toEqual(w(1, 10))
  })

  it('move with the policy, so that like days are compared', () => {
    const later = good(over(`${CLOSURE}windows: { w: closure + 1 day to closure + 30 days }`), {
      set: ['policies.closure.effective=2024-02-12'],
    })
    expect(later.scenario.windows).toEqual([{ name: 'w', from: 43, to: 73 }])
  })

  it('make a window the main one', () => {
    const main = (text: string) =>
      good(over(`${CLOSURE}${text}`)).scenario.windows.filter((one) => one.main)
    const two = 'windows: { a: 2024-02-01 to 2024-02-10, b: { days: 2024-03-01, main: true } }'
    expect(main(two).map(({ name }) => name)).toEqual(['b'])
    expect(windowOf('{ days: 2024-03-01 }')).toEqual([{ name: 'w', from: 60, to: 61 }])
  })

  it('make courses of one value or of a whole row', () => {
    const { input } = good(
      over(`courses:
  - { of: venues.shop.reach, linear: true, points: { 2024-02-01: 50 %, 2023-12-01: 0 } }
  - { of: venues.shop.commission, points: { 2024-02-01: 3 % } }
  - { of: households.online-shoppers, points: { 2024-02-01: 0.5 } }`),
    )
    const step = {
      table: 'venues',
      row: 0,
      field: 'commission',
      points: [[31, 0.03]],
      linear: false,
    }
    expect(input.courses).toEqual([
      {
        table: 'venues',
        row: 0,
        field: 'reach',
        at: 0,
        points: [
          [-31, 0],
          [31, 0.5],
        ],
        linear: true,
      },
      { ...step, at: 0 },
      { ...step, at: 1 },
      {
        table: 'households',
        row: 0,
        field: 'onlineShoppers',
        at: 0,
        points: [[31, 0.5]],
        linear: false,
      },
    ])
  })
})

describe('a run cut short', () => {
  const long = over(`calendar: { lebaran: [2024-12-20], solve-until: 2024-11-01 }
courses: [{ of: venues.shop.reach, points: { 2024-06-01: 0.5 } }]
windows: { late: 2024-06-01 to 2024-06-07 }`)

  it('leaves courses beyond its end alone, but not windows', () => {
    expect(placed(long, { set: ['calendar.end=2024-02-04'] })).toEqual([
      'outside-horizon x.yaml:5:18',
    ])
    const { input } = good(long.replace(/windows.*/, ''), { set: ['calendar.end=2024-02-04'] })
    expect(input).toMatchObject({ days: 35, solveUntil: 35, season: { lebaran: [354] } })
  })
})

describe('--set', () => {
  const set = (...texts: string[]) =>
    good(
      over(
        'policies: [{ closure: { venue: shop, announced: 2024-03-01, effective: 2024-03-08 } }]',
      ),
      { set: texts },
    ).input

  it('reaches rows, values by row, policies and the calendar', () => {
    expect(given(set('venues.shop.flat-fee=2000 Rp'), venues, 0, 'flatFee')).toBe(2)
    expect(set('venues.shop.commission.pots=5 %').tables.venues[0].values.commission).toEqual([
      0, 0.05,
    ])
    expect(
      set('households.weight={ value: 3, source: me }').tables.households[0].values.weight,
    ).toBe(3)
    expect(set('policies.closure.effective=2024-03-04').policies[0].settings.effective).toBe(63)
    expect(set('policies.1.closure.effective=2024-03-04').policies[0].settings.effective).toBe(63)
    expect(set('calendar.end=2024-06-30', 'size.buyers=7')).toMatchObject({
      days: 182,
      size: { buyers: 7 },
    })
  })

  it.each([
    ['unknown row', 'venues.shp.reach=1', 'unknown-row --set 1:1:8'],
    ['unknown field', 'venues.shop.rech=1', 'unknown-key --set 1:1:13'],
    ['unknown section', 'venus.shop.reach=1', 'unknown-key --set 1:1:1'],
    ['out of range', 'venues.shop.commission.pots= 12', 'out-of-range --set 1:1:30'],
    ['wrong unit', 'venues.shop.flat-fee=12 %', 'wrong-unit --set 1:1:22'],
    ['no value', 'venues.shop.flat-fee', 'set-form --set 1:1:1'],
    ['no path', '=3', 'set-form --set 1:1:1'],
    ['gap in the path', 'venues..x=3', 'set-form --set 1:1:1'],
    ['empty value', 'runs=', 'empty --set 1:1:1'],
    ['no YAML', 'runs=[1', 'syntax --set 1:1:8'],
    ['prototype', '__proto__.x=1', 'unknown-key --set 1:1:1'],
  ])('%s', (_, text, expected) => {
    expect(placed(over(''), { set: [text] })).toEqual([expected])
  })

  it('finds courses and sellers by name, and the last of two wins', () => {
    const course = over('courses: [{ of: venues.shop.reach, points: { 2024-02-01: 0.5 } }]')
    const sets = ['courses.venues.shop.reach.points.2024-02-01=0.7', 'runs=3', 'runs=4']
    const { input, scenario } = good(course, { set: sets })
    expect(input.courses[0].points).toEqual([[31, 0.7]])
    expect(scenario.runs).toBe(4)
    const listed = 'title: X\ntextbook: true\nsellers: [{ name: Ani }]'
    expect(
      good(listed, { set: ['sellers.Ani.price=9'] }).input.tables.sellers[0].values.price,
    ).toBe(9)
  })

  it('shows the argument with a caret', () => {
    expect(formatFinding(findingsOf(over(''), { set: ['venues.shop.commission=5 kRp'] })[0])).toBe(
      [
        '--set 1:1:24  commission is in kRp, which cannot be converted into share of price',
        '  venues.shop.commission=5 kRp',
        '                         ^^^^^',
      ].join('\n'),
    )
  })
})

describe('textbook markets', () => {
  const potters = `title: Potters
textbook: true
buyers: { count: 5000, price sensitivity: 0.04 per kRp, outside: 1 }
sellers:
  - { name: Ani,  cost: 50 kRp, quality: 4.0 }
  - { name: Budi, cost: 48 kRp, quality: 3.8, owner: Ani }
  - { name: Cici, cost: 40 kRp, quality: 3.5 }
`

  it('are neutral in what is left out', () => {
    const { input, scenario } = good(potters)
    expect(scenario.textbook).toBe(true)
    expect(input).toMatchObject({
      start: '2024-01-01',
      days: 2100,
      size: { buyers: 5000, sellers: 3, creators: 0 },
      solveUntil: 0,
    })
    expect(input.season).toEqual({ lebaran: [], doubleDates: false })
    expect(input.tables.households[0].values).toMatchObject({
      priceSensitivity: 0.04,
      onlineShoppers: 1,
      affinity: 0,
    })
    expect(input.tables.firms[0].values.unlimited).toBe(1)
    expect(input.tables.nests[0]).toMatchObject({
      name: 'market',
      values: { dissimilarity: 1, tasteScale: 1, considered: 512 },
    })
    expect(input.tables.categories[0]).toMatchObject({
      name: 'goods',
      values: { outside: 1, occasionRate: 1, waitingCost: 0 },
    })
    expect(
      input.tables.sellers.map(({ name, values }) => [name, values.owner, values.cost]),
    ).toEqual([
      ['Ani', 0, 50],
      ['Budi', 0, 48],
      ['Cici', 2, 40],
    ])
  })

  it('have neutral values only of what is declared', () => {
    const declared = new Set([
      ...TABLES.flatMap(({ name, fields }) =>
        Object.keys(fields).map((field) => `${name}.${field}`),
      ),
      ...DAY.flatMap(({ name, parameters }) =>
        Object.keys(parameters).map((one) => `rules.${name}.${one}`),
      ),
    ])
    expect(Object.keys(NEUTRAL).filter((key) => !declared.has(key))).toEqual([])
    expect(good(potters).input.rules.adoption.reviews).toBe(0)
    expect(
      good(`${potters}rules: { adoption: { reviews: 0.2 } }`).input.rules.adoption.reviews,
    ).toBe(0.2)
  })

  it('take tastes in classical form: scale 1/lambda unless set', () => {
    const nested = (nest: string) =>
      good(`${potters}nests: { market: { ${nest} } }`).input.tables.nests[0].values.tasteScale
    expect(nested('dissimilarity: 0.5')).toBe(2)
    expect(nested('dissimilarity: 0.5, taste-scale: 1')).toBe(1)
  })

  it('may be extended seller by seller, or with a new list', () => {
    const owner = good(
      'title: M\nextends: p\nsellers: { Cici: { owner: Ani } }',
      {},
      { 'p.yaml': potters },
    ).input
    expect(owner.tables.sellers.map(({ values }) => values.owner)).toEqual([0, 0, 0])
    expect(given(owner, sellerList, rowOf(owner, 'sellers', 'Cici'), 'cost')).toBe(40)
    const one = good(
      'title: M\nextends: p\nsellers: [{ name: Dodi }]',
      {},
      { 'p.yaml': potters },
    ).input
    expect(one.tables.sellers.map(({ name }) => name)).toEqual(['Dodi'])
  })

  it('say what is wrong with a seller', () => {
    expect(
      placed(
        `title: X\ntextbook: true\nsellers:\n  - { cost: 3 }\n  - { name: A, cots: 3 }\n  - { name: A }`,
      ),
    ).toEqual(['missing x.yaml:4:5', 'unknown-key x.yaml:5:16', 'duplicate-key x.yaml:6:13'])
    expect(
      placed(`${potters}venues: { a: {}, b: {} }`).every((one) => one.startsWith('missing')),
    ).toBe(true)
  })
})
