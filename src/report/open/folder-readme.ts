/** The README of a study folder, in the order of the template of the data editors of the social sciences. */
import type { FileHash } from '../../study/index.ts'
import { PROGRAM } from '../../study/index.ts'
import type { Carried } from './crate.ts'
import { LICENCE, titleOfTable } from './data-package.ts'

const megabytes = (files: readonly FileHash[]): string =>
  (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1)

const capitalised = (text: string): string => text[0].toUpperCase() + text.slice(1)

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

export interface StudyOfFolder extends Carried {
  /** Complete runs of all scenarios. */
  readonly runs: number
  /** What the folder does not hold, and why; absent where it holds all that such a study has. */
  readonly untold?: string | undefined
}

export function folderReadme(study: StudyOfFolder): string {
  const { title, question, fingerprint, seed, command, platform, milliseconds, files } = study
  const shown = files.filter(({ name }) => !name.startsWith('runs/'))
  const time =
    milliseconds === undefined ? '' : ` It took ${Math.ceil(milliseconds / 1000)} seconds.`
  return [
    `# ${title}`,
    ...(question === '' ? [] : [question]),
    'Results of a model, not forecasts. Intervals cover chance between seeds only.',
    '## Data availability and provenance',
    'No data set was read. Inputs are parameters of scenarios: every value stands in `manifest.json`, under `scenarios`; where each comes from is said in the scenario files of the program and in its `docs/sources.md`.',
    [
      rowOf(['Scenario', 'Title', 'Fingerprint of its input']),
      rowOf(['---', '---', '---']),
      ...study.scenarios.map((one) => rowOf([one.name, one.title, one.fingerprint])),
    ].join('\n'),
    `Licence: ${LICENCE.title}. All that is here may be redistributed.`,
    '## Computational requirements',
    `${PROGRAM} on Node.js ${platform}; no other software. ${study.runs} runs, which take ${megabytes(files)} MB here.${time} Chance comes from the seed \`${seed}\` alone, and results are the same to the bit on any number of threads.`,
    '## Description of the program',
    'One program makes every file: the command below runs the scenarios (`runs/`), puts the runs together (`series.parquet`, `agents.parquet`) and computes the tables from them.',
    '## Instructions to replicate',
    `Install the same version of the program, and run:`,
    `    ${command}`,
    'Or have the program run this folder again and compare every state, value and table with what is here:',
    '    npx pasar verify FOLDER',
    `The fingerprint of the study is ${fingerprint}; \`manifest.json\` has the sha256 of every file.`,
    '## List of tables and figures, and the program that makes each',
    [
      rowOf(['File', 'What it holds', 'Made by']),
      rowOf(['---', '---', '---']),
      ...shown.map(({ name }) =>
        rowOf([`\`${name}\``, titleOfTable(name).en, 'the command above']),
      ),
    ].join('\n'),
    ...(study.untold === undefined ? [] : [capitalised(`${study.untold}.`)]),
    '',
  ].join('\n\n')
}
