/** Who wins and who loses: kinds of agents, by region, category, exposure to the policy and size. */
import { differenceOf } from './difference.ts'
import { type Interval, meanInterval, shareInterval } from './interval.ts'
import type { Grouping } from './members.ts'
import type { GroupSize } from './results.ts'

export interface Paired {
  readonly baseline: number
  readonly policy: number
  readonly difference: number
  readonly low: number
  readonly high: number
}

export type Spread = Interval

/** Whether a percentage describes a change: not of a loss, nor where the change is a multiple of the base. */
export const comparable = ({ baseline, difference }: Paired): boolean =>
  baseline > 0 && Math.abs(difference) <= 5 * baseline

/** Base income, kRp a week a member, below which changes are given in rupiah: a day's pay of a courier (F163). */
const LOW = 85

/** Whether a change of income is given in percent: the base is a living income, and the interval no wider than the base. */
export const inShares = (income: Paired): boolean =>
  comparable(income) && income.baseline >= LOW && !(income.high - income.low > 2 * income.baseline)

/** Simulated agents below which a group has no interval: it would reflect idiosyncratic shocks alone. */
export const FEW = 10

/**
 * Whether a group is of few agents that stand for more; platforms and the government stand for themselves, and the
 * whole market, venues and couriers are no groups of agents (NaN).
 */
export const isFew = ({ agents = Number.NaN, members = Number.NaN }: Partial<GroupSize>): boolean =>
  agents < FEW && (members > agents || agents === 0)

/** Whether it is the same with and without the policy, in every run. */
export const unchanged = ({
  difference,
  low,
  high,
}: Pick<Paired, 'difference' | 'low' | 'high'>): boolean =>
  difference === 0 && !(low < 0) && !(high > 0)

/** One group in one window, over all runs. */
export interface GroupOutcome {
  readonly scenario: string
  readonly window: string
  readonly by: Grouping
  /** producer, reseller, importer, trader, creator, courier, platform, household or government. */
  readonly kind: string
  /** `all`, or the region, category, class of exposure or size. */
  readonly group: string
  /** How many they stand for. */
  readonly members: number
  /** Simulated agents, of one run in the mean; NaN of couriers, who follow parcels. */
  readonly agents: number
  /** kRp a week a member. Who has left earns nothing. */
  readonly income: Paired
  /** FTE in all; of households people at work. */
  readonly jobs: Paired
  /** Share of the firms of the day before the policy that are still there at the end of the window. */
  readonly survival: Paired
  /** Share of members who lose over 10 % of their income, and at least Rp 10,000 a week. */
  readonly losing: Spread
  /** Share of members who gain as much. */
  readonly gaining: Spread
  /** Share of runs in which income is higher under the policy: a tie is none of them. */
  readonly positive: number
  readonly runs: number
}

export type Both = readonly [baseline: number, policy: number]

/** The same in one run. */
export interface RunOutcome
  extends Pick<GroupOutcome, 'window' | 'by' | 'kind' | 'group' | 'members' | 'agents'> {
  readonly income: Both
  readonly jobs: Both
  readonly survival: Both
  readonly losing: number
  readonly gaining: number
}

/** Groups of one policy over its runs, in the order of the first. */
export function outcomes(
  scenario: string,
  runs: readonly (readonly RunOutcome[])[],
): GroupOutcome[] {
  const groups = new Map<string, RunOutcome[]>()
  for (const one of runs.flat()) {
    const key = JSON.stringify([one.window, one.by, one.kind, one.group])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()].map((of) => {
    const [{ window, by, kind, group }] = of
    const higher = of.filter(({ income: [baseline, policy] }) => differenceOf(baseline, policy) > 0)
    const size = {
      members: meanInterval(of.map(({ members }) => members)).mean,
      agents: meanInterval(of.map(({ agents }) => agents)).mean,
    }
    const told = <I extends object>(interval: I): I => toldOf(size, interval)
    return {
      scenario,
      window,
      by,
      kind,
      group,
      ...size,
      income: told(paired(of.map(({ income }) => income))),
      jobs: told(paired(of.map(({ jobs }) => jobs))),
      survival: told(paired(of.map(({ survival }) => survival))),
      losing: told(shareInterval(of.map(({ losing }) => losing))),
      gaining: told(shareInterval(of.map(({ gaining }) => gaining))),
      positive: higher.length / of.length,
      runs: of.length,
    }
  })
}

/** An interval, or its mean alone where it would be one of few agents. */
export const toldOf = <I extends object>(size: GroupSize, interval: I): I =>
  isFew(size) ? { ...interval, low: Number.NaN, high: Number.NaN } : interval

/** Means over runs, and the paired difference with its 95 % interval. */
export function paired(runs: readonly Both[]): Paired {
  const differences = runs.map(([baseline, policy]) => differenceOf(baseline, policy))
  const { mean, low, high } = meanInterval(differences)
  const [baseline, policy] = [0, 1].map((side) => meanInterval(runs.map((run) => run[side])).mean)
  return { baseline, policy, difference: mean, low, high }
}
