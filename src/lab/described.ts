/**
 * Everything that is declared with words for people: what a parameter, a column or a draw is called, and what a default
 * rests on. A market runs without these words, so that the build leaves them out of the first load
 * (build/declared-words.ts).
 */
import { CATALOGUE, DAY, FLOW_DRAWS, FOUNDING, POPULATIONS, TABLES } from '../market/index.ts'

/** Words of a declaration; a column and a draw have a label alone. */
export interface Words {
  readonly label: string
  readonly source?: string
}

/** Every declaration with words, each by a path of its own. */
export function described(): ReadonlyMap<string, Words> {
  const found = new Map<string, Words>()
  const take = (of: string, group: Readonly<Record<string, Words>>) => {
    for (const [name, one] of Object.entries(group)) found.set(`${of}.${name}`, one)
  }
  for (const { name, fields } of TABLES) take(`tables.${name}`, fields)
  for (const { name, columns } of POPULATIONS) take(`columns.${name}`, columns)
  for (const { name, settings } of CATALOGUE) take(`policies.${name}`, settings)
  for (const [purpose, draws] of Object.entries(FOUNDING)) take(`founding.${purpose}`, draws)
  take('flow', FLOW_DRAWS)
  for (const { name, parameters, draws } of DAY) {
    take(`rules.${name}`, parameters)
    take(`draws.${name}`, draws)
  }
  return found
}

/** The words alone, by the same paths. */
export const wordsOf = (): Readonly<Record<string, Words>> =>
  Object.fromEntries(
    [...described()].map(([path, { label, source }]) => [
      path,
      { label, ...(source === undefined ? {} : { source }) },
    ]),
  )

/**
 * Gives every declaration its words.
 * @throws Error where one has none: it would stand on cards without a word
 */
export function describe(words: Readonly<Record<string, Words>>): void {
  for (const [path, declaration] of described()) {
    if (!Object.hasOwn(words, path)) throw new Error(`${path} has no words`)
    Object.assign(declaration, words[path])
  }
}
