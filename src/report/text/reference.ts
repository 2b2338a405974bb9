/** Declarations as pages: what a scenario may say. */
import {
  jsonSchema,
  nearest,
  type ParameterEntry,
  parameterIndex,
  referencePage,
  regulationPage,
} from '../../scenario/index.ts'
import { wrapped } from './columns.ts'

export const schemaText = (): string => `${JSON.stringify(jsonSchema(), null, 2)}\n`

export const reference = (): string => referencePage()

export const regulation = (): string => regulationPage()

/** Parameters that hold every word of a search, whatever its case. */
export function parametersLike(search: string): ParameterEntry[] {
  const holds = holding(search)
  return parameterIndex().filter(({ path, label, source }) => holds(path, label, source))
}

/** Whether texts hold every word of a search, whatever its case. */
export function holding(search: string): (...texts: readonly string[]) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return (...texts) => {
    const text = texts.join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  }
}

/** A search with each word that no parameter holds replaced by the nearest that one does. */
export function meantBy(search: string): string {
  const known = parameterIndex().flatMap(({ path }) => path.split(/[.*-]+/).filter(Boolean))
  return search
    .split(/\s+/)
    .map((word) => (parametersLike(word).length > 0 ? word : (nearest(word, known) ?? word)))
    .join(' ')
}

/** Where it stands and what it can be; what it is and where it comes from; which rules read it. */
export function parameterText(entry: ParameterEntry): string[] {
  const { path, label, unit, range, options, source, grade, readBy } = entry
  const standard = entry.default === undefined ? 'required' : `default ${entry.default}`
  const among = range ? `${range[0]} to ${range[1]}` : (options?.join(', ') ?? '')
  return [
    [path, standard, among, unit].filter((part) => part !== '').join('  |  '),
    `    ${label}. ${grade === 'assumption' ? 'Assumption' : `Grade ${grade}`}: ${source}`,
    ...(readBy.length > 0 ? wrapped(readBy.join(', '), '    Read by: ', '      ') : []),
  ]
}
