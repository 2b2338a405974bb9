import { describe, expect, it } from 'vitest'
import {
  createWorld,
  f32,
  f64,
  flag,
  hashBytes,
  i32,
  number,
  population,
  reference,
  restore,
  share,
  snapshot,
  table,
  tally,
  u8,
  u16,
  u32,
  viewsOf,
  widthOf,
} from '../../src/engine/index.ts'

const written = { source: 'given: a test', grade: 'given' } as const

const ships = population('ships', 'Ships', {
  crew: u8('Crew', 'people'),
  cargo: f64('Cargo', 't'),
  ports: i32('Calls', 'calls', 'ports'),
  hatches: u16('Hatches', '', 3),
})
const ports = population('ports', 'Ports', {
  depth: f32('Depth', 'm'),
  calls: tally('Calls today', 'calls'),
  flags: u32('Flags'),
})
const BOTH = [ships, ports]
const COUNTS = { ships: 3, ports: 5 }

describe('a population', () => {
  it('has its columns as properties with name, label and unit', () => {
    expect(ships.cargo).toEqual({
      storage: 'f64',
      label: 'Cargo',
      unit: 't',
      population: 'ships',
      name: 'cargo',
    })
    expect(ships.columns.cargo).toBe(ships.cargo)
    expect(ports.calls).toMatchObject({ storage: 'i32', tally: true })
  })

  it('says how many values a row has', () => {
    expect(widthOf(ships.crew, COUNTS)).toBe(1)
    expect(widthOf(ships.hatches, COUNTS)).toBe(3)
    expect(widthOf(ships.ports, COUNTS)).toBe(5)
  })
})

describe('a table', () => {
  const cargoes = table(
    'cargoes',
    'Cargoes',
    {
      price: number({ label: 'Price', unit: 'kRp', default: 1, range: [0, 9], ...written }),
      duty: share({ label: 'Duty', default: 0, per: 'ports', ...written }),
      fragile: flag({ label: 'Fragile', default: false, ...written }),
      origin: reference({ label: 'Origin', to: 'ports', default: '', ...written }),
    },
    { state: { loaded: i32('Loaded') } },
  )

  it('stores numbers as f64, references as i32 and flags as u8', () => {
    const { price, duty, fragile, origin, loaded } = cargoes
    expect([price, duty, fragile, origin, loaded].map(({ storage }) => storage)).toEqual([
      'f64',
      'f64',
      'u8',
      'i32',
      'i32',
    ])
    expect(duty.per).toBe('ports')
    expect(price).toMatchObject({ label: 'Price', unit: 'kRp' })
  })

  it('tells its fields apart from its state', () => {
    expect(Object.keys(cargoes.fields)).toEqual(['price', 'duty', 'fragile', 'origin'])
    expect(Object.keys(cargoes.columns)).toEqual(['price', 'duty', 'fragile', 'origin', 'loaded'])
    expect(cargoes.single).toBe(false)
  })
})

describe('a world', () => {
  it('lays out columns in order, each from a multiple of 8 bytes, and none over another', () => {
    const world = createWorld(BOTH, COUNTS)
    let end = 0
    for (const { columns } of BOTH)
      for (const column of Object.values(columns)) {
        const { byteOffset, byteLength } = world.view(column)
        expect(byteOffset % 8).toBe(0)
        expect(byteOffset).toBeGreaterThanOrEqual(end)
        expect(byteOffset - end).toBeLessThan(8)
        end = byteOffset + byteLength
      }
    expect(world.buffer.byteLength - end).toBeLessThan(8)
  })

  it('has rows times width values of the declared storage, all 0', () => {
    const world = createWorld(BOTH, COUNTS)
    expect(world.view(ships.ports)).toEqual(new Int32Array(15))
    expect(world.view(ships.hatches)).toEqual(new Uint16Array(9))
    expect(world.view(ports.depth)).toEqual(new Float32Array(5))
    expect(world.view(ports.flags)).toEqual(new Uint32Array(5))
    expect(world.view(ships.crew)).toEqual(new Uint8Array(3))
    expect(world.view(ports.calls)).toEqual(new Int32Array(5))
  })

  it('gives the same view every time', () => {
    const world = createWorld(BOTH, COUNTS)
    expect(world.view(ships.cargo)).toBe(world.view(ships.cargo))
    expect(viewsOf(world, { load: ships.cargo }).load).toBe(world.view(ships.cargo))
  })

  it('can stand on the state of another', () => {
    const world = createWorld(BOTH, COUNTS)
    const other = createWorld(BOTH, COUNTS, world.buffer)
    world.view(ships.cargo)[1] = 42
    expect(other.view(ships.cargo)[1]).toBe(42)
  })

  it('has room for no rows', () => {
    const world = createWorld(BOTH, { ships: 0, ports: 0 })
    expect(world.view(ships.ports).length).toBe(0)
  })

  it('refuses what does not fit', () => {
    expect(() => createWorld(BOTH, { ships: 3 })).toThrow('width missing: ports')
    expect(() => createWorld([ports], {})).toThrow('count missing: ports')
    expect(() => createWorld(BOTH, COUNTS, new ArrayBuffer(8))).toThrow(
      /state of 8 bytes, expected \d+/,
    )
    expect(() => createWorld([ports], COUNTS).view(ships.cargo)).toThrow(
      'unknown column: ships.cargo',
    )
  })
})

describe('a snapshot', () => {
  it('is a copy that later days do not touch, and comes back whole', () => {
    const world = createWorld(BOTH, COUNTS)
    world.view(ships.cargo).set([1, 2, 3])
    const saved = snapshot(world)
    world.view(ships.cargo).fill(9)
    const other = createWorld(BOTH, COUNTS)
    restore(other, saved)
    expect([...other.view(ships.cargo)]).toEqual([1, 2, 3])
    expect(hashBytes(other.buffer)).not.toBe(hashBytes(world.buffer))
  })

  it('of another layout is refused', () => {
    const world = createWorld(BOTH, COUNTS)
    expect(() => restore(world, new Uint8Array(16))).toThrow(/snapshot of 16 bytes, expected \d+/)
  })
})

describe('the hash of a state', () => {
  const bytes = Uint8Array.from({ length: 512 }, (_, at) => (at * 37) % 256)

  it('has 16 hexadecimal digits and is the same for equal bytes', () => {
    expect(hashBytes(bytes.slice().buffer)).toMatch(/^[0-9a-f]{16}$/)
    expect(hashBytes(bytes.slice().buffer)).toBe(hashBytes(bytes.slice().buffer))
  })

  it('changes with any bit of any byte', () => {
    const seen = new Set([hashBytes(bytes.slice().buffer)])
    for (let at = 0; at < bytes.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const changed = bytes.slice()
        changed[at] ^= 1 << bit
        seen.add(hashBytes(changed.buffer))
      }
    expect(seen.size).toBe(1 + 8 * bytes.length)
  })

  it('changes with the order and the number of words', () => {
    const of = (...words: number[]) => hashBytes(new Uint32Array(words).buffer)
    const hashes = [of(), of(0), of(0, 0), of(0, 0, 0), of(1, 0), of(0, 1), of(1, 2), of(2, 1)]
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('looks at the stretch that it is given', () => {
    const whole = bytes.slice().buffer
    expect(hashBytes(whole, 64, 128)).toBe(hashBytes(whole.slice(64, 192)))
  })
})
