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
