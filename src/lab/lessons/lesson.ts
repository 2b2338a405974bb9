/** What a lesson is: a textbook market, what can be moved in it, its answer on paper, and a question. Pure. */
import type { MarketInput } from '../../market/index.ts'
import { type Load, readScenario } from '../../scenario/index.ts'

export type LessonName = 'price' | 'duopoly' | 'merger' | 'closure' | 'fee' | 'noise'

/** Kinds of numbers that lessons show. */
export type Quantity = 'rupiah' | 'share' | 'plain' | 'count' | 'flag' | 'percent' | 'points'

/** Something that a student moves. */
export interface Dial {
  /** Its label, and a name that the label takes up, such as that of a seller. */
  readonly word:
    | 'cost'
    | 'quality'
    | 'owner'
    | 'similarity'
    | 'commission'
    | 'flatFee'
    | 'buyers'
    | 'runs'
  readonly of?: string
  /** As `--set` takes it; nothing where the market does not know it. */
  readonly path?: string
  readonly quantity: Quantity
  readonly range: readonly [number, number]
  readonly step: number
  /** The value that the scenario has by itself. */
  readonly initial: (input: MarketInput) => number
  /** As it is written behind `path=`; the number where left out. */
  readonly written?: (value: number) => string
}

/** A series that the agents draw, and the value that it should come to at a step. */
export interface Curve {
  /** A name of the scenario, or a word of the lesson. */
  readonly name: string
  readonly solved: (step: number) => number
  /** What held before: without the merger, the fee or the closure. */
  readonly before?: number
}

/** A number that a text quotes, with what it is. */
export type Fact = readonly [value: number, quantity: Quantity]

export interface Question {
  readonly quantity: Quantity
  /** The right answer, computed. Undefined where the dials leave nothing to ask. */
  readonly answer: (market: Market) => number | undefined
  /** Numbers that the text of the question and of its explanation quote. */
  readonly facts: (market: Market) => readonly Fact[]
}

/** A textbook market with the dials as they stand. */
export interface Market {
  readonly input: MarketInput
  readonly values: Readonly<Record<string, number>>
}

export interface Lesson {
  readonly name: LessonName
  /** Name of the scenario in the folder of textbook markets. */
  readonly file: string
  /** Settings beside the dials: as many occasions from fewer buyers, to save time. */
  readonly set: readonly string[]
  readonly dials: readonly Dial[]
  readonly quantity: Quantity
  /** What a step is, and how many there are. */
  readonly step: 'week' | 'run'
  readonly steps: (market: Market) => number
  readonly curves: (market: Market) => readonly Curve[]
  /** What the agents do: for each step a value a curve. */
  readonly agents: (market: Market, seed: string) => Generator<readonly number[], void>
  /** Numbers of the formula that stand on no slider. */
  readonly known?: (market: Market) => readonly Fact[]
  readonly question: Question
}

export const dialName = ({ word, of }: Dial): string => (of === undefined ? word : `${word} ${of}`)

/**
 * The market of a lesson.
 * @param folder of the textbook scenarios, with a slash at its end
 * @param values by name of the dial; those left out stand as the scenario has them
 * @throws Error where the scenario has a fault: it is shipped, and its dials stay in their ranges
 */
export function marketOf(
  lesson: Lesson,
  values: Readonly<Record<string, number>>,
  { folder, load }: { readonly folder: string; readonly load: Load },
): Market {
  const set = lesson.dials.flatMap((dial) => {
    const value = values[dialName(dial)]
    if (value === undefined || dial.path === undefined) return []
    const text = dial.written === undefined ? `${value}` : dial.written(value)
    return [`${dial.path}=${text}`]
  })
  const read = readScenario(`${folder}${lesson.file}.yaml`, load, { set: [...lesson.set, ...set] })
  if (!read.ok) throw new Error(`${lesson.file}: ${read.findings.map(({ code }) => code).join()}`)
  const { input } = read
  const initial = lesson.dials.map((dial) => [dialName(dial), dial.initial(input)])
  return { input, values: { ...Object.fromEntries(initial), ...values } }
}

/** How far an answer may lie from the right one, as a share of it. */
const NEAR = 0.05

/** Whether an answer is near enough to one that was computed. */
export const isRight = (answer: number, right: number): boolean =>
  Number.isFinite(answer) && Math.abs(answer - right) <= NEAR * Math.abs(right)
