import { describe, expect, it } from 'vitest'
import { formatFinding, messageOf, readScenario } from '../../src/scenario/index.ts'
import { BASE, findingsOf, inMemory, placed } from './files.ts'

/** Two lines on top of what is tested, so that it begins on line 3. */
const over = (text: string) => `title: X\nextends: base\n${text}`

const formatted = (text: string) => findingsOf(over(text)).map(formatFinding)

describe('a finding stands where the fault is', () => {
  const cases: [name: string, text: string, ...expected: string[]][] = [
    ['unknown key of the top', 'polices: []', 'unknown-key x.yaml:3:1'],
    ['unknown field', 'venues: { shop: { comission: 1 % } }', 'unknown-key x.yaml:3:19'],
    [
      'unknown row of a per field',
      'venues: { shop: { commission: { cloht: 1 % } } }',
      'unknown-key x.yaml:3:33',
    ],
    ['wrong type', 'venues: { shop: { commission: [1] } }', 'wrong-type x.yaml:3:31'],
    ['text for a number', 'venues: { shop: { flat-fee: much } }', 'wrong-type x.yaml:3:29'],
    ['decimal comma', 'venues: { shop: { flat-fee: "0,5" } }', 'decimal-comma x.yaml:3:29'],
    ['number for a flag', 'venues: { shop: { platform: 1 } }', 'wrong-type x.yaml:3:29'],
    ['row that is none', 'venues: { kiosk: 3 }', 'wrong-type x.yaml:3:18'],
    ['section as a list', 'venues: [shop]', 'wrong-type x.yaml:3:9'],
    ['wrong unit', 'venues: { shop: { flat-fee: 5 % } }', 'wrong-unit x.yaml:3:29'],
    ['out of range', 'venues: { shop: { commission: 12 } }', 'out-of-range x.yaml:3:31'],
    ['infinite', 'venues: { shop: { flat-fee: .inf } }', 'not-finite x.yaml:3:29'],
    ['not a number', 'venues: { shop: { flat-fee: .nan } }', 'not-finite x.yaml:3:29'],
    ['half a buyer', 'size: { buyers: 10.5 }', 'not-whole x.yaml:3:17'],
    ['sourced map without value', 'firms: { people: { source: F7 } }', 'missing x.yaml:3:18'],
    [
      'unknown key of a sourced map',
      'firms: { people: { value: 3, sourec: F7 } }',
      'unknown-key x.yaml:3:30',
    ],
    ['unknown grade', 'firms: { people: { value: 3, grade: Z } }', 'no-option x.yaml:3:37'],
    [
      'source of a field that is none',
      'firms: { ground: { peopel: { source: F7 } } }',
      'unknown-key x.yaml:3:20',
    ],
    [
      'source of a field that is no map',
      'firms: { ground: { people: F7 } }',
      'wrong-type x.yaml:3:28',
    ],
    [
      'source of a field in a single row',
      'kinds: { trader: { ground: { rent: { source: F94 } } } }',
      'unknown-key x.yaml:3:30',
    ],
    [
      'value out of its own range',
      'firms: { people: { value: 3, range: [4, 5] } }',
      'out-of-range x.yaml:3:27',
    ],
    [
      'range out of range',
      'firms: { people: { value: 3, range: [1, 1e9] } }',
      'out-of-range x.yaml:3:41',
    ],
    ['no date', 'calendar: { end: 2024-02-30 }', 'no-date x.yaml:3:18'],
    ['end before start', 'calendar: { end: 2023-06-01 }', 'end-before-start x.yaml:3:18'],
    ['start not a Monday', 'calendar: { start: 2024-01-02 }', 'not-monday x.yaml:3:20'],
    ['end and weeks', 'calendar: { weeks: 3 }', 'conflict x.yaml:3:13'],
    ['solve-until outside', 'calendar: { solve-until: 2026-01-01 }', 'outside-horizon x.yaml:3:26'],
    ['lebaran far outside', 'calendar: { lebaran: [2034-01-01] }', 'outside-horizon x.yaml:3:23'],
    ['unknown nest', 'venues: { shop: { nest: onlin } }', 'unknown-row x.yaml:3:25'],
    [
      'unknown venue of a route',
      'routes: { a: { from: shop, to: stal } }',
      'unknown-row x.yaml:3:32',
    ],
    ['route without end', 'routes: { a: { from: shop } }', 'missing x.yaml:3:11'],
    [
      'misspelt venue',
      'venues: { shopp: { commission: 1 % } }',
      'missing x.yaml:3:11',
      'missing x.yaml:3:11',
    ],
    ['misspelt nest', 'nests: { onlin: { habit: 1 } }', 'unused x.yaml:3:10'],
    [
      'row name with a dot',
      'venues: { a.b: { nest: online, owner: nobody } }',
      'row-name x.yaml:3:11',
    ],
    ['a fifth kind', 'kinds: { baker: { family: 1 } }', 'unknown-key x.yaml:3:10'],
    ['shares of rows', 'categories: { pots: { seller-share: 0.4 } }', 'shares-not-one x.yaml:3:1'],
    [
      'nest shares above one',
      'categories: { pots: { nest-share: { online: 0.7, street: 0.4 } } }',
      'shares-above-one x.yaml:3:35',
    ],
    [
      'classes of firms',
      'firms: { on-marketplaces: 0.6, by-chat: 0.5 }',
      'shares-above-one x.yaml:3:41',
    ],
    ['slots of a feed', 'firms: { slots: 500 }', 'no-power-of-two x.yaml:3:17'],
    [
      'popularity in a feed',
      'venues: { shop: { rank-popularity: 0.8 } }',
      'popularity-feedback x.yaml:3:36',
    ],
    [
      'popularity in taste',
      'categories: { pots: { popularity-taste: 0.8 } }',
      'popularity-feedback x.yaml:3:41',
    ],
    ['buyers outside textbooks', 'buyers: { count: 3 }', 'textbook-only x.yaml:3:1'],
    ['policies as a map', 'policies: { closure: { venue: shop } }', 'wrong-type x.yaml:3:11'],
    ['window without end', 'windows: { w: 2024-03-01 to }', 'no-date x.yaml:3:15'],
    ['window outside', 'windows: { w: 2024-03-01 to 2025-03-01 }', 'outside-horizon x.yaml:3:15'],
    [
      'window backwards',
      'windows: { w: 2024-03-01 to 2024-02-01 }',
      'end-before-start x.yaml:3:15',
    ],
    [
      'two main windows',
      'windows: { a: { days: 2024-02-01, main: true }, b: { days: 2024-03-01, main: true } }',
      'two-main-windows x.yaml:3:78',
    ],
    [
      'main window that is no flag',
      'windows: { a: { days: 2024-02-01, main: yes } }',
      'wrong-type x.yaml:3:41',
    ],
    ['window map without days', 'windows: { a: { main: true } }', 'missing x.yaml:3:15'],
    [
      'window of no policy',
      'windows: { w: closure + 1 day to closure + 9 days }',
      'unknown-row x.yaml:3:15',
    ],
    [
      'window of a date that a policy has not',
      'policies: [{ closure: { venue: shop, announced: 2024-01-20, effective: 2024-02-01 } }]\nwindows: { w: closure.until to closure + 9 days }',
      'unknown-row x.yaml:4:15',
    ],
    [
      'window of two policies of one name',
      'policies: [{ duty: { extra: 1 %, effective: 2024-02-01 } }, { duty: { extra: 2 %, effective: 2024-03-01 } }]\nwindows: { w: duty to duty + 9 days }',
      'ambiguous-moment x.yaml:4:15',
    ],
    [
      'window past the end by a policy',
      'policies: [{ closure: { venue: shop, announced: 2024-01-20, effective: 2024-02-01 } }]\nwindows: { w: closure to closure + 900 days }',
      'outside-horizon x.yaml:4:15',
    ],
    ['unknown rule', 'rules: { pricng: {} }', 'unknown-key x.yaml:3:10'],
    [
      'course of an unknown venue',
      'courses: [{ of: venues.shup.reach, points: { 2024-02-01: 1 } }]',
      'unknown-row x.yaml:3:17',
    ],
    [
      'course of an unknown field',
      'courses: [{ of: venues.shop.reech, points: { 2024-02-01: 1 } }]',
      'unknown-key x.yaml:3:17',
    ],
    [
      'course value out of range',
      'courses: [{ of: venues.shop.reach, points: { 2024-02-01: 2 } }]',
      'out-of-range x.yaml:3:58',
    ],
    [
      'course after the end',
      'courses: [{ of: venues.shop.reach, points: { 2025-02-01: 1 } }]',
      'outside-horizon x.yaml:3:46',
    ],
    [
      'later points after the end, each',
      'courses: [{ of: venues.shop.reach, points: { 2024-02-01: 1, 2025-02-01: 1, 2025-03-01: 1 } }]',
      'outside-horizon x.yaml:3:61',
      'outside-horizon x.yaml:3:76',
    ],
    [
      'a row called all',
      'venues: { all: { nest: online, owner: nobody } }',
      'row-name x.yaml:3:11',
    ],
    ['course without points', 'courses: [{ of: venues.shop.reach }]', 'missing x.yaml:3:17'],
    [
      'course with a misspelt operation',
      'courses: [{ of: venues.shop.reach, multply: { 2024-02-01: 1 } }]',
      'unknown-key x.yaml:3:36',
    ],
    ['course without target', 'courses: [{ points: { 2024-02-01: 1 } }]', 'missing x.yaml:3:11'],
  ]
  it.each(cases)('%s', (_, text, ...expected) => {
    expect(placed(over(text))).toEqual(expected)
  })
})

