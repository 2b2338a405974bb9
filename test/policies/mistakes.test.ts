/**
 * A mistake in a policy from outside is a finding with its place, the fact and the way out, in both languages: never a crash, never
 * silence, never a check without an end. Each line is one change of a policy that is sound.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import * as library from '../../src/index.ts'
import { loadScenario } from '../../src/node/index.ts'
import { formatIn, readScenario } from '../../src/scenario/index.ts'
import { OUTSIDE } from './modules.ts'
import { PARCELS } from './parcels.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasar-mistakes-'))
afterAll(() => rmSync(folder, { recursive: true }))

const NAMED = '  - parcels: { region: jakarta, charge: 2, effective: 2023-10-02 }'

/** What is found in a scenario that has the policy of this text, in both languages, each in one line. */
function found(program: string, named = NAMED) {
  const path = join(folder, 'charged.yaml')
  writeFileSync(join(folder, 'own.ts'), program)
  const base = join(process.cwd(), 'scenarios/indonesia-2023.yaml')
  writeFileSync(path, `title: Charged\nextends: ${base}\nuse: ./own.ts\npolicies:\n${named}\n`)
  const read = readScenario(path, loadScenario)
  const findings = read.ok ? [] : read.findings
  const told = (language: 'en' | 'id') =>
    findings
      .map(formatIn(language))
      .map((one) => one.split('\n')[0].replace(/^.*charged\.yaml/, ''))
  return { en: told('en'), id: told('id') }
}

/** What was, what is instead, and what is said of it: the first words with the place, and words of the way out. */
type Mistake = readonly [was: string, is: string, en: string, way: string, id: string]

const OPERATION = "add(charged, region, 'parcelCharge', from(effective, charge))"
const FLOW = 'paid: own.toll, received: own.back'
const INSPECTS = 'drawn(draws.inspects, seller)'
const CHECK = "  answers: ['parcel charge'],\n"
const DATE = 'a mistyped setting, or a date that was left out'
const moves = (is: string, en: string, way: string, id: string): Mistake => [
  ...([OPERATION, is, en, way, id] as const),
]
const steps = (is: string, en: string, way: string, id: string): Mistake => [
  ...([INSPECTS, is, en, way, id] as const),
]
const checks = (is: string, en: string, way: string, id: string): Mistake => [
  ...([CHECK, `${CHECK}  check: ${is},\n`, en, way, id] as const),
]

