/**
 * Named draws. Whoever draws declares each purpose by name, in order. Each gets its own stretch of the numbers of a key, so
 * that no two purposes can meet at one number and none is anonymous; and whoever looks at a rule from outside takes the
 * number of a purpose from its declaration.
 */
import type { Population } from './column.ts'
import { agentWord, fraction, type Key, mix, nthWord } from './draws.ts'

/**
 * Numbers an agent: so many, one for each row of a population, or without an end, upwards or below all others. Those without
 * an end share one stretch in turns.
 */
export type Width = number | Pick<Population, 'name'> | 'endless' | 'below'

/**
 * How long a number stands: drawn anew each day, the same for the run, or the same for one that holds a row, where others
 * hold it after him.
 */
type Stands = 'day' | 'run' | 'life'

interface Placed {
  /** Whose number it is, where not that of a row of the rule. */
  readonly of?: string
  /** Numbers left free before its stretch, and why. */
  readonly free?: Exclude<Width, string>
  readonly why?: string
}

export interface Declared<S extends Stands> extends Placed {
  readonly is: 'numbers'
  readonly stands: S
  /** What is settled by it. */
  readonly label: string
  readonly width: Width
}

export type DayDeclaration = Declared<'day'>
export type RunDeclaration = Declared<'run'>
export type LifeDeclaration = Declared<'life'>

/** One number an agent at half of the price, of one half of the key. */
export interface HalfDeclaration {
  readonly is: 'half'
  readonly stands: 'day' | 'run'
  readonly label: string
  readonly half: 'a' | 'b'
}

export type DrawDeclaration = DayDeclaration | RunDeclaration | LifeDeclaration | HalfDeclaration

/** In the order of their stretches. */
export type DrawDeclarations = Readonly<Record<string, DrawDeclaration>>

const numbers =
  <S extends Stands>(stands: S) =>
  (label: string, width: Width = 1, placed: Placed = {}): Declared<S> => ({
    is: 'numbers',
    stands,
    label,
    width,
    ...placed,
  })

/** Drawn anew each day. */
export const daily = numbers('day')
/** The same for the run, whatever the day. */
export const still = numbers('run')
/** The same for each that holds a row. */
export const atBirth = numbers('life')

export const dailyHalf = (label: string, half: 'a' | 'b'): HalfDeclaration => ({
  is: 'half',
  stands: 'day',
  label,
  half,
})
export const stillHalf = (label: string, half: 'a' | 'b'): HalfDeclaration => ({
  is: 'half',
  stands: 'run',
  label,
  half,
})

/** A key, and the numbers nth = first + step x at of it, with `at` from 0 and below `width`. */
export interface Draw extends Key {
  readonly first: number
  readonly step: number
  readonly width: number
  /** What rows are mixed with: -1 where they are not those of the rule, so that their words are others, else 0. */
  readonly others: number
}

/** As `Draw`, for one life after another. */
export interface LifeDraw {
  readonly lives: Draw
}

/** The lane of a key whose words for an agent are these numbers. */
export interface HalfDraw {
  readonly lane: number
}

type DrawOf<D extends DrawDeclaration> = D extends HalfDeclaration
  ? HalfDraw
  : D extends LifeDeclaration
    ? LifeDraw
    : Draw

export type Draws<D extends DrawDeclarations> = { readonly [name in keyof D]: DrawOf<D[name]> }

/** The word of 32 bits of an agent, and of which of his numbers. It does not look whether there are so many. */
export const drawnWord = (draw: Draw, agent: number, at = 0): number =>
  nthWord(draw.b, agentWord(draw.a, agent ^ draw.others), draw.first + Math.imul(draw.step, at))

/**
 * A number strictly between 0 and 1 for an agent.
 * @param at which of his numbers, where he has several
 * @throws Error where he has not so many: it would be that of another purpose
 */
