/** Floor 3: scenarios. YAML in, a checked market input out. */
export { BadInput } from './bad-input.ts'
export { type CheckedInput, checkInput, type InputFault, inputFindings } from './check-input.ts'
export { checkScenario } from './check-scenario.ts'
export { type Combined, combine } from './combine.ts'
export { parameterAt } from './declared.ts'
export { MOST_BYTES, textIn } from './decode.ts'
export { jsonSchema, type ParameterEntry, parameterIndex, referencePage } from './documents.ts'
export { type Finding, type FindingCode, Findings, nearest, type Place } from './finding.ts'
export {
  type DifferenceWords,
  describeDifferences,
  differByDatesOnly,
  englishDifferences,
  fingerprint,
  firstDifference,
  trunk,
} from './fingerprint.ts'
export { type Change, changesOf, type HeldValue, heldBy, summed, valuesAt } from './held.ts'
export { candidates, type Load, meantFile, type NoText, tidy } from './layers.ts'
export { measureTable, overWindow } from './measure-table.ts'
export { formatFinding, formatIn, hintsIn, messageIn, messageOf } from './messages.ts'
export { whyNoDate } from './moment.ts'
export { scenarioName } from './names.ts'
export { type Asked, newScenario } from './new-scenario.ts'
export { child, describe, type Entry, itemsOf, type MapNode, type Node } from './node.ts'
export { type OptionKind, optionFaults, shown } from './options.ts'
export { unpaired } from './pairing.ts'
export { parse, placeAt, sourceOf } from './parse.ts'
export { printable } from './printable.ts'
export { type Ambiguity, ambiguityOf, inUnit, parseQuantity } from './quantity.ts'
export {
  type ReadScenario,
  readScenario,
  type ScenarioOptions,
  type ScenarioResult,
} from './read-scenario.ts'
export { readTogether } from './read-together.ts'
export {
  entriesOf,
  listed,
  type Reading,
  readFlag,
  readGround,
  readMoment,
  readNumber,
  readText,
  type WrittenNumber,
} from './reading.ts'
export {
  danglingMoves,
  type PolicyEntry,
  policyIndex,
  registerOf,
  regulationPage,
} from './regulation.ts'
export { areListed, resized, type Size, sizeFaults } from './resized.ts'
export { clashOf, forkOf, type Scenario, withInput } from './scenario.ts'
export { MAIN_WINDOW } from './shape.ts'
export { shellLine, shellWord } from './shell.ts'
export { substanceKey } from './substance.ts'
export type { Window } from './windows.ts'
