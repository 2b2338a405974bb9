/** What a market is, whatever its size: by it studies know the scenarios that they are of. */
import { hashText } from '../engine/index.ts'
import { DAY, type MarketInput, policyOf, TABLES } from '../market/index.ts'
import { canonical, substance } from './fingerprint.ts'
import { areListed } from './resized.ts'

/**
 * 16 hexadecimal digits of a market at any size: equal of two that differ in the number of their agents and of days alone. Values
 * at the default of their declaration are left out, so that a parameter that is declared later, at a default that changes nothing,
 * changes no key.
 */
export function substanceKey(input: MarketInput): string {
  const { buyers, sellers, creators } = input.size
  const whole = (table: string, agents: number) =>
    input.tables[table].map((row) => ({
      ...row,
      values: {
        ...row.values,
        weight: Number((Number(row.values.weight) * agents).toPrecision(6)),
      },
    }))
  const tables = {
    ...input.tables,
    households: whole('households', buyers),
    creator: whole('creator', creators),
    firms: input.tables.firms.map((row) => ({ ...row, values: { ...row.values, slots: 0 } })),
  }
  const size = { buyers: 0, sellers: areListed(input) ? sellers : 0, creators: 0 }
  return hashText(canonical(substance(withoutDefaults({ ...input, days: 0, size, tables }))))
}

function withoutDefaults(input: MarketInput): MarketInput {
  const { rules, policies } = input
  const tables = TABLES.map(({ name, fields }) => [
    name,
    (input.tables[name] ?? []).map((row) => ({ ...row, values: told(row.values, fields) })),
  ])
  return {
    ...input,
    tables: Object.fromEntries(tables),
    rules: Object.fromEntries(
      DAY.map(
        ({ name, parameters }) => [name, told(rules[name] ?? {}, parameters)] as const,
      ).filter(([, values]) => Object.keys(values).length > 0),
    ) as MarketInput['rules'],
    policies: policies.map((one) => {
      const declared = policyOf(one).settings
      return { ...one, settings: told(one.settings, declared) }
    }),
  }
}

/** The values that are not as they are declared. */
const told = <V extends Readonly<Record<string, unknown>>>(
  values: V,
  declared: Readonly<Record<string, unknown>>,
): V =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(Reflect.get(Object(declared[name]), 'default')),
    ),
  ) as V
