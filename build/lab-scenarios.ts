/** Shipped scenarios as the lab has them: their texts, and what the gallery says of each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bare, Entry, FirstVisit } from '../src/lab/entry.ts'
import { lean } from '../src/lab/lean.ts'
import { CATALOGUE } from '../src/market/index.ts'
import { forkOf, readScenario, type Scenario } from '../src/scenario/index.ts'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const FOLDERS = ['scenarios', 'scenarios/policies', 'scenarios/clusters', 'scenarios/textbook']

/** Of which scenario a policy is the other world, where that is not the country's baseline. */
const BASELINES: Readonly<Record<string, string>> = {
  'scenarios/clusters/bekasi-ban.yaml': 'scenarios/clusters/bekasi.yaml',
  'scenarios/policies/placebo-date.yaml': 'scenarios/policies/placebo-baseline.yaml',
  'scenarios/policies/placebo-venue.yaml': 'scenarios/policies/placebo-baseline.yaml',
  'scenarios/policies/producers-stop-no-loop.yaml': 'scenarios/policies/income-loop-cut.yaml',
}

const BASELINE = 'scenarios/indonesia-2023.yaml'

/** The text of every shipped scenario by its path. */
export const texts = (): Record<string, string> =>
  Object.fromEntries(
    FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name), 'utf8')]),
    ),
  )

/** Every shipped scenario that differs from its baseline from a day on, the closure first. */
export function gallery(): Entry[] {
  const known = texts()
  const read = (path: string): Scenario => {
    const found = readScenario(path, (asked) =>
      asked in known ? { text: known[asked] } : undefined,
    )
    if (!found.ok) throw new Error(`${path} has a fault`)
    return found.scenario
  }
  const bases = new Map<string, Scenario>()
  const entries = Object.keys(known).flatMap((path): Entry[] => {
    const baseline = BASELINES[path] ?? BASELINE
    if (path === baseline || path.includes('/textbook/')) return []
    const base = bases.get(baseline) ?? read(baseline)
    bases.set(baseline, base)
    const policy = read(path)
    const fork = forkOf(base.input, policy.input)
    if (
      path !== 'scenarios/policies/placebo-venue.yaml' &&
      (fork === 0 || fork >= policy.input.days)
    )
      return []
    return [entryOf(path, baseline, policy)]
  })
  const first = (path: string) => Number(path !== 'scenarios/tiktok-shop-ban.yaml')
  return entries.sort((one, other) => first(one.path) - first(other.path))
}

function entryOf(path: string, baseline: string, scenario: Scenario): Entry {
  const names = [...new Set(scenario.input.policies.map(({ policy }) => policy))]
  const stands = CATALOGUE.find(
    ({ name, article }) => names.includes(name) && article !== undefined,
  )
  return {
    path,
    baseline,
    title: { en: scenario.title, id: scenario.indonesian.title },
    question: { en: scenario.question, id: scenario.indonesian.question },
    policies: names,
    ...(stands
      ? { article: { en: stands.article!, id: stands.indonesian.article ?? stands.article! } }
      : {}),
  }
}

/** What the first visit shows, read already: the reader of scenarios comes after the first picture. */
export function firstVisit(): FirstVisit {
  const known = texts()
  const [entry] = gallery()
  const bare = (path: string): Bare => {
    const found = readScenario(path, (asked) =>
      asked in known ? { text: known[asked] } : undefined,
    )
    if (!found.ok) throw new Error(`${path} has a fault`)
    const { numbers: _, ...rest } = found.scenario
    return rest
  }
  const [baseline, policy] = [bare(entry.baseline), bare(entry.path)]
  const own = Object.entries(policy.input).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(baseline.input, key)),
  )
  const fork = forkOf(baseline.input, policy.input)
  const short = { ...baseline, input: lean(baseline.input) }
  return { entry, baseline: short, policy: { ...policy, input: Object.fromEntries(own) }, fork }
}

/** What shipped studies of uncertainty found, each as the text of its results. */
export const studies = (): string[] => {
  const folder = join(ROOT, 'scenarios/studies/results')
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name, 'results.json'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'))
}
