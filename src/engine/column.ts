/**
 * Populations and their columns. A population is a kind of row (buyers, sellers, listings); a column is
 * an imported constant that carries its label and unit. A column that nobody declares does not exist.
 */
export type Storage = 'f64' | 'f32' | 'i32' | 'u32' | 'u16' | 'u8'

export interface ColumnDeclaration {
  readonly storage: Storage
  readonly label: string
  readonly unit: string
  /** Values a row: a number, or the population with one value for each of its rows. */
  readonly per?: number | string
  /** What its rule counted today: whole numbers, written in parallel and added up over threads when it is over. */
  readonly tally?: boolean
}

export interface Column extends ColumnDeclaration {
  readonly population: string
  readonly name: string
}

export type Columns<D extends Record<string, ColumnDeclaration>> = {
  readonly [name in keyof D]: Column
}

const column =
  (storage: Storage) =>
  (label: string, unit = '', per?: number | string): ColumnDeclaration => ({
    storage,
    label,
    unit,
    ...(per === undefined ? {} : { per }),
  })

export const f64 = column('f64')
export const f32 = column('f32')
export const i32 = column('i32')
export const u32 = column('u32')
export const u16 = column('u16')
export const u8 = column('u8')

/** A whole-number sum that slices add to in any order. */
export const tally = (label: string, unit: string, per?: number | string): ColumnDeclaration => ({
  ...i32(label, unit, per),
  tally: true,
})

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
