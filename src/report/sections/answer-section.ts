/** One screen that answers: three sentences and one picture; of many policies a small picture each, and a table of all. */
import { DAYS_A_WEEK } from '../../engine/index.ts'
import { type Effect, isFew, unchanged } from '../../study/index.ts'
import { answerParts } from '../answer.ts'
import type { Course } from '../figures/course.ts'
import { timePlot } from '../figures/time-plot.ts'
import { changeCells, formatEffect } from '../format-effect.ts'
import { escaped, folded, paragraphs, stacked, withRange } from '../html.ts'
import { windowName } from '../name-words.ts'
import type { PagePolicy } from '../page-input.ts'
import { inSentence } from '../page-words.ts'
import { readingWords } from '../reading-words.ts'
import { nameOf } from '../words.ts'
import { policyAnchor, type Sheet } from './sheet.ts'

/** Measures that the table of all policies tells. */
const TOLD = 4

/** How a picture of differences is read. */
export function readingOf(course: Course, window: string, sheet: Sheet): string {
  const say = readingWords[sheet.language]
  const shaded = course.window === undefined ? '' : say.shaded(windowName(window, sheet.language))
  return [say.readDifference(course.runs, course.single.length > 0), shaded].join(' ').trim()
}

const titleOf = ({ measure, group }: Effect, { language, labels }: Sheet): string => {
  const say = readingWords[language]
  const name = inSentence(nameOf(measure, language, labels))
  return group === 'all'
    ? say.effectOver(name)
    : say.effectOn(name, inSentence(nameOf(group, language, labels)))
}

/** Days after the worlds part that the first picture shows at least. */
const SHOWN = 26 * DAYS_A_WEEK

/** From a little before the worlds part to well past the main window: the whole course stands further down. */
function nearOf({ window, span: [from, to] }: Course): readonly [number, number] {
  const [begins, ends] = window ?? [from, from]
  return [from, Math.min(to, Math.max(begins + SHOWN, ends + (ends - begins) / 2))]
}

/** The paired difference of what the first sentence is about. */
function picture(
  policy: PagePolicy,
  subject: Effect | undefined,
  sheet: Sheet,
  size: 'large' | 'small',
) {
  const course = sheet.input.courses?.[policy.name]
  if (subject === undefined || course === undefined) return ''
  const span = size === 'large' ? { span: nearOf(course) } : {}
  const reading = size === 'large' ? { reading: readingOf(course, policy.main.window, sheet) } : {}
  return timePlot(
    {
      course,
      row: subject,
      title: titleOf(subject, sheet),
      size,
      signed: true,
      ...reading,
      ...span,
    },
    sheet.language,
    sheet.shapes,
  )
}

function one(policy: PagePolicy, sheet: Sheet): string {
  const { language, labels } = sheet
  const { opening, intervals, first, further, subject } = answerParts(policy, language, labels)
  const drawn = picture(policy, subject, sheet, 'large')
  return `${paragraphs([opening], 'window')}
<div class="first">
<div class="sentences">
${paragraphs(first)}
</div>
${drawn}
</div>
${paragraphs([intervals], 'note')}
${folded(readingWords[language].further, paragraphs(further))}`
}

function card(policy: PagePolicy, sheet: Sheet): string {
  const { language, labels } = sheet
  const { first, further, subject, opening } = answerParts(policy, language, labels)
  const [head = '', ...rest] = first
  const more = folded(readingWords[language].further, paragraphs([opening, ...rest, ...further]))
  return `<article id="${policyAnchor(policy.name, language)}">
<h3>${escaped(policy.title[language])}</h3>
${paragraphs([head])}
${picture(policy, subject, sheet, 'small')}
${more}
</article>`
}

/** The measures of the whole market that every policy is told by, in the order of the tables. */
function commonRows(policies: readonly PagePolicy[]): Pick<Effect, 'measure' | 'group'>[] {
  const [first, ...others] = policies.map(({ main }) => main.effects)
  const has = (effects: readonly Effect[], { measure, group }: Effect) =>
    effects.some((one) => one.measure === measure && one.group === group)
  return first
    .filter((effect) => effect.group === 'all' && others.every((effects) => has(effects, effect)))
    .slice(0, TOLD)
}

function overview({ input: { policies }, language, labels }: Sheet): string {
  const say = readingWords[language]
  const common = commonRows(policies)
  const heads = common.map(({ measure, group }) => {
    const effect = policies[0].main.effects.find(
      (row) => row.measure === measure && row.group === group,
    )!
    const { unit } = formatEffect(effect, language, labels)
    return { head: `${nameOf(measure, language, labels)} (${unit})`, look: 'number' as const }
  })
  const rows = policies.map(({ name, title, main }) => [
    { html: `<a href="#${policyAnchor(name, language)}">${escaped(title[language])}</a>` },
    ...common.map(({ measure, group }) => {
      const effect = main.effects.find((row) => row.measure === measure && row.group === group)!
      const [difference, interval] = changeCells(
        effect,
        formatEffect(effect, language, labels),
        language,
      )
      return withRange(difference, unchanged(effect) && !isFew(effect) ? '' : interval)
    }),
  ])
  return stacked(say.overview, [{ head: say.policy }, ...heads], rows)
}

/** The answer of a comparison. */
export function answerSection(sheet: Sheet): string {
  const { policies, courses } = sheet.input
  if (policies.length === 1) return one(policies[0], sheet)
  const { language, labels } = sheet
  const say = readingWords[language]
  const course = policies.map(({ name }) => courses?.[name]).find((one) => one !== undefined)
  const reading =
    course === undefined ? '' : say.readDifference(course.runs, course.single.length > 0)
  const { intervals } = answerParts(policies[0], language, labels)
  return `${paragraphs([say.everyPolicy])}
${overview(sheet)}
${paragraphs([reading, intervals], 'note')}
<div class="cards">
${policies.map((policy) => card(policy, sheet)).join('\n')}
</div>`
}
