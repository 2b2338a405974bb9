/** What a study prints: the answer first, in both languages, and last where the report is. */
import { describe, expect, it } from 'vitest'
import { readStudy } from '../../src/cli/scenarios.ts'
import { compare, memoryStore, run } from '../../src/index.ts'
import { DAY, POPULATIONS } from '../../src/market/index.ts'
import { answerParts } from '../../src/report/answer.ts'
import { keptLines, pageWords, policiesTold, printed, reportOf } from '../../src/report/index.ts'
import type { Language } from '../../src/report/input.ts'
import { labelsOf } from '../../src/report/labels.ts'
import { labelsIn } from '../../src/report/name-words.ts'
import { DECISIONS_ID, RULE_NAMES_ID } from '../../src/report/state-words.ts'

const store = memoryStore()
const SMALL = { scale: '0.02', days: '35', runs: '2' }
const EARLY = [
  'policies.closure.announced=2022-07-14',
  'policies.closure.effective=2022-07-18',
  'windows.first month=2022-07-19 to 2022-08-07',
]
const { scenarios } = readStudy({ ...SMALL, set: EARLY }, [
  'scenarios/indonesia-2023.yaml',
  'scenarios/tiktok-shop-ban.yaml',
])
const answered = compare(scenarios[0], scenarios.slice(1), { runs: 2, store })

/** Without line breaks and margins. */
/** The page binds numbers to their units; a terminal breaks lines by itself. */
const unbound = (text: string): string => text.replaceAll('\u00a0', ' ')

const flat = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ')

/** English, unless it is a path or a name of a file. */
const ENGLISH =
  /\b(the|and|of|with|without|from|until|which|both|runs?|policy|difference|members|buyers|sellers|where|who|rule|day)\b/i

describe('a comparison', () => {
  it.each(['en', 'id'] as const)('says first what the report says first: %s', async (language) => {
    const answer = await answered
    const [policy] = policiesTold(answer)
    const labels = labelsIn(language, labelsOf(scenarios))
    const first = answerParts(policy, language, labels).first.map(unbound)
    expect(first.length).toBeGreaterThan(1)
    const text = flat(printed(answer, language))
    const places = first.map((sentence) => text.indexOf(sentence))
    expect(places.every((place) => place > 0)).toBe(true)
    expect([...places].sort((one, other) => one - other)).toEqual(places)
    const say = pageWords[language]
    for (const later of [say.heads.changed, say.heads.proof, say.winners.slice(1)])
      expect(text.indexOf(later), later).toBeGreaterThan(places.at(-1)!)
    const { page } = await reportOf(answer, about(language))
    for (const sentence of first) expect(unbound(page!)).toContain(`<p>${sentence}</p>`)
  })

  it('is Indonesian where that is asked for, and as wide as a terminal', async () => {
    const lines = printed(await answered, 'id')
    expect(lines.filter((line) => ENGLISH.test(line))).toEqual([])
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120)
    expect(lines.length).toBeGreaterThan(40)
  })
})

const about = (language: Language) => ({
  ...{ language, fingerprint: '', command: [], date: '2026-01-01', platform: '', runtime: '' },
})

describe('a scenario alone', () => {
  it.each(['en', 'id'] as const)('says first what the report says first: %s', async (language) => {
    const answer = await run(scenarios[0], { runs: 2, store })
    const { page } = await reportOf(answer, about(language))
    const lang = page!.split(`lang="${language}"`).at(-1)!
    const [, told] = /<div class="sentences">\n([\s\S]*?)\n<\/div>/.exec(lang)!
    const sentences = [...told.matchAll(/<p>(.*?)<\/p>/g)].map(([, sentence]) => sentence)
    expect(sentences).toHaveLength(3)
    const text = flat(printed(answer, language))
    for (const sentence of sentences) expect(text).toContain(unbound(sentence))
    if (language === 'id') expect(text).not.toMatch(ENGLISH)
  })
})

describe('where an answer is kept', () => {
  const kept = { output: 'out', written: true, drawn: true, runs: 'out/runs' }

  it('ends with the report and how it is opened, where there is one', async () => {
    const report = { file: 'out/report.html', command: 'open out/report.html' }
    const last = (language: Language) =>
      answered.then((answer) => keptLines(answer, { ...kept, report }, language).at(-1))
    expect(await last('en')).toBe('report: out/report.html (to open it: open out/report.html)')
    expect(await last('id')).toMatch(/^laporan: out\/report.html .*open out\/report.html/)
    expect(keptLines(await answered, kept, 'id').at(-1)).toBe('tersimpan di out')
  })
})

describe('rules and decisions', () => {
  it('have Indonesian names', () => {
    for (const { name } of DAY) expect(RULE_NAMES_ID, name).toHaveProperty([name])
    const decided = POPULATIONS.flatMap(({ columns }) => Object.values(columns))
      .filter(({ decision }) => decision === true)
      .map(({ label }) => label)
    expect(decided.length).toBeGreaterThan(20)
    for (const label of decided)
      expect(DECISIONS_ID, label).toHaveProperty([label.replace(/[,;:(].*$/, '').trim()])
  })
})
