/** Compares over the draws of a fit: goes on where it stopped, and writes its folder. */
import { dirname, join } from 'node:path'
import type { DrawsFrom } from '../report/index.ts'
import { BadInput, heldBy, type Scenario, scenarioName, shellLine } from '../scenario/index.ts'
import {
  type ExperimentProgress,
  isOfAnother,
  type OverDraws,
  type OverDrawsFound,
  overDrawsFound,
  overDrawsOf,
  readDraws,
  readWritten,
  refuseWindow,
} from '../study/index.ts'
import { codeVersion } from './code-version.ts'
import { loadScenario } from './disk.ts'
import { failedOf, folderFor, writeOverDraws } from './experiment-results.ts'
import { makeRuns, withTools } from './many-runs.ts'
import { DRAWS, shipped } from './shipped.ts'
import type { Watcher } from './watcher.ts'

export interface DrawsAsked {
  /** How many draws, and of which file; else of the fit that comes with the program. */
  readonly draws: number
  readonly drawsFile?: string | undefined
  /** Laid over the scenarios, beneath the draws. */
  readonly set: readonly string[]
  readonly quick: boolean
  readonly scale: number
  readonly days?: number | undefined
  readonly seed?: string | undefined
  readonly runs?: number | undefined
  /** The name of the main window. */
  readonly window?: string | undefined
  readonly threads: number
  readonly files: boolean
  readonly out?: string | undefined
  /** The command line without the program. */
  readonly command: readonly string[]
}

export interface OverDrawsMade {
  readonly found: OverDrawsFound
  readonly from: DrawsFrom
  readonly progress: ExperimentProgress
  readonly failed: number
  /** The folder; undefined where none is written. */
  readonly path: string | undefined
}

/**
 * @param files the paths of the scenarios, the baseline first
 * @throws BadInput where draws and scenarios do not go together
 */
export async function makeOverDraws(
  files: readonly string[],
  scenarios: readonly Scenario[],
  asked: DrawsAsked,
  watcher: Watcher,
): Promise<OverDrawsMade> {
  const code = codeVersion()
  const { over, from } = readOver(files, scenarios, asked, code)
  const { experiment, plan } = over
  const path = asked.files ? (asked.out ?? folderFor(experiment, plan)) : undefined
  const text = `# ${shellLine(asked.command)}\n`
  const identity = { fingerprint: plan.fingerprint, title: experiment.title, text, code }
  return withTools(path, identity, asked.threads, watcher, async (tools) => {
    const { folder, journal } = tools
    const progress = await makeRuns(experiment, plan, tools, { code, what: 'pairs' }, watcher)
    const found = overDrawsFound(over, journal.entries())
    if (folder !== undefined) writeOverDraws(found, folder)
    const failed = folder === undefined ? progress.broken : failedOf(plan, folder).length
    return { found, from, progress, failed, path }
  })
}

function readOver(
  files: readonly string[],
  scenarios: readonly Scenario[],
  asked: DrawsAsked,
  code: string,
): { readonly over: OverDraws; readonly from: DrawsFrom } {
  const { set, quick, scale, days, window } = asked
  const held = readWritten(files, loadScenario, set).read.map((one) => heldBy(one))
  const file = asked.drawsFile ?? shipped(DRAWS)
  const read = readDraws(textOf(file), held[0])
  if (!read.ok) throw new BadInput(`${file}: ${read.fault}`)
  if (isOfAnother(file, loadScenario, scenarios[0]))
    throw new BadInput(
      `${file}: its draws go with another baseline than ${files[0]} as it is${set.length > 0 ? ' with --set' : ''}\n${set.length > 0 ? 'leave --set out, or ' : ''}fit it anew with pasar fit, and name its draws with --draws-file`,
    )
  if (asked.draws > read.draws.length)
    throw new BadInput(`--draws is ${asked.draws}, but ${file} has ${read.draws.length} draws`)
  const over = overDrawsOf(
    {
      ...{ files, scenarios, held, set, window, file, paths: read.paths },
      of: read.draws.length,
      size: { quick, scale, ...(days === undefined ? {} : { days }) },
      seed: asked.seed ?? scenarios[0].seed,
      runs: asked.runs ?? scenarios[0].runs,
      draws: read.draws.slice(0, asked.draws),
    },
    code,
  )
  if (over.posterior.laid.length === 0)
    throw new BadInput(
      `the scenarios change every parameter of ${file} themselves: there is nothing to draw`,
    )
  refuseWindow(over)
  return { over, from: { file, of: read.draws.length, title: titleBeside(file) } }
}

/** @throws BadInput where there is no such file */
function textOf(file: string): string {
  const loaded = loadScenario(file)
  if (loaded !== undefined && 'text' in loaded) return loaded.text
  throw new BadInput(`${file}: there is no file of draws; make one with pasar fit`)
}

/** The title of the fit, from what `pasar fit` wrote beside its draws. */
function titleBeside(file: string): string | undefined {
  const loaded = loadScenario(join(dirname(file), 'fit.json'))
  if (loaded === undefined || !('text' in loaded)) return undefined
  try {
    const { title } = JSON.parse(loaded.text)
    return `${scenarioName(dirname(file))} (${String(title)})`
  } catch {
    return undefined
  }
}
