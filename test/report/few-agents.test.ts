/** Groups of few agents in files and charts: their size beside them, no interval, grey. */
import { describe, expect, it } from 'vitest'
import { charts, tablesOf } from '../../src/report/index.ts'
import { pageWords } from '../../src/report/page-words.ts'
import { type Answer, effects, levels } from '../../src/study/index.ts'
import { cell, runOf } from '../study/synthetic.ts'

const KINDS = { producer: 322, trader: 7 }
const kinds = Object.entries(KINDS)
const cells = [
  cell('umkm jobs', { unit: 'people' }),
  ...kinds.map(([kind]) => cell('umkm jobs', { kind, unit: 'people' })),
  ...['agents', 'members'].flatMap((size) => kinds.map(([kind]) => cell(size, { kind }))),
]
const world = (scenario: string, change: number) =>
  [1, 2, 3].map((run) =>
    runOf(scenario, run, cells, [
      [
        ...[9e6 + change * run, 8e6 + change * run, 1e6 + change * run],
        ...kinds.flatMap(([, agents]) => agents),
        ...kinds.flatMap(([, agents]) => 1000 * agents),
      ],
    ]),
  )
const [base, ban] = [world('base', 0), world('ban', -900)]
const window = { name: 'a day', from: 0, to: 1 }
const dates = { window: 'a day', from: '2022-07-04', to: '2022-07-04' }
const found = effects(base, ban, window)

const none = { people: { winners: [], switching: [], elsewhere: [], recovery: [] }, why: [] }
const answer = (policies: readonly object[]): Answer =>
  ({
    question: { policies },
    results: [],
    effects: [{ ...dates, scenario: 'ban', effects: found }],
    levels: [{ ...dates, levels: levels(base, window) }],
    combined: [],
    ...none,
  }) as unknown as Answer

describe('the files', () => {
  it.each([
    ['effects.csv', [{}]],
    ['levels.csv', []],
  ])('%s has members and agents of every group', (name, policies) => {
    const { text } = tablesOf(answer(policies)).find((table) => table.name === name)!
    const [head, ...rows] = text.trimEnd().split('\n')
    const at = (row: string, column: string) => row.split(',')[head.split(',').indexOf(column)]
    const told = rows.map((row) =>
      ['group', 'members', 'agents', 'low'].map((column) => at(row, column)),
    )
    expect(told.map(([group, members, agents]) => [group, members, agents])).toEqual([
      ['all', '', ''],
      ['producer', '322000', '322'],
      ['trader', '7000', '7'],
    ])
    expect(told.map(([, , , low]) => low === '')).toEqual([false, false, true])
  })
})

describe('the chart of gains and losses', () => {
  const drawn = (language: 'en' | 'id') =>
    charts({
      ...{ language, title: 'Base', baseline: base, events: [], labels: {}, fingerprint: 'x' },
      policies: [{ name: 'ban', label: 'Ban', runs: ban }],
      effects: found,
    }).find(({ name }) => name === 'effects')!

  it.each(['en', 'id'] as const)('has their number behind the name, and grey in %s', (language) => {
    const say = pageWords[language]
    const text = JSON.stringify(drawn(language).spec)
    const rows = text.match(/\{"label":"[^}]*\}/g)!.map((row) => JSON.parse(row))
    const few = rows.find(({ label }) => label.endsWith('(7)'))
    expect(few).toMatchObject({ few: true, direction: say.few })
    expect(few).not.toHaveProperty('low')
    expect(few.text).toContain(say.few)
    expect(rows.find(({ label }) => label.endsWith('(322)'))).toHaveProperty('low')
    expect(text).toContain(say.agentsNote)
    expect(text).toContain(say.fewInCharts(10))
  })
})
