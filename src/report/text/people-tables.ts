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
import type { Language } from '../input.ts'
import { windowName } from '../name-words.ts'
import { inSentence, pageWords } from '../page-words.ts'
import { amountText, formatValue } from '../units.ts'
import { nameOf } from '../words.ts'
import { aligned, fitted, wrapped } from './columns.ts'
import { terminalWords } from './terminal-words.ts'

type Labels = Readonly<Record<string, string>>

export function peopleTables(
  { winners, switching }: PeopleFound,
  policy: PolicyArm,
  baseline: Arm,
  window: string | undefined,
  labels: Labels,
  language: Language,
): string[] {
  const say = pageWords[language]
  const { bridgeUnit } = terminalWords[language]
  const named = windowName(window ?? '', language)
  const own = <R extends { readonly scenario: string; readonly window: string }>(
    rows: readonly R[],
  ) => rows.filter((row) => row.scenario === policy.scenario && row.window === window)
  const rows = own(winners)
  const exposed = exposedVenues(baseline.input, policy.input).map(
    (venue) => policy.input.tables.venues[venue].name,
  )
  const names = exposed.map((venue) => nameOf(venue, language, labels)).join(', ')
  const lines: string[] = []
  if (rows.length > 0)
    lines.push(
      '',
      `${inSentence(say.winners)}, ${named}`,
      ...winnersTable(rows, names, labels, language),
    )
  const flows = own(switching)
  const gone = bridges(flows, exposed)
  for (const from of gone) {
    const name = nameOf(from.venue, language, labels)
    lines.push('', `${inSentence(say.switching(name))}, ${named}: ${bridgeUnit}`)
    lines.push(...bridgeTable(from, labels, language))
  }
  if (gone.length > 0) lines.push(...fallTable(flows, language))
  return lines
}

/** Kinds as a whole, and below them their members who sold most of their goods at the venues concerned. */
function winnersTable(
  rows: readonly GroupOutcome[],
  venues: string,
  labels: Labels,
  language: Language,
): string[] {
  const say = terminalWords[language]
  const head = ['', ...say.winnersHead]
  const lines = rows
    .filter(({ by }) => by === 'kind')
    .flatMap((kind) => {
      const most = rows.filter(
        (row) => row.by === 'exposure' && row.kind === kind.kind && row.group === 'over 50 %',
      )
      return [
        winnersLine(kindName(kind.kind, language, labels), kind, language),
        ...most.map((row) => winnersLine(`  ${say.mostAt(venues)}`, row, language)),
      ]
    })
  return [
    ...aligned([head, ...lines]),
    ...wrapped(say.winnersNote(FEW), '', '  '),
    ...(rows.some(isIncomplete) ? wrapped(pageWords[language].platformNote, '', '  ') : []),
  ]
}

/** A category of goods is called as people who buy are in the model. */
const kindName = (kind: string, language: Language, labels: Labels): string =>
  pageWords[language].kinds[kind] ?? nameOf(kind, language, labels)

function winnersLine(name: string, row: GroupOutcome, language: Language): string[] {
  const { members, income, jobs, losing, gaining } = row
  const few = isFew(row)
  const { change, low, high, same } = incomeChange(row, language)
  const bare = (text: string) => text.replace(/ ?%$|Rp ?/, '')
  const short = (text: string) => shortIn(text, language)
  const share = (value: number) =>
    Number.isFinite(value) ? amountText(formatNumber(100 * value, language, 2), '%', language) : '–'
  return [
    fitted(name, 28),
    members < 1e4 ? fixed(members, 0, language) : short(formatValue(members, '', language)),
    agentsCell(row, language),
    short(formatValue(income.baseline, 'kRp', language)).replace(/Rp ?/, ''),
    short(change),
    same
      ? '–'
      : intervalCell(
          row,
          short(`${bare(low)} ${terminalWords[language].to} ${bare(high)}`),
          language,
        ),
    unchanged(jobs)
      ? '–'
      : formatPercent(
          comparable(jobs) ? (100 * jobs.difference) / jobs.baseline : Number.NaN,
          language,
        ),
    few ? '–' : share(losing.mean),
    few ? '–' : share(gaining.mean),
  ]
}

const shortIn = (text: string, language: Language) =>
  terminalWords[language].short.reduce((told, [long, short]) => told.replaceAll(long, short), text)

/** What left a venue and where it went, of buyers in rupiah and in shares, of sellers in shares. */
function bridgeTable(
  { buyers, sellers, left }: Bridge,
  labels: Labels,
  language: Language,
): string[] {
  const say = pageWords[language]
  const percent = (part: number) => amountText(fixed(100 * part, 1, language), '%', language)
  const share = (flow: Flow | undefined) =>
    flow?.diversion === undefined ? '' : percent(flow.diversion.mean)
  const to = (name: string) => sellers.find((flow) => flow.to === name)
  const lines = buyers.map((flow) => [
    `  ${destination(flow.to, language) ?? nameOf(flow.to, language, labels)}`,
    ...amountOf(flow, language),
    share(flow),
    flow.to === 'lost' ? '' : share(to(flow.to)),
  ])
  const unrecovered = to('lost')
  const whole = amountText('100', '%', language)
  return [
    ...aligned([
      ['', ...terminalWords[language].bridgeHead],
      [say.left, billions(left, language), '', whole, whole],
      ...lines,
      ...(unrecovered === undefined
        ? []
        : [[`  ${say.unrecovered}`, '', '', '', share(unrecovered)]]),
    ]),
  ]
}

/** The same money from the side of all sales: what their fall is made up of. */
function fallTable(flows: readonly Flow[], language: Language): string[] {
  const { rows, total } = fallOf(flows)
  const say = terminalWords[language]
  if (rows.length === 0) return []
  return [
    ...aligned([
      ['', say.allBuyers, say.heads.interval],
      [pageWords[language].fallTotal, billions(total, language), ''],
      ...rows.map((flow) => [`  ${destination(flow.to, language)}`, ...amountOf(flow, language)]),
    ]),
    ...wrapped(say.lostNote, '', '  '),
  ]
}

/** What is no venue. */
const destination = (name: string, language: Language): string | undefined =>
  pageWords[language].destinations[name]

function amountOf({ value: { mean, low, high } }: Flow, language: Language): string[] {
  const { to } = terminalWords[language]
  return [
    billions(mean, language),
    Number.isFinite(low)
      ? `${billions(low, language)} ${to} ${billions(high, language)}`
      : pageWords[language].needsRuns,
  ]
}

/** mRp as Rp bn, to Rp 0.1 bn. */
const billions = (value: number, language: Language) => fixed(value / 1000, 1, language)
