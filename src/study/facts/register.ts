/**
 * Predictions that are written down before anybody knows what was seen. A registration holds the model's prediction of each statistic, and a
 * hash of what the statistic is; later the file has bands, and is the one that was registered if its statistics have the same hashes.
 */
import { PROGRAM } from '../program.ts'
import type { FactsFound } from './carry-out.ts'
import { type Fact, type Facts, statisticText } from './fact.ts'
import { isIn } from './verdicts.ts'

/** A hash that nobody can meet by chance or by search, as hexadecimal digits. */
export type Hash = (text: string) => string

const FORM = 1

export interface RegisteredFact {
  readonly what: string
  /** Of its statistic, its scenarios and its conditions. */
  readonly statistic: string
  /** Whether what was seen stood in the file already. */
  readonly known: boolean
  readonly unit: string
  /** Median, and 5 and 95 % of runs; null: the runs had no number. */
  readonly median: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface Registration {
  readonly pasar: string
  readonly form: number
  /** Of the code that ran. */
  readonly code: string
  /** Written 2026-11-29T16:09:09.000Z. */
  readonly date: string
  readonly title: string
  readonly seed: string
  readonly runs: number
  /** Fingerprints of the scenarios that made the predictions, at the size at which they ran. */
  readonly scenarios: Readonly<Record<string, string>>
  readonly facts: readonly RegisteredFact[]
  /** Over the statistics of all facts: what to publish. */
  readonly statistics: string
  /** Over all of the above. */
  readonly sha256: string
}

const plain = (value: number): number | null => (Number.isFinite(value) ? value : null)

export function registrationOf(
  { facts, found, seed, runs }: FactsFound,
  { hash, date, code }: { readonly hash: Hash; readonly date: string; readonly code: string },
): Registration {
  const registered = found.map(
    ({ fact, model }): RegisteredFact => ({
      what: fact.what,
      statistic: hash(statisticText(fact, facts)),
      known: fact.band !== undefined,
      unit: fact.unit,
      ...{ median: plain(model.median), low: plain(model.low), high: plain(model.high) },
    }),
  )
  const content = {
    ...{ pasar: PROGRAM, form: FORM, code, date, title: facts.title, seed, runs },
    scenarios: scenariosOf(facts),
    facts: registered,
    statistics: hash(JSON.stringify(registered.map(({ what, statistic }) => [what, statistic]))),
  }
  return { ...content, sha256: hash(JSON.stringify(content)) }
}

const scenariosOf = ({ comparisons }: Facts): Record<string, string> =>
  Object.fromEntries(
    comparisons.flatMap(({ scenarios }) =>
      scenarios.map(({ name, fingerprint }) => [name, fingerprint]),
    ),
  )

/**
 * What a registration says of a fact. `registered`: before what was seen was in the file. `known`: what was seen stood in it already. `changed`: the
 * statistic is another one now. `new`: it was not in the file.
 */
export type Standing = 'registered' | 'known' | 'changed' | 'new'

export interface RegisteredStanding {
  readonly standing: Standing
  /** What was predicted; absent of a new fact. */
  readonly prediction?: RegisteredFact
  /** Whether the registered prediction lies in the band, where both are known and it counts. */
  readonly holds?: boolean
}

export interface Registered {
  readonly date: string
  readonly version: string
  readonly statistics: string
  /** Scenarios that are not what they were: the model predicts something else by now. */
  readonly scenariosChanged: readonly string[]
  /** In order of the facts. */
  readonly facts: readonly RegisteredStanding[]
  /** Facts that were registered and are gone. */
  readonly gone: readonly string[]
}

/** A registration that was edited, or is none. */
export class TamperedRegistration extends Error {}

/** @throws TamperedRegistration where it is not what was written */
export function readRegistration(text: string, hash: Hash): Registration {
  const read = (() => {
    try {
      return JSON.parse(text) as Registration
    } catch {
      throw new TamperedRegistration('it is not JSON')
    }
  })()
  const { sha256, ...content } = Object(read) as Registration
  if (content.form !== FORM || !Array.isArray(content.facts))
    throw new TamperedRegistration('it is no registration of this form')
  if (hash(JSON.stringify(content)) !== sha256)
    throw new TamperedRegistration(
      'it was edited after it was written: its own sha256 does not fit',
    )
  return read
}

export function registeredIn(registration: Registration, facts: Facts, hash: Hash): Registered {
  const before = new Map(registration.facts.map((fact) => [fact.what, fact]))
  const now = scenariosOf(facts)
  return {
    date: registration.date,
    version: registration.pasar,
    statistics: registration.statistics,
    scenariosChanged: Object.keys(now).filter((name) => registration.scenarios[name] !== now[name]),
    facts: facts.facts.map((fact) => standingOf(fact, before.get(fact.what), facts, hash)),
    gone: [...before.keys()].filter((name) => !facts.facts.some(({ what }) => what === name)),
  }
}

function standingOf(
  fact: Fact,
  prediction: RegisteredFact | undefined,
  facts: Facts,
  hash: Hash,
): RegisteredStanding {
  if (prediction === undefined) return { standing: 'new' }
  if (prediction.statistic !== hash(statisticText(fact, facts)))
    return { standing: 'changed', prediction }
  if (prediction.known) return { standing: 'known', prediction }
  const { band } = fact
  const holds =
    band === undefined || prediction.median === null ? {} : { holds: isIn(prediction.median, band) }
  return { standing: 'registered', prediction, ...holds }
}
