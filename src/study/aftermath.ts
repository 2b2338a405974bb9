/** What buyers and sellers of the venues that a policy is about did after it, over runs. */
import { type Both, type Paired, paired, type Spread, toldOf } from './distribution.ts'
import { meanInterval, shareInterval } from './interval.ts'

/** People who had bought at the venues of the policy in the weeks before it, and bought somewhere within some days of it. */
export interface Elsewhere {
  readonly scenario: string
  /** Days since the policy is in force. */
  readonly days: number
  /** `elsewhere`: at any venue but those of the policy; `other platforms`; or a venue. */
  readonly to: string
  /** People who had bought there, and the simulated buyers who stand for them. */
  readonly members: number
  readonly agents: number
  /** Those among them who bought at `to`. */
  readonly people: Paired
  readonly runs: number
}

export interface RunElsewhere extends Pick<Elsewhere, 'days' | 'to' | 'members' | 'agents'> {
  readonly people: Both
}

/** Firms by exposure to the policy, and the share of them that sell as much as without it. */
export interface Recovery {
  readonly scenario: string
  /** Weeks since the policy is in force; sales are of the four weeks up to then. */
  readonly weeks: number
  /** Class of the share of sales through the venues of the policy in the weeks before it. */
  readonly exposure: string
  /** Firms of the day before the policy that sell in these weeks of the baseline. */
  readonly members: number
  readonly agents: number
  /** Of them, those with at least 80 % of the sales that the same firm has in the same weeks of the baseline. */
  readonly share: Spread
  readonly runs: number
}

export interface RunRecovery extends Omit<Recovery, 'scenario' | 'share' | 'runs'> {
  readonly share: number
}

export const elsewhere = (
  scenario: string,
  runs: readonly (readonly RunElsewhere[])[],
): Elsewhere[] =>
  grouped(runs, ({ days, to }) => `${days} ${to}`).map((of) => {
    const size = sizeOf(of)
    const people = paired(of.map((one) => one.people))
    const { days, to } = of[0]
    return {
      ...{ scenario, days, to, ...size },
      people: toldOf(size, people),
      runs: of.length,
    }
  })

export const recovery = (scenario: string, runs: readonly (readonly RunRecovery[])[]): Recovery[] =>
  grouped(runs, ({ weeks, exposure }) => `${weeks} ${exposure}`).flatMap((of) => {
    const known = of.filter(({ share }) => Number.isFinite(share))
    if (known.length === 0) return []
    const size = sizeOf(of)
    const share = shareInterval(known.map((one) => one.share))
    const { weeks, exposure } = of[0]
    return [
      {
        ...{ scenario, weeks, exposure, ...size },
        share: toldOf(size, share),
        runs: known.length,
      },
    ]
  })

/** Rows of the same name in all runs, in the order of the first. */
function grouped<R>(runs: readonly (readonly R[])[], nameOf: (row: R) => string): R[][] {
  const groups = new Map<string, R[]>()
  for (const one of runs.flat()) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one])
  return [...groups.values()]
}

const sizeOf = (of: readonly { readonly members: number; readonly agents: number }[]) => ({
  members: meanInterval(of.map(({ members }) => members)).mean,
  agents: meanInterval(of.map(({ agents }) => agents)).mean,
})
