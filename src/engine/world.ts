/** The state of one run: every column of every population in one buffer that threads can share. */
import type { Column, Population, Storage } from './column.ts'
import { room } from './room.ts'
import type { MutableValues } from './rule.ts'

export type Counts = Readonly<Record<string, number>>

export type TypedArray =
  | Float64Array
  | Float32Array
  | Int32Array
  | Uint32Array
  | Uint16Array
  | Uint8Array

export interface World {
  readonly counts: Counts
  readonly populations: readonly Population[]
  readonly buffer: ArrayBufferLike
  /** The values of a column, row by row (`row * width + k` where a row has several). */
  view(column: Column): TypedArray
}

const STORAGE = {
  f64: [8, Float64Array],
  f32: [4, Float32Array],
  i32: [4, Int32Array],
  u32: [4, Uint32Array],
  u16: [2, Uint16Array],
  u8: [1, Uint8Array],
} as const

/** How many values a row of a column holds. */
export const widthOf = (column: Column, counts: Counts): number =>
  column.per === undefined ? 1 : typeof column.per === 'number' ? column.per : counts[column.per]

/**
 * Lays out all columns in the order of their declaration, each from a multiple of 8 bytes. The layout
 * depends on the populations and their counts alone.
 * @param buffer an existing state of the same layout, e.g. one shared by another thread
 */
export function createWorld(
  populations: readonly Population[],
  counts: Counts,
  buffer?: ArrayBufferLike,
): World {
  const place = new Map<Column, { offset: number; length: number }>()
  let offset = 0
  for (const population of populations) {
    const rows = counts[population.name]
    if (rows === undefined) throw new Error(`count missing: ${population.name}`)
    for (const column of Object.values(population.columns)) {
      const length = rows * widthOf(column, counts)
      if (!Number.isSafeInteger(length)) throw new Error(`width missing: ${column.name}`)
      place.set(column, { offset, length })
      offset += Math.ceil((length * STORAGE[column.storage][0]) / 8) * 8
    }
  }
  const state = buffer ?? room(offset)
  if (state.byteLength !== offset)
    throw new Error(`state of ${state.byteLength} bytes, expected ${offset}`)
  const views = new Map<Column, TypedArray>()
  return {
    counts,
    populations,
    buffer: state,
    view(column) {
      let view = views.get(column)
      if (view === undefined) {
        const at = place.get(column)
        if (at === undefined) throw new Error(`unknown column: ${column.population}.${column.name}`)
        view = typedArray(column.storage, state, at.offset, at.length)
        views.set(column, view)
      }
      return view
    },
  }
}

function typedArray(storage: Storage, buffer: ArrayBufferLike, offset: number, length: number) {
  const Kind = STORAGE[storage][1]
  return new Kind(buffer as ArrayBuffer, offset, length) as TypedArray
}

/** Copies the whole state: a snapshot from which several runs can go on. */
export const snapshot = (world: World): Uint8Array =>
  new Uint8Array(world.buffer as ArrayBuffer).slice()

/** Puts a snapshot back. */
export function restore(world: World, saved: Uint8Array): void {
  if (saved.length !== world.buffer.byteLength)
    throw new Error(`snapshot of ${saved.length} bytes, expected ${world.buffer.byteLength}`)
  new Uint8Array(world.buffer as ArrayBuffer).set(saved)
}

/** Assigns the views of named columns, for code outside rules (populating, measuring). */
export function viewsOf<C extends Record<string, Column>>(
  world: World,
  columns: C,
): { readonly [name in keyof C]: MutableValues } {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, world.view(column)]),
  ) as unknown as { [name in keyof C]: MutableValues }
}
