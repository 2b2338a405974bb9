/** A sentence that says what is seen, while it happens. */
import { useComputed } from '@preact/signals'
import { DAYS_A_WEEK } from '../../engine/index.ts'
import { formatDate, formatPercent, formatValue, nameOf, windowName } from '../../report/index.ts'
import { isFaulty } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { mainWindow } from '../state/pair.ts'
import { cellOf, meanOver, type Series } from '../state/series.ts'
import { sharp } from '../state/sharp.ts'
import { came, type Shown, shown } from '../state/theatre.ts'
import { labWords } from '../words.ts'
import { dateIn, measureOf, venuesOf } from './drawing.ts'
import { labels } from './picture.tsx'

/** Weeks at the beginning in which the market finds its feet. */
const SETTLING = 26
/** Weeks over which a change is told. */
const OVER = 4

export function Seen() {
  const sentence = useComputed(() => {
    came.value
    const now = shown.value
    return now?.baseline === undefined ? '' : sentenceOf(now)
  })
  return <p class={isFaulty.value ? 'seen stale' : 'seen'}>{sentence}</p>
}

const mean = (series: Series, measure: string, venue: string | undefined, to: number): number =>
  meanOver(
    series,
    cellOf(series, measure, venue === undefined ? {} : { venue }),
    Math.max(series.start, to - OVER * DAYS_A_WEEK),
    to,
  )

function sentenceOf(now: Shown): string {
  const { pair, policy, fork } = now
  const baseline = now.baseline!
  const one = language.value
  const say = labWords[one]
  const end = policy === undefined ? baseline.end : Math.min(policy.end, baseline.end)
  const date = formatDate(dateIn(pair, Math.max(0, end - 1)), one)
  const [venue] = venuesOf(now, 1)
  if (end < SETTLING * DAYS_A_WEEK) return say.settling(date)
  if (policy === undefined || end <= fork + 1) {
    const sales = formatValue(mean(baseline, 'sales', venue, end), 'mRp/day', one)
    return say.oneMarket(date, nameOf(venue, one, labels()), sales)
  }
  const main = mainWindow(pair)
  if (main === undefined || end < main.to)
    return `${date}. ${told(now, end - OVER * DAYS_A_WEEK, end)}.`
  const window = windowName(main.name, one)
  const pairs = sharp.value?.pairs.length ?? 1
  return `${say.inWindow(window, pairs)} ${told(now, main.from, Math.min(main.to, end))}.`
}

/** Of one pair of worlds. */
const changeOf = ([pair]: readonly (readonly [number, number])[]) => ({
  mean: pair === undefined ? Number.NaN : (100 * (pair[1] - pair[0])) / pair[0],
  low: Number.NaN,
  high: Number.NaN,
})

/** How sales at the venues that are drawn differ over days, with an interval where there are several pairs of worlds. */
function told(now: Shown, first: number, to: number): string {
  const one = language.value
  const say = labWords[one]
  const shownPair = [now.baseline!, now.policy!] as const
  const from = Math.max(now.fork, shownPair[1].start, first)
  const meansOf = ([before, after]: readonly [Series, Series], venue: string) => {
    const [without, under] = [before, after].map((series) =>
      meanOver(series, cellOf(series, 'sales', { venue }), from, to),
    )
    return [without, under] as const
  }
  const { pairs, change } = sharp.value ?? { pairs: [shownPair], change: changeOf }
  const sales = venuesOf(now, 3).flatMap((venue) => {
    const values = pairs.map((pair) => meansOf(pair, venue))
    const { mean, low, high } = change(values.filter(([without]) => without > 0))
    if (!Number.isFinite(mean)) return []
    const print = (value: number) => formatPercent(value, one, high - low)
    const range =
      !(high > low) || print(high) === print(low) ? '' : ` (${print(low)} … ${print(high)})`
    return [say.sold(nameOf(venue, one, labels()), `${print(mean)}${range}`)]
  })
  return `${say.compared(measureOf('sales').label[one])}: ${sales.join(say.and)}`
}
