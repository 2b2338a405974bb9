/** What the report is about, for titles. */
import type { ReportInput } from './input.ts'
import { words } from './words.ts'

/** The policy, or that several are compared; undefined for a baseline alone. */
export function subjectOf({ policies, language }: ReportInput): string | undefined {
  if (!policies.length) return undefined
  return policies.length === 1 ? policies[0].label : words[language].policies
}
