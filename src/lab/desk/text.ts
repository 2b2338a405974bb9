/** The text of a scenario with what was changed of it. */
import { type Document, parseDocument } from 'yaml'
import { shellWord } from '../../scenario/index.ts'
import { CALL } from '../../study/index.ts'
import type { Edited, Work } from './messages.ts'

/** What is written in the file itself is changed there; what it has from its base has no place in it. */
export function editedText({ text, set }: Pick<Work, 'text' | 'set'>, shipped: string): Edited {
  const before = text ?? shipped
  const document = parseDocument(before)
  const left = set.filter((one) => !isWritten(document, one))
  return { text: left.length === set.length ? before : document.toString({ lineWidth: 0 }), left }
}

/** The same as a file to take along. What has no place in it, and what moves both worlds, goes into a command at its head. */
export function textWith(work: Work, shipped: string): string {
  const { text, left } = editedText(work, shipped)
  const options = [...work.both, ...left].flatMap((one) => ['--set', shellWord(one)])
  const own = work.path.split('/').at(-1)!
  const command = [CALL, 'compare', work.baseline, own, '--quick', ...options].join(' ')
  return `# ${command}\n${text}`
}

/** Writes a change into the file, if it has a place for it. */
function isWritten(document: Document, one: string): boolean {
  const [path, value] = [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]
  const place = placeOf(document, path)
  if (place === undefined) return false
  const number = Number(value)
  document.setIn(place, value !== '' && Number.isFinite(number) ? number : switchOf(value))
  return true
}

const switchOf = (value: string): string | boolean =>
  value === 'true' ? true : value === 'false' ? false : value

/** Where a path of `--set` stands in a file; undefined where the file does not say it. */
function placeOf(document: Document, path: string): (string | number)[] | undefined {
  const [section, ...rest] = path.split('.')
  if (section === 'policies') {
    const [nth, policy, setting] = rest
    const place = ['policies', Number(nth) - 1, policy]
    return document.hasIn(place) ? [...place, setting] : undefined
  }
  if (section !== 'courses') return undefined
  // An amount may stand beside its source.
  const end = rest.at(-1) === 'value' ? -1 : rest.length
  const [does, date] = rest.slice(0, end).slice(-2)
  const course = rest.slice(0, end).slice(0, -2).join('.')
  const place = ['courses', course, does, date, ...(end < 0 ? ['value'] : [])]
  return document.hasIn(place) ? place : undefined
}
