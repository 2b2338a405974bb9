import { choice, date, flag, reference } from '../../engine/index.ts'
import { type Course, givenIn } from '../input.ts'
import { policy } from './policy.ts'

/**
 * Closes a venue: from `announced` on sellers and creators prepare, at `effective` the checkout ends. With
 * promotion allowed its attention may still lead to other venues by link; forbidden closes those routes
 * too. Permendag 31/2023 is the case announced on 26 September 2023 and effective on 4 October at 17:00.
 */
export const closure = policy({
  name: 'closure',
  does: 'closes the checkout of a venue after a grace period, with or without promotion by link',
  article: 'Permendag 31/2023: social commerce may promote, not take payments',
  settings: {
    venue: reference({ label: 'Venue that closes', to: 'venues', default: '' }),
    announced: date({ label: 'Day on which sellers learn of it' }),
    effective: date({ label: 'Moment from which no order can be paid' }),
    promotion: choice({
      label: 'Whether its feed may link to other venues',
      options: ['allowed', 'forbidden'],
      default: 'allowed',
    }),
    anticipated: flag({
      label: 'Whether sellers and creators prepare in the grace period',
      default: true,
    }),
    forGood: flag({
      label: 'Whether it is for good: neither it nor its attention may be reopened',
      default: false,
    }),
  },
  courses({ venue, announced, effective, promotion, anticipated }, input) {
    const shut = (row: number): Course => ({
      table: 'routes',
      row,
      field: 'open',
      at: 0,
      points: [[effective, 0]],
      linear: false,
    })
    const courses: Course[] = []
    input.tables.routes.forEach((_, route) => {
      const toVenue = givenIn(input, 'routes', route, 'to') === venue
      const fromVenue = givenIn(input, 'routes', route, 'from') === venue
      if (toVenue || (fromVenue && promotion === 'forbidden')) courses.push(shut(route))
    })
    if (anticipated)
      courses.push({
        table: 'venues',
        row: venue,
        field: 'closing',
        at: 0,
        points: [[announced, 1]],
        linear: false,
      })
    return courses
  },
})
