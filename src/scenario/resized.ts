/** A market changed as a whole: fewer days, other numbers of agents. */
import { hashText } from '../engine/index.ts'
import { CATALOGUE, DAY, type MarketInput, TABLES } from '../market/index.ts'
import { canonical, substance } from './fingerprint.ts'

export interface Size {
  /** A small market, for a first look. */
  readonly quick?: boolean
  /** Multiplies the numbers of buyers, sellers and creators. */
  readonly scale?: number
  readonly days?: number | undefined
}

/** A small market for a first look. */
const QUICK = { buyers: 8_000, sellers: 1_000, slots: 128 }

/** Whether sellers are listed one by one: then they are the market, and no sample of it to be made larger or smaller. */
export const areListed = ({ tables }: MarketInput): boolean => tables.sellers.length > 0

export function resized(
  input: MarketInput,
  { quick = false, scale = 1, days = input.days }: Size,
): MarketInput {
  const { buyers, sellers, creators } = input.size
  const listed = areListed(input)
  const small = quick
    ? {
        buyers: Math.min(buyers, QUICK.buyers),
        sellers: listed ? sellers : Math.min(sellers, QUICK.sellers),
        creators: creators * Math.min(1, QUICK.buyers / buyers),
      }
    : input.size
  const sized = (count: number) => Math.max(count > 0 ? 1 : 0, Math.round(count * scale))
  const size = {
    buyers: sized(small.buyers),
    sellers: listed ? sellers : sized(small.sellers),
    creators: sized(small.creators),
  }
  const tables = representing(input, size)
  return { ...input, days, size, tables: quick ? coarser(tables) : tables }
}

/** Coarser feeds: their making does not shrink with the market. */
function coarser(tables: MarketInput['tables']): MarketInput['tables'] {
  const firms = tables.firms.map((row) => ({
    ...row,
    values: { ...row.values, slots: Math.min(QUICK.slots, Number(row.values.slots)) },
  }))
  return { ...tables, firms }
}

/** Fewer agents stand for as many people and creators as before: their weights grow. */
function representing(
  { tables, size }: MarketInput,
  { buyers, creators }: MarketInput['size'],
): MarketInput['tables'] {
  const heavier = (table: string, times: number) =>
    tables[table].map((row) => ({
      ...row,
      values: { ...row.values, weight: Number(row.values.weight) * times },
    }))
  return {
    ...tables,
    households: heavier('households', size.buyers / buyers),
    creator: heavier('creator', creators > 0 ? size.creators / creators : 1),
  }
}

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
      const declared = CATALOGUE.find(({ name }) => name === one.policy)?.settings ?? {}
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
