/** One word for one thing: what docs/words.md rejects is written nowhere that people read. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../readme/blocks.ts'

/** Where `docs/words.md` says which words are rejected. */
const BEGIN = '## One word for one thing'
const END = '<!-- declared'

const list = read('docs/words.md').split(BEGIN)[1].split(END)[0]
const [, indonesian, english] = list.split(/^### In \w+$/m)

/** Words of the last column, each as whoever searches for it would write it. */
const rejectedIn = (table: string): string[] =>
  [...table.matchAll(/^\| .* \| (`.*`) \|$/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word),
  )

/** Whole words, over line ends too; a hyphen at the end stands for whatever follows. */
const searching = (word: string): RegExp => {
  const said = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')
  return new RegExp(
    `(?<![\\p{L}\\p{N}_-])${said}${word.endsWith('-') ? '' : '(?![\\p{L}_-])'}`,
    'giu',
  )
}

const filesUnder = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))
    .sort()

/** Texts in a program: its comments are for those who write it, and say what they like. */
const COMMENTS = /(?<=^|\s)\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g
const STRINGS = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g
const stringsOf = (path: string): string[] =>
  (read(path).replace(COMMENTS, '').match(STRINGS) ?? []).map((text) =>
    text.slice(1, -1).replace(/\$\{[\w.]+\}/g, '…'),
  )

/** Pages, without the list of what is rejected. */
const pageText = (path: string): string => {
  const text = read(path)
  return path === 'docs/words.md' ? text.replace(list, '') : text
}

const programs = filesUnder('src', /\.ts$/)
const ofPrograms = programs.map((path) => [path, stringsOf(path).join(' · ')] as const)
const toPages = (paths: readonly string[]) => paths.map((path) => [path, pageText(path)] as const)

const pages = filesUnder('docs', /\.md$/)
const isIndonesian = (path: string) => path.startsWith('docs/id/')
const scenarios = filesUnder('scenarios', /\.yaml$/).filter((path) => !path.includes('/results/'))
const shared = ['README.md', 'scenarios/REFERENCE.md']

/** Everything in which Indonesian stands: a word that is rejected is no English word. */
const inIndonesian = [
  ...ofPrograms,
  ...toPages([...shared, ...pages.filter((path) => !path.includes('/decisions/')), ...scenarios]),
]

const inEnglish = [
  ...ofPrograms,
  ...toPages([
    ...shared,
    'CONTRIBUTING.md',
    ...pages.filter((path) => !isIndonesian(path) && !path.includes('/decisions/')),
    ...scenarios,
  ]),
]

function found(words: readonly string[], texts: readonly (readonly [string, string])[]): string[] {
  const patterns = words.map((word) => searching(word))
  return texts.flatMap(([path, text]) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(
        ({ 0: word, index }) =>
          `${path}: ${word}: ${text.slice(Math.max(0, index - 30), index + 40)}`,
      ),
    ),
  )
}

/** Words of English that are names in files and programs, where a page in Indonesian shows them. */
const NAMES = ['baseline', 'marketplace']

describe('a word that is rejected', () => {
  it('is looked for as a whole', () => {
    const [jalur, between] = [searching('jalur'), searching('antar-')]
    expect('Jalur ke mitra'.match(jalur)).not.toBe(null)
    expect('jalurnya'.match(jalur)).toBe(null)
    expect('kilometer antar-benih'.match(between)).not.toBe(null)
    expect('hangs\n  on'.match(searching('hangs on'))).not.toBe(null)
  })

  it('is in a list that has both languages', () => {
    expect(rejectedIn(indonesian).length).toBeGreaterThan(30)
    expect(rejectedIn(english).length).toBeGreaterThan(15)
  })

  it('is in no text in Indonesian', () => {
    const words = rejectedIn(indonesian).filter((word) => !NAMES.includes(word))
    expect(found(words, inIndonesian)).toEqual([])
  })

  it('is in no text in English', () => {
    expect(found(rejectedIn(english), inEnglish)).toEqual([])
  })
})

describe('a percentage in Indonesian', () => {
  const SET_APART = /\d[\s\u00a0]%/g
  /** A text of a program is Indonesian where it has a word that English has not. */
  const INDONESIAN = /\b(yang|dan|dari|untuk|dengan|pada|tidak|sampai|menurut|dalam)\b/

  it('has its sign at the figure, in texts of programs', () => {
    const apart = programs.flatMap((path) =>
      stringsOf(path)
        .filter((text) => INDONESIAN.test(text) && SET_APART.test(text))
        .map((text) => `${path}: ${text}`),
    )
    expect(apart).toEqual([])
  })

  it('has its sign at the figure, on pages', () => {
    // What stands in code is typed or printed in English.
    const prose = (text: string) =>
      text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
    const [, summary] = read('README.md').split('## Ringkasan')
    const texts = [
      ['README.md', summary] as const,
      ...toPages(pages.filter(isIndonesian)),
      [
        'docs/regulation.md',
        read('docs/regulation.md').split('## Bahasa Indonesia')[1].split('\n## ')[0],
      ] as const,
    ]
    const apart = texts.flatMap(([path, text]) =>
      [...prose(text).matchAll(SET_APART)].map(({ 0: cell }) => `${path}: ${cell}`),
    )
    expect(apart).toEqual([])
  })
})
