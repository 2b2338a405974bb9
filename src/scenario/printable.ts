/** Text from files, as it may stand in a message. */

/** Control characters, direction marks and lone surrogates must not reach a terminal. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu

const escaped = (character: string): string => {
  const code = character.codePointAt(0)!.toString(16)
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`
}

/** What a quoted value of a file may take up of a message. */
export const QUOTED = 80

/**
 * Characters that a terminal would obey are spelt out (`\x1b`), and what is too long is cut.
 * @param longest characters that are left of it
 */
export function printable(text: string, longest = QUOTED): string {
  const characters = [...text.slice(0, 2 * longest + 2)]
  const cut = text.length > 2 * longest + 2 || characters.length > longest
  const shown = characters.slice(0, longest).join('').replace(UNPRINTABLE, escaped)
  return cut ? `${shown}... (${text.length.toLocaleString('en')} characters)` : shown
}

/** The same with one character for each, so that a caret below stays in its column. */
export const inColumns = (text: string): string =>
  text.replace(UNPRINTABLE, (character) => (character === '\t' ? ' ' : '\u{fffd}'))
