/** Whatever is declared and shown has a name in both languages, and the Indonesian one is no English. */
import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  articleId,
  CATALOGUE,
  MEASURES,
  REGISTER,
  registerSourceId,
  SIZES,
} from '../../src/market/index.ts'
import { experimentWords } from '../../src/report/experiment/words.ts'
import { fitWords } from '../../src/report/fit/words.ts'
import { labelsOf } from '../../src/report/labels.ts'
import { labelOfMechanism } from '../../src/report/mechanism-labels.ts'
import { labelsIn, windowName } from '../../src/report/name-words.ts'
import { pageWords } from '../../src/report/page-words.ts'
import { readingWords } from '../../src/report/reading-words.ts'
import { parameterWords, said, sourceSaid } from '../../src/report/text/parameter-words.ts'
import { policyText, policyWords } from '../../src/report/text/policies-text.ts'
import { terminalWords } from '../../src/report/text/terminal-words.ts'
import { wordsPage } from '../../src/report/text/words-page.ts'
import { nameOf, words } from '../../src/report/words.ts'
import { parameterIndex, policyIndex, readScenario } from '../../src/scenario/index.ts'
import { MARKET_ANSWERS, POLICY_PARTS, REST } from '../../src/study/index.ts'
import { EXPOSURES, OTHER_KINDS } from '../../src/study/members.ts'
import { read } from '../readme/blocks.ts'
import { shipped as files, fromDisk } from '../scenario/files.ts'

/** Words that both languages use, names and abbreviations. */
const SHARED: readonly string[] = [
  ...['platform', 'social', 'commerce', 'permendag', 'pmk', 'program', 'data', 'log', 'odds'],
  ...[
    'logit',
    'model',
    'md',
    'hhi',
    'fte',
    'umkm',
    'rp',
    'us',
    'xi',
    'd_half',
    'shopee',
    'unit',
    'kios',
  ],
  ...['bandung', 'banyuwangi', 'bekasi', 'jakarta', 'corp', 'ct', 'tanah', 'abang', 'permanen'],
  ...[
    'surplus',
    'per',
    'digital',
    'bukalapak',
    'tokopedia',
    'project',
    'minimum',
    'indonesia',
    'tiktok',
    'shop',
  ],
]

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/\p{L}[\p{L}_]+/gu) ?? []

/** English words of one label that the other still has. */
const leftOver = (english: string, indonesian: string): string[] => {
  const known = wordsOf(english)
  return wordsOf(indonesian).filter((word) => known.includes(word) && !SHARED.includes(word))
}

/** Words that no Indonesian text has. */
const ENGLISH =
  /\b(the|of|and|or|to|from|in|by|at|on|with|which|is|are|not|its|for|share|sales|week|change|owner|trader|firms?|goods|baseline|marketplaces?|online|live)\b/i

/** One word for each thing: second words for the baseline and the marketplace, and a percent sign set apart. */
const BANNED =
  /garis dasar|garis awal|skenario acuan|loka pasar|pasar elektronik|marketplace|baseline|\d %/i

const pairs: (readonly [string, string, string])[] = [
  ...MEASURES.map(({ name, label }) => [`measure ${name}`, label.en, label.id] as const),
  ...[...POLICY_PARTS, REST, ...MARKET_ANSWERS].map(
    ({ name, label }) => [`mechanism ${name}`, label.en, label.id] as const,
  ),
  ...CATALOGUE.flatMap(({ name, does, article, settings, indonesian }) => [
    [`policy ${name}`, does, indonesian.does] as const,
    ...(article === undefined
      ? []
      : ([[`article of ${name}`, article, indonesian.article ?? '']] as const)),
    ...Object.entries(settings).map(
      ([setting, { label }]) =>
        [`${name}.${setting}`, label, indonesian.settings[setting]] as const,
    ),
  ]),
  ...[...EXPOSURES, ...SIZES].map(
    (name) => [`group ${name}`, pageWords.en.groups[name], pageWords.id.groups[name]] as const,
  ),
  ...OTHER_KINDS.map(
    (kind) =>
      [
        `kind ${kind}`,
        pageWords.en.kinds[kind] ?? words.en.names[kind],
        pageWords.id.kinds[kind] ?? words.id.names[kind],
      ] as const,
  ),
]

const shipped = files
  .filter((file) => !file.includes('textbook'))
  .map((file) => {
    const result = readScenario(file, fromDisk)
    if (!result.ok) throw new Error(file)
    return result.scenario
  })

