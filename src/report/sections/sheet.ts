/** What every section of the report page is made with. */
import type { Shapes } from '../figures/shapes.ts'
import { escaped, folded } from '../html.ts'
import type { Language } from '../input.ts'
import type { PageInput, PagePolicy } from '../page-input.ts'

export interface Sheet {
  readonly input: PageInput
  readonly language: Language
  /** What rows are called in the language. */
  readonly labels: Readonly<Record<string, string>>
  readonly shapes: Shapes
}

/** What is told of each policy: by itself where there is one, and folded under its title where there are many. */
export function eachPolicy(
  { input: { policies }, language }: Sheet,
  tell: (policy: PagePolicy) => string,
): string {
  if (policies.length === 1) return tell(policies[0])
  return policies.map((policy) => folded(policy.title[language], tell(policy))).join('\n')
}

export const policyAnchor = (name: string, language: Language): string =>
  escaped(`${language}-policy-${name}`)
