/** The program of a policy from outside: a module in the old form, that asks for nothing but the kit. */
import { refuseFaulty } from './faults.ts'
import * as kit from './kit.ts'
import { isPolicy, KIT, type Policy } from './policy.ts'

/** What differs between runs or machines, and is nothing to a policy. */
const HIDDEN = [
  ...['Date', 'performance', 'crypto', 'process', 'fetch', 'setTimeout', 'setInterval'],
  ...['globalThis', 'global', 'self', 'window', 'document'],
]

/** The kit, of which a mistyped name is told. */
const known = () =>
  new Proxy(kit, {
    get(target, name) {
      if (name in target || name === 'then') return Reflect.get(target, name)
      throw new Error(`${KIT} has no ${String(name)}`)
    },
  })

/** `Math` without what differs between runs or machines. */
const sure = () => {
  const refuse = (name: string, instead: string) => () => {
    throw new Error(`Math.${name} is not the same on every machine and in every run: ${instead}`)
  }
  return Object.freeze({
    ...Object.fromEntries(
      Object.getOwnPropertyNames(Math).map((name) => [name, Reflect.get(Math, name)]),
    ),
    random: refuse('random', 'declare a draw and take drawn(context.draws.luck, row)'),
    ...Object.fromEntries(
      ['exp', 'log', 'pow'].map((name) => [
        name,
        refuse(name, `use ${name === 'pow' ? 'power' : name} of ${KIT}`),
      ]),
    ),
  })
}

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
  run(require, module, module.exports, sure())
  const found = module.exports.default
  if (!isPolicy(found))
    throw new Error('it has no policy as its default export: export default policy({ ... })')
  return refuseFaulty(found)
}
