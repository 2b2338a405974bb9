/** A table of a study: the name of its file and its text. */
export interface Table {
  readonly name: string
  readonly text: string
}

/**
 * Rows as comma-separated text (RFC 4180). A number that does not exist is an empty field. Text that a spreadsheet would
 * run as a formula has an apostrophe before it.
 */
export function csv<R extends object>(
  rows: readonly R[],
  columns: readonly (keyof R & string)[],
): string {
  const lines = rows.map((row) => columns.map((column) => field(row[column])).join(','))
  return `${[columns.join(','), ...lines].join('\n')}\n`
}

function field(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as it was read. */
export interface ReadTable {
  readonly columns: readonly string[]
  /** As many cells as columns in each; empty where there is no number. */
  readonly rows: readonly (readonly string[])[]
}

/** One field with what ends it. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy

/** The cells of a text that `csv` wrote, without the apostrophe before what a spreadsheet would run. @throws Error of what is no table */
export function readCsv(text: string): ReadTable {
  const lines: string[][] = [[]]
  FIELD.lastIndex = 0
  while (FIELD.lastIndex < text.length) {
    const found = FIELD.exec(text)
    if (found === null) throw new Error(`line ${lines.length} is not comma-separated`)
    const [, quoted, plain, end] = found
    const cell = quoted === undefined ? plain : quoted.replaceAll('""', '"')
    lines[lines.length - 1].push(cell.replace(/^'(?=[=+\-@\t\r])/, ''))
    if (end !== ',' && FIELD.lastIndex < text.length) lines.push([])
    if (end === ',' && FIELD.lastIndex === text.length) lines[lines.length - 1].push('')
  }
  const [columns, ...rows] = lines
  const odd = rows.findIndex((row) => row.length !== columns.length)
  if (odd >= 0)
    throw new Error(`line ${odd + 2} has ${rows[odd].length} cells, not ${columns.length}`)
  return { columns, rows }
}
