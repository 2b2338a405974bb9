/** What has dates: operations of courses, roles of dates, what acts on no day, and which of two policies is meant. */
import { describe, expect, it } from 'vitest'
import { announcedOn, beginsOn, endsOn, movedValues, valueOn } from '../../src/market/index.ts'
import { formatFinding, messageOf, readScenario } from '../../src/scenario/index.ts'
import { BASE, findingsOf, good, inMemory, placed } from './files.ts'

const over = (text: string) => `title: X\nextends: base\n${text}`
/** Messages without their place. */
const said = (text: string, set: readonly string[] = []) =>
  findingsOf(over(text), { set }).map(messageOf)

describe('operations of courses', () => {
  /** A value in force on days of the run. */
  const values = (text: string, field: string, days: readonly number[]) => {
    const value = movedValues(good(over(text)).input).find((one) => one.field === field)!
    return days.map((day) => valueOn(value, day))
  }

  it('cap, lift, add and multiply what is in force', () => {
    const course = (operation: string) =>
      `venues: { shop: { subsidy: 4 kRp } }\ncourses: { venues.shop.subsidy: { ${operation} } }`
    const days = [30, 31, 59, 60]
    expect(
      values(course('at-most: { 2024-02-01: 3 kRp, 2024-03-01: 2 kRp }'), 'subsidy', days),
    ).toEqual([4, 3, 3, 2])
    expect(
      values(course('at-least: { 2024-02-01: 3 kRp, 2024-03-01: 5 kRp }'), 'subsidy', days),
    ).toEqual([4, 4, 4, 5])
    expect(
      values(course('add: { 2024-02-01: -1 kRp, 2024-03-01: 2 kRp }'), 'subsidy', days),
    ).toEqual([4, 3, 3, 6])
    expect(values(course('multiply: { 2024-02-01: 0.5, 2024-03-01: 1 }'), 'subsidy', days)).toEqual(
      [4, 2, 2, 4],
    )
  })

  it('have straight lines as their own file says: what a file above adds has steps', () => {
    const files = {
      'base.yaml': BASE,
      'middle.yaml':
        'title: M\nextends: base\nvenues: { shop: { subsidy: 4 kRp } }\ncourses: { venues.shop.subsidy: { linear: true, multiply: { 2024-01-01: 1, 2024-01-11: 2 } } }',
      'top.yaml':
        'title: T\nextends: middle\ncourses: { venues.shop.subsidy: { points: { 2024-03-01: 0 kRp } } }',
    }
    const read = readScenario('top.yaml', inMemory(files))
    if (!read.ok) throw new Error(read.findings.map(formatFinding).join())
    const value = movedValues(read.input).find(({ field }) => field === 'subsidy')!
    expect([0, 5, 10, 59, 60].map((day) => valueOn(value, day))).toEqual([4, 6, 8, 8, 0])
  })

  it('take every row where a star stands for it, and say where there is none such', () => {
    const text =
      'venues: { shop: { subsidy: 4 kRp }, stall: { subsidy: 2 kRp } }\ncourses: { venues.*.subsidy: { multiply: { 2024-02-01: 0.5 } } }'
    const moved = movedValues(good(over(text)).input).filter(({ field }) => field === 'subsidy')
    const { venues } = good(over(text)).input.tables
    const on = (day: number) => moved.map((value) => [value.row, valueOn(value, day)])
    const halved = venues.map(({ values: of }, row) => [row, Number(of.subsidy) / 2])
    expect(on(31)).toEqual(halved)
    expect(said('courses: { venuez.*.subsidy: { multiply: { 2024-02-01: 0.5 } } }')).toHaveLength(1)
  })

  it('change what the same course sets, as where a scenario caps the path of its base', () => {
    const base =
      'title: B\nextends: base\ncourses: { venues.shop.reach: { linear: true, points: { 2024-01-01: 0, 2024-01-11: 1 } } }'
    const text =
      'title: X\nextends: b\ncourses: { venues.shop.reach: { at-most: { 2024-01-06: 0.6 } } }'
    const [value] = movedValues(good(text, {}, { 'b.yaml': base }).input)
    expect([4, 5, 6, 7, 20].map((day) => valueOn(value, day))).toEqual([0.4, 0.5, 0.6, 0.6, 0.6])
  })

  it('go along straight lines where the course says so', () => {
    const text =
      'courses: { venues.shop.reach: { linear: true, multiply: { 2024-01-03: 1, 2024-01-07: 0.5 } } }'
    expect(values(text, 'reach', [1, 2, 4, 6, 9])).toEqual([1, 1, 0.75, 0.5, 0.5])
  })

  it('leave the range of the field on no day', () => {
    const text = 'courses: { venues.shop.commission: { add: { 2024-02-01: -30 % } } }'
    expect(values(text, 'commission', [31])).toEqual([0])
    const most =
      'courses: { venues.shop.commission: { points: { 2024-01-10: 30 % }, multiply: { 2024-02-01: 3 } } }'
    expect(values(most, 'commission', [30, 31])).toEqual([0.3, 0.5])
  })

  it.each([
    [
      'a factor with a unit',
      'venues.shop.subsidy: { multiply: { 2024-02-01: 2 kRp } }',
      'wrong-unit',
    ],
    [
      'a factor in per cent',
      'venues.shop.subsidy: { multiply: { 2024-02-01: 10 % } }',
      'wrong-unit',
    ],
    [
      'a factor below nought',
      'venues.shop.subsidy: { multiply: { 2024-02-01: -1 } }',
      'out-of-range',
    ],
    [
      'an addition in another unit',
      'venues.shop.subsidy: { add: { 2024-02-01: 10 % } }',
      'wrong-unit',
    ],
    [
      'more than the range is wide',
      'venues.shop.commission: { add: { 2024-02-01: -60 % } }',
      'out-of-range',
    ],
    [
      'a cap outside the range',
      'venues.shop.commission: { at-most: { 2024-02-01: 60 % } }',
      'out-of-range',
    ],
    ['a cap without dates', 'venues.shop.commission: { at-most: 5 % }', 'missing'],
    ['a cap on an owner', 'venues.shop.owner: { at-most: { 2024-02-01: nobody } }', 'no-quantity'],
    ['a flag times two', 'venues.shop.platform: { multiply: { 2024-02-01: 2 } }', 'no-quantity'],
    [
      'two operations in one course',
      'venues.shop.commission: { at-most: { 2024-02-01: 5 % }, add: { 2024-02-01: 1 % } }',
      'conflict',
    ],
    [
      'a misspelt operation',
      'venues.shop.commission: { at-mots: { 2024-02-01: 5 % } }',
      'unknown-key',
    ],
  ])('%s is a finding', (_, course, code) => {
    const codes = findingsOf(over(`courses: { ${course} }`)).map((one) => one.code)
    expect(codes).toContain(code)
  })

  it('say what two operations in one course leave open', () => {
    expect(
      said(
        'courses: { venues.shop.reach: { add: { 2024-02-01: 0.1 }, at-most: { 2024-02-01: 0.5 } } }',
      ),
    ).toEqual([
      'add cannot be combined with at-most; write one of both: which acts first would be a guess',
    ])
  })
})

