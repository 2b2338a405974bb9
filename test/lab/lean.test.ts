import { expect, it } from 'vitest'
import { full, lean } from '../../src/lab/lean.ts'
import { loadScenario } from '../../src/node/index.ts'
import { fingerprint, readScenario } from '../../src/scenario/index.ts'

it.each(['indonesia-2023', 'tiktok-shop-ban', 'textbook/three-sellers'])(
  '%s is the same when what was left out is put back, and a good deal shorter without',
  (name) => {
    const read = readScenario(`scenarios/${name}.yaml`, loadScenario)
    if (!read.ok) throw new Error(name)
    const short = lean(read.input)
    expect(full(short)).toEqual(read.input)
    expect(fingerprint(full(short))).toBe(fingerprint(read.input))
    expect(JSON.stringify(short).length).toBeLessThan(0.8 * JSON.stringify(read.input).length)
  },
)
