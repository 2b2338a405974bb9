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

/** Where random numbers are not paired: always reported. */
export const unpairedLines = (parts: readonly string[]): string[] =>
  parts.length === 0
    ? []
    : [
        'WARNING: random numbers are not paired; effects include the noise of both worlds',
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

/** Constants calibrated while a policy is in force absorb part of it: always reported. */
export function solvedLines(arm: PolicyArm): string[] {
  const until = solvedUntil(arm)
  if (until === undefined) return []
  return wrapped(
    `WARNING: constants are calibrated until ${until} (calendar.solve-until) in each world separately, so part of any earlier policy effect is absorbed`,
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
      : [`identical until ${dateOfFork(arm)}: not checked, because run 1 is missing`]
  if (!proof.equal) return brokenProof(proof)
  const shown = proof.days === 1 ? 'the day before' : `each of the ${proof.days} days before`
  return [
    ...wrapped(
      never
        ? `identical throughout the ${arm.input.days} days of the run: simulated separately, both worlds had the same state on each of the last ${proof.days} days`
        : `identical until ${proof.until}: simulated separately, both worlds had the same state on ${shown} (run 1)`,
    ),
    ...(never ? [] : partings(proof)),
  ]
}

const brokenProof = (proof: Proof): string[] =>
  wrapped(
    `NOT IDENTICAL before ${proof.until}: the states of run 1 diverge on ${proof.first?.date ?? 'an earlier day'}, so no effect here can be trusted; this is a fault of the program`,
  ).concat(partings(proof))

function partings(proof: Proof | undefined): string[] {
  const { first, decision } = proof ?? {}
  if (first === undefined) return ['nothing differs in the four weeks after']
  const lines = partingLine('first to differ', first)
  if (first.label === 'rows') return lines
  if (decision === undefined) return [...lines, 'no agent’s decision differs within four weeks']
  return decision === first
    ? lines
    : [...lines, ...partingLine('first decision to differ', decision)]
}

const partingLine = (what: string, one: Parting): string[] =>
  wrapped(
    `${what}: ${one.date}, ${one.rule}, ${one.agent}: ${plain(one.label)} ${one.baseline} -> ${one.policy}`,
  )

/** A label without what explains it: `Unlimited stock: textbook markets`. */
const plain = (label: string) =>
  label
    .replace(/[,;:(].*$/, '')
    .trim()
    .toLowerCase()
