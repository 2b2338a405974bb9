/**
 * The report as one page that needs nothing else: one screen that answers, then where sales went, who gains and loses, how
 * sure it is, and what it stands on; in two languages, at any width, and on paper.
 */
import { afterTables } from './aftermath-tables.ts'
import { answerOf } from './answer.ts'
import { budgetWords } from './budget.ts'
import { createShapes } from './figures/shapes.ts'
import { escaped, list, paragraphs } from './html.ts'
import { LANGUAGES, type Language } from './input.ts'
import { labelsIn } from './name-words.ts'
import { combinationTable, switchingTables, winnersTable } from './outcome-tables.ts'
import { inBothLanguages, sectionIn } from './page-frame.ts'
import type { PageInput, PagePolicy } from './page-input.ts'
import { pageWords } from './page-words.ts'
import { readingWords } from './reading-words.ts'
import { footnotes } from './references.ts'
import { answerSection } from './sections/answer-section.ts'
import { bridgeSection } from './sections/bridge-section.ts'
import { effectsSection, effectsTable, windowsOf } from './sections/effects-section.ts'
import { gainsSection } from './sections/gains-section.ts'
import { levelsAnswer, levelsSection } from './sections/levels-section.ts'
import * as record from './sections/record-section.ts'
import type { Sheet } from './sections/sheet.ts'
import { budgetsInFull, sureSection } from './sections/sure-section.ts'
import { words } from './words.ts'

export function reportPage(input: PageInput): string {
  const shapes = createShapes()
  const sheets = LANGUAGES.map((language): Sheet => {
    const labels = labelsIn(language, input.labels)
    return { input, language, labels, shapes }
  })
  const bodies = new Map(sheets.map((sheet) => [sheet.language, body(sheet)]))
  const title = input.title[input.language]
  return inBothLanguages(
    { language: input.language, title, shapes: shapes.written() },
    (language) => bodies.get(language)!,
  )
}

/** A part of the page: its name in addresses, its head, and what it holds; left out where that is nothing. */
type Part = readonly [id: string, head: string, content: string]

/** What is told of policies, in the order in which it is read. */
function told(sheet: Sheet): Part[] {
  const { input, language, labels } = sheet
  const { heads } = pageWords[language]
  const say = readingWords[language]
  if (input.policies.length === 0)
    return [
      ['answer', heads.answer, levelsAnswer(sheet)],
      ['levels', say.heads.levels, levelsSection(sheet)],
    ]
  return [
    ['answer', heads.answer, answerSection(sheet)],
    ['bridge', say.heads.bridge, input.country ? bridgeSection(sheet) : ''],
    ['people', say.heads.people, gainsSection(sheet)],
    ['sure', heads.sure, input.country ? sureSection(sheet) : ''],
    ['together', heads.together, combinationTable(input.combinations, language, labels)],
    ['tables', say.heads.effects, effectsSection(sheet)],
    ['changed', heads.changed, record.changedSection(sheet)],
    ['proof', heads.proof, record.proofSection(sheet)],
  ]
}

function partsOf(sheet: Sheet): Part[] {
  const { input, language } = sheet
  const { heads, limits } = pageWords[language]
  const country: Part[] = input.country
    ? [
        ['coverage', heads.coverage, record.coverageSection(sheet)],
        ['law', heads.law, record.lawSection(sheet)],
        ['sources', heads.sources, record.sourcesSection(sheet)],
        ['limits', heads.limits, list(limits)],
      ]
    : []
  const parts: Part[] = [...told(sheet), ...country]
  const notes = footnotes(parts.map(([, , content]) => content).join(''), language)
  const say = readingWords[language]
  const references = notes === '' ? '' : `${notes}\n${paragraphs([say.referencesNote], 'note')}`
  return [
    ...parts,
    ['repeat', heads.repeat, record.repeatSection(sheet)] as const,
    ['references', say.heads.references, references] as const,
  ].filter(([, , content]) => content.trim() !== '')
}

function body(sheet: Sheet): string {
  const { input, language } = sheet
  const say = pageWords[language]
  const section = sectionIn(language)
  const parts = partsOf(sheet)
  const links = parts.map(([id, head]) => `<a href="#${language}-${id}">${escaped(head)}</a>`)
  const against =
    input.policies.length === 0 ? '' : `${escaped(say.against(input.baseline[language]))} · `
  const counted = input.policies.length === 0 ? words[language] : readingWords[language]
  const runs = counted.runs(input.repeat.runs)
  return `<main lang="${language}">
<header>
<h1>${escaped(input.title[language])}</h1>
${paragraphs([input.question[language]], 'question')}
<p class="note">${against}${escaped(runs)} · ${escaped(say.facts.fingerprint)} ${escaped(input.repeat.fingerprint)}</p>
</header>
${section(...parts[0])}
<nav class="contents" aria-label="${escaped(readingWords[language].contents)}">${links.join(' ')}</nav>
${parts
  .slice(1)
  .map((part) => section(...part))
  .join('\n')}
<footer><p>${escaped(say.footer)}</p></footer>
</main>`
}

/** The parts of a page that tell of one policy, as HTML, for a page of another make. */
export interface PolicyParts {
  /** Its window, then its sentences. */
  readonly answer: readonly string[]
  readonly sure: string
  /** Effects, window by window; the main one first. */
  readonly effects: string
  readonly winners: string
  readonly switching: string
  readonly after: string
  readonly changed: string
  readonly proof: string
}

export function policyParts(
  policy: PagePolicy,
  language: Language,
  names: PageInput['labels'],
): PolicyParts {
  const labels = labelsIn(language, names)
  const say = budgetWords(language)
  return {
    answer: answerOf(policy, language, labels),
    sure:
      policy.budgets.length === 0
        ? paragraphs([say.none])
        : `${paragraphs([`${say.caption}.`])}\n${budgetsInFull(policy.budgets, language, labels)}`,
    effects: windowsOf(policy)
      .map((one) => `<div class="wide">${effectsTable(one, language, labels)}</div>`)
      .join('\n'),
    winners: winnersTable(policy.winners, language, labels),
    switching: switchingTables(policy.flows, language, labels).join('\n'),
    after: afterTables(policy, language, labels),
    changed: record.changed(policy, language),
    proof: record.proof(policy, { language, labels }),
  }
}
