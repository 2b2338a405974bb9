/** Text to the letters that a link may hold, and back: deflate, then base64 with the alphabet of addresses. */
import { faulty, type LinkResult, MOST_BYTES } from './shared.ts'

/** Bytes handed to the platform at a time: what they unfold to is looked at before the next. */
const SLICE = 512

const hasCompression = () => typeof CompressionStream !== 'undefined'

export async function packed(text: string): Promise<LinkResult<string>> {
  if (!hasCompression()) return faulty('no-compression')
  const bytes = new TextEncoder().encode(text)
  const through = await passed(bytes, new CompressionStream('deflate-raw'), Infinity)
  return { ok: true, value: letters(through!) }
}

/** What is no letter of ours, no deflated text or more than there may be is a finding. */
export async function unpacked(text: string): Promise<LinkResult<string>> {
  if (!hasCompression()) return faulty('no-compression')
  const wrong = /[^A-Za-z0-9_-]/u.exec(text)
  if (wrong !== null) return faulty('alphabet', { got: wrong[0] })
  try {
    const bytes = bytesOf(text)
    const unfolded = await passed(bytes, new DecompressionStream('deflate-raw'), MOST_BYTES)
    if (unfolded === undefined) return faulty('too-large', { expected: `${MOST_BYTES}` })
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(unfolded) }
  } catch {
    return faulty('damaged')
  }
}

/**
 * All that comes out of a transformation, or nothing where it is more than allowed.
 * @throws Error where the bytes are not what the transformation reads
 */
async function passed(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  let at = 0
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + SLICE))
      at += SLICE
    },
  })
  const reader = source.pipeThrough(through).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(parts, length)
    parts.push(value)
    length += value.length
    if (length > most) {
      await reader.cancel().catch(() => {})
      return undefined
    }
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const letters = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** @throws Error where the letters are one short */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  )
