/** Reads a fit file: what is fitted, on which targets, within which ranges. Every fault is found at once. */
import { dateOfDay, dayOfDate, number } from '../../engine/index.ts'
import { DIMENSIONS } from '../../market/index.ts'
import {
  areListed,
  describe,
  type Entry,
  entriesOf,
  type Finding,
  Findings,
  heldBy,
  itemsOf,
  type Load,
  listed,
  type MapNode,
  type Node,
  nearest,
  type Scenario,
  scenarioName,
} from '../../scenario/index.ts'
import { type Found, fileAt, treeIn } from '../experiment/files.ts'
import { cellsIn } from '../experiment/read-outcomes.ts'
import { countIn, numberIn } from '../experiment/read-parts.ts'
import { readMarket, scenariosOf, seedIn, titlesOf } from '../experiment/read-study.ts'
import { readVaried } from '../experiment/read-varied.ts'
import { placeOf } from '../frame.ts'
import { canFail, type PlacedTarget, partName, partsOf, readTargets } from '../targets/index.ts'
import { FEWEST } from './carry-out-fit.ts'
import { type FitStudy, outcomeFor, partsFor } from './fit-study.ts'

/** Keys of a fit file, with what each says. */
export const FIT_KEYS = {
  title: 'Name of the fit',
  question: 'The question it answers',
  indonesian: 'Title and question in Indonesian, for the report',
  baseline: 'The scenario whose values are fitted',
  targets: 'A targets file',
  on: 'Targets that are fitted on, by name or id [all that can fail: fitted or predicted]',
  vary: 'What is fitted, each from the range before anything was seen: as in a study file',
  waves: 'Waves of history matching, which rule out what cannot be right [2]',
  points: 'Runs of a wave [10 for each parameter, at least 40]',
  draws: 'Draws that are wanted of each generation of ABC-SMC [300]',
  generations: 'Generations, each nearer to what was seen [3]',
  most: 'Runs of a generation at most; fewer draws are then what there is [10 for each draw]',
  tolerance: 'The largest distance accepted in the first generation [none]',
  market: 'quick, full, or a number that multiplies the agents [quick]',
  seed: 'Any text: the same seed gives the same fit [as the baseline says]',
} as const

export type ReadFit =
  | {
      readonly ok: true
      readonly fit: FitStudy
      /** What is no fault but perhaps not what was meant. */
      readonly warnings: readonly Finding[]
    }
  | {
      readonly ok: false
      readonly findings: readonly Finding[]
      readonly warnings?: readonly Finding[]
    }

/** @param path of the fit file; its baseline and targets are looked for beside it and in the folder above */
export function readFitFile(path: string, load: Load): ReadFit {
  const [findings, warnings] = [new Findings(), new Findings()]
  const root = treeIn(path, 'the fit', load, findings)
  const found = root && scenariosOf(root, path, load, findings)?.[0]
  const fit = root && found && fitIn(root, path, found, load, { findings, warnings })
  return fit === undefined || findings.all.length > 0
    ? { ok: false, findings: findings.sorted(), warnings: warnings.sorted() }
    : { ok: true, fit, warnings: warnings.sorted() }
}

const USUAL = { waves: 2, pointsEach: 10, least: 40, draws: 300, generations: 3, runsEach: 10 }

function fitIn(
  root: MapNode,
  path: string,
  { file, read }: Found,
  load: Load,
  { findings, warnings }: { readonly findings: Findings; readonly warnings: Findings },
): FitStudy | undefined {
  const keys = entriesOf(root, Object.keys(FIT_KEYS), '', { findings })
  const { scenario } = read
  const known = { held: [heldBy(read)], scenarios: [scenario], findings, warnings }
  const varied = readVaried(keys.get('vary')?.value, root, known)
  const list = targetsIn(keys, root, path, load, findings)
  const targets = list && chosenOf(list.targets, keys, root, scenario, findings)
  const count = (key: string, usual: number, least = 1) => {
    const node = keys.get(key)?.value
    return (node && countIn(node, key, findings, undefined, least)) ?? usual
  }
  const draws = count('draws', USUAL.draws, FEWEST)
  const checked = (list?.targets ?? []).filter(
    (target) => canFail(target) && !targets?.includes(target) && isSeen(target, scenario),
  )
  if (targets === undefined || list === undefined) return undefined
  return {
    experiment: {
      name: scenarioName(path),
      ...titlesOf(keys, scenarioName(path), findings),
      files: [file],
      scenarios: [scenario],
      varied,
      variants: [],
      design: { kind: 'given' },
      size: readMarket(keys.get('market')?.value, findings),
      seed: seedIn(keys, scenario.seed, findings),
      seeds: 1,
      outcomes: partsFor([...targets, ...checked]).map(outcomeFor),
    },
    targets,
    checked,
    targetsFile: list.path,
    waves: count('waves', USUAL.waves),
    points: count('points', Math.max(USUAL.least, USUAL.pointsEach * varied.length)),
    draws,
    generations: count('generations', USUAL.generations),
    most: count('most', USUAL.runsEach * draws),
    tolerance: toleranceIn(keys.get('tolerance')?.value, findings),
  }
}

