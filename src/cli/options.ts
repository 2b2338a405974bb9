/** The options of a study, as declared to yargs and as the commands get them. */
import { availableParallelism } from 'node:os'
import type { Argv } from 'yargs'
import { AFFECTED, type Affected } from '../market/index.ts'
import { LANGUAGES, type Language } from '../report/index.ts'
import { ambiguityOf } from '../scenario/index.ts'
import { CALLED } from './called.ts'
import { type Shard, shardFrom } from './shard.ts'
import { badInput } from './stop.ts'

export interface StudyOptions {
  /** As given; else what the scenario says. */
  readonly seed: string | undefined
  readonly runs: number | undefined
  readonly days: number | undefined
  readonly scale: number
  readonly set: readonly string[]
  readonly threads: number
  readonly out: string | undefined
  readonly quiet: boolean
  readonly json: boolean
  readonly quick: boolean
  /** Whether a folder is written. */
  readonly files: boolean
  /** Whether charts and the page are drawn. */
  readonly report: boolean
  /** Whether baselines kept by earlier comparisons are used, and this one's kept. */
  readonly cache: boolean
  /** Of the report and of chart files. */
  readonly language: Language
  /** Whether the proof begins on the first day. */
  readonly prove: boolean
  /** Half the interval of the main effect, as a share of it, until which runs are added. */
  readonly precision: number | undefined
  readonly maxRuns: number
  /** Whether the policies are run together too. */
  readonly combine: boolean
  /** Whether effects are divided over mechanisms. */
  readonly why: boolean
  /** The name of the main window. */
  readonly window: string | undefined
  /** Whether a warning is an error. */
  readonly strict: boolean
  /** Whether the one JSON object holds the effects of the main window alone. */
  readonly summary: boolean
}

/** What `--json=summary` is called inside. */
export const SUMMARY = 'json-summary'

const QUICK_RUNS = 4

/** Runs at which a study with a precision ends in any case. */
const MOST_RUNS = 64

/** An option with a value; it comes as text, so that a message can say what was written. */
const text = (describe: string) => ({ describe, type: 'string', requiresArg: true }) as const
const flag = (describe: string) => ({ describe, type: 'boolean' }) as const

export const THREADS = text('Number of threads; results do not depend on it [all cores]')

export const SET = text(
  'Replace a value, e.g. size.buyers=50000 or policies.2.extra=10%; * stands for every row; may be given again',
)

const LANG = text('Language of the report and its charts: en or id [en]')

/** Of what a command says in the terminal. */
export const SAY_IN = text('Language of what is found: en or id [en]')

export const STRICT = flag('Treat warnings as errors: exit code 2, and nothing is run')

export const withStudyOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('quick', flag(`A small market and ${QUICK_RUNS} runs, for a first look`))
    .option(
      'runs',
      text('Number of runs of each scenario, each with its own seed [as the scenario says]'),
    )
    .option('seed', text('Seed of the random numbers: any text [as the scenario says]'))
    .option('days', text('Run only the first N days'))
    .option(
      'scale',
      text('Multiply the numbers of buyers, sellers and creators; listed sellers stay [1]'),
    )
    .option('set', SET)
    .option('threads', THREADS)
    .option('out', text('Folder for the results [output/<scenario>-<fingerprint>]'))
    .option('no-files', flag('Print the answer only; write no folder'))
    .option('no-report', flag('Write tables and series, but neither charts nor the page'))
    .option(
      'no-cache',
      flag(
        `Neither use baselines kept by earlier comparisons nor keep this one; see ${CALLED} cache`,
      ),
    )
    .option('lang', LANG)
    .option('strict', STRICT)
    .option('json', flag('Print one JSON object; --json=summary: main results only'))
    .option(SUMMARY, { type: 'boolean', hidden: true })
    .option('quiet', flag('No progress and no notes'))

export type Given = Readonly<Record<string, unknown>>

