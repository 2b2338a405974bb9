/** A runner in Node whose tasks run in the workers of a page: what holds for every runner can be tried on it. */
import type { Page } from 'playwright-core'
import type { Runner, Work } from '../../src/study/index.ts'
import { told } from './chromium.ts'
import { decoded, encoded } from './encoded.ts'

/** What the page asks of Node: a method of the store or of the listener. */
export interface Call {
  readonly runner: number
  readonly of: 'store' | 'listener'
  readonly method: string
  readonly given: readonly unknown[]
}

type Target = Readonly<Record<string, ((...given: readonly unknown[]) => unknown) | undefined>>

/** @param page one that has loaded /page.js of this folder */
export async function relayed(page: Page): Promise<(workers: number) => Runner> {
  const answering = new Map<number, Readonly<Record<Call['of'], unknown>>>()
  await page.exposeFunction('askNode', async (text: string) => {
    const { runner, of, method, given } = decoded<Call>(text)
    const target = answering.get(runner)![of] as Target
    return encoded((await target[method]?.(...given)) ?? null)
  })
  let opened = 0
  const numbered: object[] = []
  const numberOf = (baselines: object) => {
    if (!numbered.includes(baselines)) numbered.push(baselines)
    return numbered.indexOf(baselines)
  }
  return (workers) => {
    const runner = ++opened
    const inPage = (name: string, ...given: readonly unknown[]) =>
      told<void>(page, '/page.js', name, encoded([runner, ...given]))
    return {
      async run({ tasks, store, baselines, signal }: Work, listener) {
        if (signal?.aborted) return
        answering.set(runner, { store, listener })
        const stop = () => void inPage('stopHere')
        signal?.addEventListener('abort', stop, { once: true })
        await inPage(
          'runHere',
          workers,
          tasks,
          baselines === undefined ? null : numberOf(baselines),
        )
      },
      close: () => inPage('closeHere'),
    }
  }
}
