/** The part of the worker that reads scenarios: the library's own reader over the texts that are shipped. */
import texts from 'virtual:scenarios'
import { readScenario } from '../../scenario/index.ts'
import type { Answered, Asked } from './messages.ts'
import { loading, readPair } from './read-pair.ts'
import { editedText, textWith } from './text.ts'

interface DeskScope {
  onmessage: ((event: { readonly data: Asked }) => void) | null
  postMessage(message: Answered): void
}

export function serveDesk(scope: DeskScope): void {
  scope.onmessage = ({ data }) => scope.postMessage(answerTo(data))
}

function answerTo({ work, wanted }: Asked): Answered {
  const shipped = texts[work.path] ?? ''
  if (wanted === 'read') return { wanted, read: readPair(work, texts) }
  if (wanted === 'text') return { wanted, text: textWith(work, shipped) }
  if (wanted === 'edited') return { wanted, ...editedText(work, shipped) }
  const result = readScenario(work.path, loading(work, texts), { set: [] })
  return {
    wanted,
    file: work.path,
    findings: result.ok ? [] : result.findings,
    warnings: result.ok ? result.warnings : [],
  }
}