/** Checks options one by one, and collects what is wrong with them. */
function checksOf(given: Given) {
  const faults: string[] = []
  /** A flag may be given again. */
  const is = (name: string) => [given[name]].flat().includes(true)
  const once = (name: string): string | undefined => {
    const value = given[name] as string | readonly string[] | undefined
    if (typeof value === 'object') faults.push(`--${name} is given ${value.length} times`)
    else if (value !== undefined && value.trim() === '') faults.push(`--${name} is empty`)
    return value as string | undefined
  }
  const numeric = (name: string, kind: string, fits: (value: number) => boolean) => {
    const value = once(name)
    if (typeof value !== 'string' || value.trim() === '') return undefined
    const number = Number(value)
    // A point before three digits may set thousands apart: --days 1.000, --scale 50.000.
    const ambiguous = ambiguityOf(value, true)
    if (!fits(number) || ambiguous) {
      const decimal = name === 'scale' && ambiguous?.code === 'decimal-or-thousands'
      const write = ambiguous?.write
        ? `: write ${decimal ? `${number} or ` : ''}${ambiguous.write}`
        : ''
      faults.push(`--${name} is ${value}, expected ${kind}${write}`)
    }
    return number
  }
  const count = (name: string, most: number) =>
    numeric(
      name,
      `a whole number from 1 to ${most.toLocaleString('en')}`,
      (value) => Number.isInteger(value) && value >= 1 && value <= most,
    )
  const part = (name: string) => {
    const value = once(name)
    if (typeof value !== 'string' || value.trim() === '') return undefined
    const [, digits, percent] = /^\s*([\d.]+)\s*(%?)\s*$/.exec(value) ?? []
    const found = Number(digits ?? Number.NaN) / (percent === '%' ? 100 : 1)
    if (!(found > 0 && found <= 1)) faults.push(`--${name} is ${value}, expected e.g. 5% or 0.05`)
    return found
  }
  return { faults, is, once, numeric, count, part }
}

function languageIn(once: (name: string) => string | undefined, faults: string[]): Language {
  const lang = once('lang') ?? 'en'
  const known = LANGUAGES.find((one) => one === lang)
  if (known === undefined) faults.push(`--lang is ${lang}, expected ${LANGUAGES.join(' or ')}`)
  return known ?? 'en'
}

/**
 * The language of what is said, by `--lang`.
 * @throws Stop where it is none that is spoken
 */
export function languageOf(given: Given): Language {
  const { faults, once } = checksOf(given)
  const language = languageIn(once, faults)
  if (faults.length > 0) throw badInput(faults.join('\n'))
  return language
}

/** What yargs hands to a command, checked and with defaults, and what is wrong with it. */
export function studyOptions(given: Given): {
  readonly options: StudyOptions
  readonly faults: string[]
} {
  const { faults, is, once, numeric, count, part } = checksOf(given)
  const quick = is('quick')
  const language = languageIn(once, faults)
  const options: StudyOptions = {
    language,
    seed: once('seed'),
    runs: count('runs', 10_000) ?? (quick ? QUICK_RUNS : undefined),
    days: count('days', 1_000_000),
    scale:
      numeric('scale', 'a number above 0, up to 10,000', (value) => value > 0 && value <= 10_000) ??
      1,
    set: listOf(given.set),
    threads: count('threads', 1024) ?? availableParallelism(),
    out: once('out'),
    quiet: is('quiet'),
    json: is('json') || given[SUMMARY] === true,
    quick,
    files: !is('no-files'),
    report: !is('no-report'),
    cache: !is('no-cache'),
    prove: is('prove'),
    precision: part('precision'),
    maxRuns: count('max-runs', 10_000) ?? MOST_RUNS,
    combine: is('combine'),
    why: is('why'),
    window: once('window'),
    strict: is('strict'),
    summary: given[SUMMARY] === true,
  }
  if (!options.files && options.out !== undefined)
    faults.push('--out names a folder, and --no-files writes none: give one of both')
  if (given['max-runs'] !== undefined && given.precision === undefined)
    faults.push('--max-runs caps the runs of --precision, which is not given: see --runs')
  return { options, faults }
}

/** An option that may be given several times. */
export const listOf = (given: unknown): string[] =>
  given === undefined ? [] : [given as string | string[]].flat()

const NO_REPORT = flag('Write tables and runs, but neither charts nor the page')

/** The options of an experiment. */
export const withExperimentOptions = <T>(yargs: Argv<T>) =>
  withFitOptions(yargs).option(
    'only',
    text('Make one run again, by its key, and compare it with the one that is kept'),
  )

