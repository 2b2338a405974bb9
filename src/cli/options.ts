/** The options of the program: each is declared once, with what it says of itself and how its value is read. */
import { availableParallelism } from 'node:os'
import type { Argv } from 'yargs'
import { kebab } from '../engine/index.ts'
import { AFFECTED } from '../market/index.ts'
import { CALLED } from '../node/index.ts'
import { LANGUAGES } from '../report/index.ts'
import { ambiguityOf, MAIN_WINDOW } from '../scenario/index.ts'
import { MOST_RUNS } from '../study/index.ts'
import { badInput } from './stop.ts'

/** What yargs hands to a command. */
export type Given = Readonly<Record<string, unknown>>

/** Told what is wrong with a value: `is 0, expected a whole number`. */
type Fault = (why: string) => void

interface Option<T> {
  readonly says: string
  readonly type: 'string' | 'boolean'
  /** As it is written, where that is not its name. */
  readonly called?: string
  /** Whether it is written `--no-` and its name. */
  readonly negated?: boolean
  readonly hidden?: boolean
  read(value: unknown, fault: Fault): T
}

/** What is given once, as text; a message can then say what was written. */
function once(value: unknown, fault: Fault): string | undefined {
  if (Array.isArray(value)) return void fault(`is given ${value.length} times`)
  if (typeof value === 'string' && value.trim() === '') return void fault('is empty')
  return value as string | undefined
}

/** A flag may be given again. */
const isGiven = (value: unknown): boolean => [value].flat().includes(true)

const flag = (says: string, more: Pick<Option<boolean>, 'hidden'> = {}): Option<boolean> => ({
  ...{ says, type: 'boolean', read: isGiven, ...more },
})

/** On unless it is switched off. */
const unless = (says: string): Option<boolean> => ({
  ...{ says, type: 'boolean', negated: true, read: (value) => !isGiven(value) },
})

const text = (says: string): Option<string | undefined> => ({ says, type: 'string', read: once })

/** It may be given several times. */
const list = (says: string): Option<readonly string[]> => ({
  ...{ says, type: 'string' },
  read: (value) => (value === undefined ? [] : [value as string | string[]].flat()),
})

/**
 * @param kind what is expected, in words
 * @param decimal whether a point before three digits may be a decimal point
 */
function numeric<T>(
  says: string,
  kind: string,
  fits: (value: number) => boolean,
  fallback: T,
  decimal = false,
): Option<number | T> {
  return {
    ...{ says, type: 'string' },
    read(given, fault) {
      const value = once(given, fault)
      if (value === undefined) return fallback
      const number = Number(value)
      // A point before three digits may set thousands apart: --days 1.000, --scale 50.000.
      const ambiguous = ambiguityOf(value, true)
      if (!fits(number) || ambiguous) {
        const either = decimal && ambiguous?.code === 'decimal-or-thousands' ? `${number} or ` : ''
        fault(
          `is ${value}, expected ${kind}${ambiguous?.write ? `: write ${either}${ambiguous.write}` : ''}`,
        )
      }
      return number
    },
  }
}

function count(says: string, most: number): Option<number | undefined>
function count(says: string, most: number, fallback: number): Option<number>
function count(says: string, most: number, fallback?: number) {
  const kind = `a whole number from 1 to ${most.toLocaleString('en')}`
  const fits = (value: number) => Number.isInteger(value) && value >= 1 && value <= most
  return numeric(says, kind, fits, fallback)
}

/** A share: 5% or 0.05. */
const share = (says: string): Option<number | undefined> => ({
  ...{ says, type: 'string' },
  read(given, fault) {
    const value = once(given, fault)
    if (value === undefined) return undefined
    const [, digits, percent] = /^\s*([\d.]+)\s*(%?)\s*$/.exec(value) ?? []
    const found = Number(digits ?? Number.NaN) / (percent === '%' ? 100 : 1)
    if (!(found > 0 && found <= 1)) fault(`is ${value}, expected e.g. 5% or 0.05`)
    return found
  },
})

