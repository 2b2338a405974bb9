/** Reads a file of targets. Every fault is found at once. */
import { dateOfDay, type NumberParameter, number } from '../../engine/index.ts'
import { DIMENSIONS, type Dimension, MEASURES, measureCalled } from '../../market/index.ts'
import {
  child,
  describe,
  type Entry,
  entriesOf,
  type Finding,
  Findings,
  itemsOf,
  type Load,
  type MapNode,
  type Node,
  nearest,
  readFlag,
  readGround,
  readMoment,
  readText,
  scenarioName,
} from '../../scenario/index.ts'
import { treeIn } from '../experiment/files.ts'
import { numberIn, optionIn } from '../experiment/read-parts.ts'
import type { Average, Statistic, Stretch } from './statistic.ts'
import { ORIGINS, type PlacedTarget } from './target.ts'

/** Keys of a targets file, with what each says. */
export const TARGETS_KEYS = {
  title: 'Name of the list',
  indonesian: 'The title in Indonesian',
  periods:
    'Days by name: `2023-07-03 to 2023-09-25`, or a list of such stretches, of which the mean is taken',
  targets: 'What was seen, by name',
} as const

/** Keys of a target. */
export const TARGET_KEYS = {
  id: 'The row of the facts; several targets may share one [its name]',
  indonesian: 'Its name in Indonesian',
  origin: 'solved, set, fitted or predicted: how its value in the model came about',
  statistic: 'What is measured in a run',
  unit: 'The unit of the band',
  band: 'Where it was seen: `85 to 94`',
  value: 'In place of a band: the value that was seen, which needs its error',
  error: 'Standard deviation of what was seen, beyond the band, in its unit [0]',
  national: 'Whether it is a figure of the whole country: the run is also told as a share of it',
  source: 'Where it was seen',
  grade: 'A, B, C, assumption or given',
  note: 'What a reader should know',
} as const

/** Keys of a statistic. */
export const STATISTIC_KEYS = {
  measure: 'One of the measures',
  in: 'A period by its name, or days as periods have them',
  ...(Object.fromEntries(
    DIMENSIONS.map((dimension) => [
      dimension,
      `Rows by ${dimension}: one, or a list that is added up`,
    ]),
  ) as Readonly<Record<Dimension, string>>),
  over: 'What it is divided by: the same keys; what is left out is as above',
  less: 'Subtracted after that; 1 makes a ratio a change [0]',
  times: 'Multiplied at last, 100 for percent [1]',
} as const

export interface TargetsFile {
  readonly path: string
  readonly title: string
  readonly indonesian: string
  readonly targets: readonly PlacedTarget[]
}

export type ReadTargets =
  | { readonly ok: true; readonly file: TargetsFile }
  | { readonly ok: false; readonly findings: readonly Finding[] }

export function readTargets(path: string, load: Load): ReadTargets {
  const findings = new Findings()
  const root = treeIn(path, 'the targets', load, findings)
  const file = root && fileOf(root, path, findings)
  return file === undefined || findings.all.length > 0
    ? { ok: false, findings: findings.sorted() }
    : { ok: true, file }
}

export type Periods = ReadonlyMap<string, readonly Stretch[]>

function fileOf(root: MapNode, path: string, findings: Findings): TargetsFile {
  const keys = entriesOf(root, Object.keys(TARGETS_KEYS), '', { findings })
  const titled = keys.get('title')?.value
  const title = (titled && readText(titled, 'title', 'title', { findings })) ?? scenarioName(path)
  const translated = child(keys.get('indonesian')?.value, 'title')
  const written = everyEntry(keys.get('periods')?.value, 'periods', findings)
  const periods: Periods = new Map(
    written.map(({ key, value }) => [key, stretchesIn(value, `periods.${key}`, findings)]),
  )
  const entries = everyEntry(keys.get('targets')?.value, 'targets', findings)
  if (entries.length === 0)
    findings.add(root.place, 'missing', 'targets', {
      name: 'the file',
      expected:
        'targets: { sales: { statistic: { measure: sales, in: 2023-07-03 to 2023-09-25 }, ... } }',
    })
  const named = translated && readText(translated, 'indonesian.title', 'prose', { findings })
  return {
    path,
    title,
    indonesian: named ?? title,
    targets: entries.flatMap((entry) => targetOf(entry, periods, findings) ?? []),
  }
}

