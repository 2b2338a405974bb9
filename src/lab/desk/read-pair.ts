/** Reads the two scenarios of a work, and makes its sliders. */
import { differencesTold } from '../../report/index.ts'
import {
  clashOf,
  type Finding,
  forkOf,
  formatFinding,
  formatIn,
  type Load,
  type ReadScenario,
  readScenario,
} from '../../scenario/index.ts'
import { clashesOf } from './clashes.ts'
import { dialsOf } from './dials.ts'
import type { Read, Told, Work } from './messages.ts'

/** Texts of scenarios by their path. */
export type Texts = Readonly<Record<string, string>>

/** Hands in the texts of scenarios, and in place of the one at work what was written instead. */
export const loading =
  (work: Work, texts: Texts): Load =>
  (path) => {
    const text = path === work.path ? (work.text ?? texts[path]) : texts[path]
    return text === undefined ? undefined : { text }
  }

const inBoth = (findings: readonly Finding[]): Told<readonly string[]> => ({
  en: findings.map(formatIn('en')),
  id: findings.map(formatIn('id')),
})

/** A baseline without changes is read once. */
const known = new Map<string, ReadScenario>()

const faulty = (findings: readonly Finding[], set: readonly string[]) =>
  ({ ok: false, findings: inBoth(findings), clashes: clashesOf(findings, set) }) as const

export function readPair(work: Work, texts: Texts): Read {
  const load = loading(work, texts)
  const key = JSON.stringify([work.baseline, work.both, work.text ?? ''])
  const before = known.get(key) ?? readScenario(work.baseline, load, { set: work.both })
  if (!before.ok) return faulty(before.findings, work.both)
  known.set(key, before)
  const set = [...work.both, ...work.set]
  const after = readScenario(work.path, load, { set })
  if (!after.ok) return faulty(after.findings, set)
  const pair = [before.scenario, after.scenario]
  const [en, id] = [clashOf(pair, 'en'), clashOf(pair, 'id')]
  if (en !== undefined && id !== undefined)
    return { ok: false, findings: { en: [en], id: [id] }, clashes: [] }
  return {
    ok: true,
    baseline: before.scenario,
    policy: after.scenario,
    fork: forkOf(before.input, after.input),
    dials: dialsOf(before, after),
    differences: differencesTold(before.scenario, after.scenario),
    warnings: after.warnings.map(formatFinding),
  }
}
