/** Who wins, who loses and where sales went, printed: the main window of one policy. */
import {
  type Arm,
  comparable,
  exposedVenues,
  type Flow,
  type GroupOutcome,
  type PeopleFound,
  type PolicyArm,
  unchanged,
} from '../../study/index.ts'
import { formatNumber, formatPercent } from '../format.ts'
import { formatValue } from '../units.ts'
import { nameOf } from '../words.ts'
import { aligned, fitted, wrapped } from './columns.ts'

type Labels = Readonly<Record<string, string>>

export function peopleTables(
  { winners, switching }: PeopleFound,
  policy: PolicyArm,
  baseline: Arm,
  window: string | undefined,
  labels: Labels,
): string[] {
  // A category of goods is called so too.
  const called = { ...labels, household: 'Households' }
  const own = <R extends { readonly scenario: string; readonly window: string }>(
    rows: readonly R[],
  ) => rows.filter((row) => row.scenario === policy.scenario && row.window === window)
  const rows = own(winners)
  const exposed = exposedVenues(baseline.input, policy.input).map(
    (venue) => policy.input.tables.venues[venue].name,
  )
  const names = exposed.map((venue) => nameOf(venue, 'en', labels)).join(', ')
  const lines: string[] = []
  if (rows.length > 0)
    lines.push('', `who wins and who loses, ${window}`, ...winnersTable(rows, names, called))
  const gone = own(switching).filter(({ from }) => exposed.includes(from))
  for (const venue of exposed) {
    const from = gone.filter((flow) => flow.from === venue)
    if (from.every(({ diversion }) => diversion === undefined)) continue
    const name = nameOf(venue, 'en', labels)
    lines.push('', `where the sales of ${name} went, ${window}: diversion ratio, %`)
    lines.push(...switchingTable(from, labels))
  }
  return lines
}

/** Kinds as a whole, and below them their members who sold most of their goods at the venues concerned. */
function winnersTable(rows: readonly GroupOutcome[], venues: string, labels: Labels): string[] {
  const head = [
    '',
    'members',
    'income',
    'change',
    '95 % interval',
    'jobs',
    'lose',
    'gain',
    'better',
  ]
  const lines = rows
    .filter(({ by }) => by === 'kind')
    .flatMap((kind) => {
      const most = rows.filter(
        (row) => row.by === 'exposure' && row.kind === kind.kind && row.group === 'over 50 %',
      )
      return [
        winnersLine(nameOf(kind.kind, 'en', labels), kind),
        ...most.map((row) => winnersLine(`  over 50 % at ${venues}`, row)),
      ]
    })
  return [
    ...aligned([head, ...lines]),
    ...wrapped(
      'income: Rp a week per member; lose/gain: share whose income falls/rises by more than 10 %; better: runs with higher income',
      '',
      '  ',
    ),
  ]
}

function winnersLine(name: string, row: GroupOutcome): string[] {
  const { members, income, jobs, losing, gaining, positive, runs } = row
  const measurable = comparable(income)
  const same = unchanged(income)
  const percent = (value: number) =>
    formatPercent((100 * value) / income.baseline, 'en').replace(' %', '')
  const share = (value: number) =>
    Number.isFinite(value) ? `${formatNumber(100 * value, 'en', 2)} %` : '–'
  return [
    fitted(name, 28),
    members < 1e4
      ? Math.round(members).toLocaleString('en')
      : short(formatValue(members, '', 'en')),
    short(formatValue(income.baseline, 'kRp', 'en')).replace(/^Rp /, ''),
    same ? 'no change' : measurable ? `${percent(income.difference)} %` : '–',
    same
      ? '–'
      : runs < 2
        ? 'needs 2 runs'
        : measurable
          ? `${percent(income.low)} to ${percent(income.high)}`
          : income.baseline < 0
            ? 'from a loss'
            : 'from about 0',
    unchanged(jobs)
      ? '–'
      : formatPercent(
          comparable(jobs) ? (100 * jobs.difference) / jobs.baseline : Number.NaN,
          'en',
        ),
    share(losing.mean),
    share(gaining.mean),
    same ? '–' : `${Math.round(positive * runs)} of ${runs}`,
  ]
}

const short = (text: string) => text.replace(' thousand', ' k').replace(' million', ' m')

/** Destinations by size, of buyers and of sellers side by side. */
function switchingTable(flows: readonly Flow[], labels: Labels): string[] {
  const of = (side: Flow['side'], to: string) =>
    flows.find((flow) => flow.side === side && flow.to === to && flow.diversion !== undefined)
  const to = [...new Set(flows.filter(({ diversion }) => diversion).map((flow) => flow.to))]
  const size = (name: string) => of('buyers', name)?.diversion?.mean ?? 0
  const outside = (name: string) => (OUTSIDE[name] === undefined ? 0 : 1)
  const lines = to
    .sort((one, other) => outside(one) - outside(other) || size(other) - size(one))
    .map((name) => [
      OUTSIDE[name] ?? nameOf(name, 'en', labels),
      ...(['buyers', 'sellers'] as const).flatMap((side) => shareOf(of(side, name))),
    ])
  return [
    ...aligned([['', 'buyers', '95 % interval', 'sellers', '95 % interval'], ...lines]),
    'saved: shopped but bought nothing; lost: no shopping occasion; for sellers: sales not recovered elsewhere',
  ]
}

/** No purchase: an occasion without a purchase; no occasion, or sales that the seller did not recover. */
const OUTSIDE: Readonly<Record<string, string | undefined>> = {
  saved: 'Saved',
  lost: 'Lost',
}

function shareOf(flow: Flow | undefined): string[] {
  if (flow?.diversion === undefined) return ['–', '']
  const { mean, low, high } = flow.diversion
  const percent = (value: number) => (Math.round(1000 * value) / 10).toFixed(1).replace('-', '−')
  return [
    percent(mean),
    Number.isFinite(low) ? `${percent(low)} to ${percent(high)}` : 'needs 2 runs',
  ]
}
