/** Options that a program hands in: a caller without types learns of every mistake before anything runs. */
import { nearest } from './finding.ts'
import { printable } from './printable.ts'

/** What an option may be: a text, several, a number, true or false, a function, or what has functions of these names. */
export type OptionKind = 'text' | 'texts' | 'number' | 'flag' | 'function' | 'object' | HasFunctions

type HasFunctions = readonly string[]

export type OptionKinds = Readonly<Record<string, OptionKind>>

const EXPECTED: Readonly<Record<Exclude<OptionKind, HasFunctions>, string>> = {
  text: 'a text',
  texts: 'a list of texts',
  number: 'a number',
  flag: 'true or false',
  function: 'a function',
  object: 'an object',
}

/** What is wrong with options: names that there are none of, and values of another kind. One that is undefined is not given. */
export function optionFaults(options: unknown, kinds: OptionKinds): string[] {
  if (typeof options !== 'object' || options === null)
    return [`options are ${shown(options)}, expected an object that has: ${named(kinds)}`]
  return Object.entries(options).flatMap(([name, value]) => {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    if (kind === undefined) return [noOption(name, kinds)]
    if (value === undefined || isOf(value, kind)) return []
    // A text of digits is told from the number that it looks like.
    const got = kind === 'number' && typeof value === 'string' ? `'${shown(value)}'` : shown(value)
    return [`${name} is ${got}, expected ${expectedOf(kind)}`]
  })
}

/** What a caller handed in, as it may stand in a message. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

const named = (kinds: OptionKinds): string => Object.keys(kinds).join(', ')

function noOption(name: string, kinds: OptionKinds): string {
  const meant = nearest(name, Object.keys(kinds))
  const hint = meant === undefined ? `it has: ${named(kinds)}` : `did you mean ${meant}?`
  return `there is no option ${printable(name)}  ${hint}`
}

function isOf(value: unknown, kind: OptionKind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string'
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string')
    case 'flag':
      return typeof value === 'boolean'
    case 'number':
    case 'function':
    case 'object':
      return typeof value === kind && value !== null
    default:
      return kind.every((name) => typeof Object(value)[name] === 'function')
  }
}

const expectedOf = (kind: OptionKind): string =>
  typeof kind === 'string' ? EXPECTED[kind] : `an object with ${kind.join(', ')}`
