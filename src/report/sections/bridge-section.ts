/** Where sales went: of each venue that lost them a row a destination, or the venues where sales change. */
import { knownMeasures } from '../../market/index.ts'
import { type Effect, type Flow, unchanged } from '../../study/index.ts'
import { afterTables } from '../aftermath-tables.ts'
import { type Bridge, bridges } from '../bridge.ts'
import { barOf, reachOf } from '../figures/bars.ts'
import { fixed, formatPercent, NOTHING } from '../format.ts'
import { formatEffect, levelsOf } from '../format-effect.ts'
import { folded, paragraphs, stacked, withRange } from '../html.ts'
import { switchingTables } from '../outcome-tables.ts'
import type { PagePolicy } from '../page-input.ts'
import { pageWords } from '../page-words.ts'
import { readingWords } from '../reading-words.ts'
import { formatValue } from '../units.ts'
import { nameOf } from '../words.ts'
import { eachPolicy, type Sheet } from './sheet.ts'

/** mRp as Rp bn. */
const BILLION = 1000

/** No venue takes what is not bought. */
const isOutside = (to: string): boolean => to === 'saved' || to === 'lost'

const isNought = (text: string): boolean => !/[1-9]/.test(text)

function bridgeTable(
  { venue, left, buyers, sellers }: Bridge,
  { language, labels }: Sheet,
): string {
  const say = readingWords[language]
  const { destinations } = pageWords[language]
  const billions = (value: number) => fixed(value / BILLION, 1, language)
  const percent = (value: number) => formatPercent(100 * value, language).replace('+', '')
  const barFor = ({ value: { mean, low, high } }: Flow) => ({ value: mean, low, high })
  const told = buyers.filter(
    ({ value: { mean, low, high } }) => ![mean, low, high].map(billions).every(isNought),
  )
  const reach = reachOf(told.map(barFor))
  const between = (low: number, high: number, print: (value: number) => string) =>
    Number.isFinite(low) ? `${print(low)} … ${print(high)}` : ''
  const recovered = (to: string) => sellers.find((flow) => flow.to === to)?.diversion?.mean
  const rows = told.map((flow) => {
    const { to, value, diversion } = flow
    const { mean, low, high } = diversion!
    const back = to === 'lost' ? undefined : recovered(to)
    return [
      destinations[to] ?? nameOf(to, language, labels),
      { html: barOf(barFor(flow), reach, isOutside(to) ? 'outside' : undefined) },
      withRange(billions(value.mean), between(value.low, value.high, billions)),
      withRange(
        percent(mean),
        low <= 0 && high >= 1 ? say.notDetectable : between(low, high, percent),
      ),
      back === undefined ? NOTHING : percent(back),
    ]
  })
  const { destination, amount, share, sellers: own } = say.bridgeHead
  return stacked(
    say.left(formatValue(left, 'mRp/week', language), nameOf(venue, language, labels)),
    [
      { head: destination },
      { head: '', look: 'picture' },
      { head: amount, look: 'number' },
      { head: share, look: 'number' },
      { head: own, look: 'number', isMinor: true },
    ],
    rows,
  )
}

/** Where a policy takes no sales from a venue: venues whose sales change by more than chance, and the whole. */
function venuesTable({ main }: PagePolicy, { language, labels }: Sheet): string {
  const say = readingWords[language]
  const moved = knownMeasures().find((measure) => measure.moved !== undefined)?.name
  const sales = main.effects.filter(({ measure }) => measure === moved)
  if (sales.length === 0) return ''
  const clear = ({ low, high }: Effect) => low > 0 || high < 0
  const [total, parts] = [true, false].map((whole) =>
    sales.filter(({ group }) => (group === 'all') === whole),
  )
  const told = parts.filter((effect) => clear(effect) && !unchanged(effect))
  if (told.length === 0) return paragraphs([say.noVenue])
  const rows = [...told.sort((a, b) => b.difference - a.difference), ...total]
  const levels = levelsOf(sales)
  const barFor = ({ difference, low, high }: Effect) => ({ value: difference, low, high })
  const reach = reachOf(rows.map(barFor))
  const { venue, change, percent } = say.venuesHead
  return stacked(
    say.venues,
    [
      { head: venue },
      { head: '', look: 'picture' },
      { head: change, look: 'number' },
      { head: percent, look: 'number' },
    ],
    rows.map((effect) => {
      const text = formatEffect(effect, language, labels, levels)
      return [
        text.group,
        { html: barOf(barFor(effect), reach) },
        withRange(text.difference, text.interval),
        text.percent,
      ]
    }),
  )
}

function ofPolicy(policy: PagePolicy, sheet: Sheet): string {
  const { language, labels } = sheet
  const say = readingWords[language]
  const gone = bridges(policy.flows, [...new Set(policy.flows.map(({ from }) => from))])
  const told =
    gone.length === 0
      ? [venuesTable(policy, sheet)]
      : [...gone.map((bridge) => bridgeTable(bridge, sheet)), paragraphs([say.bridgeNote], 'note')]
  return [
    ...told,
    folded(say.flowsLong, switchingTables(policy.flows, language, labels).join('\n')),
    folded(say.aftermath, afterTables(policy, language, labels)),
  ].join('\n')
}

export const bridgeSection = (sheet: Sheet): string =>
  eachPolicy(sheet, (policy) => ofPolicy(policy, sheet))
