/** The table of docs/seeds.md: every row of the articles with its answers. */
import { formatEffect, formatValue } from '../../src/report/index.ts'
import type { Answers, Found, FoundLevel, FoundTarget } from './found.ts'
import { ROWS } from './questions.ts'

/** Names of two words that are names. */
const LABELS = {
  'other-java': 'Other Java',
  'outside-java': 'Outside Java',
  'tanah-abang': 'Tanah Abang',
  'tiktok-shop': 'TikTok Shop',
}

function effectText(effect: Found): string {
  const text = formatEffect(effect, 'en', LABELS)
  const against =
    effect.against === undefined || effect.against === 'indonesia-2023'
      ? ''
      : ` against ${effect.against}`
  const where = `${effect.scenario}${against}, ${effect.window}`
  // Whether imports remain cheaper is a level, and not a change.
  if (effect.measure === 'import price gap')
    return `${where}: imports are cheaper by **${text.policy}** percent, ${text.baseline} without it`
  const unit = effect.unit === 'share' ? 'percentage points' : text.unit
  const of = effect.group === 'all' ? '' : `, ${text.group}`
  const percent = text.percent === '–' ? '' : `, ${text.percent}`
  return `${where}: ${text.measure}${of} **${text.difference}** ${unit} (${text.interval}${percent})`
}

function levelText({ scenario, measure, group, unit, mean, low, high }: FoundLevel): string {
  const shown = (value: number) => formatValue(value, unit, 'en')
  return `${scenario}: ${measure}, ${group} **${shown(mean)}** (${shown(low)} … ${shown(high)})`
}

function targetText({ what, unit, mean, low, high }: FoundTarget): string {
  const times = unit === 'ratio' ? 'times' : unit
  return `indonesia-2023: ${what} **${mean.toFixed(2)}** ${times} (${low.toFixed(2)} … ${high.toFixed(2)})`
}

const MARKS = ['<!-- answers -->', '<!-- end of answers -->'] as const

/** The page with its table as these answers have it. */
export function withTable(page: string, answers: Answers): string {
  const lines = answers.rows.map(({ row, effects, levels, targets }) => {
    const { asks } = ROWS.find((one) => one.row === row)!
    const texts = [...effects.map(effectText), ...levels.map(levelText), ...targets.map(targetText)]
    return `| ${row} | ${asks} | ${texts.join('<br>')} |`
  })
  const [before, rest] = page.split(MARKS[0])
  const after = rest.split(MARKS[1])[1]
  const table = ['', '| Row | Asks | Answer |', '|---|---|---|', ...lines, ''].join('\n')
  return `${before}${MARKS[0]}\n${table}\n${MARKS[1]}${after}`
}