export function drawn(draw: Draw, agent: number, at = 0): number {
  if (!(at < draw.width)) throw new Error(`draw ${at} of ${draw.width}`)
  return fraction(drawnWord(draw, agent, at))
}

/** A number strictly between 0 and 1 for an agent. */
export const halfDrawn = ({ lane }: HalfDraw, agent: number): number =>
  fraction(agentWord(lane, agent))

/** A number strictly between 0 and 1 for whoever holds a row as the `life`th. */
export function drawnInLife({ lives }: LifeDraw, row: number, life: number): number {
  const key = { a: agentWord(lives.a, life) | 0, b: mix(lives.b + row) | 0 }
  return drawn({ ...lives, ...key }, row)
}

/** The draws of a rule that declares none. */
export const NO_DRAWS: DrawDeclarations = {}

/** The keys of whoever draws. Who draws once needs none of the day. */
export interface DrawKeys {
  readonly day?: Key
  readonly run: Key
}

/**
 * What makes the draws of a rule from the keys of a day. Which numbers each purpose has is worked out once.
 * @param counts rows of each population
 */
export function drawerOf<D extends DrawDeclarations>(
  declared: D,
  counts: Readonly<Record<string, number>>,
): (keys: DrawKeys) => Draws<D> {
  const stretches = stretchesOf(declared, counts)
  const declarations = Object.entries(declared)
  return ({ day, run }) => {
    const made = declarations.map(([name, one]) => {
      const key = one.stands === 'day' ? day : run
      if (key === undefined) throw new Error(`no key of the day for the draw ${name}`)
      if (one.is === 'half') return [name, { lane: key[one.half] }]
      const { first, step, width } = stretches.get(name) as Stretch
      const others = one.of === undefined ? 0 : -1
      const draw: Draw = { a: key.a, b: key.b, first, step, width, others }
      return [name, one.stands === 'life' ? { lives: draw } : draw]
    })
    return Object.fromEntries(made)
  }
}

/** @param counts rows of each population */
export const drawsOf = <D extends DrawDeclarations>(
  declared: D,
  keys: DrawKeys,
  counts: Readonly<Record<string, number>>,
): Draws<D> => drawerOf(declared, counts)(keys)

/** More numbers than anybody has, and still a small whole number to the machine. */
const NO_END = 0x3fffffff

interface Stretch {
  readonly first: number
  readonly step: number
  readonly width: number
}

/** Purposes whose numbers must not meet: of one key, and of the rows of the rule or of others. */
export const trackOf = ({
  stands,
  of,
}: DayDeclaration | RunDeclaration | LifeDeclaration): string =>
  `${stands}${of === undefined ? '' : ', of others'}`

/** Where the numbers of each purpose begin: in the order of declaration, one after the other. */
function stretchesOf(
  declared: DrawDeclarations,
  counts: Readonly<Record<string, number>>,
): ReadonlyMap<string, Stretch> {
  const stretches = new Map<string, Stretch>()
  const next = new Map<string, number>()
  const rows = (width: Exclude<Width, string>) => {
    const found = typeof width === 'number' ? width : counts[width.name]
    if (found === undefined) throw new Error(`no count for a draw: ${JSON.stringify(width)}`)
    return found
  }
  const purposes = Object.entries(declared).flatMap(([name, one]) =>
    one.is === 'half' ? [] : [{ name, track: trackOf(one), ...one }],
  )
  for (const { name, track, width, free = 0 } of purposes) {
    const first = (next.get(track) ?? 0) + rows(free)
    if (width === 'endless' || width === 'below') {
      const turns = purposes.filter((one) => one.track === track && one.width === width)
      const turn = turns.findIndex((one) => one.name === name)
      const step = width === 'below' ? -turns.length : turns.length
      const begins = width === 'below' ? step - turn : first + turn
      stretches.set(name, { first: begins, step, width: NO_END })
    } else {
      stretches.set(name, { first, step: 1, width: rows(width) })
      next.set(track, first + rows(width))
    }
  }
  return stretches
}
