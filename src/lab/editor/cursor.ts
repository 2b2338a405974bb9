/** Where in a scenario a place of its text is. The text may be half written: lines and brackets are all that is read. Pure. */

export interface Cursor {
  /** Keys from the top; `[]` for an item of a list. Of a value its key is the last. */
  readonly path: readonly string[]
  /** Whether a key or a value stands here. */
  readonly at: 'key' | 'value'
  /** The word that stands here, or the part of it before the place. */
  readonly from: number
  readonly to: number
}

/** A key or the dash of an item, by its column. */
interface Token {
  readonly column: number
  readonly name: string
}

export const ITEM = '[]'

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s:#{}[\],"'][^:#{}[\],]*?))\s*:(?=\s|$)/

/** @param place characters from the beginning */
export function cursorAt(text: string, place: number): Cursor {
  const open = openBracket(text, place)
  const [from, to] = wordAround(text, place)
  if (open !== undefined) return inFlow(text, open, place, from, to)
  const begin = text.lastIndexOf('\n', place - 1) + 1
  const { tokens, rest } = tokensOf(text.slice(begin, place))
  const last = tokens.at(-1)
  const isValue = last !== undefined && last.name !== ITEM && rest > last.column
  const whole = tokensOf(lineAt(text, begin)).tokens
  // Of a key the part behind the place tells its end: the word counts as a key before its colon is written too.
  const own = isValue ? tokens : tokens.filter(({ name }) => name === ITEM)
  const column = isValue ? last.column : (whole.at(own.length)?.column ?? from - begin)
  const above = parentsOf(text, begin, own, column)
  return {
    path: [...above, ...own.map(({ name }) => name)],
    at: isValue ? 'value' : 'key',
    from,
    to,
  }
}

const lineAt = (text: string, begin: number) => {
  const end = text.indexOf('\n', begin)
  return text.slice(begin, end < 0 ? text.length : end)
}

/** The dashes and the key with which a line begins, and where the rest of it begins. */
function tokensOf(line: string): { readonly tokens: readonly Token[]; readonly rest: number } {
  const tokens: Token[] = []
  let at = line.length - line.trimStart().length
  while (/^-(\s|$)/.test(line.slice(at))) {
    tokens.push({ column: at, name: ITEM })
    const after = line.slice(at + 1)
    at += 1 + after.length - after.trimStart().length
  }
  const key = KEY.exec(line.slice(at))
  if (key === null) return { tokens, rest: at }
  tokens.push({ column: at, name: key[1] ?? key[2] ?? key[3] })
  return { tokens, rest: at + key[0].length }
}

/** Keys above a line whose own first token, or word, stands at a column. */
function parentsOf(
  text: string,
  begin: number,
  own: readonly Token[],
  column: number,
): readonly string[] {
  const path: string[] = []
  let limit = own[0]?.column ?? column
  // The items of a list may stand as far left as its key.
  let isItem = own[0]?.name === ITEM
  for (let end = begin - 1; end > 0 && (limit > 0 || isItem); ) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(start, end)
    end = start - 1
    if (/^\s*(#|$)/.test(line)) continue
    for (const token of tokensOf(line).tokens.toReversed()) {
      const holds =
        token.column < limit || (isItem && token.name !== ITEM && token.column === limit)
      if (!holds) continue
      path.unshift(token.name)
      limit = token.column
      isItem = token.name === ITEM
    }
  }
  return path
}

const LETTER = /[^\s:,{}[\]#"']/

/** The word at a place. A colon within a word, as in a time, belongs to it. */
function wordAround(text: string, place: number): readonly [number, number] {
  let [from, to] = [place, place]
  while (from > 0 && (LETTER.test(text[from - 1]) || isInner(text, from - 1))) from--
  while (to < text.length && (LETTER.test(text[to]) || isInner(text, to))) to++
  return [from, to]
}

const isInner = (text: string, at: number) =>
  text[at] === ':' &&
  at + 1 < text.length &&
  LETTER.test(text[at + 1]) &&
  /\S/.test(text[at - 1] ?? ' ')

/** Calls back for every bracket and separator of flow that is no part of a comment or a quoted text. */
function scanFlow(text: string, from: number, to: number, see: (at: number) => void): void {
  let quote = ''
  for (let at = from; at < to; at++) {
    const letter = text[at]
    if (quote !== '') {
      if (letter === quote || letter === '\n') quote = ''
    } else if (letter === '#' && (at === 0 || /\s/.test(text[at - 1]))) {
      const end = text.indexOf('\n', at)
      at = end < 0 ? to : end
    } else if ((letter === '"' || letter === "'") && !/[\w%]/.test(text[at - 1] ?? ''))
      quote = letter
    else if ('{}[],:'.includes(letter)) see(at)
  }
}

/** In a text without quotes a bracket is a letter, unless it stands first. */
const beginsValue = (text: string, at: number): boolean =>
  /(?:^|:|-)\s*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))

/** The outermost bracket that is open at a place. */
function openBracket(text: string, place: number): number | undefined {
  const open: number[] = []
  scanFlow(text, 0, place, (at) => {
    if ('{['.includes(text[at]) && (open.length > 0 || beginsValue(text, at))) open.push(at)
    if ('}]'.includes(text[at])) open.pop()
  })
  return open[0]
}

/** Within brackets: the path before them, then keys from bracket to bracket. */
function inFlow(text: string, open: number, place: number, from: number, to: number): Cursor {
  const before = cursorAt(text, open)
  const levels: { readonly isList: boolean; key: string | undefined; begin: number }[] = []
  scanFlow(text, open, place, (at) => {
    const letter = text[at]
    const level = levels.at(-1)
    if ('{['.includes(letter))
      levels.push({ isList: letter === '[', key: undefined, begin: at + 1 })
    else if ('}]'.includes(letter)) levels.pop()
    else if (level !== undefined && letter === ',') {
      level.key = undefined
      level.begin = at + 1
    } else if (level !== undefined && level.key === undefined && /\s/.test(text[at + 1] ?? ' '))
      level.key = text
        .slice(level.begin, at)
        .trim()
        .replace(/^["']|["']$/g, '')
  })
  const inner = levels.flatMap(({ isList, key }) => [
    ...(isList ? [ITEM] : []),
    ...(key === undefined ? [] : [key]),
  ])
  const last = levels.at(-1)
  const isValue = last?.key !== undefined || last?.isList === true
  return { path: [...before.path, ...inner], at: isValue ? 'value' : 'key', from, to }
}