/** Those of them that a fit has too, in which what is run follows from what was found. */
export const withFitOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('dry-run', flag('Say how many runs there are and how long they take; run one of them'))
    .option('threads', THREADS)
    .option('out', text('Folder for the results [output/<study>-<fingerprint>]'))
    .option('no-report', NO_REPORT)
    .option('no-cache', flag('Neither use baselines kept by earlier comparisons nor keep these'))
    .option('lang', LANG)
    .option('strict', STRICT)
    .option('json', flag('Print one JSON object'))
    .option('quiet', flag('No progress and no notes'))

/** Options by which many processes divide a study. */
export const withShardOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option(
      'shard',
      text('Make one part, e.g. 2/8; for machines that share no folder: see study merge'),
    )
    .option('no-array', flag('Do not take the index of a job array for a part: share the folder'))

export interface ExperimentSettings {
  /** A part of the runs, where machines share no folder. */
  readonly shard: Shard | undefined
  /** The key of the one run to make. */
  readonly only: string | undefined
  readonly threads: number
  readonly out: string | undefined
  readonly quiet: boolean
  readonly json: boolean
  readonly cache: boolean
  readonly dryRun: boolean
  /** Whether warnings are errors. */
  readonly strict: boolean
  readonly report: boolean
  readonly language: Language
}

/** @param environment where an index of a job array may stand; none where parts are no option */
export function experimentSettings(
  given: Given,
  environment: NodeJS.ProcessEnv = {},
): {
  readonly settings: ExperimentSettings
  /** What a person should know of them. */
  readonly said: string | undefined
  readonly faults: string[]
} {
  const { faults, is, once, count } = checksOf(given)
  const only = once('only')
  const useArray = !is('no-array') && !is('dry-run') && only === undefined
  const asked = shardFrom(once('shard'), useArray, environment)
  if ('fault' in asked) faults.push(asked.fault)
  const settings = {
    threads: count('threads', 1024) ?? availableParallelism(),
    out: once('out'),
    quiet: is('quiet'),
    json: is('json'),
    cache: !is('no-cache'),
    dryRun: is('dry-run'),
    strict: is('strict'),
    report: !is('no-report'),
    language: languageIn(once, faults),
    only,
    shard: 'fault' in asked ? undefined : asked.shard,
  }
  return { settings, said: 'fault' in asked ? undefined : asked.said, faults }
}

/** The options by which parts of a study are put together. */
export const withMergeOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('study', text('The study file, where it is not where it was [as the parts say]'))
    .option('out', text('Folder for the whole [output/<study>-<fingerprint>]'))
    .option('no-report', NO_REPORT)
    .option('lang', LANG)
    .option('json', flag('Print one JSON object'))

export interface MergeSettings
  extends Pick<ExperimentSettings, 'out' | 'report' | 'language' | 'json'> {
  readonly study: string | undefined
}

export function mergeSettings(given: Given): {
  readonly settings: MergeSettings
  readonly faults: string[]
} {
  const { faults, is, once } = checksOf(given)
  const settings = {
    study: once('study'),
    out: once('out'),
    report: !is('no-report'),
    language: languageIn(once, faults),
    json: is('json'),
  }
  return { settings, faults }
}

/** Threads of a task on a cluster, where none are asked for. */
const TASK_THREADS = 4

/** The options of a job script. */
export const withScriptOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option('threads', text(`Threads of a task [${TASK_THREADS}]`))
    .option('out', text('Folder for the results [output/<study>-<fingerprint>]'))
    .option('quiet', flag('No notes'))

export type ScriptSettings = Pick<ExperimentSettings, 'threads' | 'out' | 'quiet'>

export function scriptSettings(given: Given): {
  readonly settings: ScriptSettings
  readonly faults: string[]
} {
  const { faults, is, once, count } = checksOf(given)
  const settings = {
    threads: count('threads', 1024) ?? TASK_THREADS,
    out: once('out'),
    quiet: is('quiet'),
  }
  return { settings, faults }
}

/** The options of a sweep, beside those of an experiment. */
export const withSweepOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option(
      'vary',
      text(
        'What varies: a path as --set takes it, or PATH=FROM to TO, or PATH=[A, B]; may be given again',
      ),
    )
    .option('levels', text('Values of each of them, from end to end of its range [5]'))
    .option('seeds', text('Runs at each point [2]'))
    .option('grid', flag('Every value with every value of the others, not one at a time'))
    .option('full', flag('The market as the scenario has it, not the quick one'))