/** Told at the file, under `use`. */
const DECLARED: readonly Mistake[] = [
  // Keys that there are not, and those that are not there.
  ['  adds: {', '  add: {', 'add is not known', 'a policy has name, does,', 'add tidak dikenal'],
  ['    flows: [', '    flow: [', 'adds.flow is not', 'adds has fields, columns', 'tidak dikenal'],
  [
    '    columns: [',
    '    column: [',
    'adds.column is not',
    'adds has fields, columns',
    'adds.column',
  ],
  ['  answers: [', '  answer: [', 'answer is not known', 'answers, check', 'answer tidak dikenal'],
  [
    "role: 'begins'",
    "role: 'begins', optinal: true",
    'settings.effective.optinal is not',
    'role, optional',
    'tidak dikenal',
  ],
  [
    "unit: 'kRp', default: 0, range: [0, 100], ...asked }),\n    eff",
    "unit: 'kRp', default: 0, range: [0, 100], per: 'venues', ...asked }),\n    eff",
    'settings.charge.per is not known',
    'range, default',
    'tidak dikenal',
  ],
  // Rules.
  [
    '  over: sellers,',
    "  over: 'sellers',",
    'adds.rules.parcels.over is sellers',
    'as in sellers (without quotes)',
    'seharusnya tabel',
  ],
  [
    '  over: sellers,',
    '',
    'adds.rules.parcels.over is nothing',
    'a table or a population',
    'berisi kosong',
  ],
  [
    'sellers.ordersWeek',
    'sellers.ordersWek',
    'adds.rules.parcels.reads.orders is nothing',
    'a mistyped name',
    'ejaan',
  ],
  [
    'sellers.region,',
    'sellers.regoin,',
    'adds.rules.parcels.reads.region is nothing',
    'a mistyped name',
    'ejaan',
  ],
  [
    'writes: { paid: own.toll,',
    'writes: { paid: own.tol,',
    'adds.rules.parcels.writes.paid is nothing',
    'a mistyped name',
    'ejaan',
  ],
  [
    "daily('Inspects the firm')",
    "'daily'",
    'adds.rules.parcels.draws.inspects is daily',
    "as in daily('Inspects",
    'hasil daily',
  ],
  [
    "daily('Inspects the firm')",
    'daily()',
    'adds.rules.parcels.draws.inspects.label is missing',
    'write label:',
    'belum ada',
  ],
  [
    "daily('Inspects the firm')",
    "daily('Inspects the firm', 'venues')",
    'adds.rules.parcels.draws.inspects.width is venues',
    'without quotes',
    'tanpa tanda kutip',
  ],
  [
    '= rule({',
    '= ({',
    'adds.rules.parcels is { name: parcels, ... }',
    'what rule({ ... })',
    'hasil rule',
  ],
  [
    '[{ rule: charge, after: rules.pricing }]',
    '[charge]',
    'adds.rules.0 is { name: parcels, ... }',
    'a rule and its place',
    'beserta tempatnya',
  ],
  [
    '[{ rule: charge, after: rules.pricing }]',
    '{ charge }',
    'adds.rules is {',
    'expected a list',
    'seharusnya daftar',
  ],
  [
    'after: rules.pricing',
    "after: 'pricing'",
    'adds.rules.parcels.after is pricing',
    'as in rules.pricing',
    'misalnya rules.pricing',
  ],
  [
    "name: 'parcels',\n  does: 'firms",
    "name: 'flow',\n  does: 'firms",
    'adds.rules.flow.name is flow',
    'that the model has not',
    'tidak dipakai model',
  ],
  [
    "name: 'parcels',\n  does: 'firms",
    "name: 'streaming, any day',\n  does: 'firms",
    'adds.rules.streaming, any day.name',
    'joined by hyphens',
    'tanda hubung',
  ],
  // Columns.
  [
    "'kRp'),\n  back",
    "'kRp', 0),\n  back",
    'adds.columns.toll.per is 0',
    'a whole number from 1',
    'banyaknya nilai',
  ],
  [
    "u8.flag('Inspected",
    "u8.rowOf('Inspected this week', 'planets'), // ('",
    'adds.columns.inspected.holds.of is planets',
    "as in 'venues'",
    'nama tabel',
  ],
  [
    "u8.flag('Inspected",
    "u8.oneOf('Inspected this week', []), // ('",
    'adds.columns.inspected.holds.words is []',
    'words to choose from',
    'kata-kata pilihan',
  ],
  // Flows.
  [
    FLOW,
    'paid: own.tol, received: own.back',
    'adds.flows.parcel charge.paid is nothing',
    'a mistyped name',
    'ejaan',
  ],
  [
    `${FLOW},`,
    '',
    'its flow parcel charge has neither paid nor received',
    'as in paid: own.levy',
    'tidak punya paid',
  ],
  [
    FLOW,
    'paid: own.toll, received: own.toll',
    'its flow parcel charge pays and receives sellers.toll',
    'leave one',
    'hapus salah satunya',
  ],
  [
    FLOW,
    'paid: own.inspected, received: own.back',
    'its flow parcel charge takes sellers.inspected, which is in flag',
    'money of a firm is in kRp',
    'bersatuan kRp',
  ],
  [
    "returned this week', 'kRp')",
    "returned this week', 'kRp', 'routes')",
    'its flow parcel charge takes sellers.back, which has several values a firm (routes)',
    'write their sum',
    'tulis jumlahnya',
  ],
  // Measures.
  [
    'of: own.toll,',
    'of: own.tol,',
    'adds.measures.parcels.of is nothing',
    'a mistyped name',
    'ejaan',
  ],
  [
    'measures: totals({',
    'measures: ({',
    'adds.measures.parcels.from is nothing',
    'declare it by totals',
    'nyatakan dengan totals',
  ],
  [
    "by: ['kind', 'region'], ",
    '',
    'adds.measures.parcels.by is nothing',
    'a list of kind, category, region',
    'daftar dari kind',
  ],
  [
    "by: ['kind', 'region']",
    "by: ['kind', 'kind']",
    'adds.measures.parcels.by is ["kind","kind"]',
    'each once at most',
    'paling banyak sekali',
  ],
  [
    "by: ['kind', 'region']",
    "by: ['planet']",
    'adds.measures.parcels.by is ["planet"]',
    'kind, category, region',
    'daftar dari kind',
  ],
  [
    'times: 0.001',
    'times: NaN',
    'adds.measures.parcels.times is NaN',
    'as in 0.001',
    'angka selain 0',
  ],
  [
    'times: 0.001',
    'headline: true',
    'adds.measures.parcels.headline is true',
    '{ place, by',
    'bagiannya',
  ],
  [
    'times: 0.001',
    'headline: { place: 1 }',
    'adds.measures.parcels.headline.by is nothing',
    'a list of kind, region, all',
    'daftar',
  ],
  [
    'times: 0.001',
    "overTime: { name: 'x', by: 'planet' }",
    'adds.measures.parcels.overTime.by is planet',
    'one of kind, region',
    'salah satu dari',
  ],
  [
    'of: own.toll, times',
    'of: own.inspected, times',
    'its measure parcel charge adds up sellers.inspected',
    'which is no amount (flag)',
    'bukan jumlah',
  ],
  // Settings and the null.
  [
    "to: 'regions', default: ''",
    "to: 'regions', default: 'mars'",
    'settings.region.default is mars',
    'the scenario names the row',
    'skenario',
  ],
  [
    "role: 'begins'",
    "role: 'begins', optional: true",
    'settings.effective.optional is true',
    'begins on no day',
    'tanpa tanggal mulai',
  ],
  [
    '{ settings: { charge: 0 } }',
    '{ settings: { charge: -3 } }',
    'nullCase.settings.charge is -3',
    'a number from 0 to 100',
    'angka dari 0',
  ],
  [
    '{ settings: { charge: 0 } }',
    '{ settings: {}, unusedVenue: true }',
    'nullCase.unusedVenue is true',
    'refers to venues',
    'merujuk ke venues',
  ],
  [
    '{ settings: { charge: 0 } }',
    '{}',
    'nullCase.settings is nothing',
    'settings by name',
    'setelan menurut nama',
  ],
  [
    "answers: ['parcel charge']",
    "answers: 'parcel charge'",
    'answers is parcel charge',
    'expected a list',
    'seharusnya daftar',
  ],
  [CHECK, `${CHECK}  check: [],\n`, 'check is []', 'expected a function', 'seharusnya fungsi'],
  // The program.
  [
    'const own = ',
    'const own = f32 && ',
    'its program breaks: f32 is not defined',
    'nor imported',
    'programnya gagal',
  ],
]

