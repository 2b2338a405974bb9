/** Bytes of a file as text. */
import type { Load } from './layers.ts'

/** Largest scenario file, bytes; a reader of files may stop one byte beyond it. */
export const MOST_BYTES = 1_000_000

/** The text, or why the bytes are not text. */
export function textIn(bytes: Uint8Array): NonNullable<ReturnType<Load>> {
  if (bytes.length > MOST_BYTES) return { not: 'too-large', expected: `${MOST_BYTES}` }
  if (isUtf16(bytes)) return { not: 'utf-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { not: 'no-text' }
  }
}

/** With its mark, or as text of Latin letters without one: every other byte is nothing. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const head = bytes.subarray(0, 200)
  const nothing = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) nothing[at % 2]++
  })
  return head.length >= 4 && Math.max(...nothing) > head.length / 4 && Math.min(...nothing) === 0
}
