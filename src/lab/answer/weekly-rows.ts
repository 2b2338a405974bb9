/** The measures that are drawn, week by week and run by run, as rows of a table. */
import { DAYS_A_WEEK, dateOfDay, dayOfDate } from '../../engine/index.ts'
import { MEASURES } from '../../market/index.ts'
import { groupsOf, meanOf, type Study } from '../../study/index.ts'

/** Measures that have a chart over time or a headline. */
const TOLD = MEASURES.filter(({ overTime, headline }) => overTime ?? headline).map(
  ({ name }) => name,
)

export const weeklyRows = ({ results }: Study) =>
  results.flatMap((run) => {
    const zero = dayOfDate(run.start)
    const groups = groupsOf(run.cells).filter(
      ({ measure, dimension }) =>
        TOLD.includes(measure) && ['all', 'venue', 'kind'].includes(dimension),
    )
    return groups.flatMap(({ cell, measure, unit, dimension, row }) =>
      Array.from({ length: Math.floor(run.days / DAYS_A_WEEK) }, (_, week) => {
        const from = week * DAYS_A_WEEK
        return {
          scenario: run.scenario,
          run: run.run,
          week: dateOfDay(zero + from),
          measure,
          venue: dimension === 'venue' ? row : 'all',
          kind: dimension === 'kind' ? row : 'all',
          unit,
          value: meanOf(run, cell, { from, to: from + DAYS_A_WEEK }),
        }
      }),
    )
  })