/** Entries under any key. */
export function everyEntry(node: Node | undefined, path: string, findings: Findings): Entry[] {
  const names = node?.kind === 'map' ? node.entries.keys() : []
  return [...entriesOf(node, names, path, { findings }).values()]
}

function targetOf(entry: Entry, periods: Periods, findings: Findings): PlacedTarget | undefined {
  const { key: what, value: node, place } = entry
  const path = `targets.${what}`
  const keys = entriesOf(node, Object.keys(TARGET_KEYS), path, { findings })
  const text = (key: string) => {
    const written = keys.get(key)?.value
    return written && readText(written, `${path}.${key}`, 'prose', { findings })
  }
  for (const [key, expected] of Object.entries(NEEDED))
    if (!keys.has(key)) findings.add(place, 'missing', `${path}.${key}`, { name: what, expected })
  const origin = optionIn(keys.get('origin')?.value, `${path}.origin`, ORIGINS, findings)
  const statistic = keys.get('statistic')?.value
  const measured = statistic && statisticOf(statistic, `${path}.statistic`, periods, findings)
  const band = bandOf(entry, keys, findings)
  const ground = node.kind === 'map' ? readGround(node, path, { findings }) : {}
  const national = keys.get('national')?.value
  const isNational = national && readFlag(national, `${path}.national`, { findings })
  if (origin === undefined || measured === undefined || band === undefined) return undefined
  return {
    id: text('id') ?? what,
    what,
    indonesian: text('indonesian') ?? what,
    origin: origin as PlacedTarget['origin'],
    ...(isNational ? { national: true } : {}),
    unit: text('unit') ?? '',
    ...band,
    source: ground.source ?? '',
    grade: ground.grade ?? 'assumption',
    statistic: measured,
    place,
  }
}

/** What every target says, with what is written where it is not. */
const NEEDED = {
  origin: `origin: ${ORIGINS.join(', ')}`,
  statistic: 'statistic: { measure: sales, in: 2023-07-03 to 2023-09-25 }',
  unit: 'unit: what the band is in',
  source: 'source: where it was seen',
  grade: 'grade: A, B, C, assumption or given',
} as const

export const ANY: NumberParameter = number({
  label: 'Number of a targets file',
  unit: 'in its own unit',
  default: 0,
  range: [-1e15, 1e15],
  source: 'of a targets file',
  grade: 'given',
})
const NOT_NEGATIVE: NumberParameter = { ...ANY, range: [0, 1e15] }

/** A band, or a value with its error. */
export function bandOf(
  { key, place }: Entry,
  keys: ReadonlyMap<string, Entry>,
  findings: Findings,
  section = 'targets',
) {
  const path = `${section}.${key}`
  const [band, value, error] = ['band', 'value', 'error'].map((name) => keys.get(name)?.value)
  const spread = error === undefined ? 0 : numberIn(NOT_NEGATIVE, error, `${path}.error`, findings)
  if (band !== undefined && value !== undefined)
    findings.add(value.place, 'conflict', `${path}.value`, { got: 'band', expected: 'one of both' })
  const ends = band === undefined ? bandless(value, path, findings) : endsIn(band, path, findings)
  if (band === undefined && value === undefined)
    findings.add(place, 'missing', `${path}.band`, {
      name: key,
      expected: 'band: 85 to 94 (or value: 90 with its error: 2)',
    })
  if (ends === undefined || spread === undefined) return undefined
  if (ends.low === ends.high && spread === 0) {
    findings.add((value ?? band)!.place, 'missing', `${path}.error`, {
      name: key,
      expected: 'error: the standard deviation of what was seen, above 0',
    })
    return undefined
  }
  return { ...ends, error: spread }
}

function bandless(node: Node | undefined, path: string, findings: Findings) {
  const value = node && numberIn(ANY, node, `${path}.value`, findings)
  return value === undefined ? undefined : { low: value, high: value }
}

function endsIn(node: Node, path: string, findings: Findings) {
  const parts = node.kind === 'scalar' ? node.text.split(/\s+to\s+/) : []
  const [low, high] = parts.map((text) =>
    numberIn(
      ANY,
      { ...node, kind: 'scalar', text, value: Number(text) } as Node,
      `${path}.band`,
      findings,
    ),
  )
  if (parts.length !== 2)
    findings.add(node.place, 'wrong-type', `${path}.band`, {
      got: describe(node),
      expected: 'two numbers: 85 to 94',
    })
  if (low === undefined || high === undefined) return undefined
  if (low <= high) return { low, high }
  findings.add(node.place, 'out-of-range', `${path}.band`, {
    got: describe(node),
    expected: 'what goes from low to high',
  })
  return undefined
}

