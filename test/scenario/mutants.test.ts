/** Spoilt scenarios are read to the end: a market or findings that can be printed, each with its place. */
import { expect, it } from 'vitest'
import {
  checkInput,
  type Finding,
  fingerprint,
  formatFinding,
  heldBy,
  type Load,
  messageOf,
  type ReadScenario,
  readScenario,
  textIn,
} from '../../src/scenario/index.ts'
import { fromDisk, shipped } from './files.ts'
import { mutated, randomOf } from './mutants.ts'

const FULL = process.env.PASAR_FULL === '1'
const MUTANTS = FULL ? 10_000 : 300
const BATCH = 50

const SETS = [
  ...['size.buyers', 'runs', 'seed', 'title', 'rules.pricing.reviews', 'venues.*.commission.*'],
  ...['policies.closure.promotion', 'a.b.c', '__proto__.x', 'windows.x', 'courses.a.b', '*.*.*'],
  ...['categories.*.mean-price', 'policies.1.venue', 'sellers.*.cost', 'calendar.end'],
]
const SET_VALUES = [
  '0',
  '-1',
  '1e308',
  '50.000',
  '5 %',
  '1,5',
  '',
  '{',
  '2023-10-04',
  '\0',
  'x'.repeat(9999),
]

const texts = shipped.map((path) => {
  const file = fromDisk(path)
  return file !== undefined && 'text' in file ? file.text : ''
})

/** What makes a terminal do something, or turns the direction of writing. */
const OBEYED = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

function checkFinding(finding: Finding): void {
  expect(Number.isInteger(finding.line) && finding.line >= 1).toBe(true)
  expect(Number.isInteger(finding.column) && finding.column >= 1).toBe(true)
  const message = messageOf(finding)
  expect(message).not.toMatch(/undefined|\[object|NaN to|Invalid Date/)
  expect(message.length).toBeLessThan(1200)
  for (const line of formatFinding(finding).split('\n')) {
    expect(line).not.toMatch(OBEYED)
    expect(line.length).toBeLessThan(1700)
  }
}

/** What is accepted can run: finite numbers, windows in the run, and a manifest that reads the same again. */
function checkRead(read: ReadScenario): void {
  const { input, scenario } = read
  expect(infinite(input)).toBeUndefined()
  const again = checkInput(JSON.parse(JSON.stringify(input)))
  expect(again.faults).toEqual([])
  expect(fingerprint(again.input)).toBe(fingerprint(input))
  for (const { from, to } of scenario.windows)
    expect(from >= 0 && to > from && to <= input.days).toBe(true)
  expect(heldBy(read).length).toBeGreaterThan(100)
}

function infinite(value: unknown, path = ''): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = infinite(inner, `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

function survives(nth: number): void {
  const random = randomOf(nth * 7919 + 13)
  const chosen = Math.floor(random() * shipped.length)
  const path = shipped[chosen]
  const mutant = mutated(texts[chosen], random, texts)
  const bytes = Buffer.from(mutant, random() < 0.03 ? 'latin1' : 'utf8')
  const load: Load = Object.assign(
    (one: string) => (one === path ? textIn(bytes) : fromDisk(one)),
    {
      beside: () => ['indonesia-2023'],
    },
  )
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]
  const set = random() < 0.2 ? [`${pick(SETS)}=${pick(SET_VALUES)}`] : []
  const read = readScenario(path, load, { set })
  if (read.ok) checkRead(read)
  else {
    expect(read.findings.length).toBeGreaterThan(0)
    for (const finding of read.findings) checkFinding(finding)
  }
}

it.each(Array.from({ length: MUTANTS / BATCH }, (_, batch) => batch))(
  `${BATCH} mutants from the seed ${BATCH} times %i`,
  { timeout: 600_000 },
  (batch) => {
    for (let nth = batch * BATCH; nth < (batch + 1) * BATCH; nth++)
      try {
        survives(nth)
      } catch (problem) {
        throw new Error(`mutant ${nth}: ${(problem as Error).message}`, { cause: problem })
      }
  },
)
