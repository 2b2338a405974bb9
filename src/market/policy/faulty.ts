/** What is wrong with a policy from outside, as data: every fault at once, each in both languages. */
import type { Said } from './flows.ts'

/** A fault, and at what it is: `settings.fine.label`, from the top of the declaration. */
export interface Flaw {
  readonly where: string
  readonly says: Said
}

export const flaw = (where: string, en: string, id: string): Flaw => ({ where, says: { en, id } })

/** Thrown where a policy cannot run as it is declared, or as it turned out in the trial. */
export class FaultyPolicy extends Error {
  readonly policy: string
  readonly flaws: readonly Flaw[]
  constructor(policy: string, flaws: readonly Flaw[]) {
    super(`policy ${policy}: ${flaws.map(({ says }) => says.en).join('; ')}`)
    this.policy = policy
    this.flaws = flaws
  }
}

/** As long as a message quotes a value. */
const LONGEST = 60

/** A value of a declaration as a message quotes it. */
export function quoted(value: unknown): string {
  if (value === undefined || value === '') return 'nothing'
  if (typeof value === 'string') return cut(value)
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return String(value)
  const [of, name] = ['population', 'name'].map((part) => partOf(value, part))
  if (typeof name !== 'string') return cut(written(value))
  return typeof of === 'string' ? `${of}.${name}` : `{ name: ${cut(name)}, ... }`
}

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}...` : text

function written(value: object): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return 'an object'
  }
}

/** The same in Indonesian. */
const kutipan = (value: unknown): string =>
  value === undefined || value === ''
    ? 'kosong'
    : typeof value === 'function'
      ? 'fungsi'
      : quoted(value)

/** Something is not what it must be. */
export const otherThan = (
  where: string,
  got: unknown,
  expected: string,
  seharusnya: string,
): Flaw =>
  flaw(
    where,
    `${where} is ${quoted(got)}, expected ${expected}`,
    `${where} berisi ${kutipan(got)}, seharusnya ${seharusnya}`,
  )

/** Something that people read, or that runs, is not there. */
export function missing(where: string, example: string): Flaw {
  const part = where.slice(where.lastIndexOf('.') + 1)
  return flaw(
    where,
    `${where} is missing: write ${part}: ${example}`,
    `${where} belum ada: tulis ${part}: ${example}`,
  )
}

const LOOK: Said = {
  en: 'look for a mistyped name, or for one that is neither declared nor imported',
  id: 'periksa ejaan nama, atau nama yang belum dinyatakan atau diimpor',
}

/** What was thrown, in its own words, and where to look where they are those of the language. */
export function thrown(problem: unknown): Said {
  const words = problem instanceof Error ? problem.message : `it throws ${quoted(problem)}`
  const says = problem instanceof Error ? words : `melempar ${kutipan(problem)}`
  const ofLanguage = problem instanceof TypeError || problem instanceof ReferenceError
  return ofLanguage
    ? { en: `${words}: ${LOOK.en}`, id: `${says}: ${LOOK.id}` }
    : { en: words, id: says }
}

/**
 * Does something of a policy, of which it is told where it breaks.
 * @throws FaultyPolicy with what was thrown, at its place
 */
export function told<T>(policy: string, where: string, who: Said, act: () => T): T {
  try {
    return act()
  } catch (problem) {
    if (problem instanceof FaultyPolicy) throw problem
    const { en, id } = thrown(problem)
    throw new FaultyPolicy(policy, [flaw(where, `${who.en}: ${en}`, `${who.id}: ${id}`)])
  }
}

/** A part of what may be anything. */
export const partOf = (of: unknown, part: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, part) : undefined

/** The parts of what should have some, by name; none of what has none. */
export const partsOf = (of: unknown): readonly (readonly [string, unknown])[] =>
  typeof of === 'object' && of !== null && !Array.isArray(of) ? Object.entries(of) : []

/** The items of what should be a list; none of what is none. */
export const itemsOf = (of: unknown): readonly unknown[] => (Array.isArray(of) ? of : [])
