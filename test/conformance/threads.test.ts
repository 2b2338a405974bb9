import { MessageChannel, Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import type { MarketInput } from '../../src/market/index.ts'
import { CONTROL_BYTES, type Slot } from '../../src/node/shared-team.ts'
import { withOutside } from '../policies/modules.ts'
import { closing, country, ran, SEED } from './country.ts'

interface Told {
  readonly hash: string
  readonly values: Float64Array
}

describe('a team of threads', () => {
  const input = withOutside(closing(country(30), 12, 20.5), 8)
  const alone = ran(input)

  it.each([2, 3])(
    'of %d steps the market as one thread does, to the bit',
    async (size) => {
      const { hash, values } = await together(input, size)
      expect(hash).toBe(alone.stateHash())
      expect(values).toEqual(alone.values)
    },
    30_000,
  )
})

async function together(input: MarketInput, size: number): Promise<Told> {
  const workers = seats(size).map(
    (seat) =>
      new Worker(new URL('./thread.mjs', import.meta.url), {
        workerData: { seat, input, seed: SEED },
        transferList: [...seat.ports],
      }),
  )
  try {
    return await new Promise<Told>((resolve, reject) => {
      for (const worker of workers) worker.on('message', resolve).on('error', reject)
    })
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function seats(size: number): Slot[] {
  const control = new SharedArrayBuffer(CONTROL_BYTES)
  const channels = Array.from({ length: size - 1 }, () => new MessageChannel())
  return [
    { member: 0, size, control, ports: channels.map(({ port1 }) => port1) },
    ...channels.map(({ port2 }, before) => ({ member: before + 1, size, control, ports: [port2] })),
  ]
}
