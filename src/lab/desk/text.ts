/** The text of a scenario with what was changed of it. */
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { candidates, shellWord } from '../../scenario/index.ts'
import { CALL } from '../../study/index.ts'
import type { Edited, Work } from './messages.ts'
import { takenName } from './taken-name.ts'

/** What is written in the file itself is changed there; what it has from its base has no place in it. */
export function editedText({ text, set }: Pick<Work, 'text' | 'set'>, shipped: string): Edited {
  return changed(text ?? shipped, set, (document, path) => placeOf(document, path))
}

/** Writes changes where they have a place, and leaves the text as it is where none has. */
function changed(
  text: string,
  set: readonly string[],
  placeIn: (document: Document, path: string) => Place | undefined,
): Edited {
  const document = parseDocument(text)
  const left = set.filter((one) => {
    const [path, value] = [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]
    const place = placeIn(document, path)
    if (place !== undefined) document.setIn(place, valueIn(value))
    return place === undefined
  })
  return { text: left.length === set.length ? text : document.toString({ lineWidth: 0 }), left }
}

/**
 * The same as a file to take along. Its first line runs it from where it tells to put it: beside the shipped scenarios, under
 * a name that none of them has. What was moved of the policy alone is written in the file, also where its base says it; what
 * moves both worlds goes into the command, for the baseline is another file.
 * @param texts of shipped scenarios, by their path
 */
export function textWith(work: Work, texts: Readonly<Record<string, string>>): string {
  const before = based(work.text ?? texts[work.path] ?? '', work.path, texts)
  const own = `scenarios/${takenName(work)}.yaml`
  const { text, left } = changed(before, work.set, (document, path) =>
    roomFor(document, path, own, texts),
  )
  const options = [...work.both, ...left].flatMap((one) => ['--set', shellWord(one)])
  const command = [CALL, 'compare', work.baseline, own, '--quick', ...options].join(' ')
  const isSet = options.length > 0
  return [
    `# ${command}`,
    `# Put this file at ${own} in the folder of the program, and run the line above there.${isSet ? ' What stands behind --set holds in both worlds.' : ''}`,
    `# Taruh berkas ini di ${own} dalam folder program, lalu jalankan baris pertama di sana.${isSet ? ' Yang tertulis setelah --set berlaku di kedua dunia.' : ''}`,
    text,
  ].join('\n')
}

/** The text with its base called by its whole path, which is found from every folder beside the program's own. */
function based(text: string, path: string, texts: Readonly<Record<string, string>>): string {
  const node = parseDocument(text).get('extends', true)
  const base = basePath(text, path, texts)
  const range = isScalar(node) ? node.range : undefined
  const named =
    base === undefined || !range
      ? text
      : `${text.slice(0, range[0])}${base.replace(/\.yaml$/, '')}${text.slice(range[1])}`
  return named.replace(/^(# yaml-language-server: \$schema=)\.\.\//m, '$1./')
}

/** The shipped scenario that a text extends, by its path. */
function basePath(
  text: string,
  path: string,
  texts: Readonly<Record<string, string>>,
): string | undefined {
  const name = parseDocument(text).get('extends')
  return typeof name === 'string'
    ? candidates(path, name).find((place) => place in texts)
    : undefined
}

const valueIn = (text: string): string | number | boolean => {
  if (text === 'true' || text === 'false') return text === 'true'
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}

type Place = readonly (string | number)[]

/** Where a path of `--set` stands in a file; undefined where the file does not say it. */
function placeOf(document: Document, path: string): Place | undefined {
  const [section, ...rest] = path.split('.')
  if (section === 'policies') {
    const [nth, policy, setting] = rest
    const place = ['policies', Number(nth) - 1, policy]
    return document.hasIn(place) ? [...place, setting] : undefined
  }
  const place = section === 'courses' ? courseAt(document, rest) : undefined
  return place !== undefined && document.hasIn(place) ? place : undefined
}

/** Where an amount of a course stands, or would stand. */
function courseAt(document: Document, steps: readonly string[]): Place {
  // An amount may stand beside its source.
  const end = steps.at(-1) === 'value' ? -1 : steps.length
  const [does, date] = steps.slice(0, end).slice(-2)
  const course = steps.slice(0, end).slice(0, -2).join('.')
  const courses = document.get('courses')
  const listed = isSeq(courses)
    ? courses.items.findIndex((item) => isMap(item) && item.get('of') === course)
    : -1
  return ['courses', listed < 0 ? course : listed, does, date, ...(end < 0 ? ['value'] : [])]
}

/** The same, with room made for what the file has from its base: policies are taken over from there as a whole. */
function roomFor(
  document: Document,
  path: string,
  file: string,
  texts: Readonly<Record<string, string>>,
): Place | undefined {
  const place = placeOf(document, path)
  if (place !== undefined) return place
  const [section, ...rest] = path.split('.')
  if (section === 'policies') {
    const inherited = document.has('policies') ? undefined : policiesOf(document, file, texts)
    if (inherited !== undefined) document.set('policies', inherited)
    return placeOf(document, path)
  }
  if (section !== 'courses' && path.includes('*')) return undefined
  const room = section === 'courses' ? courseAt(document, rest) : [section, ...rest]
  const isFree = room.every((_, at) => {
    const above = document.getIn(room.slice(0, at))
    return at === 0 || above === undefined || isMap(above) || isSeq(above)
  })
  return isFree ? room : undefined
}

/** Policies as the nearest base of a document writes them. */
function policiesOf(
  document: Document,
  file: string,
  texts: Readonly<Record<string, string>>,
): unknown {
  for (let [text, path] = [String(document), file]; ; ) {
    const base = basePath(text, path, texts)
    if (base === undefined) return undefined
    const found = parseDocument(texts[base]).get('policies', true)
    if (found !== undefined) return found
    ;[text, path] = [texts[base], base]
  }
}
