/** What a fit found as files: draws, parameters, targets, waves. */
import {
  csv,
  DRAW_COLUMNS,
  type FitFound,
  filedPaths,
  filedValues,
  type Table,
  valueAt,
} from '../../study/index.ts'

export function fitTables(found: FitFound): Table[] {
  return [
    ...(found.draws.length === 0
      ? []
      : [
          { name: 'draws.csv', text: drawsTable(found) },
          { name: 'parameters.csv', text: parametersTable(found) },
          { name: 'targets.csv', text: targetsTable(found) },
        ]),
    { name: 'waves.csv', text: wavesTable(found) },
    { name: 'against.csv', text: againstTable(found) },
  ]
}

function drawsTable({ fit, draws }: FitFound): string {
  const { experiment } = fit
  const rows = draws.map(({ point, weight, distance, seed }, at) => ({
    draw: at + 1,
    weight,
    distance,
    seed,
    ...Object.fromEntries(
      Object.entries(filedValues(experiment, point.sets[0])).map(([path, value]) => [
        path,
        numberIn(value),
      ]),
    ),
  }))
  return csv(rows, [...DRAW_COLUMNS, ...experiment.varied.flatMap(filedPaths)] as never)
}

/** A number as one: as text a minus would be taken for a formula. */
const numberIn = (value: string): number | string =>
  value !== '' && Number.isFinite(Number(value)) ? Number(value) : value

function parametersTable({ fit, marginals }: FitFound): string {
  const rows = fit.experiment.varied.map(({ path, label, unit, distribution }, factor) => {
    const { low, median, high, narrowed, distance, luck, moved } = marginals[factor]
    const at = (coordinate: number) => valueAt(distribution, coordinate)
    return {
      ...{ path, label, unit, from: at(0), to: at(1) },
      ...{ low: at(low), median: at(median), high: at(high) },
      ...{ narrowed, distance, luck, moved },
    }
  })
  return csv(rows, [
    ...(['path', 'label', 'unit', 'from', 'to', 'low', 'median', 'high'] as const),
    ...(['narrowed', 'distance', 'luck', 'moved'] as const),
  ])
}

function targetsTable({ targets }: FitFound): string {
  const rows = targets.map(({ target, isFittedOn, before, after, hitBefore, hitAfter }) => ({
    ...{
      target: target.what,
      use: isFittedOn ? 'fitted on' : 'check',
      origin: target.origin,
      unit: target.unit,
    },
    ...{ from: target.low, to: target.high, error: target.error },
    ...{ 'before 5 %': before.low, 'before 50 %': before.median, 'before 95 %': before.high },
    ...{ 'after 5 %': after.low, 'after 50 %': after.median, 'after 95 %': after.high },
    ...{ 'hit before': hitBefore, 'hit after': hitAfter },
  }))
  return csv(rows, Object.keys(rows[0]) as never)
}

function wavesTable({ fit, course, hits }: FitFound): string {
  const rows = hits.flatMap(({ each, all, runs }, at) => {
    const wave = course.waves[at]
    const stage = wave === undefined ? 'draws' : `wave ${wave.number}`
    const one = (target: string, hit: number, rulesOut: number) => ({
      ...{ stage, runs, left: wave?.left ?? Number.NaN, target, hit, 'rules out': rulesOut },
    })
    return [
      ...fit.targets.map(({ what }, k) => one(what, each[k], wave?.rulesOut[k] ?? Number.NaN)),
      one('all', all, Number.NaN),
    ]
  })
  return csv(rows, ['stage', 'runs', 'left', 'target', 'hit', 'rules out'])
}

function againstTable({ against }: FitFound): string {
  const rows = against.map(({ targets: [one, other], correlation, both }) => ({
    ...{ one, other, correlation, 'both hit': both },
  }))
  return csv(rows, ['one', 'other', 'correlation', 'both hit'])
}
