/** Policies from outside the project: files of their own, which a scenario names under `use`. */
import { bringProgram, CATALOGUE, FaultyPolicy, type Policy } from '../market/index.ts'
import { type Findings, nearest, type Place } from './finding.ts'
import { type Load, placeOf } from './layers.ts'
import { child, described, type MapNode, type Node } from './node.ts'
import { phrase } from './phrases.ts'
import type { Reading } from './reading.ts'

/** A policy that a scenario may name, and where it comes from. */
export interface NamedPolicy {
  readonly policy: Policy
  readonly module?: string
}

export interface Uses {
  readonly policies: readonly NamedPolicy[]
  /** Programs by their marks. */
  readonly modules: Readonly<Record<string, string>>
}

/** Those that are shipped, and those of the files under `use`, each relative to the file that names it. */
export function readUses(root: MapNode, load: Load, reading: Reading): Uses {
  const shipped: NamedPolicy[] = CATALOGUE.map((policy) => ({ policy }))
  const section = child(root, 'use')
  const asked = section === undefined ? [] : section.kind === 'list' ? section.items : [section]
  const policies = [...shipped, ...(load.policies ?? [])]
  const modules: Record<string, string> = {}
  for (const node of asked) {
    const found = readUse(node, load, reading)
    if (found === undefined) continue
    const { policy, module, program } = found
    const twin = policies.find((one) => one.policy.name === policy.name)
    if (twin !== undefined && twin.module !== module)
      reading.findings.add(node.place, 'policy-twice', 'use', {
        name: policy.name,
        got: twin.module === undefined ? phrase('a-shipped-policy') : phrase('another-file'),
      })
    else if (twin === undefined) {
      policies.push({ policy, module })
      modules[module] = program
    }
  }
  return { policies, modules }
}

/** What broke a policy: every fault in both languages where it knows them, else the words of what was thrown. */
export function addBroken(
  findings: Findings,
  place: Place,
  path: string,
  name: string,
  problem: unknown,
): void {
  if (!(problem instanceof FaultyPolicy)) {
    const got = problem instanceof Error ? problem.message : String(problem)
    findings.add(place, 'broken-policy', path, { name, got })
    return
  }
  for (const { where, says } of problem.flaws)
    findings.add(place, 'broken-policy', `${path}.${where}`, {
      name: where,
      says: { en: `${name}: ${says.en}`, id: `${name}: ${says.id}` },
    })
}

function readUse(node: Node, load: Load, { findings }: Reading) {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || node.value === '') {
    findings.add(node.place, 'wrong-type', 'use', {
      name: 'use',
      got: described(node),
      expected: phrase('policy-file'),
    })
    return undefined
  }
  const asked = node.value
  const path = placeOf(node.place.source.name, asked)
  const file = load(path)
  if (file === undefined) {
    const meant = nearest(asked.replace(/^.*\//, ''), load.programsBeside?.(path) ?? [])
    const suggestion = meant && asked.replace(/[^/]*$/, meant)
    findings.add(node.place, 'missing-policy-file', 'use', {
      got: asked,
      ...(suggestion ? { suggestion } : {}),
    })
    return undefined
  }
  if ('not' in file) {
    const why = file.why ?? file.expected
    findings.add(node.place, file.not, 'use', { got: asked, ...(why ? { expected: why } : {}) })
    return undefined
  }
  if (file.program === undefined) {
    findings.add(node.place, 'no-programs-here', 'use', { got: asked })
    return undefined
  }
  try {
    if (typeof file.program !== 'string') throw new Error(file.program.why)
    const { mark: module, policy } = bringProgram(file.program)
    return { policy, module, program: file.program }
  } catch (problem) {
    addBroken(findings, node.place, 'use', asked, problem)
    return undefined
  }
}
