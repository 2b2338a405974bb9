/** What differs and the proof, the country, the law, conflicting sources, and how to repeat it. */
import { articleId, type RegisterEntry, registerSourceId } from '../../market/index.ts'
import { coverageRows } from '../coverage.ts'
import { formatDate } from '../format.ts'
import { escaped, folded, list, paragraphs, stacked, table } from '../html.ts'
import type { PagePolicy } from '../page-input.ts'
import { pageWords } from '../page-words.ts'
import { partingText } from '../parting.ts'
import { readingWords } from '../reading-words.ts'
import { cited } from '../references.ts'
import { eachPolicy, type Sheet } from './sheet.ts'

/** Differences that are told at once. */
const TOLD = 12

export function changed(policy: PagePolicy, language: Sheet['language']): string {
  const differences = policy.differences[language]
  const say = pageWords[language]
  if (differences.length === 0) return paragraphs([say.nothingDiffers])
  const more = folded(
    readingWords[language].inputs(differences.length),
    differences.length > TOLD ? list(differences) : '',
  )
  return `${list(differences.slice(0, TOLD))}${more}${paragraphs([say.changedIntro])}`
}

export function proof(
  policy: PagePolicy,
  { language, labels }: Pick<Sheet, 'language' | 'labels'>,
): string {
  const warnings = (policy.warnings?.[language] ?? []).map(
    (warning) => `<p><strong>${escaped(warning)}</strong></p>`,
  )
  return [...warnings, proved(policy, { language, labels })].join('\n')
}

function proved(
  { proof: found }: PagePolicy,
  { language, labels }: Pick<Sheet, 'language' | 'labels'>,
): string {
  const say = pageWords[language]
  if (found === undefined || found.days === 0) return paragraphs([say.noProof])
  const until = formatDate(found.until, language)
  if (!found.equal) return paragraphs([say.proofBroken(until)])
  const { first } = found
  const proved = paragraphs([say.proofText(found.days, until)])
  if (first === undefined) return proved
  const told = say.first(...partingText(first, language, labels))
  return `${proved}${paragraphs([told])}`
}

export const changedSection = (sheet: Sheet): string =>
  eachPolicy(sheet, (policy) => changed(policy, sheet.language))

export const proofSection = (sheet: Sheet): string =>
  eachPolicy(sheet, (policy) => proof(policy, sheet))

export function coverageSection({ input, language }: Sheet): string {
  const say = pageWords[language]
  if (input.coverage.length === 0) return paragraphs([say.noCoverage])
  const [quantity, unit, modelled, national, ratio, source] = say.coverageHead
  const rows = coverageRows(input.coverage, language).map((cells) =>
    cells.map((cell, at) => (at === 5 ? { html: cited(cell, language) } : cell)),
  )
  const columns = [
    ...[{ head: quantity }, { head: unit }, { head: modelled, look: 'number' as const }],
    { head: national, look: 'number' as const },
    ...[{ head: ratio, look: 'number' as const }, { head: source }],
  ]
  return `${stacked(say.coverage, columns, rows)}\n${paragraphs([say.coverageNote], 'note')}`
}

function provision(entry: RegisterEntry, language: Sheet['language']): string {
  const say = readingWords[language]
  const words = pageWords[language]
  const isIndonesian = language === 'id'
  const article = isIndonesian ? articleId(entry.article) : entry.article
  const source = isIndonesian ? registerSourceId(entry.source) : entry.source
  const grade = words.grades[entry.confidence] ?? entry.confidence
  const [, , , , confidence, sourceHead] = words.lawHead
  return `<article class="provision"><h3>${escaped(`${entry.regulation}, ${article}`)}</h3>
<p>${escaped(isIndonesian ? entry.saysId : entry.says)}</p>
<p><b>${say.assumes}:</b> ${escaped(isIndonesian ? entry.assumptionId : entry.assumption)}</p>
<p class="note"><b>${say.moves}:</b> ${escaped(entry.moves.join(', '))} · <b>${escaped(confidence)}:</b> ${escaped(grade)} · <b>${escaped(sourceHead)}:</b> ${cited(source, language)}</p></article>`
}

export function lawSection({ input: { register }, language }: Sheet): string {
  if (register.length === 0) return ''
  const say = pageWords[language]
  const all = register.map((entry) => provision(entry, language)).join('\n')
  return `${paragraphs([`${say.lawCaption}.`])}\n${folded(readingWords[language].lawFold(register.length), all)}`
}

export function sourcesSection({ language }: Sheet): string {
  const { sourcesCaption, sourcesHead, sources: told } = pageWords[language]
  const rows = told.map(({ what, said, used }) =>
    [what, said, used].map((text) => ({ html: cited(text, language) })),
  )
  const columns = sourcesHead.map((head) => ({ head }))
  return folded(sourcesCaption, stacked('', columns, rows))
}

export function repeatSection({ input: { repeat: study }, language }: Sheet): string {
  const say = pageWords[language]
  const facts = ['program', 'node', 'date', 'command', 'seed', 'runs', 'fingerprint'] as const
  const rows = facts.map((name) => [
    say.facts[name],
    name === 'date' ? formatDate(study.date, language) : String(study[name]),
  ])
  const states = study.states.map(({ scenario, run, seed, stateHash }) => [
    scenario,
    String(run),
    seed,
    stateHash,
  ])
  return [
    table(say.repeatCaption, say.repeatHead, rows, false),
    paragraphs([say.verify]),
    folded(say.statesCaption, table('', say.statesHead, states, false)),
  ].join('\n')
}