describe('a programme', () => {
  const warned = (text: string) => {
    const read = readScenario('x.yaml', inMemory({ 'base.yaml': BASE, 'x.yaml': over(text) }))
    if (!read.ok) throw new Error('a fault')
    return read.warnings.map(({ code, line, column }) => `${code} ${line}:${column}`)
  }
  const course = 'courses: { programmes.bootcamp.skill: { points: { 2024-02-01: 0.1 } } }'

  it.each([
    ['with nothing but a name', 'programmes: { bootcamp: { label: Bootcamp } }'],
    ['with nothing at all', 'programmes: { bootcamp: {} }'],
  ])('%s does nothing, which is said', (_, text) => {
    expect(warned(text)).toEqual(['does-nothing 3:15'])
  })

  it.each([
    ['without places, as is written', 'programmes: { bootcamp: { label: B, slots: 0 } }'],
    ['that gives something', 'programmes: { bootcamp: { label: B, skill: 0.1 } }'],
    ['that a course moves', `programmes: { bootcamp: { label: B } }\n${course}`],
  ])('%s is as it is meant', (_, text) => {
    expect(warned(text)).toEqual([])
  })
})

it('sellers of a textbook market out of the order of their regions', () => {
  const sellers = ['west', 'east', 'west'].map(
    (region, nth) => `  - { name: S${nth}, region: ${region} }`,
  )
  const text = `title: X
textbook: true
regions: { west: { buyer-share: 0.5 }, east: { buyer-share: 0.5 } }
sellers:
`
  expect(placed(text + sellers.join('\n'))).toEqual(['sellers-not-sorted x.yaml:7:5'])
  expect(placed(text + [0, 2, 1].map((nth) => sellers[nth]).join('\n'))).toEqual([])
})

