/** Every policy: those that are shipped, and those in files of their own beside the scenarios that use them. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Parameter } from '../../src/engine/index.ts'
import { bringProgram, CATALOGUE, type MarketInput, type Policy } from '../../src/market/index.ts'
import { programOf } from '../../src/node/index.ts'

const FOLDER = 'scenarios/own-policies'

interface Outside {
  readonly policy: Policy
  readonly module: string
  readonly program: string
  /** As a scenario in `scenarios/textbook` names it. */
  readonly use: string
}

export const OUTSIDE: readonly Outside[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const program = programOf(`${FOLDER}/${file}`, readFileSync(`${FOLDER}/${file}`, 'utf8'))
    if (typeof program !== 'string') throw new Error(program.why)
    const { mark: module, policy } = bringProgram(program)
    return { policy, module, program, use: `../own-policies/${file}` }
  })

export const POLICIES: readonly Policy[] = [...CATALOGUE, ...OUTSIDE.map(({ policy }) => policy)]

/** The line of a scenario that makes a policy known to it; empty where it is shipped. */
export const useOf = (name: string): string => {
  const found = OUTSIDE.find(({ policy }) => policy.name === name)
  return found === undefined ? '' : `use: ${found.use}\n`
}

/** An input with every policy from outside in force from a day on, at a quarter of each share that it may set. */
export function withOutside(input: MarketInput, day: number): MarketInput {
  const policies = OUTSIDE.map(({ policy, module }) => ({
    policy: policy.name,
    module,
    settings: Object.fromEntries(
      Object.entries(policy.settings).map(([name, declared]) => [
        name,
        quarterOf(declared, input, day),
      ]),
    ),
  }))
  return {
    ...input,
    policies: [...input.policies, ...policies],
    modules: Object.fromEntries(OUTSIDE.map(({ module, program }) => [module, program])),
  }
}

function quarterOf(
  declared: Parameter,
  input: MarketInput,
  day: number,
): number | boolean | string {
  if (declared.kind === 'date') return declared.role === 'ends' ? input.days + 1 : day
  if (declared.kind === 'reference')
    return input.tables[declared.to].findIndex(({ values }) => values.streams)
  if (declared.kind !== 'number') return declared.default
  const [low, high] = declared.range
  return low + (high - low) / 4
}
