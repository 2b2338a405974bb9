/** The job script of a study for Slurm: what a run takes, laid out over the tasks of an array. */
import { resolve } from 'node:path'
import { shellLine, shellWord } from '../scenario/index.ts'
import { type Experiment, planOf } from '../study/index.ts'
import { codeVersion } from './code-version.ts'
import { folderFor } from './experiment-results.ts'
import { measured } from './measured.ts'
import type { Watcher } from './watcher.ts'

/** How long a task is meant to work, in seconds: long beside its start, short beside what a node may be taken away for. */
const TASK = 1800
/** A task has this many times what it is meant to take, and at least so long, in minutes. */
const SLACK = 2
const LEAST = 10
/** The largest array that Slurm takes as it is installed. */
const MOST_TASKS = 1000
/** Memory is asked for in steps of this many bytes; charts take some when the study is done. */
const STEP = 2 ** 28
const CHARTS = 2 ** 29
const SPARE = 1.5

export interface Cost {
  readonly runs: number
  /** Of one run on one thread. */
  readonly seconds: number
  /** Of memory, with one thread, and of each further one. */
  readonly bytes: number
  readonly bytesAThread: number
}

export interface Layout {
  readonly tasks: number
  readonly threads: number
  readonly megabytes: number
  /** The limit of a task; it is meant to work for `expected`. */
  readonly minutes: number
  readonly expected: number
}

/** How runs are laid out over tasks of 10 to 60 minutes, as far as there is so much work. */
export function layoutOf({ runs, seconds, bytes, bytesAThread }: Cost, threads: number): Layout {
  const used = Math.max(1, Math.min(threads, runs))
  const work = (runs * seconds) / used / TASK
  const tasks = Math.max(1, Math.min(MOST_TASKS, Math.ceil(runs / used), Math.round(work)))
  const rounds = Math.ceil(runs / (tasks * used))
  const expected = (rounds * seconds) / 60
  const memory = SPARE * (bytes + (used - 1) * bytesAThread) + CHARTS
  return {
    tasks,
    threads: used,
    megabytes: (Math.ceil(memory / STEP) * STEP) / 2 ** 20,
    minutes: Math.max(LEAST, 5 * Math.ceil((SLACK * expected) / 5)),
    expected,
  }
}

/** `1-02:05:00`, of minutes. */
function slurmTime(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)]
  return `${days > 0 ? `${days}-` : ''}${two(hours)}:${two(minutes % 60)}:00`
}

export interface Job {
  readonly name: string
  /** Where it is started, and the command with its file and folder. */
  readonly folder: string
  readonly program: string
  readonly file: string
  readonly out: string
  readonly about: string
}

export const slurmScript = (
  { name, folder, program, file, out, about }: Job,
  { tasks, threads, megabytes, minutes, expected }: Layout,
): string[] => [
  '#!/bin/bash',
  `# ${about.replace(/\s+/g, ' ')}`,
  `# ${tasks === 1 ? 'One task' : `${tasks} tasks`} of about ${Math.max(1, Math.round(expected))} min${tasks === 1 ? '.' : ', which share one folder: each takes runs that no other has.'}`,
  '# Submit it with sbatch, and again to go on where it was stopped (exit codes 75 and 143); after 2 it need not be tried again.',
  `#SBATCH --job-name=${name.replace(/[^\w.-]+/g, '-')}`,
  `#SBATCH --array=1-${tasks}`,
  '#SBATCH --nodes=1 --ntasks=1',
  `#SBATCH --cpus-per-task=${threads}`,
  `#SBATCH --mem=${megabytes}M`,
  `#SBATCH --time=${slurmTime(minutes)}`,
  '#SBATCH --requeue',
  '#SBATCH --signal=B:TERM@60',
  '#SBATCH --open-mode=append',
  '#SBATCH --output=%x-%A_%a.log',
  `cd ${shellWord(folder)} || exit 2`,
  // In the place of the shell, so that signals reach it.
  `exec node ${shellLine([program, 'study', file, '--out', out])} \\`,
  `  --threads "\${SLURM_CPUS_PER_TASK:-${threads}}" --no-array`,
]

/**
 * The job script of a study, laid out by what one run takes here.
 * @param program the path of the program
 * @returns its lines; undefined where that run failed
 */
export async function scriptFor(
  experiment: Experiment,
  { file, program, threads, out }: ScriptAsked,
  { note, signal }: Watcher,
): Promise<string[] | undefined> {
  const plan = planOf(experiment, codeVersion())
  note?.('one run is made, to see what it takes')
  const one = await measured(experiment, plan, signal)
  if (one === undefined) return undefined
  const runs = plan.runs.length
  const job = {
    ...{ name: experiment.name, folder: process.cwd(), program: resolve(program), file },
    out: out ?? folderFor(experiment, plan),
    about: `${experiment.title}: ${runs} runs of ${one.seconds.toFixed(1)} s on one thread, as one took on this machine.`,
  }
  return slurmScript(job, layoutOf({ runs, ...one }, threads ?? TASK_THREADS))
}

/** Threads of a task, where none are asked for. */
export const TASK_THREADS = 4

export interface ScriptAsked {
  /** The study file, as it is called. */
  readonly file: string
  readonly program: string
  readonly threads?: number | undefined
  readonly out?: string | undefined
}