describe('dates by their role', () => {
  it('are found whatever the setting is called', () => {
    const { input } = good(
      over(`venues: { mall: { nest: online, owner: nobody } }
routes: { shop-to-mall: { from: shop, to: mall } }
policies:
  - closure: { venue: shop, announced: 2024-02-01, effective: 2024-03-01 }
  - reopening: { venue: shop, partner: mall, effective: 2024-04-01, divest: 2024-05-01 }
  - duty: { effective: 2024-02-01, until: 2024-06-01 }
  - duty: { effective: 2024-02-01 }`),
    )
    expect(input.policies.map(announcedOn)).toEqual([31, undefined, undefined, undefined])
    expect(input.policies.map(beginsOn)).toEqual([60, 91, 31, 31])
    expect(input.policies.map(endsOn)).toEqual([undefined, 121, 152, undefined])
  })
})

describe('what acts on no day', () => {
  it.each([
    [
      'a policy that begins after the last day',
      'policies: [{ duty: { effective: 2024-12-30 } }]',
      'outside-horizon',
    ],
    [
      'one announced after it',
      'policies: [{ closure: { venue: shop, announced: 2024-12-30, effective: 2024-12-30 } }]',
      'outside-horizon',
    ],
    [
      'a step after it',
      'courses: { venues.shop.reach: { points: { 2024-12-30: 0.5 } } }',
      'outside-horizon',
    ],
    [
      'a cap after it',
      'courses: { venues.shop.reach: { at-most: { 2024-12-30: 0.5 } } }',
      'outside-horizon',
    ],
    [
      'a window of three dates',
      'windows: { w: 2024-01-02 to 2024-01-04 to 2024-01-08 }',
      'window-form',
    ],
    ['a window as a list', 'windows: { w: [2024-01-02, 2024-01-04] }', 'window-form'],
  ])('%s is a finding', (_, text, code) => {
    expect([...new Set(findingsOf(over(text)).map((one) => one.code))]).toEqual([code])
  })

  it('an end on the day after the last is none: the policy lasts', () => {
    const text = 'policies: [{ duty: { effective: 2024-12-29, until: 2024-12-30, extra: 1 % } }]'
    expect(placed(over(text))).toEqual([])
  })
})

