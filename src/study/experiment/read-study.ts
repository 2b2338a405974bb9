/** Reads a study file: what varies, by which design, in which market, and what is asked. Every fault is found at once. */
import {
  child,
  describe,
  type Entry,
  entriesOf,
  type Finding,
  Findings,
  heldBy,
  itemsOf,
  type Load,
  type MapNode,
  type Node,
  readScenario,
  readText,
  type Size,
  scenarioName,
} from '../../scenario/index.ts'
import type { Experiment } from './experiment.ts'
import { type Found, fileAt, treeIn } from './files.ts'
import { readDesign } from './read-design.ts'
import { readOutcomes } from './read-outcomes.ts'
import { countIn } from './read-parts.ts'
import { readVariants } from './read-variants.ts'
import { readVaried } from './read-varied.ts'

export type StudyFile =
  | { readonly ok: true; readonly experiment: Experiment }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Keys of a study file, with what each says. */
export const STUDY_KEYS = {
  title: 'Name of the study',
  question: 'The question it answers',
  indonesian: 'Title and question in Indonesian, for the report',
  baseline: 'The scenario to compare with',
  policies: 'Scenarios that are compared with it; none: levels of the baseline',
  variants: 'Files that are laid over all of them, one at a time: variants of the model',
  vary: 'What varies, by paths as `--set` takes them: `{}` stands for the range that is declared',
  design: 'Where runs are made: grid, one-at-a-time, latin-hypercube, sobol-points, morris, sobol',
  market: 'quick, full, or a number that multiplies the agents [quick]',
  seed: 'Any text: the same seed gives the same runs [as the baseline says]',
  seeds: 'Runs at each point [2]',
  outcomes: 'What is asked, by name: `{ measure: sales, venue: shopee, of: percent }`',
} as const

/** @param path of the study file; scenarios are looked for beside it and in the folder above */
export function readStudyFile(path: string, load: Load): StudyFile {
  const findings = new Findings()
  const root = treeIn(path, 'the study', load, findings)
  if (root === undefined) return { ok: false, findings: findings.sorted() }
  const read = scenariosOf(root, path, load, findings)
  const experiment =
    read === undefined ? undefined : experimentOf(root, scenarioName(path), read, load, findings)
  return experiment === undefined || findings.all.length > 0
    ? { ok: false, findings: findings.sorted() }
    : { ok: true, experiment }
}

/** The baseline, then the policies; undefined where one of them cannot be used. */
export function scenariosOf(
  root: MapNode,
  path: string,
  load: Load,
  findings: Findings,
): Found[] | undefined {
  const baseline = child(root, 'baseline')
  if (baseline === undefined)
    findings.add(root.place, 'missing', 'baseline', {
      name: 'the study',
      expected: 'baseline: a scenario',
    })
  const list = itemsOf(child(root, 'policies'))
  const found = [...(baseline ? [baseline] : []), ...list].map((node) =>
    scenarioAt(node, path, load, findings),
  )
  const whole = found.filter((one) => one !== undefined)
  return baseline === undefined || whole.length < found.length ? undefined : whole
}

function scenarioAt(node: Node, path: string, load: Load, findings: Findings): Found | undefined {
  const file = fileAt(node, path, load, findings)
  if (file === undefined) return undefined
  const read = readScenario(file, load)
  if (read.ok) return { file, read }
  findings.all.push(...read.findings)
  return undefined
}

function experimentOf(
  root: MapNode,
  name: string,
  found: readonly Found[],
  load: Load,
  findings: Findings,
): Experiment | undefined {
  const keys = entriesOf(root, Object.keys(STUDY_KEYS), '', { findings })
  const scenarios = found.map(({ read }) => read.scenario)
  const held = found.map(({ read }) => heldBy(read))
  const listed = keys.get('variants')?.value
  const variants = listed === undefined ? [] : readVariants(listed, found, load, findings)
  const others = ['vary', 'design'].flatMap((key) => keys.get(key) ?? [])
  if (listed !== undefined)
    for (const { key, place } of others)
      findings.add(place, 'conflict', key, {
        got: 'variants',
        expected: 'one of both: a study of parameters, or one of variants',
      })
  const varied =
    listed === undefined
      ? readVaried(keys.get('vary')?.value, root, { held, scenarios, findings })
      : []
  const design =
    listed === undefined
      ? readDesign(keys.get('design')?.value, root, varied, findings)
      : ({ kind: 'variants' } as const)
  const outcomes = readOutcomes(keys.get('outcomes')?.value, scenarios, findings)
  const seeds = keys.get('seeds')?.value
  const experiment = {
    name,
    ...titlesOf(keys, name, findings),
    files: found.map(({ file }) => file),
    scenarios,
    varied,
    variants,
    size: readMarket(keys.get('market')?.value, findings),
    seed: seedIn(keys, scenarios[0].seed, findings),
    seeds: (seeds && countIn(seeds, 'seeds', findings)) ?? SEEDS,
    outcomes,
  }
  return design === undefined ? undefined : { ...experiment, design }
}

const SEEDS = 2

/** Title and question, in both languages. */
export function titlesOf(keys: ReadonlyMap<string, Entry>, name: string, findings: Findings) {
  const text = (key: string, node: Node | undefined, fallback: string) =>
    (node && readText(node, key, key === 'title' ? 'title' : 'prose', { findings })) ?? fallback
  const title = text('title', keys.get('title')?.value, name)
  const question = text('question', keys.get('question')?.value, '')
  const translated = keys.get('indonesian')?.value
  const indonesian = (key: string, original: string) =>
    text(`indonesian.${key}`, child(translated, key), original)
  return {
    title,
    question,
    indonesian: {
      title: indonesian('title', title),
      question: indonesian('question', question),
    },
  }
}

/** The seed that is written, else the one of the baseline. */
export function seedIn(
  keys: ReadonlyMap<string, Entry>,
  fallback: string,
  findings: Findings,
): string {
  const node = keys.get('seed')?.value
  return (node && readText(node, 'seed', 'prose', { findings })) ?? fallback
}

export function readMarket(node: Node | undefined, findings: Findings): Size {
  if (node === undefined || describe(node) === 'quick') return { quick: true }
  if (describe(node) === 'full') return {}
  const scale = node.kind === 'scalar' ? Number(node.text) : Number.NaN
  if (scale > 0 && scale <= 10_000) return { scale }
  findings.add(node.place, 'no-option', 'market', {
    got: describe(node),
    expected: 'quick, full, or a number above 0, up to 10000',
  })
  return {}
}
