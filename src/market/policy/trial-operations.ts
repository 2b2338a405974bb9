/** What a policy from outside does to values, asked as it is set and at its null: each operation is one that moves something. */
import { DOES, type MarketInput, type Operation, type PolicyInput } from '../input.ts'
import { beginsOn, endsOn } from '../policy-dates.ts'
import { TABLES } from '../tables/index.ts'
import {
  FaultyPolicy,
  type Flaw,
  flaw,
  itemsOf,
  otherThan,
  partOf,
  quoted,
  told,
} from './faulty.ts'
import type { Said } from './flows.ts'
import { policiesIn, policyOf } from './known.ts'
import type { CheckedBeside, PolicyFault } from './policy.ts'
import { amount, anything, either, list, oneOf, parts, type Shape, text } from './shape.ts'
import { BOTH } from './whole-additions.ts'

/**
 * Asks a policy what it does to values, as it is set and at its null.
 * @throws FaultyPolicy with all that is wrong
 */
export function tryPolicy(one: PolicyInput, input: MarketInput): void {
  const operations = operationsOf(one, input)
  const flaws = operations.flatMap((moved, nth) => flawsOfOperation(moved, nth, one, input))
  refuse(one, flaws.length > 0 ? flaws : neverBegun(operations as Operation[], input))
  const { settings, unusedVenue, marks = [] } = policyOf(one).nullCase
  if (unusedVenue || marks.length > 0) return
  const atNull = { ...one, settings: { ...one.settings, ...settings } } as PolicyInput
  const [left] = operationsOf(atNull, input)
  if (left === undefined) return
  const value = `${partOf(left, 'table')}.${partOf(left, 'field')}`
  refuse(one, [
    flaw(
      'nullCase',
      `at its null it still moves ${value}: it has no operation there`,
      `pada setelan nol ia masih menggerakkan ${value}: seharusnya tanpa operasi`,
    ),
  ])
}

/**
 * What a policy finds that contradicts the scenario.
 * @throws FaultyPolicy where its check breaks, or gives something else than faults
 */
export function tryCheck(one: PolicyInput, beside: CheckedBeside): readonly PolicyFault[] {
  const { check, settings } = policyOf(one)
  if (check === undefined) return []
  const who = { en: 'its check breaks', id: 'pemeriksaannya gagal' }
  const found = told(one.policy, 'check', who, () => check(asking(one, 'check'), beside))
  const known = oneOf(Object.keys(settings))
  const fault = parts(
    { code: text("'no-route'"), says: BOTH },
    { setting: (got, where) => (got === undefined ? [] : known(got, where)), beside: anything },
  )
  const faults = list(
    fault,
    {
      en: "[] where nothing is wrong, else [{ code: 'no-route', says: { en, id } }]",
      id: "[] kalau tidak ada yang salah, atau [{ code: 'no-route', says: { en, id } }]",
    },
    (got) => partOf(got, 'code'),
  )
  refuse(one, faults(found, 'check()'))
  return found
}

/** @throws FaultyPolicy where there are flaws */
function refuse({ policy }: PolicyInput, flaws: readonly Flaw[]): void {
  if (flaws.length > 0) throw new FaultyPolicy(policy, flaws)
}

/** The settings of a policy, which tell a name that there is not. */
function asking(one: PolicyInput, who: string): PolicyInput['settings'] {
  const known = new Set([...Object.keys(policyOf(one).settings), ...Object.keys(one.settings)])
  return new Proxy(one.settings, {
    get(settings, name) {
      if (typeof name === 'symbol' || known.has(name)) return Reflect.get(settings, name)
      const names = [...known].join(', ')
      throw new FaultyPolicy(one.policy, [
        flaw(
          `${who}.${name}`,
          `${who} asks for the setting ${name}, which there is not: the settings are ${names}`,
          `${who} meminta setelan ${name}, yang tidak ada: setelannya ${names}`,
        ),
      ])
    },
  })
}

function operationsOf(one: PolicyInput, input: MarketInput): readonly unknown[] {
  const who = { en: 'its operations break', id: 'operasinya gagal' }
  const found: unknown = told(one.policy, 'operations', who, () =>
    policyOf(one).operations(asking(one, 'operations'), input),
  )
  const operations = list(anything, {
    en: 'return [add(...)], or [] where it does nothing',
    id: 'kembalikan [add(...)], atau [] kalau tidak berbuat apa-apa',
  })
  refuse(one, operations(found, 'operations()'))
  return itemsOf(found)
}

/** A value that there is not would be moved in silence, and what is no number passes through every bound. */
function flawsOfOperation(got: unknown, nth: number, one: PolicyInput, input: MarketInput): Flaw[] {
  if (typeof partOf(got, 'table') !== 'string')
    return [
      otherThan(
        `operations.${nth}`,
        got,
        'what add, set or another of the kit returns',
        'hasil add, set, atau lainnya dari kit',
      ),
    ]
  const moved = got as Operation
  const where = `operations.${moved.table}.${moved.field}`
  const target = flawsOfTarget(moved, where, input)
  return [
    ...target,
    ...flawsOfMoments(moved, where, one),
    ...flawsOfAmounts(moved, where),
    ...(Array.isArray(moved.points) ? how(got, where) : []),
  ]
}

const how: Shape = parts(
  {
    ...{ table: anything, row: anything, field: anything, at: anything, points: anything },
    linear: either,
  },
  {
    does: oneOf(DOES),
    until: anything,
    strictness: amount,
    part: text("'tools'"),
    added: anything,
  },
)

