/** The declaration behind a path as `--set` takes it. */
import type { Parameter } from '../engine/index.ts'
import { DAY, policyCalled, TABLES } from '../market/index.ts'
import { kebab } from './names.ts'
import { SIZE } from './shape.ts'

type Declared = Readonly<Record<string, Parameter>>

/** @param path `venues.shopee.commission.food`, with `*` or names for rows, `policies.2.duty.extra`; undefined where nothing is declared */
export function parameterAt(path: string): Parameter | undefined {
  const [section, ...rest] = path.split('.')
  const found = fieldOf(section, rest)
  if (found === undefined) return undefined
  const [fields, name] = found
  return Object.entries(fields).find(([field]) => kebab(field) === name)?.[1]
}

function fieldOf(section: string, rest: readonly string[]): [Declared, string] | undefined {
  if (section === 'size') return [SIZE, rest[0]]
  if (section === 'rules') {
    const rule = DAY.find(({ name }) => name === rest[0])
    return rule && [rule.parameters, rest[1]]
  }
  if (section === 'policies') {
    const [name, setting] = /^\d+$/.test(rest[0] ?? '') ? rest.slice(1) : rest
    const policy = policyCalled(name)
    return policy && [policy.settings, setting]
  }
  const table = TABLES.find(({ name }) => name === section)
  return table && [table.fields, rest[table.single ? 0 : 1]]
}
