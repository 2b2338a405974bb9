/** Why an agent chose what it chose on a day: recomputed from keyed draws, never stored. */
export { type Asked, explainAgent, type Questioned, questioned } from './ask.ts'
export {
  AGENTS,
  type Agent,
  type AgentKind,
  type Decision,
  type Explained,
  type Fact,
  type Flip,
  type Option,
  type Part,
  type What,
} from './decision.ts'
export {
  AFFECTED,
  type Affected,
  type FirstDifference,
  type Forked,
  firstDifferenceOf,
  forked,
  type MostAffected,
  mostAffectedOf,
  type Worlds,
} from './worlds.ts'
