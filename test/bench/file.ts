/** What the bench found, as JSON: parts that were measured at other times stay, each with its own date. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { VERSION } from '../../src/study/index.ts'
import type { Asked, Figure, Part } from './part.ts'

/** Raised when a reader of the old form would misread the new. */
const FORM = 'pasar/bench/1'

export interface Machine {
  readonly cpu: string
  readonly cores: number
  /** GiB. */
  readonly memory: number
  readonly node: string
  readonly platform: string
}

export interface MeasuredPart {
  readonly name: string
  readonly about: string
  readonly version: string
  readonly date: string
  /** How many processes ran or wanted to in the last minute of it, in the mean: on an idle machine as many as the part has threads. */
  readonly load: number
  /** The version that ratios are against. */
  readonly against?: string
  readonly figures: readonly Figure[]
}

export interface BenchFile {
  readonly form: typeof FORM
  readonly machine: Machine
  readonly parts: readonly MeasuredPart[]
}

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory: totalmem() / 2 ** 30,
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
})

/** Measures a part, now. */
export async function measured(part: Part, asked: Asked): Promise<MeasuredPart> {
  const { name, about } = part
  const figures = await part.measure(asked)
  const against = asked.against && versionIn(asked.against)
  return {
    ...{ name, about, version: VERSION, date: new Date().toISOString(), load: loadavg()[0] },
    ...(against === undefined ? {} : { against }),
    figures,
  }
}

const versionIn = (folder: string): string =>
  JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version

/** The file with these parts in the place of earlier ones, if it is of this machine. */
export function withParts(
  path: string,
  parts: readonly MeasuredPart[],
  order: readonly string[],
): BenchFile {
  const machine = thisMachine()
  const earlier = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as BenchFile)
    : undefined
  const kept = earlier?.form === FORM && isSame(earlier.machine, machine) ? earlier.parts : []
  const newer = new Set(parts.map(({ name }) => name))
  const all = [...kept.filter(({ name }) => !newer.has(name)), ...parts]
  const place = ({ name }: MeasuredPart) => order.indexOf(name)
  return { form: FORM, machine, parts: all.sort((one, other) => place(one) - place(other)) }
}

const isSame = (one: Machine, other: Machine): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

export function writeFile(path: string, file: BenchFile): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(file, undefined, 2)}\n`)
}
