/** docs/words.md: terms as they are written by hand, then between marks whatever the code and the shipped scenarios declare. */
import { CATALOGUE, measuresWith, type Policy, SIZES } from '../../market/index.ts'
import type { Scenario } from '../../scenario/index.ts'
import { EXPOSURES, MARKET_ANSWERS, OTHER_KINDS, POLICY_PARTS, REST } from '../../study/index.ts'
import { labelsOf } from '../labels.ts'
import { labelsIn, policyName, windowName } from '../name-words.ts'
import { pageWords } from '../page-words.ts'
import { nameOf, words } from '../words.ts'

type Pair = readonly [english: string, indonesian: string]

/** Windows that a study makes itself, where a scenario has none. */
const OWN_WINDOWS = ['in effect', 'from the first difference', 'all days']

const BEGIN = '<!-- declared: written by npm run schema -->'
const END = '<!-- end of what is declared -->'

/** @param page as it is; what stands between the marks is written anew, and at its end where it has none */
export function wordsPage(
  page: string,
  shipped: readonly Scenario[],
  policies: readonly Policy[] = CATALOGUE,
): string {
  const [before, rest = ''] = page.split(BEGIN)
  const [, after = '\n'] = rest.split(END)
  return `${before.trimEnd()}\n\n${BEGIN}\n\n${declared(shipped, policies).join('\n\n')}\n\n${END}${after}`
}

const declared = (shipped: readonly Scenario[], policies: readonly Policy[]): string[] => [
  section(
    'Measures',
    measuresWith(policies).map(({ label }) => [label.en, label.id]),
  ),
  section('Groups', [...groups(), ...rows(shipped)]),
  section(
    'Mechanisms',
    [...POLICY_PARTS, REST, ...MARKET_ANSWERS].map(({ label }) => [label.en, label.id]),
  ),
  section('Windows', windows(shipped)),
  '## Policies and their settings',
  ...policies.map(settingsOf),
]

const section = (head: string, pairs: readonly Pair[]): string => `## ${head}\n\n${tableOf(pairs)}`

/** Each pair once. */
const tableOf = (pairs: readonly Pair[]): string =>
  [
    '| English | Indonesian |',
    '|---|---|',
    ...new Set(pairs.map(([english, indonesian]) => `| ${english} | ${indonesian} |`)),
  ].join('\n')

/** Kinds that are no rows of a table, income classes, classes of exposure and of size. */
function groups(): Pair[] {
  const { en, id } = pageWords
  const kind = (name: string): Pair => [
    en.kinds[name] ?? words.en.names[name],
    id.kinds[name] ?? words.id.names[name],
  ]
  return [
    ...OTHER_KINDS.map(kind),
    ...Object.keys(words.id.names)
      .filter((name) => name.endsWith(' fifth'))
      .map((name): Pair => [nameOf(name, 'en'), nameOf(name, 'id')]),
    ...[...EXPOSURES, ...SIZES].map((name): Pair => [en.groups[name], id.groups[name]]),
  ]
}

/** Rows of the tables of scenarios: venues, categories, regions, programmes. */
function rows(shipped: readonly Scenario[]): Pair[] {
  const labels = labelsOf(shipped)
  const indonesian = labelsIn('id', labels)
  return Object.entries(labels).map(([name, label]) => [label, nameOf(name, 'id', indonesian)])
}

const windows = (shipped: readonly Scenario[]): Pair[] =>
  [...shipped.flatMap((one) => one.windows.map(({ name }) => name)), ...OWN_WINDOWS].map((name) => [
    name,
    windowName(name, 'id'),
  ])

function settingsOf({ name, does, article, settings, indonesian }: Policy): string {
  const pairs: Pair[] = [
    [does, indonesian.does],
    ...(article === undefined ? [] : [[article, indonesian.article ?? ''] as const]),
    ...Object.entries(settings).map(
      ([setting, { label }]): Pair => [label, indonesian.settings[setting]],
    ),
  ]
  return `### ${name}: ${policyName(name, 'id')}\n\n${tableOf(pairs)}`
}
