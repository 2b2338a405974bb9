/** What differs between two worlds and from when on, for a terminal. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import { type Scenario, unpaired } from '../../scenario/index.ts'
import {
  dateOfFork,
  type Parting,
  type PolicyArm,
  type Proof,
  type RowsApart,
  rowsApart,
} from '../../study/index.ts'
import { wrapped } from './columns.ts'

/** Changes named in the terminal; all of them stand in the manifest. */
const MOST_NAMED = 12

/** What the inputs differ in, in words. */
export function differenceLines(differences: readonly string[]): string[] {
  if (differences.length === 0) return ['no input differs']
  const left = differences.length - MOST_NAMED
  return [
    'what differs',
    ...differences.slice(0, MOST_NAMED).flatMap((one) => wrapped(one, '  ', '    ')),
    ...(left > 0 ? [`  and ${left} more: manifest.json`] : []),
  ]
}

/** Where the worlds do not share their chance: never passed over. */
export const unpairedLines = (parts: readonly string[]): string[] =>
  parts.length === 0
    ? []
    : [
        'WARNING: not paired, so that effects carry the chance of two worlds',
        ...parts.flatMap((part) => wrapped(part, '  ', '    ')),
      ]

/** Where agents are not the same in both worlds, and so are not followed: what is left out, and what brings it back. */
export function leftOutLines(apart: readonly RowsApart[]): string[] {
  if (apart.length === 0) return []
  const parts = apart.map(({ table, rows }) =>
    rows.length === 0 ? `${table} (their order)` : `${table} (${rows.join(', ')})`,
  )
  const nought = apart.every(({ table }) => table === 'programmes') ? ', there with slots: 0' : ''
  return wrapped(
    `WARNING: who wins and loses, where sales went and agents.parquet are left out: both worlds must have the same rows, and they differ in ${parts.join(', ')}. Write them into the baseline too${nought}, and let the policy set them by its date`,
    '',
    '  ',
  )
}

/** Until when constants are solved, where something differs before; undefined where nothing does. */
export const solvedUntil = ({ input, fork }: PolicyArm): string | undefined =>
  fork >= Math.min(input.solveUntil, input.days)
    ? undefined
    : dateOfDay(dayOfDate(input.start) + input.solveUntil)

/** What is solved while a policy is on belongs to its world: never passed over either. */
export function solvedLines(arm: PolicyArm): string[] {
  const until = solvedUntil(arm)
  if (until === undefined) return []
  return wrapped(
    `WARNING: constants are solved until ${until} (calendar.solve-until), in each world on its own, so that they take in a part of what differs before`,
    '',
    '  ',
  )
}

/** All that a reader of effects must be warned of. */
export const warningLines = (
  { input: before }: Pick<Scenario, 'input'>,
  { input: after }: Pick<Scenario, 'input'>,
  arm: PolicyArm,
): string[] => [
  ...unpairedLines(unpaired(before, after)),
  ...leftOutLines(rowsApart(before, after)),
  ...solvedLines(arm),
]

/** From when on the worlds may differ, how that is known, and what differs first. */
export function proofLines(arm: PolicyArm, proof: Proof | undefined): string[] {
  const never = arm.fork >= arm.input.days
  if (proof === undefined || proof.days === 0)
    return arm.fork === 0
      ? ['the worlds may differ from the first day on', ...partings(proof)]
      : [`identical until ${dateOfFork(arm)}: not proved, for run 1 is missing`]
  if (!proof.equal) return brokenProof(proof)
  const shown = `${proof.days} ${proof.days === 1 ? 'day' : 'days'} before it`
  return [
    ...wrapped(
      never
        ? `identical throughout: nothing differs in the ${arm.input.days} days that were run; on the last ${proof.days} days both worlds, each stepped on its own, had equal hashes of state`
        : `identical until ${proof.until}: on ${shown} both worlds, each stepped on its own, had equal hashes of state (run 1)`,
    ),
    ...(never ? [] : partings(proof)),
  ]
}

const brokenProof = (proof: Proof): string[] =>
  wrapped(
    `NOT IDENTICAL before ${proof.until}: the states of run 1 part on ${proof.first?.date ?? 'an earlier day'}, so no effect here can be trusted; this is a fault of the program`,
  ).concat(partings(proof))

function partings(proof: Proof | undefined): string[] {
  const { first, decision } = proof ?? {}
  if (first === undefined) return ['nothing differs in the four weeks after it']
  const lines = partingLine('first to differ', first)
  if (first.label === 'rows') return lines
  if (decision === undefined) return [...lines, 'no agent decides otherwise within four weeks']
  return decision === first
    ? lines
    : [...lines, ...partingLine('first decision to differ', decision)]
}

const partingLine = (what: string, one: Parting): string[] =>
  wrapped(
    `${what}: ${one.date}, ${one.rule}, ${one.agent}: ${plain(one.label)} ${one.baseline} -> ${one.policy}`,
  )

/** A label without what explains its codes: `Announced to close (1 yes, 0 no)`. */
const plain = (label: string) =>
  label
    .replace(/[,;:(].*$/, '')
    .trim()
    .toLowerCase()