describe('warnings', () => {
  const warned = (text: string, more: Record<string, string> = {}) =>
    good(text, {}, more).warnings.map(({ code, file, line }) => `${code} ${file}:${line}`)
  const SOLVED =
    'title: B\nextends: base\ncalendar: { solve-until: 2024-03-01 }\ncourses: { venues.stall.reach: { points: { 2024-02-01: 0.5 } } }'
  const onSolved = (text: string) => warned(`title: X\nextends: b\n${text}`, { 'b.yaml': SOLVED })

  it('name a step before the run, which holds from its first day on; a line may come from before', () => {
    expect(warned(over('courses: { venues.shop.reach: { points: { 2023-12-01: 0.5 } } }'))).toEqual(
      ['before-start x.yaml:3'],
    )
    const line =
      'courses: { venues.shop.reach: { linear: true, points: { 2023-12-01: 0.5, 2024-02-01: 1 } } }'
    expect(warned(over(line))).toEqual([])
  })

  it('name what an operation leads out of the range, with what comes out, when, and what is in force', () => {
    const priced = 'venues: { shop: { commission: 3.5 % } }\n'
    const course = (operations: string, path = 'venues.shop.commission') =>
      over(`${priced}courses:\n  ${path}: { ${operations} }`)
    const messages = (text: string) => good(text).warnings.map(messageOf)
    const [times] = good(course('multiply: { 2024-02-01: 100 }')).warnings
    expect([times.code, times.line]).toEqual(['cut-to-range', 5])
    expect(messageOf(times)).toMatch(
      /^venues\.shop\.commission\.\S+ comes out as 3\.5 on 2024-02-01, outside 0 to 0\.5 \(share.*\): 0\.5 is in force$/,
    )
    expect(messages(course('add: { 2024-02-01: 48 % }'))[0]).toMatch(/as 0\.515 on 2024-02-01/)
    expect(messages(course('add: { 2024-02-01: -5 % }'))[0]).toMatch(/as -0\.015 on .*: 0 is in/)
    // A line leaves the range where it leads, also where that is after the end.
    const line = 'linear: true, multiply: { 2024-01-08: 1, 2024-03-01: 100 }'
    expect(messages(course(line))[0]).toMatch(/as 3\.5 on 2024-03-01/)
    expect(messages(course(line.replace('2024-03', '2026-03')))[0]).toMatch(/outside 0 to 0\.5/)
    expect(messages(course('multiply: { 2024-02-01: 100 }', 'venues.*.commission'))).not.toEqual([])
  })

  it('name what a policy leads out of the range', () => {
    const duty = 'policies: [{ duty: { effective: 2024-02-01, extra: 50 % } }]'
    const rate = 'courses: { categories.*.duty-rate: { points: { 2024-01-01: 180 % } } }\n'
    const codes = good(over(rate + duty)).warnings.map(({ code, line }) => `${code}:${line}`)
    expect(codes).toEqual(['cut-to-range:4'])
    expect(good(over(duty)).warnings).toEqual([])
  })

  it('name no value at the end of its range, nor what rounding adds to it', () => {
    const most =
      'courses: { venues.shop.commission: { points: { 2024-01-08: 10 % }, multiply: { 2024-02-01: 5 } } }'
    expect(warned(over(most))).toEqual([])
    const third = most.replace('10 %', `${50 / 3} %`).replace('5 }', '3.00000000001 }')
    expect(warned(over(third))).toEqual([])
  })

  it('name no step of a base that an overlay begins later, but those of its own and of what lies above', () => {
    const steps = 'courses: { venues.stall.reach: { points: { 2024-02-01: 0.5, 2024-04-01: 1 } } }'
    const later = 'calendar: { start: 2024-03-04 }'
    const onSteps = (text: string) =>
      warned(`title: X\nextends: b\n${text}`, { 'b.yaml': `title: B\nextends: base\n${steps}` })
    expect(onSteps(later)).toEqual([])
    const own = 'courses: { venues.shop.reach: { points: { 2024-02-01: 0.5 } } }'
    expect(onSteps(`${later}\n${own}`)).toEqual(['before-start x.yaml:4'])
    const begun = { 'b.yaml': `title: B\nextends: base\n${later}\n${steps}` }
    expect(warned('title: X\nextends: b', begun)).toEqual(['before-start b.yaml:4'])
    expect(warned(`title: X\nextends: b\n${own}`, begun)).toEqual([
      'before-start b.yaml:4',
      'before-start x.yaml:3',
    ])
  })

  it('name what begins while constants are solved, but not the courses of the baseline that solves them', () => {
    expect(onSolved('')).toEqual([])
    expect(
      onSolved('courses: { venues.shop.reach: { points: { 2024-02-28: 0.5, 2024-03-01: 1 } } }'),
    ).toEqual(['while-solving x.yaml:3'])
    const closure = (announced: string) =>
      `policies: [{ closure: { venue: shop, announced: ${announced}, effective: 2024-03-08 } }]`
    expect(onSolved(closure('2024-02-28'))).toEqual(['while-solving x.yaml:3'])
    expect(onSolved(closure('2024-03-01'))).toEqual([])
    expect(onSolved('policies: [{ duty: { effective: 2024-02-01 } }]')).toEqual([
      'while-solving x.yaml:3',
    ])
  })

  it('say it in words', () => {
    const { warnings } = good(
      'title: X\nextends: b\npolicies: [{ duty: { effective: 2024-02-01 } }]',
      {},
      { 'b.yaml': SOLVED },
    )
    expect(formatFinding(warnings[0])).toContain(
      'effective of duty is 2024-02-01, before constants are calibrated for the last time on 2024-03-01 (calendar.solve-until), so part of the policy effect is absorbed',
    )
  })
})