/** The options of a question to an agent. */
export const withExplainOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option(
      'agent',
      text('Whom to ask: buyer:N (or N alone), seller:N, creator:N or platform:NAME'),
    )
    .option('day', text('The day to ask about, e.g. 2023-10-05'))
    .option(
      'first-difference',
      flag('The first day on which it does something else under the policy, in both worlds'),
    )
    .option(
      'most-affected',
      text(
        `Ask the one whose income differs most under the policy: ${AFFECTED.join(', ')} (of buyers, purchases)`,
      ),
    )
    .option('run', text('Number of the run, each with its own seed [1]'))
    .option('quick', flag('A small market, as in a first look'))
    .option('seed', text('Seed of the random numbers: any text [as the scenario says]'))
    .option('scale', text('Multiply the numbers of buyers, sellers and creators [1]'))
    .option('set', SET)
    .option('lang', LANG)
    .option('json', flag('Print one JSON object'))
    .option('quiet', flag('No progress'))

export interface ExplainSettings {
  readonly agent: string | undefined
  readonly day: string | undefined
  readonly firstDifference: boolean
  readonly mostAffected: Affected | undefined
  readonly run: number
  readonly seed: string | undefined
  readonly language: Language
  readonly json: boolean
  readonly quiet: boolean
}

export function explainSettings(given: Given): {
  readonly settings: ExplainSettings
  readonly faults: string[]
} {
  const { faults, is, once, count } = checksOf(given)
  const kind = once('most-affected')
  const mostAffected = AFFECTED.find((one) => one === kind)
  if (kind !== undefined && mostAffected === undefined)
    faults.push(`--most-affected is ${kind}, expected one of ${AFFECTED.join(', ')}`)
  const settings = {
    agent: once('agent'),
    day: once('day'),
    firstDifference: is('first-difference'),
    mostAffected,
    run: count('run', 10_000) ?? 1,
    seed: once('seed'),
    language: languageIn(once, faults),
    json: is('json'),
    quiet: is('quiet'),
  }
  return { settings, faults }
}

/** What a baseline is held against. */
export const withTargets = <T>(yargs: Argv<T>) =>
  yargs.option('targets', text('A targets file [scenarios/studies/targets-2023.yaml]'))

/** How a comparison runs over the draws of a fit; nothing where it does not. */
export function drawsOptions(given: Given): {
  readonly draws: number | undefined
  readonly file: string | undefined
  readonly faults: string[]
} {
  const { faults, once, count } = checksOf(given)
  const [draws, file] = [count('draws', 1_000_000), once('draws-file')]
  if (file !== undefined && draws === undefined)
    faults.push('--draws-file is given without --draws: how many of its draws?')
  const others = ['precision', 'max-runs', 'combine', 'why', 'prove', 'strict', 'json-summary']
  for (const other of others)
    if (draws !== undefined && given[other] !== undefined && given[other] !== false)
      faults.push(`--draws does not go with --${other}`)
  return { draws, file, faults }
}

/** The options of a comparison. */
export const withCompareOptions = <T>(yargs: Argv<T>) =>
  yargs
    .option(
      'draws',
      text(
        'Run the pair over the first N draws of a fit: how far the parameters leave the answer open',
      ),
    )
    .option(
      'draws-file',
      text('A draws.csv of pasar fit [scenarios/studies/results/fit-2023/draws.csv]'),
    )
    .option(
      'window',
      text('Main window: a window of the policies, by its name [the first in effect]'),
    )
    .option(
      'precision',
      text('Add runs until the 95 % CI half-width is below this share of the effect, e.g. 5%'),
    )
    .option('max-runs', text(`Stop adding runs for --precision at this number [${MOST_RUNS}]`))
    .option('combine', flag('Also run all policies together, and compare with the sum of each'))
    .option(
      'why',
      flag('Decompose the effect by mechanism; runs more worlds, see docs/guide/reading.md'),
    )
    .option(
      'prove',
      flag('Check that the worlds are identical from day 1, not only in the last four weeks'),
    )
