/** Tasks of a job array: which of how many this process is, as the system that started it says. */

export interface ArrayTask {
  /** `Slurm (SLURM_ARRAY_TASK_ID)`. */
  readonly system: string
  /** From 1. */
  readonly index: number
  /** Tasks of the array; undefined where the system does not say. */
  readonly of: number | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>

interface System {
  readonly name: string
  readonly index: string
  /** The first index: a number, or the variable that has it. */
  readonly first: number | string
  readonly last?: string
  readonly step?: string
  readonly count?: string
}

/** AWS Batch runs on Kubernetes too, which then says the same of another array: it comes first. */
const SYSTEMS: readonly System[] = [
  {
    name: 'AWS Batch',
    index: 'AWS_BATCH_JOB_ARRAY_INDEX',
    first: 0,
    count: 'AWS_BATCH_JOB_ARRAY_SIZE',
  },
  {
    name: 'Slurm',
    index: 'SLURM_ARRAY_TASK_ID',
    first: 'SLURM_ARRAY_TASK_MIN',
    last: 'SLURM_ARRAY_TASK_MAX',
    step: 'SLURM_ARRAY_TASK_STEP',
    count: 'SLURM_ARRAY_TASK_COUNT',
  },
  { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', first: 0 },
  { name: 'PBS', index: 'PBS_ARRAY_INDEX', first: 1 },
  { name: 'Torque', index: 'PBS_ARRAYID', first: 1 },
  {
    name: 'SGE',
    index: 'SGE_TASK_ID',
    first: 'SGE_TASK_FIRST',
    last: 'SGE_TASK_LAST',
    step: 'SGE_TASK_STEPSIZE',
  },
  {
    name: 'LSF',
    index: 'LSB_JOBINDEX',
    first: 1,
    last: 'LSB_JOBINDEX_END',
    step: 'LSB_JOBINDEX_STEP',
  },
]

/** Undefined outside of an array: SGE then says `undefined` and LSF 0. */
export function arrayTask(environment: Environment): ArrayTask | undefined {
  for (const system of SYSTEMS) {
    const number = (name: string | undefined) => {
      const text = name === undefined ? undefined : environment[name]
      return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
    }
    const at = number(system.index)
    if (at === undefined || (system.name === 'LSF' && at === 0)) continue
    const first = typeof system.first === 'number' ? system.first : number(system.first)
    const step = number(system.step) ?? 1
    const last = number(system.last)
    const told = number(system.count)
    const counted =
      last === undefined || first === undefined ? undefined : Math.floor((last - first) / step) + 1
    // Indices with gaps, 1,3,9: which of them comes where is not said.
    const isEven = counted === undefined || told === undefined || counted === told
    const index = (at - (first ?? 1)) / step + 1
    const known = isEven && first !== undefined && Number.isInteger(index) && index >= 1
    return {
      system: `${system.name} (${system.index})`,
      index: known ? index : at,
      of: known ? (told ?? counted) : undefined,
    }
  }
  return undefined
}

/** The variables in which systems say which task of an array this is. */
export const ARRAY_INDICES: readonly string[] = SYSTEMS.map(({ index }) => index)
