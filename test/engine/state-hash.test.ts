import { describe, expect, it } from 'vitest'
import { hashBytes, hashText } from '../../src/engine/index.ts'

describe('the hash of a text', () => {
  it.each([
    '',
    'a',
    'Rp 10.000',
    'harga: 1 + ΔP',
    'a \u{1F600} b',
    'half \ud83d alone',
    '\udc00\ud83d',
  ])('is that of its characters: %j', (text) => {
    const points = [...text].map((character) => character.codePointAt(0)!)
    expect(hashText(text)).toBe(hashBytes(Int32Array.from(points).buffer))
  })

  it('is what it was', () => {
    expect(hashText('pasar')).toBe('3da76500c958cb46')
  })
})