describe('a declaration that is shown', () => {
  it.each(pairs)('%s is named in both languages', (_, english, indonesian) => {
    expect(english).toMatch(/\p{L}/u)
    expect(indonesian).toMatch(/\p{L}/u)
    expect(leftOver(english, indonesian)).toEqual([])
    expect(indonesian).not.toMatch(ENGLISH)
    expect(indonesian).not.toMatch(BANNED)
    const alike = wordsOf(english).every((word) => SHARED.includes(word))
    if (!alike) expect(indonesian).not.toBe(english)
  })

  it('has settings in the same words of both languages, and no others', () => {
    for (const { settings, indonesian } of CATALOGUE)
      expect(Object.keys(indonesian.settings)).toEqual(Object.keys(settings))
    for (const entry of policyIndex())
      for (const { unit, source, path } of entry.settings) {
        expect(said(unit, 'id'), path).not.toMatch(ENGLISH)
        expect(sourceSaid(source, 'id'), path).not.toMatch(ENGLISH)
        expect(policyText(entry, 'id').join('\n')).toContain(entry.indonesian.labels[path])
      }
  })

  it('has every mechanism in both languages, the total too', () => {
    expect(labelOfMechanism('whole', 'en')).toBe('Total effect')
    expect(labelOfMechanism('whole', 'id')).toBe('Dampak total')
  })
})

describe('the register of the regulation', () => {
  it.each(REGISTER.map((entry, at) => [at + 1, entry] as const))(
    'has entry %i in both languages',
    (_, { article, says, saysId, assumption, assumptionId, source }) => {
      const told = [
        [article, articleId(article)],
        [says, saysId],
        [assumption, assumptionId],
        [source, registerSourceId(source)],
      ]
      for (const [english, indonesian] of told) {
        expect(english).toMatch(/\p{L}/u)
        expect(indonesian).toMatch(/\p{L}/u)
        expect(indonesian).not.toMatch(ENGLISH)
        expect(indonesian).not.toMatch(/\b(number|text|articles?|facts|event|dates|October)\b/)
        expect(indonesian).not.toMatch(BANNED)
      }
    },
  )

  it('is in docs/regulation.md with its sources in Indonesian', () => {
    const [, indonesian] = read('docs/regulation.md').split('## Bahasa Indonesia')
    expect(indonesian.split('## Policies')[0]).not.toMatch(BANNED)
    for (const { source } of REGISTER)
      expect(indonesian).toContain(`*Sumber:* ${registerSourceId(source)}.`)
  })
})

describe('a shipped scenario', () => {
  it('has a title and a question in Indonesian', () => {
    for (const { name, title, question, indonesian } of shipped) {
      expect(leftOver(title, indonesian.title), name).toEqual([])
      expect(`${indonesian.title} ${indonesian.question}`, name).not.toMatch(BANNED)
      expect(indonesian.question === question, name).toBe(question === '')
    }
  })

  it('has windows that are named in Indonesian, whole and cut short', () => {
    const windows = new Set(shipped.flatMap((one) => one.windows.map(({ name }) => name)))
    expect(windows.size).toBeGreaterThan(10)
    for (const name of [...windows, 'in effect', 'from the first difference', 'all days']) {
      expect(windowName(name, 'en')).toBe(name)
      expect(windowName(name, 'id'), name).not.toBe(name)
      expect(windowName(name, 'id'), name).not.toMatch(ENGLISH)
      expect(windowName(`${name} (cut short)`, 'id')).toBe(`${windowName(name, 'id')} (terpotong)`)
    }
  })

  it('has rows that are named in Indonesian, unless their names are proper nouns', () => {
    const labels = labelsOf(shipped)
    const indonesian = labelsIn('id', labels)
    const PROPER =
      /^(Alibaba|Blibli|Bukalapak|ByteDance|CT Corp|Djarum|Emtek|GoTo|Lazada|Sea|Shopee|Tanah Abang|TikTok Shop|Tokopedia)$/
    expect(Object.keys(labels).length).toBeGreaterThan(30)
    for (const [name, label] of Object.entries(labels)) {
      if (PROPER.test(label)) continue
      const told = nameOf(name, 'id', indonesian)
      expect(told, name).not.toBe(label)
      expect(leftOver(label, told), name).toEqual([])
      expect(told, name).not.toMatch(ENGLISH)
    }
  })
})

