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

/** Readings after which the code of the reader is compiled. */
const REHEARSALS = 4

export function serveDesk(scope: DeskScope): void {
  let rehearsals = REHEARSALS
  scope.onmessage = ({ data }) => {
    scope.postMessage(answerTo(data))
    // The first work is read again, one reading a task, so that a slider's first movement is not read by cold code.
    const rehearse = () => {
      answerTo(data)
      if (--rehearsals > 0) setTimeout(rehearse)
    }
    if (rehearsals === REHEARSALS) setTimeout(rehearse)
  }
}

function answerTo({ work, wanted }: Asked): Answered {
  if (wanted === 'read') return { wanted, read: readPair(work, texts) }
  if (wanted === 'text') return { wanted, text: textWith(work, texts) }
  if (wanted === 'edited') return { wanted, ...editedText(work, texts[work.path] ?? '') }
  const result = readScenario(work.path, loading(work, texts), { set: [] })
  return {
    wanted,
    file: work.path,
    findings: result.ok ? [] : result.findings,
    warnings: result.ok ? result.warnings : [],
  }
}
