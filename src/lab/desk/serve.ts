/** The part of the worker that reads scenarios: the library's own reader over the texts that are shipped. */
import texts from 'virtual:scenarios'
import { differenceWords } from '../../report/index.ts'
import {
  clashOf,
  describeDifferences,
  forkOf,
  formatFinding,
  type Load,
  type ReadScenario,
  readScenario,
} from '../../scenario/index.ts'
import { dialsOf } from './dials.ts'
import type { Answered, Asked, Read, Work } from './messages.ts'
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
  if (wanted === 'read') return { wanted, read: readPair(work) }
  if (wanted === 'text') return { wanted, text: textWith(work, shipped) }
  if (wanted === 'edited') return { wanted, ...editedText(work, shipped) }
  const result = readScenario(work.path, loading(work), { set: [] })
  return {
    wanted,
    file: work.path,
    findings: result.ok ? [] : result.findings,
    warnings: result.ok ? result.warnings : [],
  }
}

const loading =
  (work: Work): Load =>
  (path) => {
    const text = path === work.path ? (work.text ?? texts[path]) : texts[path]
    return text === undefined ? undefined : { text }
  }

/** A baseline without changes is read once. */
const known = new Map<string, ReadScenario>()

export function readPair(work: Work): Read {
  const load = loading(work)
  const key = JSON.stringify([work.baseline, work.both, work.text ?? ''])
  const before = known.get(key) ?? readScenario(work.baseline, load, { set: work.both })
  if (!before.ok) return { ok: false, findings: before.findings.map(formatFinding) }
  known.set(key, before)
  const after = readScenario(work.path, load, { set: [...work.both, ...work.set] })
  if (!after.ok) return { ok: false, findings: after.findings.map(formatFinding) }
  const clash = clashOf([before.scenario, after.scenario])
  if (clash !== undefined) return { ok: false, findings: [clash] }
  return {
    ok: true,
    baseline: before.scenario,
    policy: after.scenario,
    fork: forkOf(before.input, after.input),
    dials: dialsOf(before, after),
    differences: {
      en: describeDifferences(before.input, after.input),
      id: describeDifferences(before.input, after.input, differenceWords),
    },
    warnings: after.warnings.map(formatFinding),
  }
}
