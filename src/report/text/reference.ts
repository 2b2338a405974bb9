/** Declarations as pages: what a scenario may say. */
import {
  jsonSchema,
  nearest,
  type ParameterEntry,
  parameterIndex,
  policyIndex,
  referencePage,
  regulationPage,
} from '../../scenario/index.ts'
import {
  factsReference,
  factsSchema,
  fitReference,
  fitSchema,
  studyReference,
  studySchema,
  targetsReference,
  targetsSchema,
} from '../../study/index.ts'
import type { Language } from '../input.ts'
import { wrapped } from './columns.ts'
import { parameterWords, said, sourceSaid } from './parameter-words.ts'
import { terminalWords } from './terminal-words.ts'

export const schemaText = (): string => `${JSON.stringify(jsonSchema(), null, 2)}\n`

/** Of study files. */
export const studySchemaText = (): string => `${JSON.stringify(studySchema(), null, 2)}\n`

/** Of targets files. */
export const targetsSchemaText = (): string => `${JSON.stringify(targetsSchema(), null, 2)}\n`

/** Of facts files. */
export const factsSchemaText = (): string => `${JSON.stringify(factsSchema(), null, 2)}\n`

/** Of fit files. */
export const fitSchemaText = (): string => `${JSON.stringify(fitSchema(), null, 2)}\n`

export const reference = (): string =>
  `${[referencePage(), studyReference(), '', targetsReference(), '', factsReference(), '', fitReference()].join('\n')}\n`

export const regulation = (): string => regulationPage()

/** What parameters are called in Indonesian, by their paths. */
export function parameterLabel(
  { path, label }: Pick<ParameterEntry, 'path' | 'label'>,
  language: Language,
): string {
  return language === 'en' ? label : (settingLabels()[path] ?? said(label, 'id'))
}

let known: Readonly<Record<string, string>> | undefined

/** Settings of the policies of the catalogue, in Indonesian. */
function settingLabels(): Readonly<Record<string, string>> {
  known ??= Object.assign({}, ...policyIndex().map(({ indonesian }) => indonesian.labels))
  return known!
}

/** Parameters that hold every word of a search, in one language or the other, whatever its case. */
export function parametersLike(search: string): ParameterEntry[] {
  const holds = holding(search)
  return parameterIndex().filter(
    (entry) =>
      holds(entry.path, entry.label, entry.source, parameterLabel(entry, 'id')) ||
      isBelow(entry.path, search.trim()),
  )
}

/** Whether a path with stars for rows is that of a value, or begins so: `venues.*.commission.*` of `venues.shopee.commission`. */
export function isBelow(path: string, value: string): boolean {
  const [segments, typed] = [path.split('.'), value.split('.')]
  return (
    typed.length > 1 &&
    typed.length <= segments.length &&
    typed.every((word, at) => segments[at] === word || segments[at] === '*' || word === '*')
  )
}

/** Words by which Indonesians call what labels spell out. */
const SHORT: Readonly<Record<string, string>> = {
  ppn: 'pertambahan nilai',
  pph: 'pajak penghasilan',
  ongkir: 'ongkos kirim',
  umkm: 'usaha kecil',
}

/** Whether texts hold every word of a search, whatever its case. */
export function holding(search: string): (...texts: readonly string[]) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return (...texts) => {
    const text = texts.join(' ').toLowerCase()
    const isThere = (word: string | undefined) => word !== undefined && text.includes(word)
    return words.every((word) => isThere(word) || isThere(SHORT[word]))
  }
}

/** A search with each word that no parameter holds replaced by the nearest that one does. */
function meantBy(search: string): string {
  const known = parameterIndex().flatMap(({ path }) => path.split(/[.*-]+/).filter(Boolean))
  return search
    .split(/\s+/)
    .map((word) => (parametersLike(word).length > 0 ? word : (nearest(word, known) ?? word)))
    .join(' ')
}

/** That no parameter holds a search, with one that some would. @param command that lists them all */
export function noParameterLines(search: string, command: string, language: Language): string[] {
  const say = terminalWords[language].held
  const meant = meantBy(search)
  return [`${say.noParameter(search)}${meant === search ? '' : say.meant(meant)}`, say.all(command)]
}

/**
 * Path, default, range and unit; label and source; the rules that read it.
 * @param own an Indonesian label, of a policy that is not in the catalogue
 */
export function parameterText(
  entry: ParameterEntry,
  language: Language = 'en',
  own?: string,
): string[] {
  const { path, range, options, grade, readBy } = entry
  const label = (language === 'id' ? own : undefined) ?? parameterLabel(entry, language)
  const say = parameterWords[language]
  const standard =
    entry.default === undefined ? say.required : `${say.standard} ${said(entry.default, language)}`
  const among = range
    ? `${range[0]} ${say.to} ${range[1]}`
    : (options?.map((option) => said(option, language)).join(', ') ?? '')
  const [unit, source] = [said(entry.unit, language), sourceSaid(entry.source, language)]
  const of = grade === 'assumption' || grade === 'given' ? say[grade] : `${say.grade} ${grade}`
  return [
    [path, standard, among, unit].filter((part) => part !== '').join('  |  '),
    `    ${label}. ${of}: ${source}`,
    ...(readBy.length > 0 ? wrapped(readBy.join(', '), `    ${say.readBy}: `, '      ') : []),
  ]
}
