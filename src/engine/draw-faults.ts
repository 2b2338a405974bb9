/** What is wrong in draws as a rule declares them: held by tests for the rules of the model, and by whoever takes others. */
import { type DrawDeclarations, trackOf } from './named-draws.ts'

/** What is wrong with declared draws, in the words of a programmer; nothing where all is well. */
export function faultsOfDraws(declared: DrawDeclarations): string[] {
  const faults: string[] = []
  const labels = new Map<string, string>()
  const halves = new Map<string, string>()
  const endless = new Set<string>()
  for (const [name, one] of Object.entries(declared)) {
    const twice = labels.get(one.label)
    if (twice !== undefined) faults.push(`draws ${twice} and ${name} are for the same`)
    labels.set(one.label, name)
    if (one.is === 'half') {
      const half = `${one.stands} ${one.half}`
      const other = halves.get(half)
      if (other !== undefined) faults.push(`draws ${other} and ${name} take the same half of a key`)
      halves.set(half, name)
      continue
    }
    const { width, free, why } = one
    if (typeof width === 'number' && !(Number.isInteger(width) && width > 0))
      faults.push(`draw ${name} has ${width} numbers`)
    if (free !== undefined && !why) faults.push(`draw ${name} leaves numbers free and says not why`)
    if (width === 'endless') endless.add(trackOf(one))
    else if (width !== 'below' && endless.has(trackOf(one)))
      faults.push(`draw ${name} comes after one without an end`)
  }
  return faults
}
