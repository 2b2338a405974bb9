/** Who wins, who loses and where sales went, printed: the main window of one policy. */
import {
  type Arm,
  comparable,
  exposedVenues,
  FEW,
  type Flow,
  type GroupOutcome,
  isFew,
  type PeopleFound,
  type PolicyArm,
  unchanged,
} from '../../study/index.ts'
import { type Bridge, bridges, fallOf } from '../bridge.ts'
import { agentsCell } from '../few.ts'
import { fixed, formatNumber, formatPercent } from '../format.ts'
import { intervalCell } from '../format-effect.ts'
import { incomeChange, isIncomplete } from '../income-change.ts'
import { pageWords } from '../page-words.ts'
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
  const called = { ...labels, household: 'Buyers' }
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
  const flows = own(switching)
  const gone = bridges(flows, exposed)
  for (const from of gone) {
    const name = nameOf(from.venue, 'en', labels)
    lines.push('', `where the sales of ${name} went, ${window}: Rp bn a week`)
    lines.push(...bridgeTable(from, labels))
  }
  if (gone.length > 0) lines.push(...fallTable(flows))
  return lines
}

/** Kinds as a whole, and below them their members who sold most of their goods at the venues concerned. */
function winnersTable(rows: readonly GroupOutcome[], venues: string, labels: Labels): string[] {
  const head = [
    '',
    'members',
    'agents',
    'income',
    'change',
    '95 % interval',
    'work',
    'lose',
    'gain',
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
      `income: Rp a week per member, its change in rupiah where it is low; agents: simulated, no interval or shares under ${FEW}; work: FTE; lose/gain: share whose income falls/rises by more than 10 % and Rp 10,000 a week`,
      '',
      '  ',
    ),
    ...(rows.some(isIncomplete) ? wrapped(pageWords.en.platformNote, '', '  ') : []),
  ]
}

function winnersLine(name: string, row: GroupOutcome): string[] {
  const { members, income, jobs, losing, gaining } = row
  const few = isFew(row)
  const { change, low, high, same } = incomeChange(row, 'en')
  const bare = (text: string) => text.replace(/ %$|Rp /, '')
  const share = (value: number) =>
    Number.isFinite(value) ? `${formatNumber(100 * value, 'en', 2)} %` : '–'
  return [
    fitted(name, 28),
    members < 1e4
      ? Math.round(members).toLocaleString('en')
      : short(formatValue(members, '', 'en')),
    agentsCell(row, 'en'),
    short(formatValue(income.baseline, 'kRp', 'en')).replace('Rp ', ''),
    short(change),
    same ? '–' : intervalCell(row, short(`${bare(low)} to ${bare(high)}`), 'en'),
    unchanged(jobs)
      ? '–'
      : formatPercent(
          comparable(jobs) ? (100 * jobs.difference) / jobs.baseline : Number.NaN,
          'en',
        ),
    few ? '–' : share(losing.mean),
    few ? '–' : share(gaining.mean),
  ]
}

const short = (text: string) => text.replaceAll(' thousand', ' k').replaceAll(' million', ' m')

/** What left a venue and where it went, of buyers in rupiah and in shares, of sellers in shares. */
function bridgeTable({ buyers, sellers, left }: Bridge, labels: Labels): string[] {
  const share = (flow: Flow | undefined) =>
    flow?.diversion === undefined ? '' : `${percent(flow.diversion.mean)} %`
  const to = (name: string) => sellers.find((flow) => flow.to === name)
  const lines = buyers.map((flow) => [
    `  ${DESTINATIONS[flow.to] ?? nameOf(flow.to, 'en', labels)}`,
    ...amountOf(flow),
    share(flow),
    flow.to === 'lost' ? '' : share(to(flow.to)),
  ])
  const unrecovered = to('lost')
  return [
    ...aligned([
      ['', 'buyers', '95 % interval', 'share', 'sellers'],
      ['No longer bought there', billions(left), '', '100 %', '100 %'],
      ...lines,
      ...(unrecovered === undefined
        ? []
        : [['  Not recovered by its sellers', '', '', '', share(unrecovered)]]),
    ]),
  ]
}

/** The same money from the side of all sales: what their fall is made up of. */
function fallTable(flows: readonly Flow[]): string[] {
  const { rows, total } = fallOf(flows)
  if (rows.length === 0) return []
  return [
    ...aligned([
      ['', 'all buyers', '95 % interval'],
      ['Fall of all sales', billions(total), ''],
      ...rows.map((flow) => [`  ${DESTINATIONS[flow.to]}`, ...amountOf(flow)]),
    ]),
    ...wrapped(
      'no longer occur: the occasion to buy does not arise, mostly an impulse from a feed, net of those that arise in other feeds instead; −: raises sales',
      '',
      '  ',
    ),
  ]
}

/** What is no venue. */
const DESTINATIONS: Readonly<Record<string, string | undefined>> = pageWords.en.destinations

function amountOf({ value: { mean, low, high } }: Flow): string[] {
  return [
    billions(mean),
    Number.isFinite(low) ? `${billions(low)} to ${billions(high)}` : 'needs 2 runs',
  ]
}

/** mRp as Rp bn, to Rp 0.1 bn. */
const billions = (value: number) => fixed(value / 1000, 1, 'en')

const percent = (share: number) => fixed(100 * share, 1, 'en')
