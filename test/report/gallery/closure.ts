/** The charts of a comparison, from the kept study of the closure in a small market. */
import { readFileSync } from 'node:fs'
import { measures } from '../../../src/market/index.ts'
import { readSeries } from '../../../src/node/read-series.ts'
import {
  type Chart,
  charts,
  eventsOf,
  flowsChart,
  type Language,
  labelsIn,
  labelsOf,
  matrixChart,
  mechanismsChart,
  type ReportInput,
  winnersChart,
} from '../../../src/report/index.ts'
import { readScenario, type Scenario } from '../../../src/scenario/index.ts'
import {
  type Contribution,
  effects,
  type Flow,
  type GroupOutcome,
  type RunResult,
} from '../../../src/study/index.ts'
import { fromDisk } from '../../scenario/files.ts'

const FOLDER = 'test/golden/published/closure-small'
const POLICY = 'tiktok-shop-ban'
const WINDOW = 'first month (cut short)'

type Row = Readonly<Record<string, string>>

function rowsIn(file: string): Row[] {
  const [head, ...lines] = readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split('\n')
  const names = head.split(',')
  return lines
    .map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell])))
    .filter(({ scenario, window }) => scenario === POLICY && window === WINDOW)
}

const number = (text: string): number => (text === '' ? Number.NaN : Number(text))
const spread = (row: Row, name: string) => ({
  mean: number(row[name]),
  low: number(row[`${name}_low`]),
  high: number(row[`${name}_high`]),
})
const paired = (row: Row, name: string) => ({
  baseline: number(row[`${name}_baseline`]),
  policy: number(row[`${name}_policy`]),
  difference: number(row[`${name}_difference`]),
  low: number(row[`${name}_low`]),
  high: number(row[`${name}_high`]),
})

const outcomes = (): GroupOutcome[] =>
  rowsIn('winners.csv').map((row) => ({
    ...{ scenario: row.scenario, window: row.window, by: row.by as GroupOutcome['by'] },
    ...{ kind: row.kind, group: row.group },
    ...{ members: number(row.members), agents: number(row.agents) },
    ...{ income: paired(row, 'income'), jobs: paired(row, 'jobs') },
    ...{ survival: paired(row, 'survival'), losing: spread(row, 'losing') },
    ...{ gaining: spread(row, 'gaining'), positive: number(row.positive), runs: number(row.runs) },
  }))

const flows = (): Flow[] =>
  rowsIn('switching.csv').map((row) => ({
    ...{ scenario: row.scenario, window: row.window, side: row.side as Flow['side'] },
    ...{ from: row.origin, to: row.destination, unit: row.unit, runs: number(row.runs) },
    value: { mean: number(row.value), low: number(row.low), high: number(row.high) },
    ...(row.diversion === '' ? {} : { diversion: spread(row, 'diversion') }),
  }))

/** What a division over mechanisms would say: the kept study has none, so the numbers are made up. */
const CONTRIBUTIONS: readonly [mechanism: string, mean: number, half: number][] = [
  ['impulse', -38_000, 14_000],
  ['route', -9_000, 12_000],
  ['ownership', 0, 0],
  ['sourcing', 2_000, 5_000],
  ['whole', -45_000, 15_000],
]
const contributions: Contribution[] = CONTRIBUTIONS.map(([mechanism, mean, half]) => ({
  ...{ scenario: POLICY, measure: measures.work.umkmJobs.name, group: 'all', unit: 'people' },
  ...{ mechanism, runs: 4, value: { mean, low: mean - half, high: mean + half } },
}))

/** The worlds of the kept study, for their names and dates. */
function scenarios(): Scenario[] {
  return ['indonesia-2023', POLICY].map((name) => {
    const set = ['calendar.start=2023-07-03']
    const read = readScenario(`scenarios/${name}.yaml`, fromDisk, { set })
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.findings)}`)
    return read.scenario
  })
}

async function keptRuns(): Promise<RunResult[]> {
  const runs: RunResult[] = []
  for await (const series of readSeries(`${FOLDER}/series.parquet`))
    runs.push({ ...series, stateHash: '', milliseconds: 0 })
  return runs
}

export async function closureCharts(language: Language): Promise<Chart[]> {
  const [runs, [baseline, policy]] = [await keptRuns(), scenarios()]
  const of = (name: string) => runs.filter(({ scenario }) => scenario === name)
  const label = language === 'id' ? policy.indonesian.title : policy.title
  const report: ReportInput = {
    language,
    title: baseline.title,
    baseline: of('indonesia-2023'),
    policies: [{ name: POLICY, label, runs: of(POLICY), window: WINDOW }],
    // The first days of the closure, with which the kept study ends.
    effects: effects(of('indonesia-2023'), of(POLICY), { name: WINDOW, from: 94, to: 105 }),
    events: eventsOf(policy, language),
    labels: labelsIn(language, labelsOf([baseline, policy])),
    fingerprint: 'closure-small',
  }
  const about = (name: string) => ({ name, label, window: WINDOW })
  const all = flows()
  const gone = all.filter(({ side, from }) => side === 'market' || from === 'tiktok-shop')
  return [
    ...charts(report),
    winnersChart(report, outcomes(), about('winners')),
    flowsChart(report, gone, about('switching')),
    matrixChart(report, all, about('switching-matrix')),
    mechanismsChart(report, contributions, about('why')),
  ].filter((chart) => chart !== undefined)
}
