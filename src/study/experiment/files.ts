/** Files that a study file names. */
import {
  candidates,
  describe,
  type Findings,
  type Load,
  type Node,
  nearest,
  type ReadScenario,
  scenarioName,
} from '../../scenario/index.ts'

/** A scenario that was read, with the path of its file. */
export interface Found {
  readonly file: string
  readonly read: ReadScenario
}

/** The file that a name means: beside the one that names it, or in the folder above. */
export function fileAt(
  node: Node,
  path: string,
  load: Load,
  findings: Findings,
): string | undefined {
  if (node.kind !== 'scalar' || node.value === null) {
    findings.add(node.place, 'wrong-type', '', {
      name: 'a file',
      got: describe(node),
      expected: 'the name of a file',
    })
    return undefined
  }
  const places = candidates(path, node.text)
  const file = places.find((candidate) => load(candidate) !== undefined)
  if (file === undefined) {
    const known = places.flatMap((place) => load.beside?.(place) ?? [])
    const suggestion = nearest(scenarioName(node.text), known)
    findings.add(node.place, 'missing-file', '', {
      got: node.text,
      ...(suggestion ? { suggestion } : {}),
    })
    return undefined
  }
  return file
}
