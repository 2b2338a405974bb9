/** Who gains and who loses: kinds in percent and in rupiah with those who lose and gain much, then groups in full. */
import { type GroupOutcome, inShares, isFew } from '../../study/index.ts'
import { fewNotes } from '../few.ts'
import { barOf, reachOf } from '../figures/bars.ts'
import { formatPercent, NOTHING } from '../format.ts'
import { folded, paragraphs, stacked, withRange } from '../html.ts'
import { formatIncome, incomeChange, isIncomplete, rupiahChange } from '../income-change.ts'
import { winnersTable } from '../outcome-tables.ts'
import type { PagePolicy } from '../page-input.ts'
import { pageWords } from '../page-words.ts'
import { readingWords } from '../reading-words.ts'
import { formatCount } from '../units.ts'
import { nameOf } from '../words.ts'
import { eachPolicy, type Sheet } from './sheet.ts'

const sizeOf = ({ income: { difference, baseline } }: GroupOutcome): number =>
  difference / Math.abs(baseline)

/** From the largest gain to the largest loss; those whose income is none of either stand last. */
const sorted = (outcomes: readonly GroupOutcome[]): GroupOutcome[] =>
  [...outcomes].sort(
    (one, other) =>
      Number(isIncomplete(one)) - Number(isIncomplete(other)) || sizeOf(other) - sizeOf(one),
  )

const barFor = (outcome: GroupOutcome) => {
  const { income } = outcome
  const percent = (value: number) => (100 * value) / Math.abs(income.baseline)
  const isShown = inShares(income) && !isIncomplete(outcome)
  return {
    value: isShown ? percent(income.difference) : Number.NaN,
    low: percent(income.low),
    high: percent(income.high),
  }
}

function cellsOf(
  outcome: GroupOutcome,
  reach: readonly [number, number],
  { language, labels }: Sheet,
) {
  const say = pageWords[language]
  const { kind, income, losing, gaining, members } = outcome
  const few = isFew(outcome)
  const { change, low, high, same } = incomeChange(outcome, language)
  const money = rupiahChange(outcome, language)
  const range = (from: string, to: string) => (from === NOTHING ? '' : `${from} … ${to}`)
  const share = (value: number) =>
    few || isIncomplete(outcome) || !Number.isFinite(value)
      ? NOTHING
      : formatPercent(100 * value, language).replace('+', '')
  const asPercent = same || inShares(income)
  return [
    say.kinds[kind] ?? nameOf(kind, language, labels),
    { html: barOf(barFor(outcome), reach) },
    few
      ? withRange(asPercent ? change : NOTHING, say.few)
      : withRange(asPercent ? change : NOTHING, asPercent && !same ? range(low, high) : ''),
    same ? say.unchanged : withRange(money.change, few ? '' : range(money.low, money.high)),
    share(losing.mean),
    share(gaining.mean),
    formatIncome(income.baseline, language),
    members === 1 ? readingWords[language].whole : formatCount(members, language),
  ]
}

function kindsTable(kinds: readonly GroupOutcome[], sheet: Sheet): string {
  const say = readingWords[sheet.language]
  const { group, percent, rupiah, losing, gaining, members } = say.gainsHead
  const reach = reachOf(kinds.map(barFor))
  return stacked(
    say.gains,
    [
      { head: group },
      { head: '', look: 'picture' },
      { head: percent, look: 'number' },
      { head: rupiah, look: 'number' },
      { head: losing, look: 'number' },
      { head: gaining, look: 'number' },
      { head: pageWords[sheet.language].winnersHead[3], look: 'number', isMinor: true },
      { head: members, look: 'number', isMinor: true },
    ],
    kinds.map((outcome) => cellsOf(outcome, reach, sheet)),
    kinds.map((kind) => (isFew(kind) ? 'few' : undefined)),
  )
}

/** Groups whose change can be told from chance, each grouping from gain to loss. */
function clearOnes(winners: readonly GroupOutcome[]): GroupOutcome[] {
  const clear = winners.filter(
    ({ by, income: { low, high } }) => by !== 'kind' && (low > 0 || high < 0),
  )
  const groupings = [...new Set(clear.map(({ by }) => by))]
  return groupings.flatMap((by) => sorted(clear.filter((one) => one.by === by)))
}

function ofPolicy({ winners }: PagePolicy, sheet: Sheet): string {
  if (winners.length === 0) return ''
  const { language, labels } = sheet
  const say = readingWords[language]
  const kinds = sorted(winners.filter(({ by }) => by === 'kind'))
  const clear = clearOnes(winners)
  const rest = winners.length - kinds.length - clear.length
  const incomplete = kinds.some(isIncomplete) ? [pageWords[language].platformNote] : []
  const long =
    clear.length === 0
      ? ''
      : folded(say.gainsLong(clear.length), winnersTable(clear, language, labels))
  return [
    kindsTable(kinds, sheet),
    paragraphs([say.gainsNote, ...fewNotes(kinds, language), ...incomplete], 'note'),
    long,
    rest === 0 ? '' : paragraphs([say.gainsRest(rest)], 'note'),
  ].join('\n')
}

export const gainsSection = (sheet: Sheet): string =>
  sheet.input.policies.every(({ winners }) => winners.length === 0)
    ? ''
    : eachPolicy(sheet, (policy) => ofPolicy(policy, sheet))
