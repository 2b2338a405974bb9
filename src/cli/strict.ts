/** Warnings as errors, for scripts that must not go on with a study that needs a caveat. */
import { warningLines } from '../report/index.ts'
import { type Finding, formatFinding } from '../scenario/index.ts'
import type { Design } from '../study/index.ts'
import type { StudyOptions } from './options.ts'
import { note } from './say.ts'
import { badInput } from './stop.ts'

/** @throws Stop where there is a warning */
export function refuse(warnings: readonly string[]): void {
  if (warnings.length > 0) throw badInput([...warnings, '--strict: warnings are errors'].join('\n'))
}

interface Unsound {
  readonly ok: false
  readonly findings: readonly Finding[]
}

/**
 * What a study file reads as.
 * @throws Stop with all that is wrong with the command line and with the file
 */
export function sound<R extends { readonly ok: true }>(
  read: R | Unsound,
  faults: readonly string[],
): R {
  const findings = read.ok ? [] : read.findings.map(formatFinding)
  const all = [...(faults.length > 0 ? [faults.join('\n')] : []), ...findings]
  if (!read.ok || all.length > 0) throw badInput(all.join('\n\n'))
  return read
}

/**
 * Tells the warnings of a study file.
 * @throws Stop where warnings are errors
 */
export function tellWarnings(
  warnings: readonly Finding[],
  { strict, quiet }: { readonly strict: boolean; readonly quiet: boolean },
): void {
  const lines = warnings.map((warning) => `WARNING: ${formatFinding(warning)}`)
  if (strict) refuse(lines)
  for (const line of lines) note(line, quiet)
}

/**
 * Of scenarios, and of each comparison: where chance is not paired, agents are not followed or constants absorb an effect.
 * @throws Stop where there is a warning and warnings are errors
 */
export function refuseWarnings(
  ofScenarios: readonly string[],
  { scenarios, question }: Design,
  { strict }: Pick<StudyOptions, 'strict'>,
): void {
  if (!strict) return
  const [baseline, ...policies] = scenarios
  refuse([
    ...ofScenarios.map((warning) => `WARNING: ${warning}`),
    ...policies.flatMap((policy) => {
      const arm = question.policies.find(({ scenario }) => scenario === policy.name)!
      const lines = warningLines(baseline, policy, arm)
      return lines.length === 0 ? [] : [`${policy.name}, against ${baseline.name}`, ...lines]
    }),
  ])
}
