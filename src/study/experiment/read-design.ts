/** The design of a study file: `grid`, or with its numbers `{ sobol: { base: 256 } }`. */
import {
  describe,
  entriesOf,
  type Findings,
  listed,
  type MapNode,
  type Node,
  nearest,
} from '../../scenario/index.ts'
import { type DesignFault, designFault, type SamplingDesign } from '../design/index.ts'
import type { Varied } from './experiment.ts'
import { ANY, countIn } from './read-parts.ts'

/** What each design takes, with what stands where nothing is written; null: it must be. */
export const DESIGNS: Readonly<
  Record<SamplingDesign['kind'], Readonly<Record<string, number | null>>>
> = {
  grid: { levels: 5 },
  'one-at-a-time': { levels: 5 },
  'latin-hypercube': { points: null },
  'sobol-points': { points: null },
  morris: { trajectories: null, levels: 4 },
  sobol: { base: null },
}

/** Nothing after a finding. Without a design factors are moved one at a time. */
export function readDesign(
  node: Node | undefined,
  root: MapNode,
  varied: readonly Varied[],
  findings: Findings,
): SamplingDesign | undefined {
  const named = node === undefined ? { kind: 'one-at-a-time' } : nameIn(node, findings)
  if (named === undefined) return undefined
  const takes = DESIGNS[named.kind as SamplingDesign['kind']]
  const place = (node ?? root).place
  if (takes === undefined) {
    const known = [...Object.keys(DESIGNS), 'posterior']
    const suggestion = nearest(named.kind, known)
    findings.add(place, 'no-option', 'design', {
      got: named.kind,
      expected: listed(known),
      ...(suggestion ? { suggestion } : {}),
    })
    return undefined
  }
  const given = entriesOf(named.settings, Object.keys(takes), 'design', { findings })
  const numbers = Object.entries(takes).map(([key, fallback]) => {
    const written = given.get(key)?.value
    if (written !== undefined)
      return [key, countIn(written, `design.${key}`, findings, ANY)] as const
    if (fallback === null)
      findings.add(place, 'missing', `design.${key}`, {
        name: `design ${named.kind}`,
        expected: `${key}: { ${named.kind}: { ${key}: 64 } }`,
      })
    return [key, fallback ?? undefined] as const
  })
  if (numbers.some(([, value]) => value === undefined) || varied.length === 0) return undefined
  const design = { kind: named.kind, ...Object.fromEntries(numbers) } as SamplingDesign
  const fault = designFault(design, varied)
  // Too many points are told with the runs and the time that they would take.
  if (fault === undefined || fault.fault === 'too many points') return design
  findings.add(place, 'no-design', 'design', { got: `design ${named.kind}`, expected: said(fault) })
  return undefined
}

interface Named {
  readonly kind: string
  readonly settings?: Node
}

/** `grid`, or `{ sobol: { base: 256 } }`. */
function nameIn(node: Node, findings: Findings): Named | undefined {
  if (node.kind === 'scalar' && node.value !== null) return { kind: node.text }
  if (node.kind === 'map' && node.entries.size === 1) {
    const [{ key, value }] = node.entries.values()
    return { kind: key, settings: value }
  }
  findings.add(node.place, 'wrong-type', 'design', {
    got: node.kind === 'map' ? `${node.entries.size} keys` : describe(node),
    expected: 'one design, e.g. { latin-hypercube: { points: 200 } }',
  })
  return undefined
}

/** What is wrong with a design, in words. */
function said(fault: Exclude<DesignFault, { fault: 'too many points' }>): string {
  switch (fault.fault) {
    case 'no factors':
      return 'nothing varies'
    case 'not whole':
      return `${fault.field} must be a whole number`
    case 'too few':
      return `${fault.field} must be at least ${fault.least}`
    case 'not even':
      return `${fault.field} must be even`
    case 'not a power of two':
      return `${fault.field} must be a power of two: write ${fault.below} or ${fault.above}`
    case 'too many factors':
      return `it takes at most ${fault.most} factors; screen them with morris first`
    case 'a factor twice':
      return `${fault.path} varies twice`
  }
}
