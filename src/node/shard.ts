/** Which part of a study a process is to make: as it is told, or as the system says that started it. */
import { ARRAY_INDICES, arrayTask, type Environment } from './job-array.ts'

/** Part `index`, from 1, of `of`. */
export interface Shard {
  readonly index: number
  readonly of: number
}

const FORM = 'i/n, e.g. 2/8, or index/n for the task of an array'

/** What is to be made: a part, with who says so; undefined: all. Or what is wrong with that. */
export type Asked = { readonly shard?: Shard; readonly said?: string } | { readonly fault: string }

/**
 * @param given of `--shard`
 * @param useArray whether the index of an array counts
 */
export function shardFrom(
  given: string | undefined,
  useArray: boolean,
  environment: Environment,
): Asked {
  const task = useArray ? arrayTask(environment) : undefined
  const [, left, right] = /^\s*(index|\d+)\s*\/\s*(\d+)\s*$/.exec(given ?? '') ?? []
  if (given !== undefined && left === undefined)
    return { fault: `--shard is ${given}, expected ${FORM}` }
  if (left === 'index' && task === undefined)
    return {
      fault: useArray
        ? `--shard is ${given}, but this is no task of an array that is known: ${ARRAY_INDICES.join(', ')}`
        : `--shard is ${given}, which asks for the index that --no-array leaves out`,
    }
  if (given === undefined && task === undefined) return {}
  const isOfArray = given === undefined || left === 'index'
  const index = isOfArray ? task!.index : Number(left)
  const of = given === undefined ? task!.of : Number(right)
  if (of === undefined)
    return {
      fault: `${task!.system} says that this is task ${index}, not of how many: give --shard index/N, or --no-array where the tasks share a folder`,
    }
  if (!(index >= 1 && index <= of))
    return {
      fault: `${isOfArray ? `task ${index} of ${task!.system}` : `--shard is ${given}: part ${index}`} is none of 1 to ${of}`,
    }
  const said = `part ${index} of ${of}${isOfArray ? `: the index of ${task!.system}; --no-array leaves it out` : ''}`
  return { shard: { index, of }, said }
}
