/** JSON that a person can read and of which a difference can be told: a short part stands on one line, a long one is broken. */

const WIDEST = 120

/** Numbers that do not exist are null, as JSON writes them. */
export const readableJson = (value: unknown): string => `${broken(JSON.parse(plain(value)), '')}\n`

const plain = (value: unknown): string => JSON.stringify(value) ?? 'null'

function broken(value: unknown, indent: string): string {
  const line = plain(value)
  if (typeof value !== 'object' || value === null || indent.length + line.length <= WIDEST)
    return line
  const deeper = `${indent} `
  if (Array.isArray(value))
    return parts(
      value.map((item) => broken(item, deeper)),
      '[]',
      indent,
    )
  const entries = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${broken(item, deeper)}`,
  )
  return parts(entries, '{}', indent)
}

/** Short numbers of a long list share a line; everything else has its own. */
function parts(items: readonly string[], [open, close]: string, indent: string): string {
  const deeper = `${indent} `
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    const isShort = /^[-\d.e"]/.test(item) && !item.includes(': ') && item.length < 30
    if (last !== undefined && isShort && `${deeper}${last}, ${item}`.length <= WIDEST)
      lines[lines.length - 1] = `${last}, ${item}`
    else lines.push(item)
  }
  return `${open}\n${lines.map((line) => deeper + line).join(',\n')}\n${indent}${close}`
}
