/** Reads a file of facts: which scenarios are compared, and what was seen of them. Every fault is found at once. */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import {
  child,
  clashOf,
  type Entry,
  entriesOf,
  type Finding,
  Findings,
  itemsOf,
  type Load,
  listed,
  type MapNode,
  type Node,
  nearest,
  readGround,
  readText,
  readTogether,
  type Scenario,
  scenarioName,
} from '../../scenario/index.ts'
import { fileAt, treeIn } from '../experiment/files.ts'
import { optionIn } from '../experiment/read-parts.ts'
import {
  bandOf,
  everyEntry,
  type Periods,
  readTargets,
  stretchesIn,
} from '../targets/read-targets.ts'
import type { Origin, PlacedTarget } from '../targets/target.ts'
import { type Comparison, type Fact, type Facts, USES, type Use } from './fact.ts'
import { readFactStatistic, unitOf } from './read-statistic.ts'
import { isCalledSo } from './verdicts.ts'

export type FactsFile =
  | { readonly ok: true; readonly facts: Facts; readonly warnings: readonly Finding[] }
  | {
      readonly ok: false
      readonly findings: readonly Finding[]
      readonly warnings?: readonly Finding[]
    }

/** Keys of a facts file, with what each says. */
export const FACTS_KEYS = {
  title: 'Name of the list',
  question: 'What it is to tell',
  indonesian: 'Title and question in Indonesian, for the report',
  baseline: 'The scenario without what is tested',
  policies: 'Scenarios that are compared with it; none: facts of the baseline alone',
  besides: 'Further comparisons, such as placebos: a list of maps with baseline and policies',
  periods: 'Days by name: `2023-07-03 to 2023-09-25`, or a list of such stretches',
  targets: 'Files of targets, each of which is a fact of the baseline too',
  facts: 'What was seen, by name',
} as const

/** Keys of a fact. */
export const FACT_KEYS = {
  id: 'The row of a list of facts; several may share one [its name]',
  indonesian: 'Its name in Indonesian',
  policy: 'The scenario that it is of [the only one]; `baseline`: of the baseline',
  statistic: 'What is measured, in one run or in a pair of runs',
  unit: 'The unit of the band [that of the statistic]',
  band: 'Where it was seen: `-12 to -3`; left out while it is not known',
  value: 'In place of a band: the value that was seen, which needs its error',
  error: 'Standard deviation of what was seen, in its unit',
  source: 'Where it was seen',
  grade: 'A, B, C, assumption or given',
  used: 'no, fitted, set or solved: whether the model was fitted to it, or holds it by construction [no]',
  'counts-if': 'Facts that must pass for it to count, by name or id',
  note: 'What a reader should know',
} as const

/** @param set what is laid over every scenario, `path=value` */
export function readFacts(path: string, load: Load, set: readonly string[] = []): FactsFile {
  const findings = new Findings()
  const root = treeIn(path, 'the facts', load, findings)
  if (root === undefined) return { ok: false, findings: findings.sorted() }
  const warnings: Finding[] = []
  const keys = entriesOf(root, Object.keys(FACTS_KEYS), '', { findings })
  const comparisons = comparisonsOf(root, keys, path, load, set, { findings, warnings })
  const facts = comparisons === undefined ? [] : factsOf(root, keys, comparisons, load, findings)
  const text = textsOf(keys, findings)
  const title = text('title') ?? scenarioName(path)
  const question = text('question') ?? ''
  if (comparisons === undefined || findings.all.length > 0)
    return { ok: false, findings: findings.sorted(), warnings }
  return {
    ok: true,
    warnings,
    facts: {
      ...{ name: scenarioName(path), title, question, comparisons, facts },
      indonesian: {
        title: text('title', 'indonesian') ?? title,
        question: text('question', 'indonesian') ?? question,
      },
    },
  }
}

const textsOf =
  (keys: ReadonlyMap<string, Entry>, findings: Findings) =>
  (key: string, inside?: string): string | undefined => {
    const of = inside === undefined ? keys.get(key)?.value : child(keys.get(inside)?.value, key)
    const path = inside === undefined ? key : `${inside}.${key}`
    return of && readText(of, path, key === 'title' ? 'title' : 'prose', { findings })
  }

interface Told {
  readonly findings: Findings
  readonly warnings: Finding[]
}

