/** A fingerprint of bytes: equal states have equal hashes, whatever made them. */
import type { Population } from './column.ts'
import { mix } from './draws.ts'
import type { World } from './world.ts'

/** 64 bits over the bytes of a state, as 16 hexadecimal digits. The length must be a multiple of 4. */
export function hashBytes(buffer: ArrayBufferLike, offset = 0, length = buffer.byteLength): string {
  const words = new Int32Array(buffer as ArrayBuffer, offset, length >> 2)
  let a = 0x243f6a88
  let b = 0x85a308d3
  for (let at = 0; at < words.length; at++) {
    a = Math.imul(a ^ words[at], 0x9e3779b1)
    a ^= a >>> 15
    b = Math.imul(b + words[at], 0x85ebca77) ^ (b >>> 13)
  }
  return hex(mix(a)) + hex(mix(b ^ words.length))
}

/** 16 hexadecimal digits over the characters of a text. */
export function hashText(text: string): string {
  const points = new Int32Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at)!
    // Of a character outside of the basic plane the second half is no character.
    if (point > 0xffff) at++
    points[length++] = point
  }
  return hashBytes(points.slice(0, length).buffer)
}

const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0')

/**
 * The hash of every column, by `population.column`, in the order of the names. Two worlds that do not have the same columns
 * can be held against each other on those that both have, and what differs has a name.
 * @param populations whose columns; those of the world where nothing stands
 */
export function columnHashes(
  world: World,
  populations: readonly Population[] = world.populations,
): ReadonlyMap<string, string> {
  const columns = populations.flatMap((population) => Object.values(population.columns))
  const hashes = columns.map((column): [string, string] => {
    const { buffer, byteOffset, byteLength } = world.view(column)
    // What lies between a column and the next one is nought.
    const hash = hashBytes(buffer, byteOffset, Math.ceil(byteLength / 4) * 4)
    return [`${column.population}.${column.name}`, hash]
  })
  return new Map(hashes.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** One hash of the columns, wherever they lie. */
export const hashWorld = (world: World, populations?: readonly Population[]): string =>
  hashText([...columnHashes(world, populations)].map(([name, hash]) => `${name} ${hash}`).join(' '))
