/** Asks agents of a market why they chose what they chose. */
export { agentText, platformsOf, readAgent, readDay } from './asked.ts'
export {
  askedOf,
  DecidesNothing,
  type ExplainOptions,
  type Explanation,
  explain,
  explainIn,
  silence,
} from './explain.ts'
export { type AgentQuestion, type AgentTold, answerAgent, type DaysTold } from './question.ts'
export {
  type AffectedAgent,
  type AskedWorlds,
  firstDifference,
  mostAffected,
  parted,
  type WorldsOptions,
  windowOf,
} from './worlds.ts'
