/**
 * A team of worker threads that step one market together, over shared memory. Its leader (member 0) allocates
 * the buffers; all members request them in the same order, because all run the same schedule.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { Team } from '../engine/index.ts'

/** What a thread needs to take its place in a team. */
export interface Slot {
  readonly member: number
  readonly size: number
  readonly control: SharedArrayBuffer
  /** The leader's way to every other member, or a member's way to the leader. */
  readonly ports: readonly MessagePort[]
}

export interface SharedTeam extends Team {
  /** Ends the waiting of the others when this member cannot go on. False where another has done so before. */
  abandon(): boolean
}

const [EPOCH, SENT, ABANDONED] = [0, 1, 2]

/** Bytes of a control block. */
export const CONTROL_BYTES = 12

/** Polls this often before sleeping: a rule often ends within microseconds. */
const SPINS = 50_000

export function sharedTeam({ member, size, control, ports }: Slot): SharedTeam {
  const cells = new Int32Array(control)
  const check = () => {
    if (Atomics.load(cells, ABANDONED) !== 0) throw new Error('another member gave up')
  }
  const epoch = () => Atomics.load(cells, EPOCH)

  function rouse(cell: number): void {
    Atomics.add(cells, cell, 1)
    Atomics.notify(cells, cell)
  }

  function send(buffer: SharedArrayBuffer): SharedArrayBuffer {
    for (const port of ports) port.postMessage(buffer)
    rouse(SENT)
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

  return {
    member,
    size,
    share: (bytes) => (member === 0 ? send(new SharedArrayBuffer(bytes)) : receive()),
    epoch,
    signal: () => rouse(EPOCH),
    waitPast(known) {
      // Also at first: a member that gives up signals once, and the signal may be already included in `known`.
      check()
      for (let looks = 0; epoch() === known; looks++)
        if (looks > SPINS) Atomics.wait(cells, EPOCH, known)
      check()
    },
    abandon() {
      const first = Atomics.exchange(cells, ABANDONED, 1) === 0
      rouse(EPOCH)
      rouse(SENT)
      return first
    },
  }
}
