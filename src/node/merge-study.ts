/** Makes one study of its parts, which were made where no folder is shared. */
import { BadInput, formatFinding } from '../scenario/index.ts'
import {
  type Experiment,
  type ExperimentFound,
  type ExperimentProgress,
  type Plan,
  planHash,
  planOf,
  readStudyFile,
} from '../study/index.ts'
import { codeVersion } from './code-version.ts'
import { loadScenario } from './disk.ts'
import { openExperimentFolder } from './experiment-folder.ts'
import { failedOf, folderFor } from './experiment-results.ts'
import { concluded, identityOf } from './make-experiment.ts'
import type { ManyAsked } from './many-runs.ts'
import { type Merging, mergeFolders, readMerging } from './merge.ts'
import type { Watcher } from './watcher.ts'

export interface MergeAsked extends Pick<ManyAsked, 'out' | 'report' | 'language' | 'command'> {
  /** The study file, where it is not where it was. */
  readonly study?: string | undefined
}

export interface Merged {
  readonly progress: ExperimentProgress
  readonly found: ExperimentFound
  readonly path: string
  /** The study file: it makes the runs that are missing. */
  readonly file: string
}

/**
 * @param paths the folders of the parts
 * @throws BadInput where they are not of one study, plan and version; Unequal where a run gave two results
 */
export async function mergeStudy(
  paths: readonly string[],
  asked: MergeAsked,
  watcher: Watcher,
): Promise<Merged> {
  const warn = watcher.warn ?? (() => {})
  const read = readMerging(paths, codeVersion(), warn)
  if ('faults' in read) throw new BadInput(...read.faults, 'nothing was written')
  const { merging } = read
  const file = asked.study ?? merging.parts[0].plan.file
  if (file === undefined)
    throw new BadInput('the parts name no study file: say where it is with --study FILE')
  const { experiment, plan } = plannedBy(file, merging)
  const path = asked.out ?? folderFor(experiment, plan)
  const identity = identityOf(experiment, plan, { text: merging.text, file }, asked.command)
  // Whose the folder is is said first; what is laid into it is read when it is opened anew.
  openExperimentFolder(path, identity, warn).close()
  mergeFolders(merging, path)
  const folder = openExperimentFolder(path, identity, warn)
  try {
    const known = folder.journal.entries()
    const done = plan.runs.filter(({ key }) => known.has(key)).length
    const progress = { asked: plan.runs.length, done, broken: failedOf(plan, folder).length }
    const found = await concluded(experiment, plan, folder, asked, watcher)
    return { progress, found, path, file }
  } finally {
    folder.close()
  }
}

/** The plan of the study file, which must be that of the parts. */
function plannedBy(
  file: string,
  { parts: [{ path, plan: theirs }] }: Merging,
): { readonly experiment: Experiment; readonly plan: Plan } {
  const way = 'say where the study file is with --study FILE'
  const read = readStudyFile(file, loadScenario)
  if (!read.ok) throw new BadInput([...read.findings.map(formatFinding), way].join('\n\n'))
  const { experiment } = read
  const plan = planOf(experiment, codeVersion())
  if (planHash(plan) !== theirs.keys)
    throw new BadInput(
      `${file} plans ${plan.runs.length} runs, the parts ${theirs.runs}, which are others: ${way}, as it was (a copy is in ${path}/study.yaml)\nnothing was written`,
    )
  return { experiment, plan }
}
