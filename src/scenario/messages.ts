/** The words for findings. All of them are here; the rest of the floor hands on facts. */
import type { Finding, FindingCode } from './finding.ts'

type Words = (finding: Finding) => string

const WORDS: Readonly<Record<FindingCode, Words>> = {
  'missing-file': ({ got }) => `there is no file ${got}`,
  'is-folder': ({ got }) => `${got} is a folder, not a scenario file`,
  'no-text': ({ got }) => `${got} is no text in UTF-8: save it as UTF-8`,
  empty: () => 'the file is empty',
  'too-large': ({ got, expected }) => `the text has ${got} characters, more than ${expected}`,
  'too-deep': () => 'the text is nested too deeply',
  'too-many-aliases': ({ expected }) => `more than ${expected} aliases are written out`,
  syntax: ({ got }) => `this is not YAML: ${got}`,
  'duplicate-key': ({ got }) => `${got} stands here a second time`,
  'missing-anchor': ({ got }) => `no anchor &${got} stands before *${got}`,
  'second-document': () => 'a second document begins here; a file holds one scenario',
  'missing-base': ({ got }) =>
    `extends ${got}, which is neither beside this file nor in the folder above`,
  'extends-cycle': ({ got }) => `extends ${got}, which extends this file`,
  'extends-depth': ({ expected }) => `extends more than ${expected} scenarios in a row`,
  'set-base': () => 'what a scenario extends stands in its file, and cannot be set',
  'set-form': ({ got }) => `${got} is not of the form path=value`,
  'unknown-key': ({ name, expected }) =>
    `${name} is not known here${expected ? `; known: ${expected}` : ''}`,
  'unknown-row': ({ name, got, expected }) =>
    `${name} has no ${got}${expected ? `; it has ${expected}` : ''}`,
  'unknown-policy': ({ got, expected }) =>
    `there is no policy ${got}${expected ? `; there is ${expected}` : ''}`,
  'row-name': ({ name }) =>
    name === 'all'
      ? 'all cannot be a name: it stands for the sum of all'
      : `${name} cannot be a name: letters, digits, hyphens, at most 60`,
  'textbook-only': ({ name }) => `${name} belongs to textbook markets; textbook: true is not set`,
  missing: ({ name, expected }) => `${name} lacks ${expected}`,
  conflict: ({ name, got, expected }) => `${name} stands beside ${got}; write ${expected}`,
  'wrong-type': ({ name, got, expected }) => `${name} is ${got}, not ${expected}`,
  'wrong-unit': ({ name, got, expected }) =>
    `${name} is in ${got}, which cannot be turned into ${expected}`,
  'not-finite': ({ name, got, expected }) => `${name} is ${got}, not a number from ${expected}`,
  'not-whole': ({ name, got }) => `${name} is ${got}, not a whole number`,
  'out-of-range': ({ name, got, expected }) => `${name} is ${got}, outside ${expected}`,
  'no-option': ({ name, got, expected }) => `${name} is ${got}, not one of ${expected}`,
  'no-date': ({ name, got }) =>
    `${name} is ${got}, not a date such as 2023-10-04 or 2023-10-04T17:00+07:00`,
  'not-monday': ({ name, got }) => `${name} is ${got}, which is not a Monday`,
  'end-before-start': ({ name, got, expected }) =>
    `${name} ends on ${got}, before its start on ${expected}`,
  'outside-horizon': ({ name, got, expected }) =>
    `${name} is ${got}, outside the run (${expected})`,
  'effective-before-announced': ({ got, expected }) =>
    `effective is ${got}, before it is announced on ${expected}`,
  'no-route': ({ name, got, expected }) =>
    `no route leads from ${name} to ${got}; write ${expected}`,
  'no-event': ({ expected }) =>
    `there is no event that could keep stalls; write one in ${expected}`,
  'closed-venue': ({ name, got, expected }) =>
    `${name} is closed from ${got} on and cannot be taken over on ${expected}`,
  'two-owners': ({ name, got, expected }) => `${name} has two owners on ${expected}: ${got}`,
  'ends-too-early': ({ name, got, expected }) =>
    `${name} begins on ${expected} and its ${got}: that is the first day without it, so write a later day`,
  'without-force': ({ name, got, expected }) =>
    `${name} has no effect on ${expected}: ${got} begins earlier, but is listed after it and overrides it; list ${got} first`,
  'no-quantity': ({ name, got }) => `${name} needs a quantity, and ${got} is none; write points`,
  'window-form': ({ name, got }) =>
    `${name} is ${got}; write one date, or two: 2023-10-05 to 2023-11-03`,
  ambiguous: ({ name, got, expected }) =>
    `${name} stands ${got} times here; say which by its number: ${expected}`,
  'before-start': ({ name, got, expected }) =>
    `${name} has a step on ${got}, before the run begins on ${expected}: it holds from the first day on`,
  'while-solving': ({ name, got, expected }) =>
    `${name} is ${got}, before constants are solved for the last time on ${expected} (calendar.solve-until): they absorb a part of what it does`,
  'shares-not-one': ({ name, got }) => `${name} add up to ${got}, not to 1`,
  'shares-above-one': ({ name, got }) => `${name} add up to ${got}, above 1`,
  'no-power-of-two': ({ name, got }) => `${name} is ${got}, not a power of two`,
  'popularity-feedback': ({ name, got, expected }) =>
    `${name} add up to ${got}, above ${expected}: popularity would feed on itself`,
  unused: ({ name }) => `the nest ${name} has no venue`,
  'sellers-not-sorted': ({ name, got, expected }) =>
    `${name} is listed after ${got}: list sellers by category, and within by region, in the order of these tables; put ${name} before ${expected}`,
}

const WIDEST = 100

/** The message without its place. */
export const messageOf = (finding: Finding): string => printable(WORDS[finding.code](finding))

/** Place, fact, the line with a caret, a way out. */
export function formatFinding(finding: Finding): string {
  const place = `${finding.file}:${finding.line}:${finding.column}`
  const lines = [`${printable(place)}  ${messageOf(finding)}`]
  if (finding.excerpt.trim() !== '') lines.push(...underlined(finding))
  if (finding.also !== undefined) lines.push(`  beside ${printable(finding.also)}`)
  if (finding.suggestion !== undefined)
    lines.push(`  did you mean ${printable(finding.suggestion)}?`)
  return lines.join('\n')
}

/** The line, cut around the caret where it is long. */
function underlined({ excerpt, column, length }: Finding): string[] {
  const from = column > WIDEST - 20 ? column - 40 : 0
  const cut = excerpt.slice(from, from + WIDEST)
  const at = column - 1 - from
  const carets = '^'.repeat(Math.max(1, Math.min(length, cut.length - at)))
  return [`  ${printable(cut, 1)}`, `  ${' '.repeat(at)}${carets}`]
}

/** Control characters and direction marks must not reach a terminal. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** @param width 1 keeps columns in place, otherwise a character is spelt out */
function printable(text: string, width?: 1): string {
  return text.replace(UNPRINTABLE, (character) =>
    character === '\t'
      ? ' '
      : width === 1
        ? '\u{fffd}'
        : `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  )
}
