/** Free texts of a scenario: titles, questions, labels, names, sources, the seed. They are printed, drawn and written out. */
import type { Facts, FindingCode, Findings, Place } from './finding.ts'
import { printable } from './printable.ts'

interface Rule {
  /** Characters at most. */
  readonly longest: number
  readonly lines?: boolean
  readonly empty?: boolean
  /** It stands in tables of its own cell, where a spreadsheet would run what begins like a formula. */
  readonly cell?: boolean
}

const RULES = {
  title: { longest: 200 },
  label: { longest: 200, cell: true },
  prose: { longest: 1000, lines: true, empty: true },
  seed: { longest: 200, empty: true },
  window: { longest: 100, cell: true },
} as const satisfies Readonly<Record<string, Rule>>

export type TextKind = keyof typeof RULES

/** What XML does not allow, what a terminal obeys, what turns the direction of writing, and line breaks. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]|(?![\u00ad\u200c\u200d])\p{Cf}/u
const CONTROL_OR_LINE =
  /[^\n\P{Cc}]|[\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]|(?![\u00ad\u200c\u200d])\p{Cf}/u

/** Sums of days are called so in results, and objects have a prototype. */
const RESERVED = ['all days', 'all', '__proto__']

interface TextFault {
  readonly code: FindingCode
  readonly facts: Facts
}

/** What may not be in a text, each with what is wrong. */
export function faultsOfText(text: string, kind: TextKind): TextFault[] {
  const rule: Rule = RULES[kind]
  const faults: TextFault[] = []
  const found = (rule.lines ? CONTROL_OR_LINE : CONTROL).exec(text)
  if (found !== null) {
    const facts = { got: printable(found[0]), expected: `${found.index + 1}` }
    faults.push({ code: 'control-character', facts })
  }
  const length = [...text].length
  if (length > rule.longest)
    faults.push({ code: 'too-long', facts: { got: `${length}`, expected: `${rule.longest}` } })
  if (text.trim() === '' && !rule.empty) faults.push({ code: 'empty-text', facts: {} })
  if (rule.cell && /^\s*[=+\-@]/.test(text)) faults.push({ code: 'formula', facts: { got: text } })
  if (kind === 'window' && RESERVED.includes(text.trim().toLowerCase()))
    faults.push({ code: 'reserved-name', facts: { got: text, expected: RESERVED.join(', ') } })
  return faults
}

/** A finding for each of them. */
export function checkText(
  text: string,
  kind: TextKind,
  place: Place,
  path: string,
  findings: Findings,
): void {
  for (const { code, facts } of faultsOfText(text, kind)) findings.add(place, code, path, facts)
}