describe('the words of reports', () => {
  /** Every text in a set of words, by its path; what takes arguments is called with letters. */
  function texts(value: unknown, path = ''): [string, string][] {
    if (typeof value === 'string') return [[path, value]]
    if (typeof value === 'function') {
      const made = value(...Array.from({ length: value.length }, () => 'x').map(argument(path)))
      return [[path, String(made)]]
    }
    return Object.entries(value as object).flatMap(([key, one]) => texts(one, `${path}.${key}`))
  }
  const argument = (path: string) => () => (path.endsWith('.people') ? [] : 'x')

  it.each([
    ['pages', pageWords],
    ['reading', readingWords],
    ['charts', words],
    ['policies', policyWords],
    ['parameters', parameterWords],
    ['experiments', experimentWords],
    ['fits', fitWords],
    ['the terminal', terminalWords],
  ])('of %s are the same in number, and no English in Indonesian', (_, both) => {
    const names = (one: object) => {
      const {
        names: __,
        windows: ___,
        grades: ____,
        units: _____,
        ...rest
      } = one as Record<string, unknown>
      return texts(rest)
    }
    const [en, id] = [names(both.en), names(both.id)]
    expect(id.map(([path]) => path)).toEqual(en.map(([path]) => path))
    for (const [path, text] of id)
      if (!path.endsWith('.languageName')) {
        expect(text, path).not.toMatch(ENGLISH)
        expect(text, path).not.toMatch(BANNED)
      }
  })
})

describe('docs/words.md', () => {
  const page = read('docs/words.md')

  it('is up to date', () => {
    expect(wordsPage(page, shipped) === page, 'docs/words.md is out of date: npm run schema').toBe(
      true,
    )
  })

  it('keeps what is written by hand, and has what is declared once', () => {
    const made = wordsPage('# Words\n\nBy hand.\n', shipped)
    expect(made).toMatch(/^# Words\n\nBy hand\.\n\n<!--/)
    expect(wordsPage(made, shipped)).toBe(made)
    const old = made.replace(/^\| Sales \| .*\n/m, '').replace('By hand', 'By another hand')
    expect(wordsPage(old, shipped)).toBe(made.replace('By hand', 'By another hand'))
  })

  it('lists every measure, setting, group, mechanism and window with its Indonesian name', () => {
    for (const [what, english, indonesian] of pairs)
      expect(page, what).toContain(`| ${english} | ${indonesian} |`)
    for (const { windows } of shipped)
      for (const { name } of windows)
        expect(page).toContain(`| ${name} | ${windowName(name, 'id')} |`)
  })
})

describe('every parameter that a study can vary', () => {
  const ofPolicies = Object.assign({}, ...policyIndex().map(({ indonesian }) => indonesian.labels))
  const named = parameterIndex().map(
    ({ path, label }) => [path, label, ofPolicies[path] ?? said(label, 'id')] as const,
  )
  /** The same in both languages. */
  const ALIKE = ['Platform', 'Program']
  const COMMON = [
    'cif',
    'final',
    'informal',
    'lebaran',
    'median',
    'parameter',
    'pareto',
    'plus',
    'semi',
  ]

  it('has an Indonesian name, which is no English', () => {
    expect(named.length).toBeGreaterThan(400)
    for (const [path, label, indonesian] of named) {
      if (ALIKE.includes(label)) continue
      expect(indonesian, path).not.toBe(label)
      expect(indonesian, path).not.toMatch(ENGLISH)
      // Symbols and abbreviations in brackets are alike.
      const left = leftOver(label.replace(/\([^)]*\)/g, ''), indonesian)
      expect(
        left.filter((word) => !COMMON.includes(word)),
        path,
      ).toEqual([])
    }
  })

  it('has an Indonesian unit', () => {
    const units = [...new Set(parameterIndex().map(({ unit }) => unit))]
    const alike = ['log', 'log odds', 'FTE', 'US$']
    const english = units.filter((unit) => said(unit, 'id') === unit && !alike.includes(unit))
    expect(english).toEqual([])
  })
})

describe('what shipped studies vary', () => {
  const folder = 'scenarios/studies/results'
  const labels = readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}/results.json`
    if (!existsSync(path)) return []
    const { varied } = JSON.parse(read(path)) as { readonly varied: readonly { label: string }[] }
    return varied.map(({ label }) => label)
  })

  it('has Indonesian words, since reports say what an answer hangs on', () => {
    expect(labels.length).toBeGreaterThan(20)
    expect(labels.filter((label) => said(label, 'id') === label)).toEqual([])
  })
})
