/** Any value of tasks and records as text, for the way between Node and a page. */
const ARRAYS = { Float64Array, Float32Array, Int32Array, Uint32Array, Uint16Array, Uint8Array }
type ArrayName = keyof typeof ARRAYS

type Written =
  | { readonly $: 'number'; readonly text: string }
  | { readonly $: 'array'; readonly name: ArrayName; readonly bytes: string }

export const encoded = (value: unknown): string =>
  JSON.stringify(value, (_, one) => {
    if (typeof one === 'number' && !(Number.isFinite(one) && !Object.is(one, -0)))
      return { $: 'number', text: Object.is(one, -0) ? '-0' : `${one}` }
    if (ArrayBuffer.isView(one))
      return { $: 'array', name: one.constructor.name, bytes: base64(one) }
    return one
  }) ?? 'null'

export const decoded = <Value>(text: string): Value =>
  JSON.parse(text, (_, one) => {
    const written = one as Written
    if (written?.$ === 'number') return Number(written.text)
    if (written?.$ === 'array') {
      const bytes = Uint8Array.from(atob(written.bytes), (letter) => letter.charCodeAt(0))
      return new ARRAYS[written.name](bytes.buffer)
    }
    return one
  })

function base64({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength)
  let letters = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(letters)
}