it('a textbook market that says so in other words', () => {
  expect(placed('title: X\ntextbook: yes\nsellers: [{ name: Ani }]')).toEqual([
    'wrong-type x.yaml:2:11',
  ])
})

describe('policies', () => {
  const closure = (settings: string) => placed(over(`policies:\n  - closure: { ${settings} }`))
  const dates = 'announced: 2024-03-01, effective: 2024-03-08'

  it.each([
    ['unknown policy', 'policies:\n  - clozure: {}', 'unknown-policy x.yaml:4:5'],
    ['two keys in one item', 'policies:\n  - { closure: {}, other: {} }', 'wrong-type x.yaml:4:5'],
  ])('%s', (_, text, expected) => {
    expect(placed(over(text))).toEqual([expected])
  })

  it.each([
    ['setting missing', `venue: shop, announced: 2024-03-01`, ['missing x.yaml:4:5']],
    ['setting unknown', `venue: shop, ${dates}, venu: shop`, ['unknown-key x.yaml:4:75']],
    ['venue unknown', `venue: shup, ${dates}`, ['unknown-row x.yaml:4:23']],
    ['option unknown', `venue: shop, ${dates}, promotion: maybe`, ['no-option x.yaml:4:86']],
    [
      'backwards',
      'venue: shop, announced: 2024-03-08, effective: 2024-03-01',
      ['effective-before-announced x.yaml:4:63'],
    ],
    [
      'outside the run',
      'venue: shop, announced: 2024-03-08, effective: 2025-03-01',
      ['outside-horizon x.yaml:4:63'],
    ],
  ])('%s', (_, settings, expected) => {
    expect(closure(settings)).toEqual(expected)
  })
})