function comparisonsOf(
  root: MapNode,
  keys: ReadonlyMap<string, Entry>,
  path: string,
  load: Load,
  set: readonly string[],
  told: Told,
): Comparison[] | undefined {
  const { findings } = told
  const besides = itemsOf(keys.get('besides')?.value)
  const asked: (Node | undefined)[] = [root, ...besides]
  const found = asked.map((node, at) => {
    const where = at === 0 ? '' : `besides.${at}`
    if (at > 0) entriesOf(node, ['baseline', 'policies'], where, { findings })
    const baseline = child(node, 'baseline')
    if (baseline === undefined)
      findings.add(
        (node ?? root).place,
        'missing',
        where === '' ? 'baseline' : `${where}.baseline`,
        {
          name: at === 0 ? 'the facts' : where,
          expected: 'baseline: a scenario',
        },
      )
    const nodes = [...(baseline ? [baseline] : []), ...itemsOf(child(node, 'policies'))]
    const files = nodes.map((one) => fileAt(one, path, load, findings))
    if (baseline === undefined || files.includes(undefined)) return undefined
    return comparisonOf(nodes[0], files as string[], load, set, told)
  })
  const names = new Map<string, string>()
  for (const { files } of found.flatMap((one) => one ?? []))
    for (const file of files) {
      const name = scenarioName(file)
      if (names.has(name) && names.get(name) !== file)
        findings.add(root.place, 'conflict', 'besides', {
          name: file,
          got: `${names.get(name)}, which has its name`,
          expected: 'another name for one of the files',
        })
      names.set(name, file)
    }
  return found.includes(undefined) ? undefined : (found as Comparison[])
}

function comparisonOf(
  node: Node,
  files: readonly string[],
  load: Load,
  set: readonly string[],
  { findings, warnings }: Told,
): Comparison | undefined {
  const read = readTogether(files, load, set)
  findings.all.push(...read.findings)
  warnings.push(...read.warnings)
  if (read.read.length < files.length) return undefined
  const clash = clashOf(read.read)
  if (clash === undefined) return { files, scenarios: read.read }
  findings.add(node.place, 'no-design', 'baseline', {
    got: files.map(scenarioName).join(', '),
    expected: clash,
  })
  return undefined
}

function factsOf(
  root: MapNode,
  keys: ReadonlyMap<string, Entry>,
  comparisons: readonly Comparison[],
  load: Load,
  findings: Findings,
): Fact[] {
  const targets = itemsOf(keys.get('targets')?.value).flatMap((node) => {
    const file = fileAt(node, root.place.source.name, load, findings)
    const read = file === undefined ? undefined : readTargets(file, load)
    if (read?.ok === false) findings.all.push(...read.findings)
    return read?.ok ? read.file.targets.map(factOfTarget) : []
  })
  const periods: Periods = new Map(
    everyEntry(keys.get('periods')?.value, 'periods', findings).map(({ key, value }) => [
      key,
      stretchesIn(value, `periods.${key}`, findings),
    ]),
  )
  const entries = everyEntry(keys.get('facts')?.value, 'facts', findings)
  if (entries.length + targets.length === 0)
    findings.add(root.place, 'missing', 'facts', {
      name: 'the file',
      expected:
        'facts: { Shopee gains: { statistic: { measure: sales, venue: shopee, in: first month, of: percent }, ... } }',
    })
  const own = entries.flatMap((entry) => factOf(entry, comparisons, periods, findings) ?? [])
  const conditions = [...targets, ...entries.map(conditionsOf)]
  for (const entry of entries) checkConditions(entry, conditions, findings)
  for (const { what, place } of own)
    if (targets.some((target) => target.what === what))
      findings.add(place, 'conflict', `facts.${what}`, {
        got: 'a target of the same name',
        expected: 'another name',
      })
  return [...targets, ...own]
}

const USE_OF: Readonly<Record<Origin, Use>> = {
  predicted: 'no',
  fitted: 'fitted',
  set: 'set',
  solved: 'solved',
}

/** A target is a fact of the baseline; the 95 % interval of a value with its error is its band. */
const factOfTarget = (target: PlacedTarget): Fact => ({
  id: target.id,
  what: target.what,
  indonesian: target.indonesian,
  comparison: 0,
  policy: undefined,
  statistic: { kind: 'cells', statistic: target.statistic, of: 'level' },
  times: 1,
  unit: target.unit,
  band: widened(target),
  source: target.source,
  grade: target.grade,
  used: USE_OF[target.origin],
  countsIf: [],
  place: target.place,
})

/** Standard deviations on either side of what was seen: 95 % of a normal error. */
const REACH = 1.96

const widened = ({ low, high, error }: { low: number; high: number; error: number }) => ({
  low: low - REACH * error,
  high: high + REACH * error,
})

