import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from 'simple-statistics'
import { FILES } from '../country.ts'
import type { Asked, Figure, Part } from '../part.ts'
import { type Taken, taken } from '../processes.ts'

/** What a comparison takes: for the first time, with the baseline that it kept, and in another folder. */
interface Turn {
  readonly first: Taken
  readonly kept: Taken
  readonly other?: Taken
}

async function turnOf(options: readonly string[], against: string | undefined): Promise<Turn> {
  const room = mkdtempSync(join(tmpdir(), 'pasar-closure-'))
  try {
    const compare = (folder: string, out: string) =>
      taken(folder, ['dist/pasar.js', 'compare', ...FILES, ...options, '--out', join(room, out)], {
        PASAR_CACHE: join(room, 'cache'),
      })
    const first = await compare('.', 'first')
    const kept = await compare('.', 'kept')
    return against === undefined
      ? { first, kept }
      : { first, kept, other: await compare(against, 'other') }
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

function figuresOf(turns: readonly Turn[]): Figure[] {
  const of = (name: keyof Turn, what: keyof Taken) => median(turns.map((one) => one[name]![what]))
  const figures: Figure[] = [
    { name: 'first time, processor time', value: of('first', 'cpu'), unit: 's' },
    { name: 'with the kept baseline, processor time', value: of('kept', 'cpu'), unit: 's' },
    { name: 'first time, to the answer', value: of('first', 'toFirstLine'), unit: 's' },
    { name: 'first time, to the last file', value: of('first', 'seconds'), unit: 's' },
    { name: 'kept, to the answer', value: of('kept', 'toFirstLine'), unit: 's' },
    { name: 'kept, to the last file', value: of('kept', 'seconds'), unit: 's' },
    { name: 'memory', value: of('first', 'memory') / 2 ** 20, unit: 'MiB' },
  ]
  if (turns.every(({ other }) => other === undefined)) return figures
  const ratio = (name: 'first' | 'kept') =>
    median(turns.map((one) => one[name].cpu / one.other!.cpu))
  return [
    ...figures,
    { name: 'first time, ratio', value: ratio('first'), unit: '', most: 0.5 },
    { name: 'with the kept baseline, ratio', value: ratio('kept'), unit: '', most: 0.25 },
  ]
}

const closureIn = (name: string, about: string, options: readonly string[]): Part => ({
  name,
  about,
  async measure({ turns, against, tiny }: Asked) {
    const made: Turn[] = []
    const less = tiny ? ['--quick', '--runs', '1', '--scale', '0.1', '--no-report'] : options
    for (let turn = 0; turn < turns; turn++) made.push(await turnOf(less, against))
    return figuresOf(made)
  },
})

export const closure = closureIn(
  'closure',
  'The closure compared in the quick market, 4 runs, with charts and page',
  ['--quick'],
)

export const study = closureIn(
  'study',
  'The closure compared at full size, 2 runs, with charts and page',
  ['--runs', '2'],
)
