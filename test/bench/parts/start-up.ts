import { median } from 'simple-statistics'
import { POLICY } from '../country.ts'
import type { Asked, Figure, Part } from '../part.ts'
import { taken } from '../processes.ts'

const COMMANDS = { '--version': ['--version'], check: ['check', POLICY] }

/** Processor time of commands that run no market. */
export const startUp: Part = {
  name: 'start-up',
  about: 'Commands that run no market, processor time',
  async measure({ turns, against }: Asked) {
    const figures: Figure[] = []
    for (const [name, given] of Object.entries(COMMANDS)) {
      const [own, other]: number[][] = [[], []]
      for (let turn = 0; turn < turns; turn++) {
        own.push((await taken('.', ['dist/pasar.js', ...given])).cpu)
        if (against) other.push((await taken(against, ['dist/pasar.js', ...given])).cpu)
      }
      figures.push({ name, value: median(own), unit: 's', most: 0.3 })
      if (against)
        figures.push({ name: `${name}, ratio`, value: median(own) / median(other), unit: '' })
    }
    return figures
  },
}
