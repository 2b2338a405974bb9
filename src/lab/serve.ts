/**
 * The worker of the page. What it serves is in its name: a world that streams, the desk that reads, one who asks
 * agents why, or tasks of a study.
 */
import { type LiveScope, serveLive } from '../web/index.ts'

declare const self: LiveScope & { readonly name: string }

export async function serve(): Promise<void> {
  if (self.name === 'world') return serveLive(self)
  // Messages that come while the rest is loaded wait for it.
  const waiting: unknown[] = []
  const scope = self as unknown as { onmessage: ((event: { data: unknown }) => void) | null }
  scope.onmessage = ({ data }) => waiting.push(data)
  if (self.name === 'desk') (await import('./desk/serve.ts')).serveDesk(self as never)
  else if (self.name === 'witness') (await import('./witness/serve.ts')).serveWitness(self as never)
  else (await import('./tasks.ts')).serveTasks(self as never)
  for (const data of waiting) scope.onmessage?.({ data })
}
