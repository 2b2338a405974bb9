/** What is wrong in the declaration of a policy. */
import { type Column, faultsOfDraws, type Parameter } from '../../engine/index.ts'
import { MEASURES } from '../measures/index.ts'
import { FaultyPolicy, type Flaw, flaw, quoted } from './faulty.ts'
import { type Additions, type Policy, type PolicyDeclaration, policy } from './policy.ts'
import { flawsOfWhole } from './whole.ts'

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
 * @throws FaultyPolicy with all that is wrong: something is missing that people are told; it has no date on which it begins, or
 * two; its rules write or its flows are paid from what is not among the columns that it adds
 */
export function refuseFaulty(made: Policy): Policy {
  const flaws = faultsOf(made)
  if (flaws.length > 0) throw new FaultyPolicy(quoted(made.name), flaws)
  return made
}

const nameOf = ({ population, name }: Column) => `${population}.${name}`

/** All that is wrong in a declaration. */
export const faultsOf = (made: Policy): Flaw[] => [
  ...flawsOfWhole(made),
  ...flawsOfSettings(made),
  ...flawsOfRules(made.adds ?? {}),
  ...flawsOfColumns(made.adds ?? {}),
]

function flawsOfSettings({ settings, adds = {}, nullCase, answers = [] }: Policy): Flaw[] {
  const begins = Object.values(settings).filter(
    (setting) => setting?.kind === 'date' && setting.role === 'begins',
  )
  const known = [...MEASURES, ...Object.values(adds.measures ?? {})].map((one) => one?.name)
  const atNull = Object.keys(nullCase?.settings ?? {})
  return [
    ...(begins.length === 1
      ? []
      : [
          flaw(
            'settings',
            `has ${begins.length} dates on which it begins, not 1`,
            `punya ${begins.length} tanggal mulai berlaku, bukan 1`,
          ),
        ]),
    ...(nullCase === undefined
      ? [
          flaw(
            'nullCase',
            'has no nullCase: say how it is set so that it does nothing, as in nullCase: { settings: { rate: 0 } }',
            'belum punya nullCase: tulis setelan yang membuatnya tidak berbuat apa-apa, misalnya nullCase: { settings: { rate: 0 } }',
          ),
        ]
      : []),
    ...atNull
      .filter((name) => !Object.hasOwn(settings, name))
      .map((name) =>
        flaw(
          `nullCase.settings.${name}`,
          `has no setting ${name}, of which its nullCase speaks`,
          `tidak punya setelan ${name}, yang disebut nullCase-nya`,
        ),
      ),
    ...answers
      .filter((name) => !known.includes(name))
      .map((name) =>
        flaw(
          `answers.${name}`,
          `is answered by the measure ${name}, which there is not`,
          `dijawab oleh ukuran ${name}, yang tidak ada`,
        ),
      ),
  ]
}

const ownOf = ({ columns = [] }: Additions): ReadonlySet<Column> =>
  new Set(columns.flatMap((one) => Object.values(one.columns)))

/** Rules that are none, that have parameters, and columns that none of them writes. */
function flawsOfRules(adds: Additions): Flaw[] {
  const { rules: given = [] } = adds
  const rules = given
    .filter(({ rule, after }) => rule !== undefined && after !== undefined)
    .map(({ rule }) => rule)
  const own = ownOf(adds)
  const written = rules.flatMap(({ writes }) => Object.values(writes))
  return [
    ...(rules.length === given.length
      ? []
      : [
          flaw(
            'adds.rules',
            'adds a rule that is none, or after one that is none: look for a mistyped name',
            'menambah aturan yang tidak ada, atau sesudah aturan yang tidak ada: periksa ejaan namanya',
          ),
        ]),
    ...rules.flatMap(({ name, writes }) =>
      foreign(own, Object.values(writes), `its rule ${name} writes`, `aturannya ${name} menulis`),
    ),
    ...rules
      .filter(({ parameters }) => Object.keys(parameters).length > 0)
      .map(({ name }) =>
        flaw(
          `adds.rules.${name}.parameters`,
          `its rule ${name} has parameters: make them settings that move a field`,
          `aturannya ${name} punya parameter: jadikan setelan yang menggerakkan isian tabel`,
        ),
      ),
    ...rules.flatMap(({ name, draws }) =>
      faultsOfDraws(draws).map((fault) =>
        flaw(
          `adds.rules.${name}.draws ${fault}`,
          `its rule ${name}: ${fault}`,
          `aturannya ${name}: ${fault}`,
        ),
      ),
    ),
    ...[...own]
      .filter((column) => !written.includes(column))
      .map((column) =>
        flaw(
          `adds.columns.${column.name}.written`,
          `adds ${nameOf(column)}, which none of its rules writes: has it its rules under adds?`,
          `menambah ${nameOf(column)}, yang tidak ditulis aturan mana pun: sudahkah aturannya ada di adds?`,
        ),
      ),
  ]
}

function foreign(
  own: ReadonlySet<Column>,
  columns: readonly (Column | undefined)[],
  does: string,
  berbuat: string,
): Flaw[] {
  return columns.flatMap((column) =>
    column === undefined || own.has(column)
      ? []
      : [
          flaw(
            `adds: ${does} ${nameOf(column)}`,
            `${does} ${nameOf(column)}, which is not among the columns that it adds`,
            `${berbuat} ${nameOf(column)}, yang bukan kolom tambahannya sendiri`,
          ),
        ],
  )
}

/** Tables that are no fields, flows and measures of columns that are not its own. */
function flawsOfColumns(adds: Additions): Flaw[] {
  const { fields = [], flows = [], measures = {} } = adds
  const own = ownOf(adds)
  return [
    ...fields
      .filter((table) => !table.extends)
      .map(({ name }) =>
        flaw(
          `adds.fields.${name}`,
          `adds the table ${name} as fields: write fieldsOn(${name}, ...)`,
          `menambah tabel ${name} sebagai isian: tulis fieldsOn(${name}, ...)`,
        ),
      ),
    ...flows.flatMap(({ name, paid, received }) =>
      foreign(own, [paid, received], `its flow ${name} takes`, `arusnya ${name} mengambil`),
    ),
    ...flows
      .filter(({ paid, received }) =>
        [paid, received].some((one) => one !== undefined && one.population !== 'sellers'),
      )
      .map(({ name }) =>
        flaw(
          `adds.flows.${name}.sellers`,
          `its flow ${name} takes a column that is not one of sellers`,
          `arusnya ${name} mengambil kolom yang bukan kolom sellers`,
        ),
      ),
    ...Object.values(measures)
      .filter((one) => one?.of !== undefined && !own.has(one.of))
      .map(({ name, of }) =>
        flaw(
          `adds.measures.${name}.of`,
          `its measure ${name} adds up ${nameOf(of!)}, which every world has, and would be zero in those without the policy: a measure of it belongs into the model`,
          `ukurannya ${name} menjumlahkan ${nameOf(of!)}, yang ada di setiap dunia dan akan nol tanpa kebijakan ini: ukuran seperti itu tempatnya di model`,
        ),
      ),
  ]
}