const oneOf = <T extends string, F extends T | undefined>(
  says: string,
  known: readonly T[],
  fallback: F,
): Option<T | F> => ({
  ...{ says, type: 'string' },
  read(given, fault) {
    const value = once(given, fault)
    const found = known.find((one) => one === value)
    const expected = known.length > 2 ? `one of ${known.join(', ')}` : known.join(' or ')
    if (value !== undefined && found === undefined) fault(`is ${value}, expected ${expected}`)
    return found ?? fallback
  },
})

const QUICK_RUNS = 4

const OPTIONS = {
  quick: flag(`A small market and ${QUICK_RUNS} runs, for a first look`),
  runs: count(
    'Number of runs of each scenario, each with its own seed [as the scenario says]',
    10_000,
  ),
  seed: text('Seed of the random numbers: any text [as the scenario says]'),
  days: count('Run only the first N days', 1_000_000),
  scale: numeric(
    'Multiply the numbers of buyers, sellers and creators; listed sellers stay [1]',
    'a number above 0, up to 10,000',
    (value) => value > 0 && value <= 10_000,
    1,
    true,
  ),
  set: list(
    'Replace a value, e.g. size.buyers=50000 or policies.2.extra=10%; * stands for every row; may be given again',
  ),
  threads: count(
    'Number of threads; results do not depend on it [all cores]',
    1024,
    availableParallelism(),
  ),
  out: text('Folder for the results [output/<study>-<fingerprint>]'),
  files: unless('Print the answer only; write no folder'),
  report: unless('Write tables and runs, but neither charts nor the page'),
  cache: unless('Neither use baselines kept by earlier comparisons nor keep these'),
  language: {
    ...oneOf('Language of the report and its charts: en or id [en]', LANGUAGES, 'en'),
    called: 'lang',
  },
  strict: flag('Treat warnings as errors: exit code 2, and nothing is run'),
  json: flag('Print one JSON object'),
  // What --json=summary is called inside.
  jsonSummary: flag('', { hidden: true }),
  quiet: flag('No progress and no notes'),
  draws: count(
    'Run the pair over the first N draws of a fit: how far the parameters leave the answer open',
    1_000_000,
  ),
  drawsFile: text('A draws.csv of pasar fit [scenarios/studies/results/fit-2023/draws.csv]'),
  window: text(`Main window: a window of the policies, by its name [the one ${MAIN_WINDOW}]`),
  precision: share(
    'Add runs until the 95 % CI half-width is below this share of the effect, e.g. 5%',
  ),
  maxRuns: count(`Stop adding runs for --precision at this number [${MOST_RUNS}]`, 10_000),
  combine: flag('Also run all policies together, and compare with the sum of each'),
  why: flag('Decompose the effect by mechanism; runs more worlds, see docs/guide/reading.md'),
  trust: flag(
    'Run the programs of policies from outside, which stand in the manifest: they are somebody’s code',
  ),
  prove: flag('Check that the worlds are identical from day 1, not only in the last four weeks'),
  register: flag('Write down what the model predicts, before it is known what was seen'),
  targets: text('A targets file [scenarios/studies/targets-2023.yaml]'),
  dryRun: flag('Say how many runs there are and how long they take; run one of them'),
  only: text('Make one run again, by its key, and compare it with the one that is kept'),
  shard: text('Make one part, e.g. 2/8; for machines that share no folder: see study merge'),
  array: unless('Do not take the index of a job array for a part: share the folder'),
  study: text('The study file, where it is not where it was [as the parts say]'),
  vary: list(
    'What varies: a path as --set takes it, or PATH=FROM to TO, or PATH=[A, B]; may be given again',
  ),
  levels: text('Values of each of them, from end to end of its range [5]'),
  seeds: text('Runs at each point [2]'),
  grid: flag('Every value with every value of the others, not one at a time'),
  full: flag('The market as the scenario has it, not the quick one'),
  agent: text('Whom to ask: buyer:N (or N alone), seller:N, creator:N or platform:NAME'),
  day: text('The day to ask about, e.g. 2023-10-05'),
  firstDifference: flag(
    'The first day on which its decision differs under the policy, in both worlds',
  ),
  mostAffected: oneOf(
    `Report the agent with the largest change in income: ${AFFECTED.join(', ')} (of buyers, purchases)`,
    AFFECTED,
    undefined,
  ),
  run: count('Number of the run, each with its own seed [1]', 10_000, 1),
}

