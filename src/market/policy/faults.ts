/** What is wrong in the declaration of a policy: in each of its parts by itself, then in how they go together. */
import { faultsOfDraws, type Parameter, type Rule } from '../../engine/index.ts'
import { MEASURES } from '../measures/index.ts'
import * as day from '../rules/index.ts'
import { flawsOfMoney } from './faults-of-money.ts'
import {
  FaultyPolicy,
  type Flaw,
  flaw,
  itemsOf,
  otherThan,
  partOf,
  partsOf,
  quoted,
} from './faulty.ts'
import { addedOf, foreign, nameOf, type WholeParts } from './foreign.ts'
import { type Policy, type PolicyDeclaration, policy } from './policy.ts'
import { flawsOfWhole, PARTS } from './whole.ts'
import { ADDITIONS } from './whole-additions.ts'

/**
 * Declares a policy.
 * @throws FaultyPolicy with all that is wrong in the declaration
 */
export function checkedPolicy<P extends Record<string, Parameter>>(
  declaration: PolicyDeclaration<P>,
): Policy {
  return refuseFaulty(policy(declaration))
}

/**
 * A policy as it is, where nothing is wrong in its declaration.
 * @throws FaultyPolicy with all that is wrong: something is missing that people are told, or is of no use; it has no date on which
 * it begins, or two; its rules write or its flows are paid from what is not among the columns that it adds
 */
export function refuseFaulty(made: Policy): Policy {
  const flaws = faultsOf(made)
  if (flaws.length > 0) throw new FaultyPolicy(quoted(made.name), flaws)
  return made
}

/** All that is wrong in a declaration. What only follows from another fault is left out. */
export function faultsOf(made: Policy): Flaw[] {
  const whole = flawsOfWhole(made)
  const isSound = (...places: readonly string[]) =>
    partsOf(made).every(([name]) => PARTS.includes(name)) &&
    !whole.some(({ where }) => places.some((one) => `${where}.`.startsWith(`${one}.`)))
  const added = addedOf(made)
  return [
    ...whole,
    ...(isSound('settings') ? flawsOfDates(made) : []),
    ...(isSound('adds', 'answers') ? flawsOfAnswers(made) : []),
    ...(partsOf(made.adds).every(([name]) => ADDITIONS.includes(name))
      ? [...flawsOfRules(added), ...flawsOfMoney(added)]
      : []),
    ...(isSound('adds') ? flawsOfUnwritten(added) : []),
    ...flawsOfFields(made),
  ]
}

function flawsOfDates({ settings }: Policy): Flaw[] {
  const begins = Object.values(settings).filter(
    (setting) => setting.kind === 'date' && setting.role === 'begins',
  )
  return begins.length === 1
    ? []
    : [
        flaw(
          'settings',
          `has ${begins.length} dates on which it begins, not 1`,
          `punya ${begins.length} tanggal mulai berlaku, bukan 1`,
        ),
      ]
}

function flawsOfAnswers({ adds = {}, answers = [] }: Policy): Flaw[] {
  const known = [...MEASURES, ...Object.values(adds.measures ?? {})].map(({ name }) => name)
  return answers
    .filter((name) => !known.includes(name))
    .map((name) =>
      flaw(
        `answers.${name}`,
        `is answered by the measure ${name}, which there is not`,
        `dijawab oleh ukuran ${name}, yang tidak ada`,
      ),
    )
}

/** Names by which the keys of other draws are made, so that no rule of a policy may have them. */
const TAKEN = new Set([...Object.values(day).map(({ name }) => name), 'flow'])

/** Rules that bear a name of the model's, write what is not their own, have parameters, or draw for the same twice. */
const flawsOfRules = ({ rules, own }: WholeParts): Flaw[] =>
  rules.flatMap(({ name, writes, parameters, draws }) => [
    ...(TAKEN.has(name)
      ? [
          otherThan(
            `adds.rules.${name}.name`,
            name,
            'a name that the model has not: its draws go by it',
            'nama yang tidak dipakai model: angka acaknya dibuat dari nama itu',
          ),
        ]
      : []),
    ...foreign(
      own,
      Object.values(writes),
      `adds.rules.${name}.writes`,
      `its rule ${name} writes`,
      `aturannya ${name} menulis`,
    ),
    ...(partsOf(parameters).length > 0
      ? [
          flaw(
            `adds.rules.${name}.parameters`,
            `its rule ${name} has parameters: make them settings that move a field`,
            `aturannya ${name} punya parameter: jadikan setelan yang menggerakkan isian tabel`,
          ),
        ]
      : []),
    ...faultsOfDraws(onlyDraws(draws)).map((fault) =>
      flaw(
        `adds.rules.${name}.draws ${fault}`,
        `its rule ${name}: ${fault}`,
        `aturannya ${name}: ${fault}`,
      ),
    ),
  ])

const onlyDraws = (draws: unknown): Rule['draws'] =>
  Object.fromEntries(
    partsOf(draws).filter(([, one]) => typeof partOf(one, 'label') === 'string'),
  ) as Rule['draws']

/** Columns that none of its rules writes. */
function flawsOfUnwritten({ own, rules }: WholeParts): Flaw[] {
  const written = new Set(rules.flatMap(({ writes }) => Object.values(writes)))
  return [...own]
    .filter((column) => !written.has(column))
    .map((column) =>
      flaw(
        `adds.columns.${column.name}.written`,
        `adds ${nameOf(column)}, which none of its rules writes: has it its rules under adds?`,
        `menambah ${nameOf(column)}, yang tidak ditulis aturan mana pun: sudahkah aturannya ada di adds?`,
      ),
    )
}

/** Tables that are no fields. */
const flawsOfFields = ({ adds }: Policy): Flaw[] =>
  itemsOf(partOf(adds, 'fields'))
    .filter((one) => typeof partOf(one, 'fields') === 'object' && partOf(one, 'extends') !== true)
    .map((one) => {
      const name = String(partOf(one, 'name'))
      return flaw(
        `adds.fields.${name}`,
        `adds the table ${name} as fields: write fieldsOn(${name}, ...)`,
        `menambah tabel ${name} sebagai isian: tulis fieldsOn(${name}, ...)`,
      )
    })
