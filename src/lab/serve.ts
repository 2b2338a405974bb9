/**
 * The worker of the page. What it serves is in its name: a world that streams, the desk that reads, one who asks
 * agents why, or tasks of a study. A world needs no words; all others have those of the declarations.
 */
import { type LiveScope, serveLive } from '../web/index.ts'

declare const self: LiveScope & { readonly name: string }

export async function serve(): Promise<void> {
  if (self.name === 'world') return serveLive(self)
  // Messages that come while the rest is loaded wait for it.
  const waiting: unknown[] = []
  const scope = self as unknown as { onmessage: ((event: { data: unknown }) => void) | null }
  scope.onmessage = ({ data }) => waiting.push(data)
  const [serves, { giveWords }] = await Promise.all([
    posted(self.name),
    import('./declared-words.ts'),
  ])
  giveWords()
  serves(self as never)
  for (const data of waiting) scope.onmessage?.({ data })
}

async function posted(name: string): Promise<(scope: never) => void> {
  if (name === 'desk') return (await import('./desk/serve.ts')).serveDesk
  if (name === 'witness') return (await import('./witness/serve.ts')).serveWitness
  return (await import('./tasks.ts')).serveTasks
}
