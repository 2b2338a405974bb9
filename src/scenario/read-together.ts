/** Scenarios that are compared are read together: what is set holds for all of them. */
import type { Finding } from './finding.ts'
import type { Load } from './layers.ts'
import { readScenario } from './read-scenario.ts'
import type { Scenario } from './scenario.ts'

/**
 * A baseline and the scenarios to compare with it, with everything that is wrong with any of them. `--set` holds for all of them; a path that begins with `policies`
 * for those that have policies, of which the first is none.
 */
export function readTogether(
  files: readonly string[],
  load: Load,
  set: readonly string[],
): {
  readonly read: readonly Scenario[]
  readonly findings: readonly Finding[]
  readonly warnings: readonly Finding[]
} {
  const findings: Finding[] = []
  const warnings: Finding[] = []
  // How much of an effect constants absorb depends on the values that differ, which a single file does not show.
  const compared = files.length > 1
  // Each keeps its number: that is how a fault names it.
  const forAll = set.map((setting) => (ofPolicies(setting) ? undefined : setting))
  const takers = forAll.includes(undefined) ? withPolicies(files, load, forAll) : files
  const read = files.flatMap((file) => {
    const result = readScenario(file, load, { set: takers.includes(file) ? set : forAll })
    const told = result.warnings ?? []
    warnings.push(...told.filter(({ code }) => !compared || code !== 'while-solving'))
    if (result.ok) return [result.scenario]
    findings.push(...result.findings)
    return []
  })
  return { read, findings, warnings }
}

const ofPolicies = (setting: string) => setting.trimStart().startsWith('policies')

/** Scenarios with policies; where none has any, all but the baseline, so that the fault is found. */
function withPolicies(
  files: readonly string[],
  load: Load,
  set: readonly (string | undefined)[],
): readonly string[] {
  if (files.length === 1) return files
  const compared = files.slice(1)
  const having = compared.filter((file) => {
    const read = readScenario(file, load, { set })
    return !read.ok || read.scenario.input.policies.length > 0
  })
  return having.length > 0 ? having : compared
}
