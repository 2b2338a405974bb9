/** Text as HTML. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign])

/** Inside a script nothing may look like its end. */
export const inScript = (code: string): string => code.replace(/<\/(script)/gi, '<\\/$1')

/** Data inside a script: no text of it can end the script or begin a comment. */
export const jsonInScript = (value: unknown): string =>
  JSON.stringify(value).replace(/</g, '\\u003c')

export const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`

/** A table in words, whatever it is then written as: a page, or a document. */
export interface ShownTable {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Rows that stand back. */
  readonly grey: readonly boolean[]
  readonly notes: readonly string[]
}

/** One of numbers, with its notes below. */
export const shownHtml = ({ caption, head, rows, grey, notes }: ShownTable): string =>
  table(caption, head, rows, true, grey) +
  notes.map((note) => `\n<p class="note">${note}</p>`).join('')

/** A table with a caption; the first column is the head of its row, the others are numbers if `numbers`; `grey` rows stand back. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  numbers = true,
  grey: readonly boolean[] = [],
): string {
  const cells = (row: readonly string[]) =>
    row
      .map((cell, at) =>
        at === 0
          ? `<th scope="row">${escaped(cell)}</th>`
          : `<td${numbers ? ' class="number"' : ''}>${escaped(cell)}</td>`,
      )
      .join('')
  const heads = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')
  const body = rows
    .map((row, at) => `<tr${grey[at] ? ' class="few"' : ''}>${cells(row)}</tr>`)
    .join('\n')
  return `<div class="wide"><table${numbers ? ' class="numbers"' : ''}><caption>${escaped(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>\n${body}\n</tbody></table></div>`
}

/** What is HTML already, and is written as it stands. */
export interface Html {
  readonly html: string
}

export type Cell = string | Html

export const htmlOf = (cell: Cell): string => (typeof cell === 'string' ? escaped(cell) : cell.html)

export interface Column {
  readonly head: string
  /** A number stands to the right, a picture fills its cell. */
  readonly look?: 'number' | 'picture'
  /** The look of the mark before its head, by which a picture in the row is read. */
  readonly mark?: string
  /** Left out where the page is narrow. */
  readonly isMinor?: boolean
}

/** A table whose rows become blocks where the page is narrow: each cell then carries the head of its column. */
export function stacked(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  looks: readonly (string | undefined)[] = [],
): string {
  const attribute = ({ look, isMinor }: Column, mark?: string) => {
    const looks = [look, isMinor ? 'minor' : undefined, mark].filter((one) => one !== undefined)
    return looks.length === 0 ? '' : ` class="${looks.join(' ')}"`
  }
  const heads = columns.map(
    (column) => `<th scope="col"${attribute(column, column.mark)}>${escaped(column.head)}</th>`,
  )
  const cells = (row: readonly Cell[]) =>
    row.map((cell, at) =>
      at === 0
        ? `<th scope="row">${htmlOf(cell)}</th>`
        : `<td${attribute(columns[at], columns[at].mark)} data-head="${escaped(columns[at].head)}">${htmlOf(cell)}</td>`,
    )
  const body = rows.map(
    (row, at) => `<tr${looks[at] ? ` class="${looks[at]}"` : ''}>${cells(row).join('')}</tr>`,
  )
  const title = caption === '' ? '' : `<caption>${escaped(caption)}</caption>`
  return `<table class="stacked">${title}<thead><tr>${heads.join('')}</tr></thead><tbody>
${body.join('\n')}
</tbody></table>`
}

/** What is opened by its line; on paper it stands open. Nothing of nothing. */
export const folded = (line: string, content: string): string =>
  content.trim() === ''
    ? ''
    : `<details><summary>${escaped(line)}</summary>\n${content}\n</details>`

/** A number stays on the line of its sign or unit. */
const unbroken = (text: string): string =>
  text
    .replace(
      /(?<=\d) (?=(?:%|bn|tn|m|thousand|million|ribu|juta|miliar|triliun|FTE)(?![\p{L}\d]))/gu,
      '\u00a0',
    )
    .replace(/(?<=\bRp) (?=\d)/g, '\u00a0')

export const paragraphs = (lines: readonly string[], look = ''): string =>
  lines
    .filter((line) => line !== '')
    .map((line) => `<p${look === '' ? '' : ` class="${look}"`}>${escaped(unbroken(line))}</p>`)
    .join('\n')

/** A number with its interval below it in small. */
export const withRange = (number: string, range: string): Html => ({
  html: range === '' ? escaped(number) : `${escaped(number)} <small>${escaped(range)}</small>`,
})
