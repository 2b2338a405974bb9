/** Puts the parts of a study together and says what they found. */
import {
  codeVersion,
  failedOf,
  folderFor,
  loadScenario,
  type Merging,
  mergeFolders,
  readMerging,
} from '../node/index.ts'
import { formatFinding, shellWord } from '../scenario/index.ts'
import { type Experiment, type Plan, planHash, planOf, readStudyFile } from '../study/index.ts'
import { CALLED } from './called.ts'
import { conclude, identityOf } from './experiment.ts'
import { endOf, opened, said, tellFailed } from './making.ts'
import type { MergeSettings } from './options.ts'
import { note } from './say.ts'
import { badInput } from './stop.ts'

/** @returns the exit code: the worst of what became of the runs */
export async function mergeParts(
  paths: readonly string[],
  settings: MergeSettings,
): Promise<number> {
  const code = codeVersion()
  const merging = readParts(paths, code)
  const file = settings.study ?? merging.parts[0].plan.file
  if (file === undefined)
    throw badInput('the parts name no study file: say where it is with --study FILE')
  const { experiment, plan } = plannedBy(file, merging, code)
  const path = settings.out ?? folderFor(experiment, plan)
  const identity = identityOf(experiment, plan, { text: merging.text, file }, code)
  // Whose the folder is is said first; what is laid into it is read when it is opened anew.
  opened(path, identity).close()
  mergeFolders(merging, path)
  const folder = opened(path, identity)
  try {
    const asked = plan.runs.length
    const done = plan.runs.filter(({ key }) => folder.journal.entries().has(key)).length
    const broken = failedOf(plan, folder).length
    await conclude(experiment, plan, folder, settings)
    tellFailed(broken, folder, { repeats: true })
    if (done + broken < asked)
      note(
        `${asked - done - broken} of ${asked} runs are in none of the parts. They are made by: ${CALLED} study ${shellWord(file)} --out ${shellWord(path)}`,
      )
    return endOf({ asked, done, broken })
  } finally {
    folder.close()
  }
}

/** @throws Stop where the folders are not of one study, plan and version, or a run gave two results */
function readParts(paths: readonly string[], code: string): Merging {
  const read = (() => {
    try {
      return readMerging(paths, code, note)
    } catch (problem) {
      throw said(problem)
    }
  })()
  if ('faults' in read) throw badInput(`${read.faults.join('\n')}\nnothing was written`)
  return read.merging
}

/** The plan of the study file, which must be that of the parts. */
function plannedBy(
  file: string,
  { parts: [{ path, plan: theirs }] }: Merging,
  code: string,
): { readonly experiment: Experiment; readonly plan: Plan } {
  const way = 'say where the study file is with --study FILE'
  const read = readStudyFile(file, loadScenario)
  if (!read.ok) throw badInput([...read.findings.map(formatFinding), way].join('\n\n'))
  const { experiment } = read
  const plan = planOf(experiment, code)
  if (planHash(plan) !== theirs.keys)
    throw badInput(
      `${file} plans ${plan.runs.length} runs, the parts ${theirs.runs}, which are others: ${way}, as it was (a copy is in ${path}/study.yaml)\nnothing was written`,
    )
  return { experiment, plan }
}
