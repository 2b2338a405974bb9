/**
 * The policy contract. A policy turns its settings into operations on table values in time; what it changes in
 * behaviour follows from rules that read those values. One file a policy, one line in the catalogue.
 */
import type { Parameter, ParameterValues } from '../../engine/index.ts'
import type { MarketInput, Operation } from '../input.ts'

/** What a policy is called and does, in Indonesian: a label for each of its settings. */
interface Indonesian<Setting extends string> {
  readonly name: string
  readonly does: string
  readonly article?: string
  readonly settings: Readonly<Record<Setting, string>>
}

export interface Policy {
  readonly name: string
  /** One sentence for the reference and the command line. */
  readonly does: string
  readonly indonesian: Indonesian<string>
  /** One of them is the date on which it begins. */
  readonly settings: Readonly<Record<string, Parameter>>
  /** The article of the regulation that it stands for, if any. */
  readonly article?: string
  /**
   * What it does to values in force. Amounts come from settings and from what the scenario itself says, written or by
   * courses, on the day on which the policy begins: what other policies do to the same value is composed day by day. At
   * its null a policy has no operation.
   */
  operations(
    settings: Readonly<Record<string, number | string | boolean>>,
    input: MarketInput,
  ): Operation[]
}

interface PolicyDeclaration<P extends Record<string, Parameter>>
  extends Omit<Policy, 'settings' | 'operations' | 'indonesian'> {
  readonly settings: P
  readonly indonesian: Indonesian<keyof P & string>
  operations(settings: ParameterValues<P>, input: MarketInput): Operation[]
}

export function policy<P extends Record<string, Parameter>>(
  declaration: PolicyDeclaration<P>,
): Policy {
  const begins = Object.values(declaration.settings).filter(
    (setting) => setting.kind === 'date' && setting.role === 'begins',
  )
  if (begins.length !== 1)
    throw new Error(
      `policy ${declaration.name} has ${begins.length} dates on which it begins, not 1`,
    )
  return {
    ...declaration,
    operations: declaration.operations as unknown as Policy['operations'],
  }
}
