/** The study file that a sweep on the command line stands for: it is kept, and can be run again. */
import type { Load } from '../../scenario/index.ts'
import { readStudyFile, type StudyFile } from './read-study.ts'

export interface Sweep {
  /** Paths of the baseline and of the policies. */
  readonly files: readonly string[]
  /** `path`, `path=FROM to TO` or `path=[A, B]`. */
  readonly vary: readonly string[]
  readonly levels: string
  readonly seeds: string
  readonly grid: boolean
  readonly full: boolean
}

export function sweepText({ files, vary, levels, seeds, grid, full }: Sweep): string {
  const [baseline, ...policies] = files.map((file) => JSON.stringify(file))
  const lines = vary.map((text) => {
    const equals = text.indexOf('=')
    const path = JSON.stringify((equals < 0 ? text : text.slice(0, equals)).trim())
    const values = equals < 0 ? '{}' : text.slice(equals + 1).trim()
    return `  ${path}: ${values.startsWith('[') ? `{ values: ${values} }` : values}`
  })
  return [
    `baseline: ${baseline}`,
    `policies: [${policies.join(', ')}]`,
    'vary:',
    ...lines,
    `design: { ${grid ? 'grid' : 'one-at-a-time'}: { levels: ${levels} } }`,
    `market: ${full ? 'full' : 'quick'}`,
    `seeds: ${seeds}`,
    '',
  ].join('\n')
}

/** Where faults of a sweep stand: in the study file that the command line stands for. */
const FILE = '--vary'

/** The study that a sweep stands for, which is about the last of its scenarios, and its text. */
export function readSweep(
  sweep: Sweep,
  load: Load,
): { readonly text: string; readonly study: StudyFile } {
  const text = sweepText(sweep)
  const withText: Load = Object.assign(
    (path: string) => (path === FILE ? { text } : load(path)),
    load,
  )
  const study = readStudyFile(FILE, withText)
  if (!study.ok) return { text, study }
  const { name, title, indonesian, question } = study.experiment.scenarios.at(-1)!
  const about = { name: `sweep-${name}`, title, indonesian, question }
  return { text, study: { ...study, experiment: { ...study.experiment, ...about } } }
}
