/** Floor 3: scenarios. YAML in, a checked market input out. */
export { type CheckedInput, checkInput, type InputFault, inputFindings } from './check-input.ts'
export { type Combined, combine } from './combine.ts'
export type { Window } from './dated.ts'
export { jsonSchema, type ParameterEntry, parameterIndex, referencePage } from './documents.ts'
export { type Finding, type FindingCode, nearest } from './finding.ts'
export {
  type DifferenceWords,
  describeDifferences,
  differByDatesOnly,
  fingerprint,
  firstDifference,
  trunk,
} from './fingerprint.ts'
export type { Load } from './layers.ts'
export { measureTable } from './measure-table.ts'
export { formatFinding, messageOf } from './messages.ts'
export { unpaired } from './pairing.ts'
export {
  type ResolvedScenario,
  readScenario,
  type ScenarioOptions,
  type ScenarioResult,
} from './read-scenario.ts'
export type { WrittenNumber } from './reading.ts'
export {
  danglingMoves,
  type PolicyEntry,
  policyIndex,
  registerOf,
  regulationPage,
} from './regulation.ts'
