/**
 * What each part of a declaration must be. A shape looks at what stands at a place, whatever its types say, and gives all that is
 * wrong with it there and below; the shape of a policy is put together from those of its parts.
 */
import { type Flaw, flaw, itemsOf, missing, otherThan, partOf, partsOf } from './faulty.ts'
import type { Said } from './flows.ts'

export type Shape = (got: unknown, where: string) => Flaw[]

/** What fits, and how that is said. */
export const is =
  (fits: (got: unknown) => boolean, en: string, id: string): Shape =>
  (got, where) =>
    fits(got) ? [] : [otherThan(where, got, en, id)]

/** Words that people read, of which there is an example. */
export const text =
  (example: string): Shape =>
  (got, where) =>
    typeof got === 'string' && got.trim() !== '' ? [] : [missing(where, example)]

/** A function, of which there is an example. */
export const step =
  (example: string): Shape =>
  (got, where) =>
    typeof got === 'function'
      ? []
      : got === undefined
        ? [missing(where, example)]
        : [otherThan(where, got, `a function: ${example}`, `fungsi: ${example}`)]

export const oneOf = (known: readonly string[]): Shape =>
  is(
    (got) => known.includes(got as string),
    `one of ${known.join(', ')}`,
    `salah satu dari ${known.join(', ')}`,
  )

export const yes: Shape = is((got) => got === true, 'true, or left out', 'true, atau dihapus')

export const either: Shape = is(
  (got) => typeof got === 'boolean',
  'true or false',
  'true atau false',
)

export const amount: Shape = is(Number.isFinite, 'a number', 'angka')

export const anything: Shape = () => []

/** All of several. */
export const all =
  (...shapes: readonly Shape[]): Shape =>
  (got, where) =>
    shapes.flatMap((one) => one(got, where))

/** The second, where nothing is wrong by the first. */
export const andThen =
  (first: Shape, second: Shape): Shape =>
  (got, where) => {
    const found = first(got, where)
    return found.length > 0 ? found : second(got, where)
  }

export const below = (where: string, part: string): string =>
  where === '' ? part : `${where}.${part}`

/**
 * Parts by name: those that there must be, and those that there may be. What is written though it is nothing, as under a mistyped
 * name, is no less wrong than what is not known.
 */
export const parts =
  (needed: Readonly<Record<string, Shape>>, may: Readonly<Record<string, Shape>> = {}): Shape =>
  (got, where) => {
    if (typeof got !== 'object' && got !== undefined)
      return [
        otherThan(
          where,
          got,
          `its parts: ${written(needed, may)}`,
          `bagiannya: ${written(needed, may)}`,
        ),
      ]
    const isThere = (name: string) => partsOf(got).some(([own]) => own === name)
    const looked = [
      ...Object.entries(needed),
      ...Object.entries(may).filter(([name]) => isThere(name)),
    ].flatMap(([name, shape]) => shape(partOf(got, name), below(where, name)))
    const known = [...Object.keys(needed), ...Object.keys(may)]
    return [...unknownIn(got, where, known), ...looked]
  }

const written = (...all: readonly object[]): string =>
  `{ ${all.flatMap((one) => Object.keys(one)).join(', ')} }`

function unknownIn(got: unknown, where: string, known: readonly string[]): Flaw[] {
  const unknown = partsOf(got).flatMap(([name]) => (known.includes(name) ? [] : [name]))
  if (unknown.length === 0) return []
  const [names, own] = [unknown.join(', '), known.join(', ')]
  const at = { en: where === '' ? 'a policy' : where, id: where === '' ? 'kebijakan' : where }
  return [
    flaw(
      below(where, unknown[0]),
      `${below(where, names)} is not known: ${at.en} has ${own}`,
      `${below(where, names)} tidak dikenal: bagian ${at.id} adalah ${own}`,
    ),
  ]
}

/** A list, of which each item is called by its name, else by its number. */
export const list =
  (
    item: Shape,
    what: Said,
    nameOf: (item: unknown) => unknown = (one) => partOf(one, 'name'),
  ): Shape =>
  (got, where) =>
    Array.isArray(got)
      ? itemsOf(got).flatMap((one, at) => item(one, below(where, called(nameOf(one), at))))
      : [otherThan(where, got, `a list: ${what.en}`, `daftar: ${what.id}`)]

const called = (name: unknown, at: number): string =>
  typeof name === 'string' && name !== '' ? name : String(at)

/** Things by names of one's own. */
export const named =
  (item: Shape, what: Said): Shape =>
  (got, where) =>
    typeof got === 'object' && got !== null && !Array.isArray(got)
      ? partsOf(got).flatMap(([name, one]) => item(one, below(where, name)))
      : [otherThan(where, got, `${what.en}`, `${what.id}`)]
