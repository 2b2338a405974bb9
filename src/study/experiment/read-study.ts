/** Reads a study file: what varies, by which design, in which market, and what is asked. Every fault is found at once. */
import {
  child,
  describe,
  type Entry,
  entriesOf,
  type Finding,
  Findings,
  type HeldValue,
  heldBy,
  itemsOf,
  type Load,
  type MapNode,
  type Node,
  readScenario,
  readText,
  type Scenario,
  type Size,
  scenarioName,
} from '../../scenario/index.ts'
import type { Experiment } from './experiment.ts'
import { type Found, fileAt, treeIn } from './files.ts'
import { readDesign } from './read-design.ts'
import { readOutcomes } from './read-outcomes.ts'
import { ANY, countIn } from './read-parts.ts'
import { posteriorNode, readPosterior } from './read-posterior.ts'
import { readVariants } from './read-variants.ts'
import { readVaried } from './read-varied.ts'
import { tooManyRuns } from './too-many.ts'

export type StudyFile =
  | {
      readonly ok: true
      readonly experiment: Experiment
      /** What is no fault but perhaps not what was meant. */
      readonly warnings: readonly Finding[]
    }
  | {
      readonly ok: false
      readonly findings: readonly Finding[]
      readonly warnings?: readonly Finding[]
    }

/** Keys of a study file, with what each says. */
export const STUDY_KEYS = {
  title: 'Name of the study',
  question: 'The question it answers',
  indonesian: 'Title and question in Indonesian, for the report',
  baseline: 'The scenario to compare with',
  policies: 'Scenarios that are compared with it; none: levels of the baseline',
  variants: 'Files that are laid over all of them, one at a time: variants of the model',
  vary: 'What varies, by paths as `--set` takes them: `{}` stands for the range that is declared',
  design:
    'Where runs are made: grid, one-at-a-time, latin-hypercube, sobol-points, morris, sobol, posterior',
  market: 'quick, full, or a number that multiplies the agents [quick]',
  seed: 'Any text: the same seed gives the same runs [as the baseline says]',
  seeds: 'Runs at each point [2]',
  outcomes: 'What is asked, by name: `{ measure: sales, venue: shopee, of: percent }`',
} as const

/** @param path of the study file; scenarios are looked for beside it and in the folder above */
export function readStudyFile(path: string, load: Load): StudyFile {
  const [findings, warnings] = [new Findings(), new Findings()]
  const root = treeIn(path, 'the study', load, findings)
  if (root === undefined) return { ok: false, findings: findings.sorted() }
  const read = scenariosOf(root, path, load, findings)
  const experiment =
    read === undefined
      ? undefined
      : experimentOf(root, scenarioName(path), read, load, { findings, warnings })
  return experiment === undefined || findings.all.length > 0
    ? { ok: false, findings: findings.sorted(), warnings: warnings.sorted() }
    : { ok: true, experiment, warnings: warnings.sorted() }
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
  said: Said,
): Experiment | undefined {
  const { findings } = said
  const keys = entriesOf(root, Object.keys(STUDY_KEYS), '', { findings })
  const scenarios = found.map(({ read }) => read.scenario)
  const held = found.map(({ read }) => heldBy(read))
  const made = designIn(keys, root, { found, scenarios, held }, load, said)
  const outcomes = readOutcomes(keys.get('outcomes')?.value, scenarios, findings)
  const seeds = keys.get('seeds')?.value
  const experiment = {
    name,
    ...titlesOf(keys, name, findings),
    files: found.map(({ file }) => file),
    scenarios,
    varied: [],
    variants: [],
    size: readMarket(keys.get('market')?.value, findings),
    seed: seedIn(keys, scenarios[0].seed, findings),
    seeds: (seeds && countIn(seeds, 'seeds', findings, ANY)) ?? SEEDS,
    outcomes,
  }
  if (made === undefined) return undefined
  const whole = { ...experiment, ...made }
  const tooMany = tooManyRuns(whole)
  if (tooMany !== undefined)
    findings.add((keys.get('design')?.value ?? seeds ?? root).place, 'no-design', 'design', {
      got: `design ${whole.design.kind}`,
      expected: tooMany,
    })
  return whole
}

/** What is wrong, and what is perhaps not meant. */
interface Said {
  readonly findings: Findings
  readonly warnings: Findings
}

type Made = Pick<Experiment, 'design'> &
  Partial<Pick<Experiment, 'varied' | 'variants' | 'posterior'>>

/** What is done at each point: parameters vary by a design, or variants of the model or draws of a fit are laid over it. */
function designIn(
  keys: ReadonlyMap<string, Entry>,
  root: MapNode,
  under: {
    readonly found: readonly Found[]
    readonly scenarios: readonly Scenario[]
    readonly held: readonly (readonly HeldValue[])[]
  },
  load: Load,
  { findings, warnings }: Said,
): Made | undefined {
  const [listed, design] = ['variants', 'design'].map((key) => keys.get(key)?.value)
  const others = (names: readonly string[], facts: { got: string; expected: string }) => {
    for (const { key, place } of names.flatMap((name) => keys.get(name) ?? []))
      findings.add(place, 'conflict', key, facts)
  }
  if (listed !== undefined) {
    const expected = 'one of both: a study of parameters, or one of variants'
    others(['vary', 'design'], { got: 'variants', expected })
    const variants = readVariants(listed, under.found, load, findings)
    return { design: { kind: 'variants' }, variants }
  }
  const settings = posteriorNode(design)
  if (settings !== undefined) {
    const expected = 'one of both: what varies, or draws of a fit, which say it themselves'
    others(['vary'], { got: 'design posterior', expected })
    const baseline = under.found[0].file
    return readPosterior(settings, { ...under, baseline }, load, findings)
  }
  const varied = readVaried(keys.get('vary')?.value, root, { ...under, findings, warnings })
  const made = readDesign(design, root, varied, findings)
  return made === undefined ? undefined : { design: made, varied }
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