/** The row, the field and which of its values. */
function flawsOfTarget(
  { table, row, field, at }: Operation,
  where: string,
  input: MarketInput,
): Flaw[] {
  const rows = input.tables[table]
  if (rows === undefined) return oneOf(Object.keys(input.tables))(table, `${where}.table`)
  const names = rows.map(({ name }) => name).join(', ')
  const declared = fieldIn(table, field, input)
  const per = partOf(declared, 'per')
  const values = typeof per === 'string' ? (input.tables[per]?.length ?? 0) : 1
  const [does, berbuat] = ['its operation moves', 'operasinya menggerakkan']
  return [
    ...(isRow(row, rows.length)
      ? []
      : [
          flaw(
            `operations.${table}.${row}`,
            `${does} ${table} row ${row}, which there is not; rows: ${names}`,
            `${berbuat} ${table} baris ${row}, yang tidak ada; baris yang ada: ${names}`,
          ),
        ]),
    ...(declared === undefined
      ? [
          flaw(
            where,
            `${does} ${table}.${field}, which there is not: is it among what it adds, under fields?`,
            `${berbuat} ${table}.${field}, yang tidak ada: sudahkah ada di antara tambahannya, di fields?`,
          ),
        ]
      : isRow(at, values)
        ? []
        : [
            flaw(
              `${where}.at`,
              `${does} ${table}.${field} at ${quoted(at)}, and it has ${values} value${values === 1 ? '' : 's'} a row, counted from 0`,
              `${berbuat} ${table}.${field} pada at ${quoted(at)}, sedangkan tiap baris punya ${values} nilai, dihitung dari 0`,
            ),
          ]),
  ]
}

const isRow = (row: unknown, rows: number): boolean =>
  Number.isInteger(row) && Number(row) >= 0 && Number(row) < rows

const fieldIn = (table: string, field: string, input: MarketInput): unknown =>
  [...TABLES, ...policiesIn(input).flatMap(({ adds }) => adds?.fields ?? [])].find(
    (one) => one.name === table && Object.hasOwn(one.fields, field),
  )?.fields[field]

const NO_DATE: Said = {
  en: 'a day since the start, as in from(effective, rate): look for a mistyped setting, or a date that was left out',
  id: 'hari sejak awal, misalnya from(effective, rate): periksa ejaan setelan, atau tanggal yang tidak diisi',
}

/** When it begins, moves on and ends: what is no day never comes. */
function flawsOfMoments({ points, until }: Operation, where: string, one: PolicyInput): Flaw[] {
  if (!Array.isArray(points) || points.length === 0)
    return [
      otherThan(
        `${where}.points`,
        points,
        'days with their amounts, as in from(effective, rate)',
        'hari beserta nilainya, misalnya from(effective, rate)',
      ),
    ]
  const moments: readonly unknown[] = points.map((point) => itemsOf(point)[0])
  const odd = moments.findIndex((moment) => !Number.isFinite(moment))
  if (odd >= 0) return [otherThan(`${where}.points.${odd}`, moments[odd], NO_DATE.en, NO_DATE.id)]
  const days = moments.map(Number)
  const back = days.findIndex((day, at) => at > 0 && day <= days[at - 1])
  if (back >= 0)
    return [
      otherThan(
        `${where}.points.${back}`,
        days[back],
        `a day after ${days[back - 1]}: points stand in order of time`,
        `hari sesudah ${days[back - 1]}: titik-titik ditulis menurut urutan waktu`,
      ),
    ]
  if (until === undefined) return []
  if (!Number.isFinite(until)) return [otherThan(`${where}.until`, until, NO_DATE.en, NO_DATE.id)]
  // Of an end that is written before the beginning the scenario is told at its own place.
  const isWritten = (endsOn(one) ?? Number.POSITIVE_INFINITY) <= (beginsOn(one) ?? 0)
  return until > days[0] || isWritten
    ? []
    : [
        otherThan(
          `${where}.until`,
          until,
          `a day after ${days[0]}, on which it begins: else it does nothing`,
          `hari sesudah ${days[0]}, saat mulai berlaku: kalau tidak, ia tidak berbuat apa-apa`,
        ),
      ]
}

function flawsOfAmounts({ table, field, points }: Operation, where: string): Flaw[] {
  const odd = itemsOf(points).find((point) => !Number.isFinite(itemsOf(point)[1]))
  if (odd === undefined) return []
  const got = quoted(itemsOf(odd)[1])
  return [
    flaw(
      `${where}.amount`,
      `its operation moves ${table}.${field} by ${got}, which is no number: look for a mistyped setting, or a division by 0`,
      `operasinya menggerakkan ${table}.${field} sebesar ${got}, yang bukan angka: periksa ejaan setelan, atau pembagian dengan 0`,
    ),
  ]
}

/** Where the run is over before any of them begins, nothing happens. */
function neverBegun(operations: readonly Operation[], { days }: MarketInput): Flaw[] {
  const first = Math.min(...operations.map(({ points }) => points[0][0]))
  return operations.length === 0 || first < days
    ? []
    : [
        flaw(
          'operations',
          `its operations begin on day ${first}, and the run ends after ${days}: look at the days of from(...)`,
          `operasinya mulai pada hari ke-${first}, padahal simulasi berakhir setelah ${days} hari: periksa hari pada from(...)`,
        ),
      ]
}
