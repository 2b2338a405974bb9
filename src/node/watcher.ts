/** Who watches a study while it is made. Nothing is printed on this floor: a shell prints, and a program may listen. */
import { knownNote, type Language, type Stage } from '../report/index.ts'
import type { AnswerOptions } from '../study/index.ts'

export interface Watcher {
  /** Of what it is told; English where it says none. */
  readonly language?: Language
  /** Ends the work; what is complete by then stays. */
  readonly signal?: AbortSignal | undefined
  /** Told what a person must know, as a line. */
  readonly warn?: (line: string) => void
  /** Told what a person may like to know. */
  readonly note?: (line: string) => void
  /** A stage of the work begins: how much there is to do, and of what. */
  readonly stage?: (total: number, what: Stage) => void
  /** How much of it is done. */
  readonly progress?: (done: number) => void
  /** The stage is over. */
  readonly ended?: () => void
}

/** A watcher of days, as a study of one question tells of them. */
export const overDays = (
  { language, signal, note, stage, progress, ended }: Watcher,
  known: 'complete' | 'known',
): AnswerOptions => ({
  signal,
  progress: (days) => progress?.(days),
  began({ asked, known: kept, days }) {
    // More runs may follow those that were asked for first.
    ended?.()
    if (kept > 0) note?.(knownNote({ kept, asked, known }, language))
    stage?.(days, 'days')
  },
})
