/**
 * Populations and their columns. A population is a kind of row (buyers, sellers, listings); a column is
 * an imported constant that carries its label and unit. A column that nobody declares does not exist.
 */
export type Storage = 'f64' | 'f32' | 'i32' | 'u32' | 'u16' | 'u8'

/** What a whole number stands for, where it is no amount. */
export type Holds =
  /** 1 yes, 0 no. */
  | { readonly is: 'flag' }
  /** The nth of some words. */
  | { readonly is: 'oneOf'; readonly words: readonly string[] }
  /** A row of a population; rows are counted from 1 where none is written 0. */
  | { readonly is: 'row'; readonly of: string; readonly none?: 0 | -1 }
  /** Rows of a population, a bit each. */
  | { readonly is: 'bits'; readonly of: string }
  /** Bits that noise is made of. */
  | { readonly is: 'noise' }

export interface ColumnDeclaration {
  readonly storage: Storage
  readonly label: string
  readonly unit: string
  /** Values a row: a number, or the population with one value for each of its rows. */
  readonly per?: number | string
  /** What its rule counted today: whole numbers, written in parallel and added up over threads when it is over. */
  readonly tally?: boolean
  readonly holds?: Holds
  /** An agent decides it; other columns follow from it. */
  readonly decision?: true
}

export interface Column extends ColumnDeclaration {
  readonly population: string
  readonly name: string
}

export type Columns<D extends Record<string, ColumnDeclaration>> = {
  readonly [name in keyof D]: Column
}

type Per = number | string

/** Declarations of columns of one storage: of amounts, and of what stands for something else. */
function column(storage: Storage) {
  const amount = (label: string, unit = '', per?: Per): ColumnDeclaration => ({
    storage,
    label,
    unit,
    ...(per === undefined ? {} : { per }),
  })
  const holding = (holds: Holds, label: string, per?: Per): ColumnDeclaration => ({
    ...amount(label, '', per),
    holds,
  })
  return Object.assign(amount, {
    flag: (label: string, per?: Per) => holding({ is: 'flag' }, label, per),
    oneOf: (label: string, words: readonly string[], per?: Per) =>
      holding({ is: 'oneOf', words }, label, per),
    /** A row of a population; -1 where there may be none. */
    rowOf: (label: string, of: string, { none, per }: { none?: -1; per?: Per } = {}) =>
      holding({ is: 'row', of, ...(none === undefined ? {} : { none }) }, label, per),
    /** A row of a population, counted from 1; 0 none. */
    rowFrom1Of: (label: string, of: string, per?: Per) =>
      holding({ is: 'row', of, none: 0 }, label, per),
    bitsOf: (label: string, of: string) => holding({ is: 'bits', of }, label),
    noise: (label: string) => holding({ is: 'noise' }, label),
  })
}

export const f64 = column('f64')
export const f32 = column('f32')
export const i32 = column('i32')
export const u32 = column('u32')
export const u16 = column('u16')
export const u8 = column('u8')

/** What an agent decides. */
export const decided = (declaration: ColumnDeclaration): ColumnDeclaration => ({
  ...declaration,
  decision: true,
})

/** A whole-number sum that slices add to in any order. */
export const tally = (label: string, unit: string, per?: number | string): ColumnDeclaration => ({
  ...i32(label, unit, per),
  tally: true,
})

/** The largest whole number that a column can hold. */
export const LARGEST: Readonly<Record<Storage, number>> = {
  ...{ u8: 0xff, u16: 0xffff, u32: 0xffffffff, i32: 0x7fffffff },
  // Whole numbers are exact up to here.
  ...{ f32: 0x1000000, f64: Number.MAX_SAFE_INTEGER },
}

/** The smallest. */
export const SMALLEST: Readonly<Record<Storage, number>> = {
  ...{ u8: 0, u16: 0, u32: 0, i32: -0x80000000 },
  ...{ f32: Number.NEGATIVE_INFINITY, f64: Number.NEGATIVE_INFINITY },
}

const BITS: Readonly<Record<Storage, number>> = {
  ...{ u8: 8, u16: 16, u32: 32, i32: 32, f32: 24, f64: 53 },
}

/** How many rows of a population a column can tell apart; undefined where it does not hold any. */
export function rowsHeldBy({ storage, holds }: ColumnDeclaration): number | undefined {
  if (holds?.is === 'bits') return BITS[storage]
  if (holds?.is !== 'row') return undefined
  return LARGEST[storage] + (holds.none === 0 ? 0 : 1)
}

export interface Population {
  readonly name: string
  readonly label: string
  readonly columns: Readonly<Record<string, Column>>
}

/** Declares a population; a column is read as a property: `sellers.price`. */
export function population<D extends Record<string, ColumnDeclaration>>(
  name: string,
  label: string,
  declarations: D,
): Population & Columns<D> {
  const columns = Object.fromEntries(
    Object.entries(declarations).map(([key, value]) => [
      key,
      { ...value, population: name, name: key },
    ]),
  ) as Columns<D>
  return { ...columns, name, label, columns } as Population & Columns<D>
}
