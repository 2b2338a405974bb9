/** What the report is about, for titles. */
import type { ReportInput } from './input.ts'
import { words } from './words.ts'

/** The policy, or that several are compared; a scenario alone by its own title. */
export function subjectOf({ title, policies, language }: ReportInput): string {
  if (!policies.length) return title
  return policies.length === 1 ? policies[0].label : words[language].policies
}
