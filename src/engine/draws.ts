/**
 * Keyed draws. A draw is a pure function of (seed, purpose, day, agent, nth): nothing is consumed, so
 * the order of agents, the number of threads, what is recorded and which other rules run change nothing,
 * and two scenarios with one seed differ only by their causes.
 */
import seedrandom from 'seedrandom'
import { log } from './arithmetic.ts'

/** A 64-bit key in two lanes: whole numbers of 32 bits with a sign, which the engine keeps without a box. */
export interface Key {
  readonly a: number
  readonly b: number
}

/** A bijection of 32-bit words that spreads every bit (in the form of the finaliser `lowbias32` of C. Wellons). */
export function mix(word: number): number {
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
  return (word ^ (word >>> 15)) >>> 0
}

/** The first half of `word`: of a key's lane a and an agent. */
export const agentWord = (a: number, agent: number): number => mix(a ^ Math.imul(agent, 0x9e3779b1))

/** The second half of `word`: of a key's lane b, the agent's own word and nth. */
export const nthWord = (b: number, agent: number, nth: number): number =>
  mix(agent ^ (b + Math.imul(nth, 0x85ebca77)))

/** One 32-bit word for (key, agent, nth). */
export const word = (key: Key, agent: number, nth: number): number =>
  nthWord(key.b, agentWord(key.a, agent), nth)

/** A number strictly between 0 and 1 for (key, agent, nth). */
export const uniform = (key: Key, agent: number, nth: number): number =>
  fraction(word(key, agent, nth))

/** The number strictly between 0 and 1 that a word stands for. */
export const fraction = (word: number): number => (word + 0.5) * 2.3283064365386963e-10

/** FNV-1a over the characters of a text: how rule names and entity names enter a key. */
export function textWord(text: string): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193)
  return mix(hash)
}

/** The key of a run: `seedrandom` turns any text into two words. */
export function seedKey(seed: string): Key {
  const generator = seedrandom(seed)
  return { a: generator.int32(), b: generator.int32() }
}

/** The key of one purpose on one day: what a rule draws with. */
export function keyOf(run: Key, purpose: string, day = 0): Key {
  const name = textWord(purpose)
  return {
    a: mix(mix(run.a ^ name) ^ Math.imul(day + 1, 0xc2b2ae3d)) | 0,
    b: mix(mix(run.b + name) + Math.imul(day + 1, 0x27d4eb2f)) | 0,
  }
}

/** The key of a purpose whatever the day: for noise that must stand still. */
export const stillKeyOf = (run: Key, purpose: string): Key => keyOf(run, `${purpose}, any day`)

/**
 * Standard Gumbel noise at the midpoints of 4096 equal parts of probability: no logarithm in the hot loop.
 */
export const GUMBEL: Float32Array = (() => {
  const table = new Float32Array(4096)
  for (let k = 0; k < 4096; k++) table[k] = -log(-log((k + 0.5) / 4096))
  return table
})()

/** e^Gumbel, for the larger of products instead of the larger of sums. */
export const FRECHET: Float32Array = (() => {
  const table = new Float32Array(4096)
  for (let k = 0; k < 4096; k++) table[k] = -1 / log((k + 0.5) / 4096)
  return table
})()
