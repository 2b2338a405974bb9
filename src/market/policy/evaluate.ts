/** The program of a policy from outside: a module in the old form, that asks for nothing but the kit. */
import { refuseFaulty } from './faults.ts'
import { told } from './faulty.ts'
import * as kit from './kit.ts'
import { isPolicy, KIT, type Policy } from './policy.ts'

/** What differs between runs or machines, and is nothing to a policy. */
const HIDDEN = [
  ...['Date', 'performance', 'crypto', 'process', 'fetch', 'setTimeout', 'setInterval'],
  ...['globalThis', 'global', 'self', 'window', 'document', 'Function', 'Intl'],
]

/** What tells its name, whatever is asked of it. */
function refused(name: string): unknown {
  const refuse = (): never => {
    throw new Error(
      `${name} is not the same on every machine and in every run: what a rule may know of the world it reads, and the day is context.day`,
    )
  }
  return new Proxy(() => {}, { get: refuse, apply: refuse, construct: refuse })
}

/** The kit, of which a mistyped name is told. */
const known = () =>
  new Proxy(kit, {
    get(target, name) {
      if (name in target || name === 'then') return Reflect.get(target, name)
      throw new Error(`${KIT} has no ${String(name)}`)
    },
  })

/** Functions of `Math` that give the same bits everywhere; its constants do, too. */
const EXACT = [
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt'],
  'trunc',
]

const INSTEAD: Readonly<Record<string, string>> = {
  random: 'declare a draw and take drawn(context.draws.luck, row)',
  pow: `use power of ${KIT}`,
  exp: `use exp of ${KIT}`,
  log: `use log of ${KIT}`,
}

const elsewhere = (name: string): string =>
  `Math.${name} is not the same on every machine and in every run: ${INSTEAD[name] ?? `make it of exp, log and power of ${KIT}`}`

/** `Math` without what differs between runs or machines. */
const sure = () =>
  Object.freeze(
    Object.fromEntries(
      Object.getOwnPropertyNames(Math).map((name) => {
        const own: unknown = Reflect.get(Math, name)
        if (typeof own !== 'function' || EXACT.includes(name)) return [name, own]
        const refuse = () => {
          throw new Error(elsewhere(name))
        }
        return [name, name === 'pow' ? wholePower : refuse]
      }),
    ),
  )

/** What the operator of powers is made into: by a whole number from 0 it is multiplied out; any other power differs between machines. */
function wholePower(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > LARGEST_POWER)
    throw new Error(
      `${base} to the power of ${exponent} is not the same on every machine: use power of ${KIT} where the exponent is not whole`,
    )
  let product = 1
  for (let times = 0; times < exponent; times++) product *= base
  return product
}

const LARGEST_POWER = 64

const BREAKS = { en: 'its program breaks', id: 'programnya gagal' }

/**
 * Runs the program and gives its policy.
 * @throws Error where it exports none, asks for another module, or breaks; FaultyPolicy where its declaration is not whole
 */
export function evaluated(program: string): Policy {
  const module = { exports: {} as { default?: unknown } }
  const require = (asked: string): unknown => {
    if (asked === KIT) return known()
    throw new Error(`it imports ${asked}: a policy may import ${KIT} and files of its own alone`)
  }
  const run = new Function(
    ...['require', 'module', 'exports', 'Math', ...HIDDEN],
    `'use strict';${program}`,
  )
  const given = [require, module, module.exports, sure(), ...HIDDEN.map(refused)]
  told('in a file of its own', 'program', BREAKS, () => run(...given))
  const found = module.exports.default
  if (!isPolicy(found))
    throw new Error('it has no policy as its default export: export default policy({ ... })')
  return refuseFaulty(found)
}
