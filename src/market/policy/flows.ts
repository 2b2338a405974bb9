/** Money that firms pay and receive under policies, as cash and books take it. */
import type { Column, MutableValues, Values, World } from '../../engine/index.ts'
import { type SECTORS, sectors } from '../populations/index.ts'

/** What is said to people, in English and in Indonesian, each as one writes it. */
export interface Said {
  readonly en: string
  readonly id: string
}

/** Money that firms pay or receive under a policy. The other side is a sector that keeps the balance. */
export interface AddedFlow {
  readonly name: string
  readonly label: Said
  /** What a firm pays in the week, and what it receives, kRp of one firm: columns of sellers that the policy adds. */
  readonly paid?: Column
  readonly received?: Column
  /** Who receives what is paid and pays what is received. */
  readonly with: (typeof SECTORS)[number]
}

/** A flow with the column of sectors in which the week is booked: received (+) or paid (-), kRp. */
export interface BookedFlow extends AddedFlow {
  readonly booked: Column
}

/** What a sector received of the flows of policies in the week, less what it paid, kRp. */
export function receivedBy(world: World, sector: number): () => number {
  const booked = world.populations
    .filter((population) => population.name === sectors.name && population !== sectors)
    .flatMap(({ columns }) => Object.values(columns).map((column) => world.view(column)))
  return () => booked.reduce((sum, column) => sum + column[sector], 0)
}

/** Under which names a rule reads what firms pay and receive by flows that are added. */
export const flowReads = (flows: readonly AddedFlow[]): Record<string, Column> =>
  Object.fromEntries(
    flows.flatMap(({ name, paid, received }) => [
      ...(paid ? [[`${name}: paid`, paid]] : []),
      ...(received ? [[`${name}: received`, received]] : []),
    ]),
  )

/** What a firm receives less what it pays by them, kRp of one firm. */
export const netOf = (
  columns: Readonly<Record<string, Values | MutableValues>>,
  flows: readonly AddedFlow[],
  seller: number,
): number =>
  flows.reduce(
    (sum, { name }) =>
      sum +
      (columns[`${name}: received`]?.[seller] ?? 0) -
      (columns[`${name}: paid`]?.[seller] ?? 0),
    0,
  )