/** Told at the policy in its scenario, which sets it. */
const TRIED: readonly Mistake[] = [
  // Operations: moments, amounts, rows and fields.
  [
    'charge, effective })',
    'charge, efective: effective })',
    'operations asks for the setting efective',
    'the settings are region, charge, effective',
    'setelannya region',
  ],
  moves(
    OPERATION.replace('effective,', 'NaN,'),
    'operations.regions.parcelCharge.points.0 is NaN',
    DATE,
    'hari sejak awal',
  ),
  moves(
    OPERATION.replace('effective,', "'2023-10-02',"),
    'operations.regions.parcelCharge.points.0 is 2023-10-02',
    DATE,
    'hari sejak awal',
  ),
  moves(
    OPERATION.replace('from(effective, charge)', '{ points: [], linear: false }'),
    'operations.regions.parcelCharge.points is []',
    'as in from(',
    'misalnya from(',
  ),
  moves(
    OPERATION.replace('from(effective, charge)', 'charge as never'),
    'operations.regions.parcelCharge.points is nothing',
    'as in from(',
    'misalnya from(',
  ),
  moves(
    OPERATION.replace('from(effective, charge)', '{ points: [[500, 1], [490, 2]], linear: false }'),
    'operations.regions.parcelCharge.points.1 is 490',
    'in order of time',
    'urutan waktu',
  ),
  moves(
    OPERATION.replace('charge))', 'charge), { until: effective - 30 })'),
    'operations.regions.parcelCharge.until is',
    'on which it begins',
    'saat mulai berlaku',
  ),
  moves(
    OPERATION.replace('charge))', 'charge), { until: Number(undefined) + 7 })'),
    'operations.regions.parcelCharge.until is NaN',
    DATE,
    'hari sejak awal',
  ),
  moves(
    OPERATION.replace('effective,', 'effective + 5000,'),
    'its operations begin on day',
    'the run ends after',
    'simulasi berakhir',
  ),
  moves(
    OPERATION.replace('charge))', 'charge), { at: 3 })'),
    'its operation moves regions.parcelCharge at 3',
    'it has 1 value a row',
    'punya 1 nilai',
  ),
  moves(
    OPERATION.replace('charge))', 'charge), { at: -1 })'),
    'its operation moves regions.parcelCharge at -1',
    'counted from 0',
    'dihitung dari 0',
  ),
  moves(
    OPERATION.replace(', charge))', ", 'much'))"),
    'its operation moves regions.parcelCharge by much',
    'which is no number',
    'yang bukan angka',
  ),
  moves(
    OPERATION.replace(', charge))', '))'),
    'its operation moves regions.parcelCharge by nothing',
    'which is no number',
    'yang bukan angka',
  ),
  moves(
    `{ ...${OPERATION}, does: 'raise' }`,
    'operations.regions.parcelCharge.does is raise',
    'one of set, add',
    'salah satu dari set',
  ),
  moves(
    `{ ...${OPERATION}, table: 'planets' }`,
    'operations.planets.parcelCharge.table is planets',
    'regions',
    'salah satu dari',
  ),
  moves(
    OPERATION.replace('charge))', "charge), { strictness: 'high' })"),
    'operations.regions.parcelCharge.strictness is high',
    'a number',
    'angka',
  ),
  moves(
    OPERATION.replace('charge))', 'charge), { untill: effective + 7 })'),
    'its operations break: untill is nothing that an operation knows',
    'at, until, strictness, part',
    'untill',
  ),
  moves(
    OPERATION.replace('charge))', 'charge), effective + 7)'),
    'its operations break: 462 is nothing that an operation knows',
    'at, until, strictness, part',
    'operasinya gagal',
  ),
  moves('null', 'operations.0 is null', 'what add, set', 'hasil add, set'),
  [`[${OPERATION}]`, OPERATION, 'operations() is {', 'return [add(...)]', 'kembalikan [add(...)]'],
  [
    `charge === 0 ? [] : [${OPERATION}]`,
    '{}',
    'operations() is nothing',
    'return [add(...)]',
    'kembalikan [add(...)]',
  ],
  moves(
    "(() => { throw 'oops' })()",
    'its operations break: it throws oops',
    'oops',
    'operasinya gagal',
  ),
  [
    'charge === 0 ?',
    'charge < 0 ?',
    'at its null it still moves regions.parcelCharge',
    'no operation there',
    'seharusnya tanpa operasi',
  ],
  // Checks.
  checks("() => { throw new Error('x') }", 'its check breaks: x', 'x', 'pemeriksaannya gagal'),
  checks(
    '() => undefined',
    'check() is nothing',
    '[] where nothing is wrong',
    '[] kalau tidak ada',
  ),
  checks(
    "() => [{ code: 'bad', says: { en: 'too much' } }]",
    'check().bad.says.id is missing',
    'write id:',
    'belum ada',
  ),
  checks(
    "() => [{ code: 'bad', setting: 'carge', says: { en: 'x', id: 'y' } }]",
    'check().bad.setting is carge',
    'region, charge, effective',
    'salah satu',
  ),
  checks('({ carge }) => []', 'check asks for the setting carge', 'the settings are', 'setelannya'),
  // Steps: what they may touch, that they end, and that they keep nothing.
  steps(
    '(c.region[seller] = 1)',
    'its rule parcels writes to sellers.region, which it only reads',
    'add a column',
    'hanya dibacanya',
  ),
  [
    'c.inspected[seller] = drawn',
    'c.inspected[(seller + 7) % 60] = drawn',
    'its rule parcels writes value',
    'from <= row < to',
    'di luar miliknya',
  ],
  [
    'c.inspected[seller] = drawn',
    'c.inspected[seller + 1e6] = drawn',
    'its rule parcels writes value 1000000',
    'from <= row < to',
    'di luar miliknya',
  ],
  steps(
    '(c.region.subarray(seller, seller + 1)[0] = 1)',
    'its rule parcels takes subarray of sellers.region',
    'write it by index',
    'memori kolom',
  ),
  steps(
    '(new Uint8Array(c.region.buffer)[0] = 1)',
    'its rule parcels takes buffer of sellers.region',
    'write it by index',
    'memori kolom',
  ),
  [
    '{ from, to, draws }',
    '{ from, too: to, draws }',
    'its rule parcels looks for the value too',
    'draws',
    'mencari nilai too',
  ],
  [
    'seller < to; seller++',
    'seller < to; ',
    'its rule parcels looks at its columns more than',
    'has a loop no end?',
    'perulangan tanpa akhir',
  ],
  [
    'c.orders[seller]',
    'c.ordrs[seller]',
    'its rule parcels looks for the column ordrs',
    'there are region',
    'mencari kolom',
  ],
  [
    INSPECTS,
    INSPECTS.replace('inspects', 'inspect'),
    'its rule parcels looks for the draw inspect',
    'there are inspects',
    'mencari undian',
  ],
  steps(
    'drawn(draws.inspects, seller, 3)',
    'its rule parcels breaks on day 1 of a trial in a market of a handful: number 3 of a draw that has 1',
    'declare more',
    'gagal',
  ),
  steps(
    'drawn(draws.inspects, seller, -1)',
    'its rule parcels breaks on day 1 of a trial in a market of a handful: number -1 of a draw',
    'a whole number from 0',
    'gagal',
  ),
  steps(
    'drawn(draws.inspects, seller, 0.5)',
    'its rule parcels breaks on day 1 of a trial in a market of a handful: number 0.5 of a draw',
    'a whole number from 0',
    'gagal',
  ),
  steps(
    '(() => { throw null })()',
    'its rule parcels breaks on day 1 of a trial in a market of a handful: it throws null',
    'null',
    'melempar null',
  ),
  steps(
    'Math.sin(1)',
    'its rule parcels breaks on day 1 of a trial in a market of a handful: Math.sin is not the same on every machine',
    'exp, log and power',
    'gagal',
  ),
  steps(
    'Math.log10(3)',
    'its rule parcels breaks on day 1 of a trial in a market of a handful: Math.log10 is not',
    'exp, log and power',
    'gagal',
  ),
  steps(
    '(2 ** -1.3)',
    'its rule parcels breaks on day 1 of a trial in a market of a handful: 2 to the power of -1.3 is not',
    'use power',
    'gagal',
  ),
  steps(
    'Date.now() % 2',
    'its rule parcels breaks on day 1 of a trial in a market of a handful: Date is not',
    'context.day',
    'gagal',
  ),
  // The day.
  [
    'after: rules.pricing',
    'after: rules.takings',
    'its rule parcels stands behind cash, which takes toll',
    'after: rules.pricing or earlier',
    'sebelum cash',
  ],
]

