/** Study files, and the files that they name. */
import {
  candidates,
  describe,
  type Findings,
  type Load,
  type MapNode,
  meantFile,
  type Node,
  nearest,
  parse,
  placeAt,
  type ReadScenario,
  scenarioName,
  sourceOf,
  tidy,
} from '../../scenario/index.ts'

/** The keys and values of a file; undefined after a finding. */
export function treeIn(
  path: string,
  name: string,
  load: Load,
  findings: Findings,
): MapNode | undefined {
  const file = load(tidy(path))
  const nowhere = placeAt(sourceOf(path, '', 0))
  if (file === undefined) {
    const suggestion = meantFile(tidy(path), load)
    findings.add(nowhere, 'missing-file', '', { got: path, ...(suggestion ? { suggestion } : {}) })
  }
  if (file !== undefined && 'not' in file)
    findings.add(nowhere, file.not, '', { got: path, expected: file.why ?? file.expected ?? '' })
  if (file === undefined || 'not' in file) return undefined
  const tree = parse(sourceOf(tidy(path), file.text, 0), file.text, findings)
  if (tree === undefined || tree.kind === 'map') return tree
  findings.add(tree.place, 'wrong-type', '', {
    name,
    got: describe(tree),
    expected: 'keys and values',
  })
  return undefined
}

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
