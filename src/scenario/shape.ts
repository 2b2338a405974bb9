/** What may stand at the top of a scenario beside the tables, and what stands there by default. */
import { DAYS_A_WEEK, type NumberParameter, number } from '../engine/index.ts'

export { GRADES } from '../engine/index.ts'

const fineness = {
  source: 'given: how finely the market is simulated; fewer agents, more sampling error',
  grade: 'given',
} as const
const textbook = { source: 'given: a textbook market is written by hand', grade: 'given' } as const

/** How many agents a run has. */
export const SIZE = {
  buyers: number({
    label: 'Buyers simulated',
    unit: 'buyers',
    default: 90000,
    range: [1, 1e7],
    ...fineness,
  }),
  sellers: number({
    label: 'Sellers simulated',
    unit: 'sellers',
    default: 10000,
    range: [1, 1e6],
    ...fineness,
  }),
  creators: number({
    label: 'Creators simulated',
    unit: 'creators',
    default: 1200,
    range: [0, 65535],
    ...fineness,
  }),
}

export const RUNS = number({
  label: 'Runs with different seeds',
  unit: 'runs',
  default: 8,
  range: [1, 10000],
  source: 'given: how many pairs of markets are averaged; more runs, narrower intervals',
  grade: 'given',
})

/** Days that a run may have, however its end is written. */
export const MOST_DAYS = 14_000

/** Agents of a kind that a run may have, whatever they are multiplied by: more have no room in memory. */
export const MOST_AGENTS = 1e8

export const WEEKS = number({
  label: 'Weeks to simulate',
  unit: 'weeks',
  default: 300,
  range: [1, MOST_DAYS / DAYS_A_WEEK],
  ...textbook,
})

/** The buyers of a textbook market, all alike. */
export const BUYERS = {
  count: number({
    label: 'Buyers simulated',
    unit: 'buyers',
    default: 20000,
    range: [1, 1e7],
    ...textbook,
  }),
  priceSensitivity: number({
    label: 'Price sensitivity (alpha)',
    unit: '1/kRp',
    default: 0.04,
    range: [0, 100],
    ...textbook,
  }),
  occasions: number({
    label: 'Shopping occasions per buyer',
    unit: '1/week',
    default: 1,
    range: [0, 20],
    ...textbook,
  }),
  outside: number({
    label: 'Utility of the outside option (no purchase)',
    unit: 'utils',
    default: 0,
    range: [-50, 50],
    ...textbook,
  }),
}

export const CALENDAR = {
  start: 'First day, a Monday',
  end: 'Last day, included',
  weeks: 'Weeks to simulate, instead of `end`',
  lebaran: 'Dates on which Lebaran falls',
  'double-dates': 'Double dates (9.9, 10.10, 11.11 and 12.12) are shopping days',
  'solve-until': 'Constants are calibrated to the target shares before this day',
  ground: 'Source of the dates',
} as const

/** Which window is the main one, wherever that is said. */
export const MAIN_WINDOW = 'marked `main: true`, or else the first in which the policy is in effect'

/** Keys of the top that are no table. */
export const TOP = {
  title: 'Name of the scenario',
  question: 'The question it answers',
  indonesian: 'Title and question in Indonesian, for the report',
  extends: 'Scenario that it extends',
  use: 'Files of policies of its own, each exporting a policy',
  textbook: 'Small market with a known answer: whatever is omitted is neutral',
  ground:
    'Source of the numbers below it, unless given with the number; in a table also field by field',
  calendar: 'The days of the run',
  size: 'Number of agents in a run',
  seed: 'Any text: the same seed gives the same run',
  runs: RUNS.label,
  buyers: 'The buyers of a textbook market',
  rules: 'Parameters of the rules of the day',
  courses: 'Values of tables that change over time (dated paths)',
  policies: 'Policies of the catalogue, with dates',
  windows:
    'Periods to report, written `2023-10-05 to 2023-11-03`, or by a policy’s dates: `closure + 1 day to closure + 30 days`, `closure.announced to closure - 1 day`; `{ days: ..., main: true }` marks one. The main window, whose effects are the answer, is the one ' +
    MAIN_WINDOW,
} as const

/** Keys of a number that carries its source. */
/** What a number rests on. */
export const GROUND = ['source', 'grade', 'note'] as const

export const SOURCED = ['value', 'unit', 'range', ...GROUND] as const

/** What a course does to a value beside setting it, with amounts from dates on. */
export const COURSE_OPERATIONS = {
  'at-most': 'Caps the value in force: `{ 2023-10-04: 5 % }`; the end of its range ends it',
  'at-least': 'Puts a floor under the value in force; the end of its range ends it',
  add: 'Adds to the value in force, in its unit, also below 0; 0 ends it',
  multiply: 'Multiplies the value in force by a plain number; 1 ends it',
} as const

export const COURSE = {
  points: 'Value from each date on: `{ 2023-06-01: 4.3 % }`',
  ...COURSE_OPERATIONS,
  linear:
    'Straight lines between the dates instead of steps; of `points` where they stand beside an operation',
  ground: 'Source of the numbers',
} as const

export const wholeNumbers: readonly NumberParameter[] = [
  ...Object.values(SIZE),
  RUNS,
  WEEKS,
  BUYERS.count,
]

/** Units of what comes in whole numbers. */
const COUNTED = [
  ...['people', 'buyers', 'sellers', 'creators', 'firms', 'runs', 'slots', 'items'],
  ...['firms/week', 'people/event-day', 'stalls/event', 'pieces/week'],
]

/** Whether a number counts, so that a point before three digits may mean thousands. */
export const isCount = (parameter: NumberParameter): boolean =>
  wholeNumbers.includes(parameter) || COUNTED.includes(parameter.unit)
