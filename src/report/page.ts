/**
 * The report as one page that needs nothing else: text and tables in two languages, charts drawn already and
 * drawn anew, so that they answer the pointer, where scripts run.
 */
import { articleId, registerSourceId } from '../market/index.ts'
import { elsewhereTable, recoveryTable } from './aftermath-tables.ts'
import { answerOf } from './answer.ts'
import { budgetNotes, budgetText, budgetWords } from './budget.ts'
import { coverageTable } from './coverage.ts'
import { agentsCell, sizedTable } from './few.ts'
import { formatDate } from './format.ts'
import { changeCells, formatEffect, formatLevels, intervalCell, levelsOf } from './format-effect.ts'
import { escaped, list, table } from './html.ts'
import type { Language } from './input.ts'
import { labelsIn, windowName } from './name-words.ts'
import { combinationTable, switchingTables, winnersTable } from './outcome-tables.ts'
import { figuresIn, inBothLanguages, sectionIn } from './page-frame.ts'
import type { PageInput, PagePolicy, PageWindow } from './page-input.ts'
import { pageWords } from './page-words.ts'

export const reportPage = (input: PageInput): string =>
  inBothLanguages({ ...input, title: input.title[input.language] }, (language) =>
    body(input, language),
  )

function body(input: PageInput, language: Language): string {
  const say = pageWords[language]
  const labels = labelsIn(language, input.labels)
  const whole = sectionIn(language)
  const section = (id: string, head: string, content: string) =>
    content === '' ? '' : whole(id, head, content)
  const each = (tell: (policy: PagePolicy) => string) =>
    input.policies
      .map((policy) =>
        input.policies.length > 1
          ? `<h3>${escaped(policy.title[language])}</h3>\n${tell(policy)}`
          : tell(policy),
      )
      .join('\n')
  const alone = input.policies.length === 0
  const against = alone ? '' : `${escaped(say.against(input.baseline[language]))} · `
  return `<main lang="${language}">
<header>
<h1>${escaped(input.title[language])}</h1>
<p class="question">${escaped(input.question[language])}</p>
<p>${against}${escaped(say.facts.fingerprint)} ${escaped(input.repeat.fingerprint)}</p>
</header>
${section(
  'answer',
  say.heads.answer,
  alone
    ? levelsTables(input, language, labels)
    : each((policy) => answer(policy, language, labels)),
)}
${section(
  'sure',
  say.heads.sure,
  input.country ? each((policy) => sure(policy, language, labels)) : '',
)}
${section('charts', say.heads.charts, figuresIn(input.charts[language], language))}
${section(
  'tables',
  say.heads.tables,
  each((policy) => tables(policy, language, labels)),
)}
${section('together', say.heads.together, combinationTable(input.combinations, language, labels))}
${section(
  'changed',
  say.heads.changed,
  each((policy) => changed(policy, language)),
)}
${section(
  'proof',
  say.heads.proof,
  each((policy) => proof(policy, language)),
)}
${section('coverage', say.heads.coverage, input.country ? coverageTable(input.coverage, language) : '')}
${section('law', say.heads.law, input.country ? law(input, language) : '')}
${section('sources', say.heads.sources, input.country ? sources(language) : '')}
${section('limits', say.heads.limits, input.country ? list(say.limits) : '')}
${section('repeat', say.heads.repeat, repeat(input, language))}
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
  return {
    answer: answerOf(policy, language, labels),
    sure: sure(policy, language, labels),
    effects: effectsTables(policy, language, labels).join('\n'),
    winners: winnersTable(policy.winners, language, labels),
    switching: switchingTables(policy.flows, language, labels).join('\n'),
    after: [
      elsewhereTable(policy.elsewhere, language, labels),
      recoveryTable(policy.recovery, language),
    ].join('\n'),
    changed: changed(policy, language),
    proof: proof(policy, language),
  }
}

const answer = (policy: PagePolicy, language: Language, labels: PageInput['labels']): string =>
  answerOf(policy, language, labels)
    .map((sentence, at) => `<p${at === 0 ? ' class="window"' : ''}>${escaped(sentence)}</p>`)
    .join('\n')

/** A table an effect, with what it hangs on; or that nothing is known beyond chance. */
function sure({ budgets }: PagePolicy, language: Language, labels: PageInput['labels']): string {
  const say = budgetWords(language)
  if (budgets.length === 0) return `<p>${escaped(say.none)}</p>`
  const texts = budgets.map((budget) => budgetText(budget, language, labels))
  const tables = texts.map(
    ({ head, rows, sentences }) =>
      `${table(head, say.columns, rows)}<p>${escaped(sentences.join(' '))}</p>`,
  )
  const notes = budgetNotes(texts).map((note) => `<p>${escaped(note)}</p>`)
  return [`<p>${escaped(say.caption)}.</p>`, ...tables, ...notes].join('\n')
}

/** The name of a window with its first and last day. */
const dated = ({ window, from, to }: PageWindow, language: Language): string =>
  pageWords[language].windowOf(
    windowName(window, language),
    formatDate(from, language),
    formatDate(to, language),
  )

/** Of a scenario alone: its headline levels, a table a window. */
function levelsTables(
  { levels }: PageInput,
  language: Language,
  labels: PageInput['labels'],
): string {
  const say = pageWords[language]
  return levels
    .map((told) =>
      sizedTable(
        say.levels(dated(told, language)),
        say.levelHead,
        formatLevels(told.levels, language, labels).map(
          ({ measure, group, unit, policy, interval }, at) => [
            told.levels[at].group === 'all' ? measure : `${measure}: ${group}`,
            unit,
            agentsCell(told.levels[at], language),
            policy,
            intervalCell(told.levels[at], interval, language),
          ],
        ),
        told.levels,
        language,
      ),
    )
    .join('\n')
}

/** A table a window. */
function effectsTables(
  policy: PagePolicy,
  language: Language,
  labels: PageInput['labels'],
): string[] {
  const say = pageWords[language]
  return [policy.main, ...policy.others]
    .filter((told) => told.effects.length > 0)
    .map((told) =>
      sizedTable(
        say.effects(dated(told, language)),
        say.effectHead,
        told.effects.map((effect) => {
          const text = formatEffect(effect, language, labels, levelsOf(told.effects))
          const name = effect.group === 'all' ? text.measure : `${text.measure}: ${text.group}`
          const { unit, baseline, policy: under } = text
          const agents = agentsCell(effect, language)
          return [name, unit, agents, baseline, under, ...changeCells(effect, text, language)]
        }),
        told.effects,
        language,
      ),
    )
}

function tables(policy: PagePolicy, language: Language, labels: PageInput['labels']): string {
  return [
    ...effectsTables(policy, language, labels),
    winnersTable(policy.winners, language, labels),
    ...switchingTables(policy.flows, language, labels),
    elsewhereTable(policy.elsewhere, language, labels),
    recoveryTable(policy.recovery, language),
  ].join('\n')
}

function changed(policy: PagePolicy, language: Language): string {
  const differences = policy.differences[language]
  const say = pageWords[language]
  if (differences.length === 0) return `<p>${escaped(say.nothingDiffers)}</p>`
  return `${list(differences)}<p>${escaped(say.changedIntro)}</p>`
}

function proof(policy: PagePolicy, language: Language): string {
  const warnings = (policy.warnings?.[language] ?? []).map(
    (warning) => `<p><strong>${escaped(warning)}</strong></p>`,
  )
  return [...warnings, proved(policy, language)].join('\n')
}

function proved({ proof: found }: PagePolicy, language: Language): string {
  const say = pageWords[language]
  if (found === undefined || found.days === 0) return `<p>${escaped(say.noProof)}</p>`
  const until = formatDate(found.until, language)
  if (!found.equal) return `<p>${escaped(say.proofBroken(until))}</p>`
  const { first } = found
  const told = first
    ? say.first(
        formatDate(first.date, language),
        first.rule,
        `${first.column}, ${first.agent}`,
        first.baseline,
        first.policy,
      )
    : ''
  return `<p>${escaped(say.proofText(found.days, until))}</p><p>${escaped(told)}</p>`
}

function law({ register }: PageInput, language: Language): string {
  const say = pageWords[language]
  return table(
    say.lawCaption,
    say.lawHead,
    register.map((entry) => [
      `${entry.regulation}, ${language === 'id' ? articleId(entry.article) : entry.article}`,
      language === 'id' ? entry.saysId : entry.says,
      entry.moves.join(', '),
      language === 'id' ? entry.assumptionId : entry.assumption,
      say.grades[entry.confidence] ?? entry.confidence,
      language === 'id' ? registerSourceId(entry.source) : entry.source,
    ]),
    false,
  )
}

function sources(language: Language): string {
  const { sourcesCaption, sourcesHead, sources: told } = pageWords[language]
  const rows = told.map(({ what, said, used }) => [what, said, used])
  return table(sourcesCaption, sourcesHead, rows, false)
}

function repeat({ repeat: study }: PageInput, language: Language): string {
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
    `<p>${escaped(say.verify)}</p>`,
    `<details><summary>${escaped(say.statesCaption)}</summary>${table(say.statesCaption, say.statesHead, states, false)}</details>`,
  ].join('\n')
}
