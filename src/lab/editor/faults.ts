/** Findings of the reader of scenarios, at their places in the text of an editor and in the words of `pasar check`. Pure. */
import type { Language } from '../../report/index.ts'
import { type Finding, hintsIn, messageIn } from '../../scenario/index.ts'

export interface Fault {
  /** Characters from the beginning. */
  readonly from: number
  readonly to: number
  readonly line: number
  readonly severity: 'error' | 'warning'
  readonly message: string
}

/** What a reader says of a text. */
export interface Checked {
  /** The file that the text is read as; findings of other files stand at the beginning, with their place. */
  readonly file: string
  readonly findings: readonly Finding[]
  readonly warnings: readonly Finding[]
}

/** In the order of the text, each with the ways out that `pasar check` prints below it. Lines end with \n, \r\n or \r, as the reader counts them. */
export function faultsIn(
  text: string,
  { file, findings, warnings }: Checked,
  language: Language,
): Fault[] {
  const saidOf = (finding: Finding) =>
    [messageIn(language)(finding), ...hintsIn(language)(finding)].join('\n')
  const begins = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)]
  const place = (finding: Finding, severity: Fault['severity']): Fault => {
    if (finding.file !== file) {
      const message = `${finding.file}:${finding.line}:${finding.column}  ${saidOf(finding)}`
      return { from: 0, to: 0, line: 1, severity, message }
    }
    const begin = begins[Math.min(finding.line, begins.length) - 1]
    const from = Math.min(text.length, begin + finding.column - 1)
    const to = Math.min(text.length, from + finding.length)
    return { from, to, line: finding.line, severity, message: saidOf(finding) }
  }
  return [
    ...findings.map((finding) => place(finding, 'error')),
    ...warnings.map((finding) => place(finding, 'warning')),
  ].sort((one, other) => one.from - other.from)
}