describe('texts that cannot be read', () => {
  it.each([
    ['empty file', '', 'empty x.yaml:1:1'],
    ['comment only', '# nothing\n', 'empty x.yaml:1:1'],
    ['too large', 'a'.repeat(1_000_001), 'too-large x.yaml:1:1'],
    ['no map', '- a\n- b\n', 'wrong-type x.yaml:1:1'],
    ['nested too deeply', `a: ${'['.repeat(60)}${']'.repeat(60)}`, 'too-deep x.yaml:1:44'],
  ])('%s', (_, text, expected) => {
    expect(placed(text)).toEqual([expected])
  })

  it('nested without end, where the stack of the parser ends', () => {
    const found = placed(`a: ${'['.repeat(9000)}${']'.repeat(9000)}`)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^too-deep x\.yaml:1:/)
  })

  it.each([
    ['a second document', 'title: X\n---\nvenus: 5', 'second-document x.yaml:2:1'],
    ['a tag that nobody knows', 'title: !!js/function X', 'syntax x.yaml:1:8'],
  ])('%s', (_, text, expected) => {
    expect(placed(text)).toEqual([expected])
  })

  it('tabs and broken brackets', () => {
    expect(placed('title: X\nsize:\n\tbuyers: 3\n')[0]).toMatch(/^syntax x\.yaml:3:/)
    expect(placed('title: X\nsize: { buyers: 3\n')[0]).toMatch(/^syntax x\.yaml:/)
  })

  it('a key twice', () => {
    expect(placed(over('runs: 3\nruns: 4'))).toEqual(['duplicate-key x.yaml:4:1'])
    const twice = 'windows: { w: 2024-02-01, w: 2024-03-01 }'
    expect(placed(over(twice))).toEqual(['duplicate-key x.yaml:3:27'])
  })

  it('an alias bomb', () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at}, `.repeat(9)}*l${at}]`,
    )
    expect(placed(`l0: &l0 [a]\n${rows.join('\n')}`).map((one) => one.split(' ')[0])).toContain(
      'too-many-aliases',
    )
  })

  it('no file', () => {
    const result = readScenario('none.yaml', inMemory({}))
    expect(result.ok ? [] : result.findings.map(({ code }) => code)).toEqual(['missing-file'])
  })
})

describe('all faults at once', () => {
  it('in one file', () => {
    expect(
      placed(over('venues: { shop: { comission: 1, flat-fee: 5 % } }\nruns: 0\nwindows: { w: x }')),
    ).toEqual([
      'unknown-key x.yaml:3:19',
      'wrong-unit x.yaml:3:43',
      'out-of-range x.yaml:4:7',
      'no-date x.yaml:5:15',
    ])
  })

  it('in a file whose base is missing, but nothing that only the base can tell', () => {
    expect(placed('title: X\nextends: bas\nvenues: { shop: { flat-fee: 5 % } }')).toEqual([
      'missing-base x.yaml:2:10',
      'wrong-unit x.yaml:3:29',
    ])
  })
})

