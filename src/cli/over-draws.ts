/** Compares over the draws of a fit: goes on where it stopped, prints what it found, writes its folder. */
import { dirname, join } from 'node:path'
import {
  codeVersion,
  DRAWS,
  folderFor,
  loadScenario,
  shipped,
  writeOverDraws,
} from '../node/index.ts'
import { type DrawsFrom, overDrawsLines, overDrawsObject } from '../report/index.ts'
import { heldBy, type Scenario, scenarioName, shellLine } from '../scenario/index.ts'
import {
  isOfAnother,
  type OverDraws,
  overDrawsFound,
  overDrawsOf,
  readDraws,
} from '../study/index.ts'
import { endOf, making, tellRest, working } from './making.ts'
import type { StudyOptions } from './options.ts'
import { delivered } from './say.ts'
import { readWritten } from './scenarios.ts'
import { badInput } from './stop.ts'

/** What was asked of draws. */
interface Asked {
  readonly draws: number
  readonly file: string | undefined
}

/** @returns the exit code */
export async function overDraws(
  files: readonly string[],
  scenarios: readonly Scenario[],
  asked: Asked,
  options: StudyOptions,
): Promise<number> {
  const code = codeVersion()
  const { over, from } = readOver(files, scenarios, asked, options, code)
  const { experiment, plan } = over
  const { threads, quiet, json } = options
  const path = options.files ? (options.out ?? folderFor(experiment, plan)) : undefined
  const text = `# ${shellLine(process.argv.slice(2))}\n`
  const identity = { fingerprint: plan.fingerprint, title: experiment.title, text, code }
  return working(path, identity, threads, async (tools) => {
    const made = await making(experiment, plan, tools, { code, quiet, what: 'pairs' })
    const { folder } = tools
    const found = overDrawsFound(over, tools.journal.entries())
    if (folder !== undefined) writeOverDraws(found, folder)
    const written = folder === undefined ? [] : ['', `written to ${folder.path}`]
    await delivered(
      json
        ? JSON.stringify(overDrawsObject(found, from))
        : [...overDrawsLines(found, from), ...written],
    )
    tellRest(made, plan, folder, 'pairs')
    return endOf(made)
  })
}

/** @throws Stop where draws and scenarios do not go together */
function readOver(
  files: readonly string[],
  scenarios: readonly Scenario[],
  asked: Asked,
  options: StudyOptions,
  code: string,
): { readonly over: OverDraws; readonly from: DrawsFrom } {
  const held = readWritten(files, options.set).map(heldBy)
  const file = asked.file ?? shipped(DRAWS)
  const read = readDraws(textOf(file), held[0])
  if (!read.ok) throw badInput(`${file}: ${read.fault}`)
  if (isOfAnother(file, loadScenario, scenarios[0]))
    throw badInput(
      `${file}: its draws go with another baseline than ${files[0]} as it is${options.set.length > 0 ? ' with --set' : ''}\n${options.set.length > 0 ? 'leave --set out, or ' : ''}fit it anew with pasar fit, and name its draws with --draws-file`,
    )
  if (asked.draws > read.draws.length)
    throw badInput(`--draws is ${asked.draws}, but ${file} has ${read.draws.length} draws`)
  const { quick, scale, days, seed, runs, window, set } = options
  const over = overDrawsOf(
    {
      ...{ files, scenarios, held, set, window, file, paths: read.paths },
      of: read.draws.length,
      size: { quick, scale, ...(days === undefined ? {} : { days }) },
      seed: seed ?? scenarios[0].seed,
      runs: runs ?? scenarios[0].runs,
      draws: read.draws.slice(0, asked.draws),
    },
    code,
  )
  if (over.posterior.laid.length === 0)
    throw badInput(
      `the scenarios change every parameter of ${file} themselves: there is nothing to draw`,
    )
  refuseWindow(over, scenarios)
  return { over, from: { file, of: read.draws.length, title: titleBeside(file) } }
}

/** @throws Stop where no scenario has the window */
function refuseWindow({ experiment }: OverDraws, scenarios: readonly Scenario[]): void {
  const known = scenarios.flatMap(({ windows }) => windows.map(({ name }) => name))
  const [{ window }] = experiment.outcomes
  if (window !== undefined && !known.includes(window))
    throw badInput(
      `--window is ${window}, which is no window of these scenarios\nthey have: ${known.join(', ') || 'none'}`,
    )
}

/** @throws Stop where there is no such file */
function textOf(file: string): string {
  const loaded = loadScenario(file)
  if (loaded !== undefined && 'text' in loaded) return loaded.text
  throw badInput(`${file}: there is no file of draws; make one with pasar fit`)
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
