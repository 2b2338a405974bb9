/** How a command ends when it cannot go on: a message for people and an exit code for scripts. */
import { DiskFault } from '../node/index.ts'
import { BadInput } from '../scenario/index.ts'
import { CannotRun, Unequal } from '../study/index.ts'

export const EXIT = {
  done: 0,
  fault: 1,
  badInput: 2,
  /** A study that is not done: the same command goes on. */
  unfinished: 75,
  interrupted: 130,
  terminated: 143,
  /** What `verify` found, where it is not exactly what was recorded. */
  statisticallyEqual: 10,
  different: 11,
  cannotRun: 12,
  missing: 13,
  altered: 14,
} as const

/** Thrown to end a command; everything else that is thrown is a fault of the program. */
export class Stop extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** The exit code of what was thrown. */
export const codeOf = (problem: unknown): number =>
  problem instanceof Stop ? problem.code : problem instanceof BadInput ? EXIT.badInput : EXIT.fault

/** Whether what was thrown says all that a person needs; else it is a fault of the program. */
export const isPlain = (problem: unknown): boolean =>
  [Stop, BadInput, DiskFault, CannotRun, Unequal].some((plain) => problem instanceof plain)

/** The input is at fault: nothing was written. */
export const badInput = (message: string): Stop => new Stop(EXIT.badInput, message)
