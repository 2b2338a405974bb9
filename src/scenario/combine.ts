/** Several changes of one baseline in one scenario: what each of them changes, together. */
import {
  announcedOn,
  beginsOn,
  datedValues,
  type MarketInput,
  type Operation,
  operationsOfPolicy,
  type PolicyInput,
  targetOf,
  valueOn,
} from '../market/index.ts'
import { canonical, courseText, policyText } from './fingerprint.ts'
import { kebab } from './names.ts'

export type Combined =
  | { readonly ok: true; readonly input: MarketInput }
  | { readonly ok: false; readonly conflicts: readonly string[] }

/** A scenario by its name, for messages. */
export interface Named {
  readonly name: string
  readonly input: MarketInput
}

/**
 * Both changes of a baseline at once. They must not set one value to two numbers, nor apply to one value operations whose
 * result depends on their order, by courses or twice by one policy: the scenarios do not say which comes first.
 * Different policies follow each other by their first day.
 */
export function combine(baseline: MarketInput, one: Named, other: Named): Combined {
  const conflicts = [...rowsApart(baseline, one), ...rowsApart(baseline, other)]
  if (conflicts.length > 0) return { ok: false, conflicts }
  const clash = (path: string, here: string, there: string) =>
    conflicts.push(
      `${one.name} and ${other.name} both set ${path}: ${here} and ${there}\nlet only one of them set it`,
    )
  const plain = ({ modules: _, ...input }: MarketInput) => ({ ...input, courses: [], policies: [] })
  const merged = merge(plain(baseline), plain(one.input), plain(other.input), '', (path, a, b) =>
    clash(path, canonical(a), canonical(b)),
  ) as MarketInput
  const courses = together(baseline.courses, one.input.courses, other.input.courses)
  for (const here of courses.ofOne)
    for (const there of courses.ofOther)
      if (targetOf(here) === targetOf(there) && orderMatters(merged, [here], [there])) {
        const [a, b] = [here, there].map((course) => courseText(course, baseline).split(': '))
        clash(a[0], a.slice(1).join(': '), b.slice(1).join(': '))
      }
  const policies = together(baseline.policies, one.input.policies, other.input.policies)
  const moves = (policy: PolicyInput) => operationsOfPolicy(policy, merged)
  for (const here of policies.ofOne)
    for (const there of policies.ofOther)
      if (here.policy === there.policy && orderMatters(merged, moves(here), moves(there)))
        conflicts.push(
          `${one.name} and ${other.name} both move the same values by one policy:\n  ${policyText(here, one.input)}\n  ${policyText(there, other.input)}\nlet only one of them have it`,
        )
  if (conflicts.length > 0) return { ok: false, conflicts }
  const firstDay = (policy: PolicyInput) =>
    Math.min(announcedOn(policy) ?? merged.days, beginsOn(policy) ?? merged.days)
  return {
    ok: true,
    input: {
      ...merged,
      courses: [...courses.kept, ...courses.ofOne, ...courses.ofOther],
      policies: [
        ...policies.kept,
        ...[...policies.ofOne, ...policies.ofOther].sort((a, b) => firstDay(a) - firstDay(b)),
      ],
      ...modulesOf([baseline, one.input, other.input]),
    },
  }
}

/** Programs go by their marks: those of all. */
function modulesOf(inputs: readonly MarketInput[]): Pick<MarketInput, 'modules'> {
  const all = Object.assign({}, ...inputs.map(({ modules }) => modules))
  return Object.keys(all).length > 0 ? { modules: all } : {}
}

/** Whether it makes a difference to some value on some day which of two comes first. */
function orderMatters(
  input: MarketInput,
  one: readonly Operation[],
  other: readonly Operation[],
): boolean {
  const shared = new Set(one.map(targetOf))
  const common = other.filter((operation) => shared.has(targetOf(operation)))
  const targets = new Set(common.map(targetOf))
  const mine = one.filter((operation) => targets.has(targetOf(operation)))
  const [first, second] = [
    [...mine, ...common],
    [...common, ...mine],
  ].map((all) => new Map(datedValues(input, all).map((value) => [targetOf(value), value])))
  for (const [target, value] of first)
    for (let day = 0; day < input.days; day++)
      if (valueOn(value, day) !== valueOn(second.get(target)!, day)) return true
  return false
}

/** References go by row: rows that the baseline has not would be other rows to the other scenario. */
function rowsApart(baseline: MarketInput, { name, input }: Named): string[] {
  return Object.entries(input.tables).flatMap(([table, rows]) => {
    const names = (all: typeof rows) => all.map((row) => row.name).join(', ')
    return names(rows) === names(baseline.tables[table] ?? [])
      ? []
      : [
          `${name} has other ${table} than the baseline, so that it cannot be combined\nput the rows into the baseline too, closed, and open them in ${name}`,
        ]
  })
}

/** What both keep of a list, and what each adds; what both add alike is added once. */
function together<T>(before: readonly T[], one: readonly T[], other: readonly T[]) {
  const has = (list: readonly T[], item: T) =>
    list.some((candidate) => canonical(candidate) === canonical(item))
  return {
    kept: before.filter((item) => has(one, item) && has(other, item)),
    ofOne: one.filter((item) => !has(before, item)),
    ofOther: other.filter((item) => !has(before, item) && !has(one, item)),
  }
}

type Clash = (path: string, one: unknown, other: unknown) => void

/** Takes from each side what it changes; calls `clash` for each value that both change differently. */
function merge(before: unknown, one: unknown, other: unknown, path: string, clash: Clash): unknown {
  if (canonical(one) === canonical(before)) return other
  if (canonical(other) === canonical(before) || canonical(one) === canonical(other)) return one
  const inner = (name: string) => (path === '' ? name : `${path}.${name}`)
  if ([before, one, other].every(Array.isArray)) {
    const [base, a, b] = [before, one, other] as unknown[][]
    if (base.length === a.length && base.length === b.length)
      return base.map((item, at) =>
        merge(item, a[at], b[at], inner((item as { name?: string })?.name ?? `${at + 1}`), clash),
      )
  } else if ([before, one, other].every((side) => typeof side === 'object' && side !== null)) {
    const [base, a, b] = [before, one, other] as Record<string, unknown>[]
    const keys = [...new Set([base, a, b].flatMap(Object.keys))]
    return Object.fromEntries(
      keys.map((key) => [
        key,
        // `tables` and `values` are not written in a scenario.
        merge(
          base[key],
          a[key],
          b[key],
          ['tables', 'values'].includes(key) ? path : inner(kebab(key)),
          clash,
        ),
      ]),
    )
  }
  clash(path, one, other)
  return one
}
