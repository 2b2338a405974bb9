/** What is wrong in a scenario, as data. The words are in `messages-en.ts` and `messages-id.ts`. */
import { closest, distance } from 'fastest-levenshtein'
import type { Said } from '../market/index.ts'
import { type Phrase, worded } from './phrases.ts'

/** One text that a scenario is made of: a file, or the argument of a `--set`. */
export interface Source {
  readonly name: string
  readonly lines: readonly string[]
  /** 0 for the deepest base; what lies higher overrides what lies lower. */
  readonly layer: number
}

/** A stretch of one line, counted from 1. */
export interface Place {
  readonly source: Source
  readonly line: number
  readonly column: number
  readonly length: number
}

/** `file:line:column`, for the second place of a finding. */
export const placeText = ({ source, line, column }: Place): string =>
  `${source.name}:${line}:${column}`

/** The first `--set` lies above this layer, and each above the one before it. */
export const SET = 100

export type FindingCode =
  | 'missing-file'
  | 'is-folder'
  | 'no-text'
  | 'no-file'
  | 'utf-16'
  | 'unreadable'
  | 'empty'
  | 'too-large'
  | 'too-deep'
  | 'too-many-aliases'
  | 'syntax'
  | 'duplicate-key'
  | 'missing-anchor'
  | 'alias-cycle'
  | 'second-document'
  | 'missing-base'
  | 'extends-cycle'
  | 'extends-depth'
  | 'set-form'
  | 'set-base'
  | 'unknown-key'
  | 'unknown-row'
  | 'unknown-policy'
  | 'missing-policy-file'
  | 'no-programs-here'
  | 'broken-policy'
  | 'policy-twice'
  | 'untrusted-policy'
  | 'unknown-path'
  | 'no-design'
  | 'row-name'
  | 'control-character'
  | 'too-long'
  | 'empty-text'
  | 'formula'
  | 'reserved-name'
  | 'textbook-only'
  | 'missing'
  | 'no-base'
  | 'too-many'
  | 'conflict'
  | 'no-value'
  | 'wrong-type'
  | 'wrong-unit'
  | 'not-finite'
  | 'thousands'
  | 'decimal-comma'
  | 'decimal-or-thousands'
  | 'two-numbers'
  | 'no-digits'
  | 'perhaps-thousands'
  | 'not-whole'
  | 'out-of-range'
  | 'no-option'
  | 'no-date'
  | 'not-monday'
  | 'end-before-start'
  | 'outside-horizon'
  | 'effective-before-announced'
  | 'ends-too-early'
  | 'without-force'
  | 'no-quantity'
  | 'window-form'
  | 'two-main-windows'
  | 'ambiguous-moment'
  | 'ambiguous'
  | 'before-start'
  | 'cut-to-range'
  | 'while-solving'
  | 'shares-not-one'
  | 'shares-above-one'
  | 'no-power-of-two'
  | 'popularity-feedback'
  | 'unused'
  | 'does-nothing'
  | 'nest-closed'
  | 'nest-without-share'
  | 'sellers-not-sorted'

/** Any word; the known ones are still offered while one writes. */
type Word = string & Record<never, never>

export interface Finding {
  /** One of the codes of this floor, or a word of the policy that found it: `no-route`. */
  readonly code: FindingCode | Word
  /** As given by the reader of files, or `--set 1`. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** How many characters the caret underlines. */
  readonly length: number
  /** The line itself. */
  readonly excerpt: string
  /** Dotted, from the top of the scenario: `venues.tiktok-shop.commission`. Empty for the whole. */
  readonly path: string
  /** What is called by its name in the message. */
  readonly name: string
  readonly got?: string
  readonly expected?: string
  readonly suggestion?: string
  /** The other place of a contradiction: `file:line:column`. */
  readonly also?: string
  /** What a policy says of its own finding, in every language; else the words go by the code. */
  readonly says?: Said
  /** Those of `name`, `got` and `expected` that are words of ours: they are said in every language. */
  readonly phrases?: Readonly<Partial<Record<Spoken, Phrase>>>
}

/** What is said of findings in a language. */
export interface FindingWords {
  readonly beside: (place: string) => string
  readonly meant: (what: string) => string
  readonly codes: Readonly<Record<FindingCode, (finding: Finding) => string>>
}

const SPOKEN = ['name', 'got', 'expected'] as const
export type Spoken = (typeof SPOKEN)[number]

export type Facts = Partial<Record<Spoken, string | Phrase>> &
  Partial<Pick<Finding, 'suggestion' | 'also' | 'says'>>

/** Facts as a finding has them: in English, with the phrases among them. */
export function stated({ suggestion, also, says, ...spoken }: Facts): Partial<Finding> {
  const texts = SPOKEN.flatMap((key) => {
    const fact = spoken[key]
    return fact === undefined ? [] : [[key, worded(fact, 'en')]]
  })
  const phrases = SPOKEN.flatMap((key) =>
    typeof spoken[key] === 'object' ? [[key, spoken[key]]] : [],
  )
  return {
    ...Object.fromEntries(texts),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(also === undefined ? {} : { also }),
    ...(says === undefined ? {} : { says }),
    ...(phrases.length === 0 ? {} : { phrases: Object.fromEntries(phrases) }),
  }
}

/** Collects findings; the same place is not blamed twice for the same thing. */
export class Findings {
  readonly all: Finding[] = []
  readonly #seen = new Set<string>()

  add(place: Place, code: Finding['code'], path: string, facts: Facts = {}): void {
    const { source, line, column, length } = place
    const finding: Finding = {
      code,
      file: source.name,
      line,
      column,
      length,
      excerpt: source.lines[line - 1] ?? '',
      path,
      name: lastName(path),
      ...stated(facts),
    }
    const { got, expected } = finding
    const name = source.layer >= SET ? '' : finding.name
    const at = [source.name, line, column]
    // A path with `*` and a value taken over by an alias stand for several: what is said of them once is enough.
    const keys = [[code, path, ...at].join(' '), JSON.stringify([code, name, got, expected, ...at])]
    if (!keys.some((key) => this.#seen.has(key))) this.all.push(finding)
    for (const key of keys) this.#seen.add(key)
  }

  /** By file, then by position. What an alias without an anchor stands for is unknown: nothing more is said of it. */
  sorted(): Finding[] {
    const at = ({ file, line, column }: Finding) => `${file}:${line}:${column}`
    const unknown = this.all.filter(({ code }) => code === 'missing-anchor').map(at)
    const said = this.all.filter(
      (one) => one.code === 'missing-anchor' || !unknown.includes(at(one)),
    )
    return said.sort(
      (a, b) =>
        (a.file === b.file ? 0 : a.file < b.file ? -1 : 1) ||
        a.line - b.line ||
        a.column - b.column,
    )
  }
}

const lastName = (path: string) => path.slice(path.lastIndexOf('.') + 1)

/** The candidate that the writer may have meant, if one is near enough. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const known = [...candidates].filter((candidate) => candidate !== name)
  if (known.length === 0 || name.length > 100) return undefined
  const best = closest(name, known)
  // Two letters of three that differ are another word.
  const most = name.length <= 3 ? 1 : Math.max(2, Math.floor(best.length / 3))
  if (distance(name, best) <= most) return best
  // A part of a name stands for it where no other holds it: tiktok for tiktok-shop.
  const holding = known.filter((candidate) => partOf(candidate, name.toLowerCase()))
  return name.length >= 3 && holding.length === 1 ? holding[0] : undefined
}

const partOf = (name: string, part: string): boolean =>
  name.startsWith(part) || name.split('-').includes(part)
