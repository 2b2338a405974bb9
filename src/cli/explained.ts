/** Carries out a question to an agent: runs the worlds as far as it takes, and shows how far they are. */
import type { Agent } from '../market/index.ts'
import type { Scenario } from '../scenario/index.ts'
import {
  type AffectedAgent,
  agentText,
  askedOf,
  type Explanation,
  explainIn,
  firstDifference,
  mostAffected,
  parted,
} from '../study/index.ts'
import type { Asking } from './asked.ts'
import { progress } from './progress.ts'

export interface Told {
  readonly told: readonly Explanation[]
  /** Whom a policy affects most, where that was asked. */
  readonly affected?: AffectedAgent
}

/** @throws BadInput where there is nothing to tell */
export function explained({ settings, scenarios }: Asking): Told {
  const { firstDifference: first, mostAffected: kind, quiet } = settings
  const [baseline, policy] = scenarios
  if (!first && kind === undefined)
    return { told: onDay(scenarios, settings.agent ?? '', settings.day ?? '', settings) }
  const days = baseline.input.days
  const shown = progress(days, quiet)
  try {
    const both = parted(baseline, policy, { ...settings, progress: shown.tell })
    const affected = kind === undefined ? undefined : mostAffected(both, kind)
    const agent: Agent =
      affected?.agent ??
      askedOf(baseline, { agent: settings.agent ?? '', day: baseline.input.start }).agent
    const { day } = settings
    const told =
      day === undefined
        ? firstDifference(both, agent)
        : onDay(scenarios, agentText(agent, baseline.input), day, settings)
    return { told, ...(affected === undefined ? {} : { affected }) }
  } finally {
    shown.end()
  }
}

function onDay(
  scenarios: readonly Scenario[],
  agent: string,
  day: string,
  { run, seed, quiet }: Asking['settings'],
): readonly Explanation[] {
  const days = 1 + askedOf(scenarios[0], { agent, day }).day
  const shown = progress(scenarios.length * days, quiet)
  try {
    return explainIn(scenarios, { agent, day, run, seed, progress: shown.tell })
  } finally {
    shown.end()
  }
}
