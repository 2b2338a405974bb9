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

/** A value of a declaration as a message quotes it. */
export function quoted(value: unknown): string {
  if (value === undefined || value === '') return 'nothing'
  if (typeof value === 'string') return value
  return typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value))
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

/** Words that people read are there. */
export const texts = (
  of: unknown,
  where: string,
  needed: Readonly<Record<string, string>>,
): Flaw[] =>
  Object.entries(needed).flatMap(([part, example]) => {
    const got = partOf(of, part)
    const at = where === '' ? part : `${where}.${part}`
    if (typeof got === 'string' && got.trim() !== '') return []
    return [
      flaw(
        at,
        `${at} is missing: write ${part}: ${example}`,
        `${at} belum ada: tulis ${part}: ${example}`,
      ),
    ]
  })

/** One of some words. */
export const oneOf = (
  of: unknown,
  where: string,
  part: string,
  known: readonly string[],
): Flaw[] =>
  known.includes(partOf(of, part) as string)
    ? []
    : [
        otherThan(
          `${where}.${part}`,
          partOf(of, part),
          `one of ${known.join(', ')}`,
          `salah satu dari ${known.join(', ')}`,
        ),
      ]

/** A part of what may be anything. */
export const partOf = (of: unknown, part: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, part) : undefined
