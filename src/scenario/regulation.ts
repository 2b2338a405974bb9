/** The catalogue of policies and the register of the regulation, for listing and as a page. */
import {
  articleId,
  CATALOGUE,
  type Policy,
  REGISTER,
  type RegisterEntry,
  registerSourceId,
} from '../market/index.ts'
import { addsOf, type ParameterEntry, parameterIndex } from './documents.ts'
import { kebab } from './names.ts'

export interface PolicyEntry {
  readonly name: string
  readonly does: string
  /** The article that it stands for; empty where it stands for none. */
  readonly article: string
  readonly settings: readonly ParameterEntry[]
  /** What it brings along into the worlds that name it, a sentence each. */
  readonly adds: readonly string[]
  /** The same in Indonesian; labels of settings by their paths. */
  readonly indonesian: {
    readonly name: string
    readonly does: string
    readonly article: string
    readonly adds: readonly string[]
    readonly labels: Readonly<Record<string, string>>
  }
}

export const policyIndex = (policies: readonly Policy[] = CATALOGUE): readonly PolicyEntry[] => {
  const index = parameterIndex(policies)
  return policies.map(({ name, does, article = '', adds = {}, indonesian }) => ({
    name,
    does,
    article,
    adds: addsOf({ adds }),
    settings: index.filter(({ path }) => path.startsWith(`policies.${name}.`)),
    indonesian: {
      name: indonesian.name,
      does: indonesian.does,
      article: indonesian.article ?? '',
      adds: addsOf({ adds }, 'id'),
      labels: Object.fromEntries(
        Object.entries(indonesian.settings).map(([setting, label]) => [
          `policies.${name}.${kebab(setting)}`,
          label,
        ]),
      ),
    },
  }))
}

/** Entries of the register, or only those that move a policy. */
export const registerOf = (policy?: string): readonly RegisterEntry[] =>
  policy === undefined
    ? REGISTER
    : REGISTER.filter(({ moves }) =>
        moves.some(
          (path) => path === `policies.${policy}` || path.startsWith(`policies.${policy}.`),
        ),
      )

/** Paths of the register that lead nowhere: to no parameter, and to no policy of the catalogue. */
export function danglingMoves(register: readonly RegisterEntry[] = REGISTER): readonly string[] {
  const known = new Set([
    ...parameterIndex().map(({ path }) => path),
    ...CATALOGUE.map(({ name }) => `policies.${name}`),
  ])
  // A number by row of another table has one more part: venues.*.commission.*
  const exists = (path: string) => known.has(path) || known.has(`${path}.*`)
  return register.flatMap(({ moves }) => moves.filter((path) => !exists(path)))
}

const code = (paths: readonly string[]) => paths.map((path) => `\`${path}\``).join(', ')

/** docs/regulation.md. */
export function regulationPage(): string {
  const rows = REGISTER.map(({ regulation, article, says, moves, confidence }, at) => [
    ...[`${at + 1}`, regulation, article, says, code(moves) || 'nothing', confidence],
  ])
  const assumptions = REGISTER.map(
    ({ regulation, article, assumption, source }, at) =>
      `${at + 1}. **${regulation}, ${article}.** ${assumption} Source: ${source}.`,
  )
  const indonesian = REGISTER.map(
    ({ regulation, article, saysId, assumptionId, source }, at) =>
      `${at + 1}. **${regulation}, ${articleId(article)}.** ${saysId} *Asumsi:* ${assumptionId} *Sumber:* ${registerSourceId(source)}.`,
  )
  const policies = policyIndex().map(({ name, does, article }) => [code([name]), does, article])
  return [
    INTRODUCTION,
    table(['', 'Regulation', 'Article', 'Says', 'Moves', 'Confidence'], rows),
    '\n## Assumptions\n',
    ...assumptions,
    '\n## Bahasa Indonesia\n',
    ...indonesian,
    '\n## Policies of the catalogue\n',
    'Settings with unit, default and range: [REFERENCE.md](../scenarios/REFERENCE.md).\n',
    table(['Policy', 'Does', 'Article'], policies),
    '',
  ].join('\n')
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const INTRODUCTION = `# The regulation and the model

What each article of Permendag 31/2023 (trade through electronic systems) and PMK 96/2023 (goods sent by post) moves in the
model, what is assumed, and how sure that tie is. Made from \`src/market/policies/register.ts\` by \`npm run schema\`;
\`pasar policies\` prints it. Confidence is of the tie, not of the law: A official statistic or named research house,
B single statement or small survey, C anecdote or from memory, assumption: set by the authors, to be swept. The text
of the law was not at hand as a whole: a number is given where a page named as source quotes it, and "not verified" where
none does. "F" and a number is a row of [sources.md](sources.md), "article" with three digits one of the news articles the project
started from. Where nothing is moved, the model has no answer yet.
`