const TOLERANCE = number({
  label: 'Largest distance',
  unit: 'ratio',
  default: 1,
  range: [0, 1e6],
  source: 'of a fit file',
  grade: 'given',
})

const toleranceIn = (node: Node | undefined, findings: Findings): number =>
  (node && numberIn(TOLERANCE, node, 'tolerance', findings)) ?? Number.POSITIVE_INFINITY

function targetsIn(
  keys: ReadonlyMap<string, Entry>,
  root: MapNode,
  path: string,
  load: Load,
  findings: Findings,
) {
  const node = keys.get('targets')?.value
  if (node === undefined) {
    findings.add(root.place, 'missing', 'targets', {
      name: 'the fit',
      expected: 'targets: a targets file',
    })
    return undefined
  }
  const file = fileAt(node, path, load, findings)
  if (file === undefined) return undefined
  const read = readTargets(file, load)
  if (read.ok) return read.file
  findings.all.push(...read.findings)
  return undefined
}

/** The last day that a model of the country may be fitted to: TikTok Shop closed on the next. */
const LAST = '2023-10-03'

/** The targets that are fitted on: those that are named, else all that can fail. */
function chosenOf(
  all: readonly PlacedTarget[],
  keys: ReadonlyMap<string, Entry>,
  root: MapNode,
  scenario: Scenario,
  findings: Findings,
): PlacedTarget[] | undefined {
  const on = keys.get('on')?.value
  const chosen = on === undefined ? all.filter(canFail) : namedIn(on, all, findings)
  const before = findings.all.length
  if (on === undefined && chosen.length === 0)
    findings.add((keys.get('targets')?.value ?? root).place, 'no-design', 'targets', {
      got: 'nothing to fit on',
      expected:
        'every target is solved or set: these hold by construction, and nothing can be learnt from them',
    })
  const cells = cellsIn(scenario)
  for (const target of chosen) refuseUnseen(target, cells, scenario, findings)
  return findings.all.length > before || chosen.length === 0 ? undefined : chosen
}

/** By name or id; what is solved or set is refused where it is named. */
function namedIn(on: Node, all: readonly PlacedTarget[], findings: Findings): PlacedTarget[] {
  const chosen = itemsOf(on).flatMap((item) => {
    const got = describe(item)
    const own = all.filter(({ id, what }) => [id, what].includes(got))
    const names = [...all.map(({ what }) => what), ...all.map(({ id }) => id)]
    const suggestion = nearest(got, names)
    if (own.length === 0)
      findings.add(item.place, 'unknown-row', 'on', {
        name: 'the targets file',
        got: `target ${got}`,
        ...(suggestion ? { suggestion } : { expected: listed(names) }),
      })
    const cannot = own.filter((target) => !canFail(target))
    for (const { what, origin } of cannot)
      findings.add(item.place, 'no-design', 'on', {
        got: `fit on ${what}`,
        expected: `it is ${origin}: it holds by construction, and nothing can be learnt from it. Fit on what is fitted or predicted`,
      })
    return own
  })
  return [...new Set(chosen)]
}

/** Whether a target can be told in the market of a scenario, of days before the closure. */
function isSeen(target: PlacedTarget, scenario: Scenario): boolean {
  const findings = new Findings()
  refuseUnseen(target, cellsIn(scenario), scenario, findings)
  return findings.all.length === 0
}

/** What the market does not record or does not run, and what happened after the closure. */
function refuseUnseen(
  { what, statistic, place }: PlacedTarget,
  cells: ReturnType<typeof cellsIn>,
  { input }: Scenario,
  findings: Findings,
): void {
  const first = dayOfDate(input.start)
  const last = dateOfDay(first + input.days - 1)
  for (const part of partsOf(statistic)) {
    const { measure, at, from, to } = part
    if (placeOf({ cells }, { name: measure }, at) < 0)
      findings.add(place, 'unknown-row', `targets.${what}`, {
        name: 'this market',
        got: partName(part).replace(/, [^,]*$/, ''),
        expected:
          listed([
            ...new Set(
              cells
                .filter((cell) => cell.measure === measure)
                .map(
                  (cell) =>
                    DIMENSIONS.map((one) => cell[one]).find((row) => row !== 'all') ?? 'the whole',
                ),
            ),
          ]) || `no ${measure}`,
      })
    if (dayOfDate(from) < first || to > last)
      findings.add(place, 'outside-horizon', `targets.${what}`, {
        name: what,
        got: `${from} to ${to}`,
        expected: `${input.start} to ${last}`,
      })
    if (!areListed(input) && to > LAST)
      findings.add(place, 'no-design', `targets.${what}`, {
        got: `fit on ${what}`,
        expected: `it looks at ${to}; nothing after ${LAST} is fitted to, so that the closure can be predicted`,
      })
  }
}