describe('what was meant', () => {
  it('is found for a base, a file and an anchor that do not exist', () => {
    expect(findingsOf('title: X\nextends: bose')[0].suggestion).toBe('base')
    const result = readScenario('bass.yaml', inMemory({ 'base.yaml': BASE }))
    expect(result.ok ? [] : result.findings.map(({ suggestion }) => suggestion)).toEqual([
      'base.yaml',
    ])
    expect(placed(over('venues: { shop: { commission: *rate } }'))[0]).toBe(
      'missing-anchor x.yaml:3:31',
    )
  })

  it('contains itself through an alias', () => {
    expect(placed('a: &a [*a]')).toContain('alias-cycle x.yaml:1:8')
    expect(placed(over('venues: &all { shop: { commission: *all } }'))[0]).toBe(
      'alias-cycle x.yaml:3:36',
    )
    expect(placed(over('venues: { shop: { commission: &one { value: *one } } }'))[0]).toBe(
      'alias-cycle x.yaml:3:45',
    )
    expect(placed(over('firms: { people: &n 3, hours: *n }')).join()).not.toContain('cycle')
  })

  it('cannot be another base by --set', () => {
    expect(placed(over(''), { set: ['extends=other'] })).toEqual(['set-base --set 1:1:1'])
  })

  it('with a seller without a name is said beside his other faults', () => {
    const sellers = 'title: X\ntextbook: true\nsellers:\n  - { cost: -48, owner: me }'
    const found = findingsOf(sellers).map(({ code, path }) => `${code} ${path}`)
    expect(found).toContain('missing sellers.name')
    expect(found.some((one) => one.startsWith('out-of-range sellers.sellers 1.'))).toBe(true)
  })
})

