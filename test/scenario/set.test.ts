import { describe, expect, it } from 'vitest'
import { formatFinding, messageOf } from '../../src/scenario/index.ts'
import { findingsOf, good, placed } from './files.ts'

const over = 'title: X\nextends: base\n'
const values = (table: string, field: string, ...set: string[]) =>
  good(over, { set }).input.tables[table].map((row) => row.values[field])

describe('a star in the path of --set', () => {
  it('stands for every row', () => {
    expect(values('categories', 'impulseShare', 'categories.*.impulse-share=0.2')).toEqual([
      0.2, 0.2,
    ])
    expect(values('venues', 'reach', 'venues.*.reach=50 %', 'venues.stall.reach=1')).toEqual([
      0.5, 1,
    ])
  })

  it('and for every row of the other table where a field has several numbers', () => {
    const all = 'venues.*.commission.*=5 %'
    expect(values('venues', 'commission', all)).toEqual([
      [0.05, 0.05],
      [0.05, 0.05],
    ])
    expect(values('venues', 'commission', 'venues.shop.commission.*=5 %')[0]).toEqual([0.05, 0.05])
    expect(values('venues', 'commission', all, 'venues.*.commission.pots=1 %')).toEqual([
      [0.05, 0.01],
      [0.05, 0.01],
    ])
  })

  it('and for sellers of a list, and rows that a textbook market has of itself', () => {
    const text = 'title: X\ntextbook: true\nsellers: [{ name: Ani }, { name: Budi }]'
    const { tables } = good(text, {
      set: ['sellers.*.cost=40 kRp', 'categories.*.outside=2'],
    }).input
    expect(tables.sellers.map((row) => row.values.cost)).toEqual([40, 40])
    expect(tables.categories[0].values.outside).toBe(2)
  })

  it('and for every policy of a list', () => {
    const text = `${over}policies:
  - closure: { venue: shop, announced: 2024-02-01, effective: 2024-02-08 }
  - closure: { venue: stall, announced: 2024-03-01, effective: 2024-03-08 }
`
    const set = ['policies.*.announced=2024-01-22', 'policies.*.effective=2024-01-29']
    const days = good(text, { set }).input.policies.map(({ settings }) => settings.effective)
    expect(days).toEqual([28, 28])
    expect(placed(text, { set: ['policies.*.effectiv=2024-01-29'] })).toEqual([
      'unknown-key --set 1:1:12',
    ])
    expect(placed(over, { set: ['policies.*.effective=2024-01-29'] })).toEqual([
      'unknown-row --set 1:1:10',
    ])
  })

  it('is at fault once, where it stands', () => {
    const at = (text: string) => placed(over, { set: [text] })
    expect(at('categories.*.impulse-shar=0.2')).toEqual(['unknown-key --set 1:1:14'])
    expect(at('categories.*.impulse-share=20')).toEqual(['out-of-range --set 1:1:28'])
    expect(at('programmes.*.cost=20')).toEqual(['unknown-row --set 1:1:12'])
    expect(at('categori.*.impulse-share=20')).toEqual(['unknown-key --set 1:1:1'])
    expect(at('venues.*=3')).toEqual(['wrong-type --set 1:1:10'])
    expect(at('firms.*.slots=20')).toEqual(['unknown-key --set 1:1:7'])
  })
})

describe('of two --set the wrong one is blamed', () => {
  const blamed = (...set: string[]) => findingsOf(over, { set }).map(({ file }) => file)

  it('where shares do not make up the whole', () => {
    const [wrong, right] = ['categories.pots.seller-share=0.9', 'categories.cloth.waiting-cost=1']
    expect(blamed(wrong, right)).toEqual(['--set 1'])
    expect(blamed(right, wrong)).toEqual(['--set 2'])
  })

  it('where shares are above one', () => {
    const [wrong, right] = ['firms.on-marketplaces=0.9', 'firms.by-chat=0.3']
    expect(blamed(right, wrong)).toEqual(['--set 2'])
    expect(blamed(wrong, right)).toEqual(['--set 2'])
    const nests = ['categories.pots.nest-share.online=0.9', 'categories.pots.nest-share.street=0.3']
    expect(blamed(nests[0], nests[1], 'categories.pots.nest-share.online=0.8')).toEqual(['--set 3'])
    const venues = ['venues.shop.platform-share=0.9', 'venues.stall.platform-share=0.3']
    expect(blamed(...venues, 'venues.shop.reach=0.5')).toEqual(['--set 2'])
  })

  it('and keeps its number where another is left out', () => {
    const set = [undefined, 'size.buyer=1']
    expect(placed(over, { set })).toEqual(['unknown-key --set 2:1:6'])
  })
})

it('a --set without a value is not an empty file', () => {
  const [found] = findingsOf(over, { set: ['runs='] })
  expect(messageOf(found)).toBe('runs has no value: write runs=VALUE')
})

describe('what was meant', () => {
  const more = { 'z.yaml': `${over}venues: { tiktok-shop: { nest: online, owner: owner } }` }
  const said = (text: string) =>
    findingsOf(`title: X\nextends: z\n${text}`, {}, more).map(({ suggestion }) => suggestion)

  it('is found by a part of a name', () => {
    expect(said('routes: { a: { from: tiktok, to: shop } }')).toEqual(['tiktok-shop'])
    expect(said('routes: { a: { from: TikTok, to: shop } }')).toEqual(['tiktok-shop'])
    expect(
      said(
        'policies: [{ closure: { venue: tiktok, announced: 2024-03-01, effective: 2024-03-08 } }]',
      ),
    ).toEqual(['tiktok-shop'])
    expect(said('rules: { exit: {} }')).toEqual(['entry-exit'])
    expect(said('routes: { a: { from: xyz, to: shop } }')).toEqual([undefined])
  })
})

describe('a scenario that forgot what it extends', () => {
  it('is told so once, and its own faults beside', () => {
    const text =
      'title: X\nvenues: { shopee: { comission: 5 %, flat-fee: 1,5 } }\nwindows: { w: soon }'
    expect(placed(text)).toEqual([
      'no-base x.yaml:1:1',
      'unknown-key x.yaml:2:21',
      'decimal-comma x.yaml:2:47',
      'no-date x.yaml:3:15',
    ])
    expect(formatFinding(findingsOf(text)[0])).toContain('did you forget extends: indonesia-2023?')
    expect(placed('title: X\nregions: { here: {} }')).toEqual(['no-base x.yaml:1:1'])
  })
})
