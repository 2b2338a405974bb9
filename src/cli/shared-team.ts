/**
 * A team of worker threads that step one market together, over shared memory. Its leader (member 0) hands
 * out the buffers; all members ask for them in the same order, because all run the same schedule.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Team } from '../engine/index.ts'

/** What a thread needs to take its place in a team. */
export interface Seat {
  readonly member: number
  readonly size: number
  readonly control: SharedArrayBuffer
  /** The leader's way to every other member, or a member's way to the leader. */
  readonly ports: readonly MessagePort[]
}

export interface SharedTeam extends Team {
  /** The same buffer in every member: the leader makes it, the others receive it. */
  share(make: () => SharedArrayBuffer): SharedArrayBuffer
  /** Frees the others from their barriers when this member cannot go on. */
  abandon(): void
}

const ARRIVED = 0
const GENERATION = 1
const SENT = 2
const ABANDONED = 3
const TAKEN = 4

/** Bytes of a control block. */
export const CONTROL_BYTES = 20

/** Looks at the barrier so many times before sleeping: a rule often ends within microseconds. */
const SPINS = 50_000

export class Abandoned extends Error {}

export function sharedTeam({ member, size, control, ports }: Seat): SharedTeam {
  const cells = new Int32Array(control)
  const check = () => {
    if (Atomics.load(cells, ABANDONED) !== 0) throw new Abandoned('another member gave up')
  }

  function barrier(): void {
    const generation = Atomics.load(cells, GENERATION)
    check()
    if (Atomics.add(cells, ARRIVED, 1) === size - 1) {
      Atomics.store(cells, ARRIVED, 0)
      Atomics.store(cells, TAKEN, 0)
      Atomics.add(cells, GENERATION, 1)
      Atomics.notify(cells, GENERATION)
    } else {
      let looks = 0
      while (Atomics.load(cells, GENERATION) === generation)
        if (++looks > SPINS) Atomics.wait(cells, GENERATION, generation)
    }
    check()
  }

  function send(buffer: SharedArrayBuffer): SharedArrayBuffer {
    for (const port of ports) port.postMessage(buffer)
    Atomics.add(cells, SENT, 1)
    Atomics.notify(cells, SENT)
    return buffer
  }

  function receive(): SharedArrayBuffer {
    for (;;) {
      const sent = Atomics.load(cells, SENT)
      const received = receiveMessageOnPort(ports[0])
      if (received !== undefined) return received.message
      check()
      Atomics.wait(cells, SENT, sent)
    }
  }

  const share = (make: () => SharedArrayBuffer) => (member === 0 ? send(make()) : receive())
  return {
    member,
    size,
    barrier,
    take: () => Atomics.add(cells, TAKEN, 1),
    share,
    scratch: (_, bytes) => share(() => new SharedArrayBuffer(bytes)),
    abandon() {
      Atomics.store(cells, ABANDONED, 1)
      for (const cell of [GENERATION, SENT]) {
        Atomics.add(cells, cell, 1)
        Atomics.notify(cells, cell)
      }
    },
  }
}