describe('the words', () => {
  it('say place, fact, unit, line and a way out', () => {
    expect(formatted('venues:\n  shop:\n    commission: 12')).toEqual([
      [
        'x.yaml:5:17  commission is 12, outside 0 to 0.5 (share of price)',
        '      commission: 12',
        '                  ^^',
        '  did you mean 0.12?',
      ].join('\n'),
    ])
    expect(formatted('venues: { shop: { comission: 1 % } }')[0]).toMatch(
      /did you mean commission\?$/,
    )
    expect(formatted('calendar: { start: 2024-01-03 }')[0]).toMatch(/did you mean 2024-01-01\?$/)
  })

  it('let no control character through', () => {
    const text = formatted('"\\e[31mred\\a\u202e": 1')[0]
    expect(text).toContain('\\x1b[31mred')
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  it('cut long lines around the caret', () => {
    const lines = formatted(
      `question: ${'a'.repeat(900)}\nvenues: { shop: { label: ${'b'.repeat(190)}, reach: 7 } }`,
    )[0].split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(130)
    expect(lines[1][lines[2].indexOf('^')]).toBe('7')
  })
})

describe('an empty key takes nothing away from the base', () => {
  const more = {
    'z.yaml': over(`households: { weight: { value: 2000, source: F141 } }
firms: { people: 8.8 }
calendar: { lebaran: [2024-04-10] }
routes: { out: { from: shop, to: stall } }
courses: [{ of: venues.shop.reach, points: { 2024-02-01: 0.5 } }]
policies: [{ closure: { venue: shop, announced: 2024-03-01, effective: 2024-03-08 } }]
windows: { after: closure + 1 day to closure + 30 days }
ground: { source: F1, grade: A }`),
  }
  const at = (text: string, set: string[] = []) =>
    placed(`title: Y\nextends: z\n${text}`, { set }, more)

  it.each([
    'households',
    'firms',
    'routes',
    'courses',
    'policies',
    'windows',
    'ground',
    'calendar',
    'size',
    ...['venues', 'nests', 'categories', 'companies', 'regions'],
  ])('%s, told once and at its own place', (section) => {
    expect(at(`${section}:`)).toEqual([`no-value x.yaml:3:${section.length + 2}`])
    expect(at('', [`${section}=~`])).toEqual([`no-value --set 1:1:${section.length + 2}`])
  })

  it.each([
    ['a row', 'venues: { shop: , stall: ~ }', ['no-value x.yaml:3:17', 'no-value x.yaml:3:26']],
    ['a value with its source', 'households: { weight: }', ['no-value x.yaml:3:23']],
    ['a value without', 'firms: { people: }', ['wrong-type x.yaml:3:18']],
    ['dates', 'calendar: { lebaran: }', ['no-value x.yaml:3:22']],
    ['a course', 'courses: { venues.shop.reach: }', ['no-value x.yaml:3:31']],
    ['its points', 'courses: { venues.shop.reach: { points: } }', ['no-value x.yaml:3:41']],
  ])('and %s', (_, text, expected) => {
    expect(at(text)).toEqual(expected)
  })

  it('and says what is to be written', () => {
    const said = (text: string) =>
      findingsOf(`title: Y\nextends: z\n${text}`, {}, more).map(messageOf)
    expect(said('households:')).toEqual([
      'households has no value: write its keys, or leave it out',
    ])
    expect(said('policies:')).toEqual(['policies has no value: write its items, or leave it out'])
    expect(said('households: { weight: }')).toEqual([
      'weight has no value: write its value, or leave it out',
    ])
  })

  it('while an empty map changes nothing, an empty list is one, and a row may be bare', () => {
    expect(at('venues: {}\nhouseholds: {}\nnests: { online: {} }')).toEqual([])
    expect(at('policies: []\nwindows: { after: 2024-03-01 }\ncourses: []')).toEqual([])
    expect(placed('title: X\ntextbook: true\nnests:\nsellers: [{ name: Ani }]')).toEqual([])
    expect(placed(over('companies: { other: }\ncourses:'))).toEqual([])
  })

  it('and bare sections of a scenario of its own have no rows', () => {
    expect(placed('title: X\nvenues:\nregions:')).toEqual(['no-base x.yaml:1:1'])
    expect(placed(BASE.replace(/nests.*/, 'nests:'))).toContain('no-base x.yaml:1:1')
  })
})

describe('what is neither map nor list where one must stand leaves the base as it is', () => {
  const closure = 'closure: { venue: shop, announced: 2024-03-01, effective: 2024-03-08 }'
  const more = {
    'z.yaml': over(`policies: [{ ${closure} }]
routes: { out: { from: shop, to: stall } }
courses: [{ of: venues.shop.reach, points: { 2024-02-01: 0.5 } }]
windows: { after: closure + 1 day to closure + 30 days }`),
  }
  const at = (text: string, set: string[] = []) =>
    placed(`title: Y\nextends: z\n${text}`, { set }, more)

  it.each([
    ['venues: 3', 9],
    ['venues: [shop]', 9],
    ['venues: ""', 9],
    ['nests: [online]', 8],
    ['categories: many', 13],
    ['calendar: 2024-01-01', 11],
    ['venues: { shop: 3 }', 17],
    ['policies: closure', 11],
    [`policies: { ${closure} }`, 11],
    ['rules: { pricing: off }', 19],
    ['courses: { venues.shop.reach: 0.7 }', 31],
    ['courses: { venues.shop.reach: { points: 0.7 } }', 41],
    ['windows: 2024-03-01', 10],
    ['venues: { shop: { ground: F1 } }', 27],
  ])('%s', (text, column) => {
    expect(at(text)).toEqual([`wrong-type x.yaml:3:${column}`])
  })

  it.each([
    ['venues=3', 8],
    ['venues=[shop]', 8],
    ['venues.shop=3', 13],
    ['policies=3', 10],
    ['policies.closure=3', 18],
    ['policies.1=3', 12],
  ])('--set %s', (text, column) => {
    expect(at('', [text])).toEqual([`wrong-type --set 1:1:${column}`])
  })

  it.each([
    ['nests: *b', 8],
    ['venues: { shop: *b }', 17],
    ['venues: { shop: { nest: *b } }', 25],
    ['calendar: { lebaran: [*b] }', 23],
    ['policies: *b', 11],
  ])('nor does an alias without an anchor: %s', (text, column) => {
    expect(at(text)).toEqual([`missing-anchor x.yaml:3:${column}`])
  })

  it('nor are those blamed that refer to its rows where there is no base', () => {
    const lone = (section: string) =>
      placed(
        `${BASE.replace(new RegExp(`^${section}:.*\n(  .*\n)*`, 'm'), '')}${section}: 3
routes: { out: { from: shop, to: stall } }
households: { weight: 2 }
courses: [{ of: venues.shop.reach, points: { 2024-02-01: 0.5 } }]
policies: [{ closure: { venue: shop, announced: 2024-03-01, effective: 2024-03-08 } }]
windows: { after: closure + 1 day to closure + 30 days }`,
      ).map((one) => one.split(' ')[0])
    for (const section of ['venues', 'nests', 'categories', 'companies', 'regions'])
      expect(lone(section), section).toEqual(['wrong-type'])
  })

  it('and the base is blamed where the base is wrong', () => {
    const text = 'title: Y\nextends: y\nvenues: { shop: { reach: 0.5 } }'
    expect(placed(text, {}, { 'y.yaml': over('venues: 3') })).toEqual(['wrong-type y.yaml:3:9'])
  })
})

describe('what was expected is said before what was found', () => {
  const said = (text: string) => findingsOf(text).map(messageOf)
  const policy = 'a policy: expected one key, as in closure: { venue: ... }, found '

  it.each([
    ['policies: [{ closure: {}, duty: {} }]', `${policy}2 keys (closure, duty)`],
    ['policies: [duty]', `${policy}duty`],
    ['policies: [{}]', `${policy}no key`],
    ['policies: [[duty]]', `${policy}a list`],
    ['venues: { shop: { flat-fee: much } }', 'flat-fee: expected a number (kRp), found much'],
    ['venues: { shop: { platform: 1 } }', 'platform: expected true or false, found 1'],
    ['venues: ""', 'venues: expected keys and values, found an empty text'],
    ['firms: { people: ~ }', 'people: expected a number (people/firm), found nothing'],
  ])('%s', (text, message) => {
    expect(said(over(text))).toEqual([message])
  })

  it('of a file too', () => {
    expect(said('- a')).toEqual(['the scenario: expected keys and values, found a list'])
    expect(said('3')).toEqual(['the scenario: expected keys and values, found 3'])
  })
})

describe('a nest that nobody will ever choose', () => {
  const solved = `title: X
extends: base
calendar: { solve-until: 2024-06-03 }
categories: { cloth: { nest-share: { online: 0.4, street: 0.4 } } }
`
  const said = (text: string) => findingsOf(`${solved}${text}`).map(formatFinding)

  it('is found where none of its venues is open while constants are solved', () => {
    const closed = 'routes: { shop: { open: 0 } }\n'
    expect(said(closed)[0]).toContain('nobody will ever choose the nest online')
    expect(said(closed)[0]).toContain('before 2024-06-03')
    const opens = (date: string) =>
      `${closed}courses: { routes.shop.open: { points: { ${date}: 1 } } }\n`
    expect(said(opens('2024-06-03'))[0]).toContain('none of its venues is open')
    expect(said(opens('2024-05-27'))).toEqual([])
    expect(said('')).toEqual([])
  })

  it('is found where it has no share, and its venues none of what is bought', () => {
    const without = 'nests: { kiosks: {} }\nvenues: { kiosk: { nest: kiosks, owner: nobody } }\n'
    expect(said(without)[0]).toContain('it has no share of purchases in any category')
    expect(said(without)[0]).toContain('Write categories.*.nest-share.kiosks')
    expect(said(without)).toHaveLength(1)
  })

  it('is no matter where constants are written', () => {
    expect(findingsOf(over('routes: { shop: { open: 0 } }'))).toEqual([])
  })
})
