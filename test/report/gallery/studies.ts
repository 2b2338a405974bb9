/**
 * The charts of studies: of a market with one seller, whose price is solved on paper, so that no market has to be run.
 * Facts and a fit have numbers that are made up.
 */
import { fitCharts } from '../../../src/report/fit/charts.ts'
import {
  type Chart,
  experimentCharts,
  factsCharts,
  type Language,
} from '../../../src/report/index.ts'
import {
  type Entry,
  experimentFound,
  type FitFound,
  factsFound,
  planOf,
  readFacts,
} from '../../../src/study/index.ts'
import { experimentOf } from '../../study/experiment/small.ts'
import { words } from '../../study/facts/files.ts'
import { shippedTargets } from '../../study/targets/shipped.ts'

/** How strongly buyers respond to a price, per thousand rupiah. */
const ALPHA = 2

/** The best price of one seller facing logit demand, `c + (1 + W) / alpha`, with W by Newton's method. */
function solvedPrice(cost: number, quality: number): number {
  const x = Math.exp(quality - ALPHA * cost - 1)
  let w = Math.log(1 + x)
  for (let step = 0; step < 40; step++) w -= (w * Math.exp(w) - x) / (Math.exp(w) * (w + 1))
  return Number((cost + (1 + w) / ALPHA).toPrecision(9))
}

const VARY = `vary:
  sellers.Ani.cost: 0.5 to 1.5
  sellers.Ani.quality: 3 to 5
`
const DESIGNS = {
  'one-at-a-time': `${VARY}design: { one-at-a-time: { levels: 5 } }\n`,
  grid: `${VARY}design: { grid: { levels: 5 } }\n`,
  morris: `${VARY}design: { morris: { trajectories: 8 } }\n`,
  sobol: `${VARY}design: { sobol: { base: 64 } }\n`,
  points: `${VARY}design: { latin-hypercube: { points: 64 } }\n`,
  variants: 'variants: [finer]\n',
}

function studied(name: string, design: string, language: Language): Chart[] {
  const { experiment } = experimentOf(`title: What the price of one seller hangs on
indonesian: { title: 'Harga satu penjual bergantung pada apa' }
baseline: one
policies: [dear]
${design}market: full
seeds: 2
outcomes:
  rise of the price: { measure: seller price, venue: Ani }
`)
  const plan = planOf(experiment)
  const entries = plan.keys.flatMap((keys, at) => {
    const point = plan.points[at]
    const [cost, quality] =
      name === 'variants'
        ? [1, point.key === 'finer' ? 6 : 4]
        : [0.5 + (point.unit[0] ?? 0.5), 3 + 2 * (point.unit[1] ?? 0.5)]
    return keys.map((key, seed): [string, Entry] => {
      // The two seeds lie a little above and below what is solved, as runs do.
      const chance = (seed === 0 ? 1 : -1) * 0.004 * (1 + (at % 3))
      const baseline = [solvedPrice(cost, quality)]
      const policy = [solvedPrice(1.5 * cost, quality) + chance]
      return [key, { key, seed: `${seed}`, baseline, policy, states: [], seconds: 0 }]
    })
  })
  return experimentCharts(experimentFound(experiment, plan, new Map(entries)), language)
}

const FACTS = `title: What was seen
indonesian: { title: Yang teramati }
baseline: base
policies: [closed]
facts:
  S recaptures: { id: V1, indonesian: S menampung, statistic: { recaptured-by: S, from: T }, band: 38 to 49, source: x, grade: A }
  sales of S: { id: V2, indonesian: penjualan S, statistic: { measure: sales, venue: S, in: after, of: percent }, band: 11.5 to 13, source: x, grade: A }
`

function factsChart(language: Language): Chart[] {
  const read = readFacts('facts.yaml', words({ 'facts.yaml': FACTS }))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  const { facts } = read
  const values = [
    { values: [42, 44], proportional: 30, none: Number.NaN },
    { values: [20, 22], proportional: 8.3, none: 0 },
  ]
  const found = factsFound(
    facts.facts,
    values.map(({ values: both, ...nulls }) =>
      both.map((value, run) => ({ draw: 0, run, value, ...nulls, agents: Number.NaN })),
    ),
  )
  return factsCharts({ found: { facts, seed: 'x', runs: 2, broken: [], found } }, language)
}

function fitChartsOf(language: Language): Chart[] {
  const { experiment } = experimentOf(`title: A fit
indonesian: { title: Sebuah penyesuaian }
baseline: one
${VARY}design: { latin-hypercube: { points: 16 } }
market: full
seeds: 1
outcomes:
  price: { measure: seller price, venue: Ani, of: level }
`)
  const draws = Array.from({ length: 60 }, (_, at) => ({
    point: { unit: [0.3 + 0.4 * ((at * 0.618) % 1), (at * 0.7549) % 1] },
    weight: 1 / 60,
  }))
  const targets = shippedTargets()
    .filter(({ low, high }) => high > low)
    .slice(0, 4)
    .map((target, at) => {
      const [middle, half] = [(target.low + target.high) / 2, (target.high - target.low) / 2]
      const around = (at: number, width: number) => ({
        median: middle + at * half,
        low: middle + (at - width) * half,
        high: middle + (at + width) * half,
      })
      return { target, before: around(0.5 - at / 2, 1.8), after: around(0.2 - at / 4, 0.7) }
    })
  return fitCharts(
    {
      fit: { experiment },
      course: { plan: { fingerprint: 'x' } },
      ...{ draws, targets, runs: 100, marginals: [{ moved: true }, { moved: false }] },
    } as unknown as FitFound,
    language,
  )
}

/** Every chart of studies under its kind. */
export function studyCharts(language: Language): Chart[] {
  const made = Object.entries(DESIGNS).flatMap(([name, design]) => studied(name, design, language))
  const kinds = new Map<string, Chart>()
  for (const chart of [...made, ...factsChart(language), ...fitChartsOf(language)]) {
    const kind = chart.name.replace(/-\d+$/, '')
    if (!kinds.has(kind)) kinds.set(kind, { ...chart, name: kind })
  }
  return [...kinds.values()]
}
