/** Facts: what was seen of a market that a policy changed, held against what runs say of it. */
export * from './carry-out.ts'
export * from './documents.ts'
export * from './fact.ts'
export * from './read-facts.ts'
export * from './register.ts'
export * from './verdicts.ts'
