/** A fingerprint of bytes: equal states have equal hashes, whatever made them. */
import { mix } from './draws.ts'

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
