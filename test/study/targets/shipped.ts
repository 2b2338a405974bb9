import { formatFinding } from '../../../src/scenario/index.ts'
import { type PlacedTarget, readTargets } from '../../../src/study/index.ts'
import { fromDisk } from '../../scenario/files.ts'

/** The targets that come with the program. */
export function shippedTargets(): readonly PlacedTarget[] {
  const read = readTargets('scenarios/studies/targets-2023.yaml', fromDisk)
  if (!read.ok) throw new Error(read.findings.map(formatFinding).join('\n'))
  return read.file.targets
}
