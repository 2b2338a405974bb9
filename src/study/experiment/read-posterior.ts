/** The design `posterior` of a study file: its points are draws of a fit. */
import {
  describe,
  entriesOf,
  type Findings,
  type HeldValue,
  type Load,
  type Node,
  type Place,
  type Scenario,
  substanceKey,
  tidy,
} from '../../scenario/index.ts'
import { drawnFactors, posteriorOf, readDraws } from './draws.ts'
import type { Experiment, Posterior } from './experiment.ts'
import { countIn } from './read-parts.ts'

/** What the design takes. */
export const POSTERIOR_KEYS = {
  draws: 'The number of draws to use, the first of the file [all]',
  from: 'The folder of a fit, or its draws.csv',
} as const

const KIND = 'posterior'

/** The node with the settings of this design; undefined of any other design. */
export function posteriorNode(node: Node | undefined): Node | undefined {
  if (node?.kind === 'map' && node.entries.size === 1) return node.entries.get(KIND)?.value
  return node !== undefined && describe(node) === KIND ? node : undefined
}

type Drawn = Required<Pick<Experiment, 'design' | 'varied' | 'posterior'>>

/** Where the draws are laid, and what each scenario holds. */
interface Under {
  readonly scenarios: readonly Scenario[]
  readonly held: readonly (readonly HeldValue[])[]
  /** The baseline as the study names it. */
  readonly baseline: string
}

/** @returns undefined after a finding */
export function readPosterior(
  node: Node,
  under: Under,
  load: Load,
  findings: Findings,
): Drawn | undefined {
  const refuse = (place: Place, got: string, expected: string) => {
    findings.add(place, 'no-design', 'design', { got, expected })
    return undefined
  }
  const given =
    node.kind === 'map' ? entriesOf(node, Object.keys(POSTERIOR_KEYS), 'design', { findings }) : []
  const keys = new Map([...given].map(([key, { value }]) => [key, value]))
  const [from, asked] = [keys.get('from'), keys.get('draws')]
  const count = asked === undefined ? undefined : countIn(asked, 'design.draws', findings)
  if (from === undefined) {
    findings.add(node.place, 'missing', 'design.from', {
      name: 'design posterior',
      expected: 'from: { posterior: { draws: 100, from: results/fit-2023 } }',
    })
    return undefined
  }
  const filed = filedAt(from, load)
  if (filed === undefined) {
    findings.add(from.place, 'missing-file', 'design.from', { got: describe(from) })
    return undefined
  }
  const { file, text } = filed
  if (isOfAnother(file, load, under.scenarios[0]))
    return refuse(
      from.place,
      `draws of ${file}`,
      `they go with another baseline than ${under.baseline} as it is; fit it anew with pasar fit, and name the folder of that`,
    )
  const read = readDraws(text, under.held[0])
  if (!read.ok) return refuse(from.place, `draws of ${file}`, read.fault)
  const of = read.draws.length
  if (count !== undefined && count > of)
    return refuse(asked!.place, `design.draws is ${count}`, `${file} has ${of} draws`)
  const draws = read.draws.slice(0, count)
  const posterior = posteriorOf({ ...read, file, of, draws }, under.scenarios, under.held)
  if (posterior.laid.length === 0)
    return refuse(from.place, `draws of ${file}`, 'the policies change every parameter of it')
  return drawn(posterior, under.held)
}

/** The parts of an experiment that draws stand for. */
export const drawn = (
  posterior: Posterior,
  held: readonly (readonly HeldValue[])[],
): Drawn & { readonly design: { readonly kind: 'posterior' } } => ({
  design: { kind: KIND, draws: posterior.draws.length, from: posterior.file },
  varied: drawnFactors(posterior, held),
  posterior,
})

/** Beside the file that names them, or in the folder above: a folder with draws in it, or the file itself. */
function filedAt(
  node: Node,
  load: Load,
): { readonly file: string; readonly text: string } | undefined {
  const named = describe(node)
  const { name } = node.place.source
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const bases = named.startsWith('/') ? [named] : [`${folder}${named}`, `${folder}../${named}`]
  for (const file of bases.flatMap((base) => [`${base}/draws.csv`, base]).map(tidy)) {
    const loaded = load(file)
    if (loaded !== undefined && 'text' in loaded) return { file, text: loaded.text }
  }
  return undefined
}

/** Whether draws were fitted on another baseline, as far as `pasar fit` said beside them on which. */
export function isOfAnother(file: string, load: Load, { input }: Pick<Scenario, 'input'>): boolean {
  const fitted = baselineOf(file, load)
  return fitted !== undefined && fitted !== substanceKey(input)
}

/** The key of the baseline that was fitted, from what `pasar fit` wrote beside its draws. */
function baselineOf(file: string, load: Load): string | undefined {
  const beside = load(tidy(`${file.slice(0, file.lastIndexOf('/') + 1)}fit.json`))
  if (beside === undefined || !('text' in beside)) return undefined
  try {
    return JSON.parse(beside.text)?.baseline?.key
  } catch {
    return undefined
  }
}