type Name = keyof typeof OPTIONS

/** What a command line asks for: options that it does not give, or that its command does not have, have their defaults. */
export type Options = { readonly [N in Name]: ReturnType<(typeof OPTIONS)[N]['read']> }

/** How an option is written, without its dashes. */
const written = (name: string, { called, negated }: Option<unknown>): string =>
  called ?? `${negated ? 'no-' : ''}${kebab(name)}`

/** @param says where an option says something else of this command */
export const withOptions = <T>(
  yargs: Argv<T>,
  names: readonly Name[],
  says: Partial<Record<Name, string>> = {},
): Argv<T> =>
  names.reduce((declared, name) => {
    const option: Option<unknown> = OPTIONS[name]
    const { type, hidden } = option
    const describe = says[name] ?? option.says
    const way = hidden ? { hidden } : { describe, ...(type === 'string' && { requiresArg: true }) }
    return declared.option(written(name, option), { type, ...way }) as unknown as Argv<T>
  }, yargs)

/** Of a command that writes no report. */
export const SAY_IN = 'Language of what is printed: en or id [en]'

/** An option that one command alone has. */
export const valued = (describe: string) =>
  ({ describe, type: 'string', requiresArg: true }) as const
export const switched = (describe: string) => ({ describe, type: 'boolean' }) as const

const SIZE = ['quick', 'runs', 'seed', 'days', 'scale', 'set'] as const
const KEPT = ['report', 'cache', 'language', 'strict', 'json'] as const
const STUDY: readonly Name[] = [
  ...SIZE,
  ...(['threads', 'out', 'files', ...KEPT, 'jsonSummary', 'quiet'] as const),
]

/** The options of a study of one question. */
export const withStudyOptions = <T>(yargs: Argv<T>, more: readonly Name[] = []): Argv<T> =>
  withOptions(yargs, [...STUDY, ...more], {
    out: 'Folder for the results [output/<scenario>-<fingerprint>]',
    report: 'Write tables and series, but neither charts nor the page',
    cache: `Neither use baselines kept by earlier comparisons nor keep this one; see ${CALLED} cache`,
    json: 'Print one JSON object; --json=summary: main results only',
  })

/** Those of a study of many runs, whatever it asks. */
export const MANY_RUNS = ['dryRun', 'threads', 'out', ...KEPT, 'quiet'] as const

/** What yargs hands to a command, checked and with defaults, and what is wrong with it. */
export function optionsOf(given: Given): {
  readonly options: Options
  readonly faults: string[]
} {
  const faults: string[] = []
  const read = Object.entries<Option<unknown>>(OPTIONS).map(([name, option]) => {
    const called = written(name, option)
    return [name, option.read(given[called], (why) => faults.push(`--${called} ${why}`))]
  })
  const options: Options = Object.fromEntries(read)
  faults.push(...contradictions(options))
  const { runs = options.quick ? QUICK_RUNS : undefined } = options
  return { options: { ...options, runs }, faults }
}

/** The options of a command that has nothing else to be checked. @throws Stop with what is wrong with them */
export function soundOptions(given: Given): Options {
  const { options, faults } = optionsOf(given)
  if (faults.length > 0) throw badInput(faults.join('\n'))
  return options
}

/** What does not go together. */
function contradictions(options: Options): string[] {
  const { files, out, maxRuns, precision, draws, drawsFile } = options
  const aside = ['precision', 'maxRuns', 'combine', 'why', 'prove'] as const
  return [
    ...(files || out === undefined
      ? []
      : ['--out names a folder, and --no-files writes none: give one of both']),
    ...(maxRuns === undefined || precision !== undefined
      ? []
      : ['--max-runs caps the runs of --precision, which is not given: see --runs']),
    ...(drawsFile === undefined || draws !== undefined
      ? []
      : ['--draws-file is given without --draws: how many of its draws?']),
    ...[...aside, 'strict' as const, 'jsonSummary' as const]
      .filter((one) => draws !== undefined && options[one] !== undefined && options[one] !== false)
      .map((one) => `--draws does not go with --${kebab(one)}`),
  ]
}
