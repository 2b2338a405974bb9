/** A supply that ends when two of its tasks are made: where it is asked in turn, most of it is never taken. */
import { type FullRecord, memoryStore, type Runner, type Task } from '../../../src/study/index.ts'

export interface Turns {
  /** Runs whose records arrived, and tasks that the runner took. */
  readonly made: number[]
  readonly taken: number
}

export async function turnsOf(runner: Runner, tasks: readonly Task[]): Promise<Turns> {
  const made: number[] = []
  let taken = 0
  function* untilTwoAreMade() {
    for (const task of tasks) {
      if (made.length >= 2) return
      taken++
      yield task
    }
  }
  const supply = { count: tasks.length, buyers: 1, [Symbol.iterator]: untilTwoAreMade }
  await runner.run(
    { tasks: supply, store: memoryStore() },
    { record: ({ result }: FullRecord) => made.push(result.run), broken: () => {} },
  )
  return { made, taken }
}
