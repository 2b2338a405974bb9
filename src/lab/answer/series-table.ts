/** The numbers of a chart over time, as a table: means of four weeks in both worlds. */
import { DAYS_A_MONTH, dateOfDay, dayOfDate } from '../../engine/index.ts'
import { MEASURES } from '../../market/index.ts'
import {
  displayUnit,
  formatDate,
  formatNumber,
  type Language,
  labelsIn,
  labelsOf,
  nameOf,
  table,
} from '../../report/index.ts'
import {
  groupsBy,
  meanInterval,
  meanOf,
  placeOf,
  type RunResult,
  runsOf,
  type Study,
} from '../../study/index.ts'
import { labWords } from '../words.ts'

/** @returns undefined of a chart that is not over time */
export function seriesTable(name: string, study: Study, language: Language): string | undefined {
  const measure = MEASURES.find(({ overTime }) => overTime?.name === name)
  if (measure === undefined) return undefined
  const { by } = measure.overTime!
  const [before, after] = study.scenarios.map((scenario) => runsOf(study.results, scenario.name))
  const labels = labelsIn(language, labelsOf(study.scenarios))
  const rows = groupsBy(study.results, measure, by).map(({ row }) => row)
  const days = Math.min(...study.results.map((run) => run.days))
  const starts = Array.from(
    { length: Math.floor(days / DAYS_A_MONTH) },
    (_, nth) => nth * DAYS_A_MONTH,
  )
  const mean = (runs: readonly RunResult[], row: string, from: number) =>
    meanInterval(
      runs.map((run) =>
        meanOf(run, placeOf(run, measure, row === 'all' ? {} : { [by]: row }), {
          from,
          to: from + DAYS_A_MONTH,
        }),
      ),
    ).mean
  const all = starts.map((from) =>
    rows.map((row) => [mean(before, row, from), mean(after, row, from)] as const),
  )
  const largest = Math.max(...all.flat(2).filter(Number.isFinite).map(Math.abs))
  const unit = displayUnit(measure.unit, largest, language)
  const print = (value: number) => formatNumber(value * unit.factor, language)
  const say = labWords[language]
  const zero = dayOfDate(study.scenarios[0].input.start)
  return table(
    `${measure.label[language]}, ${unit.name} (${say.without} / ${say.with})`,
    [say.week, ...rows.map((row) => nameOf(row, language, labels))],
    all.map((cells, at) => [
      formatDate(dateOfDay(zero + starts[at]), language),
      ...cells.map(([without, under]) => `${print(without)} / ${print(under)}`),
    ]),
  )
}
