/**
 * The policy contract. A policy turns its settings into dated courses of table values; what it changes in
 * behaviour follows from rules that read those values. One file a policy, one line in the catalogue.
 */
import type { Parameter, ParameterValues } from '../../engine/index.ts'
import type { Course, MarketInput } from '../input.ts'

export interface Policy {
  readonly name: string
  /** One sentence for the reference and the command line. */
  readonly does: string
  readonly settings: Readonly<Record<string, Parameter>>
  /** The article of the regulation that it stands for, if any. */
  readonly article?: string
  courses(
    settings: Readonly<Record<string, number | string | boolean>>,
    input: MarketInput,
  ): Course[]
}

interface PolicyDeclaration<P extends Record<string, Parameter>>
  extends Omit<Policy, 'settings' | 'courses'> {
  readonly settings: P
  courses(settings: ParameterValues<P>, input: MarketInput): Course[]
}

export const policy = <P extends Record<string, Parameter>>(
  declaration: PolicyDeclaration<P>,
): Policy => ({
  ...declaration,
  courses: declaration.courses as unknown as Policy['courses'],
})