describe('--set on a list', () => {
  const TWO = `policies:
  - closure: { venue: shop, announced: 2024-02-01, effective: 2024-02-08 }
  - duty: { effective: 2024-03-01, extra: 20 % }
  - duty: { effective: 2024-04-01, extra: 10 % }`
  const extras = (...set: string[]) =>
    good(over(TWO), { set }).input.policies.map(({ settings }) => settings.extra)

  it('does not guess which of two policies of one name is meant', () => {
    expect(said(TWO, ['policies.duty.extra=5%'])).toEqual([
      'duty occurs 2 times; specify one by its number: policies.2.duty.extra or policies.3.duty.extra',
    ])
  })

  it.each([
    ['until: 2024-02-04, extra: 10 USD', ['ends-too-early', 'wrong-unit']],
    ['until: 2024-02-04, extra: 10 %, extr: 1', ['ends-too-early', 'unknown-key']],
    ['until: 2024-02-04, extra: 900 %', ['ends-too-early', 'out-of-range']],
    ['until: 2024-02-31, extra: 10 USD', ['no-date', 'wrong-unit']],
    ['until: 2024-02-06, extra: 10 USD', ['wrong-unit']],
  ])('tells that a policy ends too early beside its other faults: %s', (settings, codes) => {
    const policy = `policies: [{ duty: { effective: 2024-02-05, ${settings} } }]`
    const found = findingsOf(over(policy)).map(({ code }) => code)
    expect([...found].sort()).toEqual(codes)
  })

  it('numbers what there is, where two have one name', () => {
    for (const number of ['4', '17'])
      expect(said(TWO, [`policies.${number}.extra=5%`])).toEqual([
        `policies has no ${number}; it has 1 (closure), 2 (duty), 3 (duty)`,
      ])
    expect(said('', ['policies.duty.extra=5%'])).toEqual(['policies has no duty; it has none'])
  })

  it('takes a policy by its number, with or without its name', () => {
    expect(extras('policies.2.duty.extra=5%')).toEqual([undefined, 0.05, 0.1])
    expect(extras('policies.3.extra=5%', 'policies.2.extra=1%')).toEqual([undefined, 0.01, 0.05])
    expect(
      good(over(TWO), { set: ['policies.closure.effective=2024-02-12'] }).input.policies[0].settings
        .effective,
    ).toBe(42)
  })

  it.each([
    ['policies.dutty.extra=1%', 'unknown-row --set 1:1:10'],
    ['policies.4.extra=1%', 'unknown-row --set 1:1:10'],
    ['policies.duty=1%', 'ambiguous --set 1:1:10'],
    ['policies.3.extr=1%', 'unknown-key --set 1:1:12'],
    ['policies.3.duty.extr=1%', 'unknown-key --set 1:1:17'],
    ['policies.1.duty.extra=1%', 'unknown-key --set 1:1:12'],
    ['calendar.lebaran.3=2024-04-10', 'unknown-row --set 1:1:18'],
  ])('%s is a finding where it stands', (set, expected) => {
    const text = `${TWO}\ncalendar: { lebaran: [2024-04-10] }`
    expect(placed(over(text), { set: [set] })).toEqual([expected])
  })

  it('finds no policy where there is none', () => {
    expect(said('', ['policies.duty.extra=1%'])).toEqual(['policies has no duty; it has none'])
  })
})