export function statisticOf(
  node: Node,
  path: string,
  periods: Periods,
  findings: Findings,
): Statistic | undefined {
  const keys = entriesOf(node, Object.keys(STATISTIC_KEYS), path, { findings })
  const above = averageOf(keys, { node, path, periods, findings })
  const divisor = keys.get('over')?.value
  const own =
    divisor && entriesOf(divisor, ['measure', 'in', ...DIMENSIONS], `${path}.over`, { findings })
  // What is left out below is as above.
  const below =
    own &&
    averageOf(new Map([...keys, ...own]), {
      node: divisor,
      path: `${path}.over`,
      periods,
      findings,
    })
  const numbers = (['less', 'times'] as const).map((key) => {
    const written = keys.get(key)?.value
    return written && numberIn(ANY, written, `${path}.${key}`, findings)
  })
  if (above === undefined || (own !== undefined && below === undefined)) return undefined
  const [less = 0, times = 1] = numbers
  return { ...above, ...(below === undefined ? {} : { over: below }), less, times }
}

interface Beside {
  readonly node: Node
  readonly path: string
  readonly periods: Periods
  readonly findings: Findings
}

function averageOf(keys: ReadonlyMap<string, Entry>, beside: Beside): Average | undefined {
  const { node, path, periods, findings } = beside
  for (const key of ['measure', 'in'] as const)
    if (!keys.has(key))
      findings.add(node.place, 'missing', `${path}.${key}`, {
        expected: key === 'in' ? 'in: a period, or 2023-07-03 to 2023-09-25' : 'measure: sales',
      })
  const name = optionIn(
    keys.get('measure')?.value,
    `${path}.measure`,
    MEASURES.map((one) => one.name),
    findings,
  )
  const days = keys.get('in')?.value
  const stretches =
    days &&
    ((days.kind === 'scalar' && periods.get(days.text)) ||
      stretchesIn(days, `${path}.in`, findings, periods))
  const rows = DIMENSIONS.flatMap((dimension) => {
    const of = keys.get(dimension)
    const names = of && rowsIn(of, name, dimension, path, findings)
    return names === undefined ? [] : [[dimension, names] as const]
  })
  if (name === undefined || stretches === undefined || stretches.length === 0) return undefined
  return { measure: name, rows: Object.fromEntries(rows), stretches }
}

function rowsIn(
  { value, place }: Entry,
  measure: string | undefined,
  dimension: Dimension,
  path: string,
  findings: Findings,
): string[] | undefined {
  const by = measure === undefined ? undefined : measureCalled(measure)?.by
  const names = itemsOf(value).map(describe)
  // A divisor takes back a row of what it divides.
  if (names.join() === 'all') return undefined
  if (by !== undefined && !by.includes(dimension))
    findings.add(place, 'unknown-row', `${path}.${dimension}`, {
      name: `${measure} by ${dimension}`,
      got: names.join(', '),
      expected: by.length === 0 ? 'no rows' : `rows by ${by.join(', ')}`,
    })
  return names
}

/** `2023-07-03 to 2023-09-25`, one date, or a list of these. */
export function stretchesIn(
  node: Node,
  path: string,
  findings: Findings,
  periods: Periods = new Map(),
): readonly Stretch[] {
  if (node.kind === 'list') return node.items.flatMap((item) => stretchesIn(item, path, findings))
  const texts = describe(node).split(/\s+to\s+/)
  const suggestion = nearest(describe(node), periods.keys())
  if (node.kind !== 'scalar' || texts.length > 2 || suggestion !== undefined) {
    findings.add(node.place, 'wrong-type', path, {
      got: describe(node),
      expected: 'a period, or days: 2023-07-03 to 2023-09-25',
      ...(suggestion ? { suggestion } : {}),
    })
    return []
  }
  const days = texts.map((text) => readMoment({ ...node, text, value: text }, path, { findings }))
  const [from, to = from] = days
  if (from === undefined || to === undefined || days.includes(undefined)) return []
  const [first, last] = [from, to].map((day) => dateOfDay(Math.floor(day)))
  if (to >= from) return [{ from: first, to: last }]
  findings.add(node.place, 'end-before-start', path, { got: last, expected: first })
  return []
}
