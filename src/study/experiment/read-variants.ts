/** Variants of the model that a study file names: each is laid over the baseline and every policy, and must read there. */
import {
  child,
  describe,
  type Finding,
  type Findings,
  type Load,
  type Node,
  parse,
  readScenario,
  scenarioName,
  sourceOf,
} from '../../scenario/index.ts'
import type { Variant } from './experiment.ts'
import { type Found, fileAt } from './files.ts'

export function readVariants(
  node: Node,
  found: readonly Found[],
  load: Load,
  findings: Findings,
): Variant[] {
  if (node.kind !== 'list' || node.items.length === 0) {
    findings.add(node.place, 'wrong-type', 'variants', {
      got: describe(node),
      expected: 'a list of files',
    })
    return []
  }
  return node.items.flatMap((item) => {
    const file = fileAt(item, item.place.source.name, load, findings)
    return file === undefined ? [] : [variantIn(file, found, load, findings)]
  })
}

function variantIn(file: string, found: readonly Found[], load: Load, findings: Findings): Variant {
  const read = found.map((one) => readScenario(one.file, load, { over: [file] }))
  // What is wrong with the file is wrong over every scenario, and said once.
  const faults = new Map<string, Finding>()
  for (const one of read)
    if (!one.ok) for (const fault of one.findings) faults.set(JSON.stringify(fault), fault)
  findings.all.push(...faults.values())
  const name = scenarioName(file)
  const { title = name, indonesian = title } = titlesIn(file, load, findings)
  return {
    name,
    file,
    title,
    indonesian,
    fingerprints: read.map((one) => (one.ok ? one.scenario.fingerprint : '')),
  }
}

function titlesIn(file: string, load: Load, findings: Findings) {
  const loaded = load(file)
  const text = loaded !== undefined && 'text' in loaded ? loaded.text : ''
  const tree = parse(sourceOf(file, text, 0), text, findings)
  const told = (node: Node | undefined) => (node === undefined ? {} : { text: describe(node) })
  return {
    title: told(child(tree, 'title')).text,
    indonesian: told(child(child(tree, 'indonesian'), 'title')).text,
  }
}
