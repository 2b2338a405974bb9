/** Words of a command line as a shell takes them: a page or a message is copied, and what it quotes must not run. */

/** Nothing in these means anything to a shell, wherever in a word it stands. */
const PLAIN = /^[\w@%+=:,./-]+$/

const escapedByte = (character: string): string =>
  [...new TextEncoder().encode(character)]
    .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
    .join('')

/** One word, quoted where it must be: `5 %` becomes `'5 %'`. */
export function shellWord(word: string): string {
  // A name before `=` at the beginning of a line would be a variable, but the program stands there.
  if (PLAIN.test(word)) return word
  if (!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(word)) return `'${word.replaceAll("'", "'\\''")}'`
  const inner = word.replace(/[\\']/g, '\\$&').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapedByte)
  return `$'${inner}'`
}

export const shellLine = (words: readonly string[]): string => words.map(shellWord).join(' ')
