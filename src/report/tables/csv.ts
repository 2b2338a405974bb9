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
