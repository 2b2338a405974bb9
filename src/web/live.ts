/** Worlds that a page watches while they run, each in a worker of its own. */
import type { Cell } from '../market/index.ts'
import type { FlowDays, LiveOrder, LiveState, LiveStop, LiveTold } from './live-messages.ts'

/** What is used here of a worker. */
export interface LiveWorker {
  postMessage(message: LiveOrder | LiveStop): void
  terminate(): void
  onmessage: ((event: { readonly data: LiveTold }) => void) | null
  onerror: ((event: { readonly message?: string }) => void) | null
}

/** What a run tells while it goes on. */
export interface LiveHeard {
  opened?(day: number, cells: readonly Cell[]): void
  /** `values[(day - from) * cells.length + cell]`. */
  days?(from: number, values: Float64Array, flow: FlowDays | undefined): void
  state?(at: LiveState): void
  /** The day that was asked for, where that is not the end. */
  reached?(day: number): void
  ended?(stateHash: string): void
  broken?(message: string): void
}

export interface Live {
  /** Runs a world; what ran before in this worker is overtaken, and told no more. */
  run(order: Omit<LiveOrder, 'kind' | 'generation'>, heard: LiveHeard): void
  stop(): void
  close(): void
}

/** @param worker one in which `serveLive` runs */
export function liveIn(worker: LiveWorker): Live {
  let generation = 0
  let hearing: LiveHeard = {}
  worker.onmessage = ({ data }) => {
    if (data.generation !== generation) return
    if (data.kind === 'opened') hearing.opened?.(data.day, data.cells)
    if (data.kind === 'days') hearing.days?.(data.from, data.values, data.flow)
    if (data.kind === 'state') hearing.state?.(data.at)
    if (data.kind === 'reached') hearing.reached?.(data.day)
    if (data.kind === 'ended') hearing.ended?.(data.stateHash)
    if (data.kind === 'broken') hearing.broken?.(data.message)
  }
  worker.onerror = ({ message }) =>
    hearing.broken?.(message ?? 'the worker of this world could not be loaded')
  return {
    run(order, heard) {
      hearing = heard
      worker.postMessage({ ...order, kind: 'run', generation: ++generation })
    },
    stop() {
      hearing = {}
      worker.postMessage({ kind: 'stop', generation: ++generation })
    },
    close() {
      hearing = {}
      worker.terminate()
    },
  }
}
