/** Plain text in aligned columns. */

/** Pads cells so that columns align: the first to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  )
}

/** Cuts a text to a width, with an ellipsis. */
export const fitted = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`

const WIDTH = 100

/** Breaks a text into lines of at most 100 columns, where there are spaces to break at. */
export function wrapped(text: string, first = '', next = '  '): string[] {
  const lines: string[] = []
  let line = first
  for (const word of text.split(' ')) {
    const begun = line === first || line === next
    if (!begun && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = next + word
    } else line += begun ? word : ` ${word}`
  }
  return [...lines, line]
}