function factOf(
  entry: Entry,
  comparisons: readonly Comparison[],
  periods: Periods,
  findings: Findings,
): Fact | undefined {
  const { key: what, value: node, place } = entry
  const path = `facts.${what}`
  const keys = entriesOf(node, Object.keys(FACT_KEYS), path, { findings })
  const text = (key: string) => {
    const written = keys.get(key)?.value
    return written && readText(written, `${path}.${key}`, 'prose', { findings })
  }
  const written = keys.get('statistic')?.value
  if (written === undefined)
    findings.add(place, 'missing', `${path}.statistic`, {
      name: what,
      expected: 'statistic: { measure: sales, in: first month, of: percent }',
    })
  const chosen = choiceOf(entry, keys, comparisons, findings)
  const seen = keys.has('band') || keys.has('value')
  const band = seen ? bandOf(entry, keys, findings, 'facts') : undefined
  const use = keys.get('used')?.value
  const used = use === undefined ? 'no' : optionIn(use, `${path}.used`, USES, findings)
  const ground = node.kind === 'map' ? readGround(node, path, { findings }) : {}
  for (const key of ['source', 'grade'] as const)
    if (seen && !keys.has(key))
      findings.add(place, 'missing', `${path}.${key}`, {
        name: what,
        expected:
          key === 'source' ? 'source: where it was seen' : 'grade: A, B, C, assumption or given',
      })
  if (written === undefined || chosen === undefined) return undefined
  const { scenarios } = comparisons[chosen.comparison]
  const scenario = scenarios.find(({ name }) => name === chosen.policy) ?? scenarios[0]
  const read = readFactStatistic(written, `${path}.statistic`, {
    ...{ baseline: scenarios[0], scenario, findings },
    periods: new Map([...windowsOf(scenario), ...periods]),
  })
  if (read === undefined || (seen && band === undefined) || used === undefined) return undefined
  return {
    ...{ id: text('id') ?? what, what, indonesian: text('indonesian') ?? what, ...chosen },
    ...read,
    unit: text('unit') ?? unitOf(read),
    band: band && widened(band),
    ...{ source: ground.source ?? '', grade: ground.grade, used: used as Use, place },
    countsIf: namesIn(keys.get('counts-if')?.value),
  }
}

/** The windows of a scenario as periods, by their dates. */
const windowsOf = ({ windows, input }: Scenario): Periods => {
  const start = dayOfDate(input.start)
  return new Map(
    windows.map(({ name, from, to }) => [
      name,
      [{ from: dateOfDay(start + from), to: dateOfDay(start + to - 1) }],
    ]),
  )
}

/** Of which scenario a fact is: a policy by its name, or the baseline of the file. */
function choiceOf(
  { key, place }: Entry,
  keys: ReadonlyMap<string, Entry>,
  comparisons: readonly Comparison[],
  findings: Findings,
): Pick<Fact, 'comparison' | 'policy'> | undefined {
  const path = `facts.${key}.policy`
  const node = keys.get('policy')?.value
  const statistic = keys.get('statistic')?.value
  const named = comparisons.flatMap(({ scenarios }, comparison) =>
    scenarios.slice(1).map(({ name }) => ({ comparison, policy: name })),
  )
  const own = named.filter(({ comparison }) => comparison === 0)
  if (node !== undefined) {
    const name = optionIn(node, path, ['baseline', ...named.map(({ policy }) => policy)], findings)
    return name === 'baseline'
      ? { comparison: 0, policy: undefined }
      : named.find(({ policy }) => policy === name)
  }
  // A level is of the baseline where nothing else is said.
  const of = child(statistic, 'of')
  const isLevel =
    child(statistic, 'measure') !== undefined &&
    (of === undefined || (of.kind === 'scalar' && of.text === 'level'))
  if (isLevel) return { comparison: 0, policy: undefined }
  if (own.length === 1) return own[0]
  findings.add(place, 'missing', path, {
    name: key,
    expected:
      named.length === 0
        ? 'policies: the file compares nothing, so that there is no change'
        : `policy: ${named.map(({ policy }) => policy).join(', ')}`,
  })
  return undefined
}

type Conditions = Pick<Fact, 'id' | 'what' | 'countsIf'>

const namesIn = (node: Node | undefined): string[] =>
  itemsOf(node).map((one) => (one.kind === 'scalar' ? one.text : ''))

/** What a fact is called and counts if, whatever else is wrong with it. */
const conditionsOf = ({ key, value }: Entry): Conditions => ({
  id: namesIn(child(value, 'id'))[0] ?? key,
  what: key,
  countsIf: namesIn(child(value, 'counts-if')),
})

/** What must hold for a fact to count is in the file, and does not lead back to it. */
function checkConditions(
  { key, value }: Entry,
  facts: readonly Conditions[],
  findings: Findings,
): void {
  const path = `facts.${key}.counts-if`
  for (const node of itemsOf(child(value, 'counts-if'))) {
    const [name] = namesIn(node)
    const meant = facts.filter((one) => isCalledSo(one, name))
    if (meant.length === 0) {
      const known = [...new Set(facts.flatMap(({ id, what }) => [id, what]))]
      const suggestion = nearest(name, known)
      findings.add(node.place, 'unknown-row', path, {
        name: 'the file',
        got: `fact ${name}`,
        ...(suggestion ? { suggestion } : { expected: listed(known) }),
      })
    }
    if (meant.some((one) => leadsTo(one, key, facts)))
      findings.add(node.place, 'conflict', path, {
        name: key,
        got: `${name}, which counts only if ${key} holds`,
        expected: 'conditions that do not lead back to it',
      })
  }
}

function leadsTo(
  fact: Conditions,
  name: string,
  facts: readonly Conditions[],
  seen = new Set<Conditions>(),
): boolean {
  if (fact.what === name) return true
  if (seen.has(fact)) return false
  seen.add(fact)
  return fact.countsIf.some((condition) =>
    facts
      .filter((one) => isCalledSo(one, condition))
      .some((one) => leadsTo(one, name, facts, seen)),
  )
}