const changed = (was: string, is: string): string => {
  expect(PARCELS).toContain(was)
  return PARCELS.replace(was, is)
}

it('nothing is found in the policy without a mistake', () => {
  expect(found(PARCELS)).toEqual({ en: [], id: [] })
})

describe('a mistake in the declaration', () => {
  it.each(DECLARED)('%j as %j is told at its file', (was, is, en, way, id) => {
    const told = found(changed(was, is))
    expect(told.en[0]).toContain(`:3:6  ./own.ts: ${en}`)
    expect(told.en[0]).toContain(way)
    expect(told.id[0]).toContain(id)
    for (const one of told.en) expect(one).not.toMatch(/Cannot|is not a function/)
    // A policy whose file has a fault is not told to be unknown as well.
    expect(told.en.filter((one) => one.includes('unknown policy'))).toEqual([])
  })

  it('is told of once, whatever follows from it', () => {
    for (const [was, is] of [
      ['    columns: [', '    column: ['],
      ['  adds: {', '  add: {'],
      ['after: rules.pricing', 'after: rules.pricin'],
      ["'kRp'),\n  back", "'kRp', 'planets'),\n  back"],
    ])
      expect(found(changed(was, is)).en).toHaveLength(1)
  })
})

describe('a mistake in what a policy does', () => {
  it.each(TRIED)('%j as %j is told at the policy', (was, is, en, way, id) => {
    const told = found(changed(was, is))
    expect(told.en).toHaveLength(1)
    expect(told.en[0]).toContain(`:5:5  parcels: ${en}`)
    expect(told.en[0]).toContain(way)
    expect(told.id[0]).toContain(id)
  })

  it('is what a rule keeps outside its columns', () => {
    const program = changed(INSPECTS, '(turns++ % 2)').replace(
      'const charge = rule',
      'let turns = 0\nconst charge = rule',
    )
    const { en, id } = found(program)
    expect(en).toHaveLength(1)
    expect(en[0]).toContain('its rule parcels writes')
    expect(en[0]).toContain('stepped again from the same state')
    expect(id[0]).toContain('dari keadaan yang sama')
  })

  it('is a measure that tells no number, or breaks', () => {
    const measured = (tell: string) =>
      changed(
        'measures: totals({',
        "measures: { ...measuresOf({ every: 'week', over: () => ({ sums: 0, take() {} }) }, {\n  odd: { name: 'odd', unit: 'mRp', label: { en: 'Odd', id: 'Ganjil' }, more: 'neither', by: [], tell: TELL } }), ...totals({",
      )
        .replace('times: 0.001 },\n    }),', 'times: 0.001 },\n    }) },')
        .replace('TELL', tell)
        .replace('import {', 'import { measuresOf,')
    expect(found(measured('(sums, tell) => tell(sums)')).en).toEqual([])
    expect(found(measured('(sums, tell) => tell(0 / sums)')).en.join()).toContain(
      'its measure odd tells NaN on day 1 of a trial',
    )
    expect(found(measured('(sums, tell) => tell(sums.x.y)')).en.join()).toContain(
      'its measure odd breaks: Cannot read properties',
    )
  })
})

describe('what is no mistake', () => {
  it.each([
    ['a whole power', INSPECTS, 'c.region[seller] ** 2'],
    ['a root', INSPECTS, 'Math.sqrt(c.region[seller])'],
    ['the power of the kit', INSPECTS, 'power(2, 0.3)'],
    ['a column that is filled', 'for (let seller', 'c.back.fill(0, from, to)\n    for (let seller'],
    ['a list of what it reads', INSPECTS, 'Array.from(c.region).indexOf(c.region[seller])'],
    [
      'an end in time',
      'from(effective, charge))',
      'from(effective, charge), { until: effective + 30 })',
    ],
  ])('is %s', (_, was, is) => {
    expect(found(changed(was, is)).en).toEqual([])
  })
})

describe('the library', () => {
  const [{ policy }] = OUTSIDE
  const read = (...policies: (typeof policy)[]) =>
    library.readScenario('a.yaml', {
      load: (path) =>
        path === 'a.yaml'
          ? {
              text: `title: A\nextends: ${process.cwd()}/scenarios/indonesia-2023.yaml\npolicies:\n  - live-levy: { venue: tiktok-shop, rate: 1 %, effective: 2023-10-02 }`,
            }
          : loadScenario(path),
      policies,
    })

  it('takes one of a name, and refuses two', () => {
    expect(read(policy, policy).input.policies).toHaveLength(1)
    expect(() => read(policy, { ...policy, does: 'levies otherwise' })).toThrow(
      'policy live-levy is there twice: give one of the two another name',
    )
  })

  it('tells what a policy that is an object does wrong', () => {
    const wrong = { ...policy, operations: () => undefined as never }
    expect(() => read(wrong)).toThrow('live-levy: operations() is nothing, expected a list')
  })
})
