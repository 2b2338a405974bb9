/** Pages for people and the blocks of code in them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Block {
  readonly page: string
  /** Line of its first line, from 1. */
  readonly line: number
  /** What stands behind the fence: `sh` is run by the tests, `console` is shown and not run. */
  readonly language: string
  readonly text: string
}

export const read = (path: string): string => readFileSync(path, 'utf8')

/** README and everything under docs. */
export const pages: readonly string[] = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'test/textbook/README.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
    .sort(),
]

export const blocksOf = (page: string): Block[] => {
  const text = read(page)
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ index, 1: language, 2: inner }) => ({
    page,
    line: text.slice(0, index).split('\n').length + 1,
    language,
    text: inner,
  }))
}

const all = pages.flatMap(blocksOf)

export const blocksIn = (language: string): readonly Block[] =>
  all.filter((block) => block.language === language)

/** The file that a block says it is, in a comment on its first line. */
export const nameIn = ({ text }: Block): string | undefined =>
  /^(?:#|\/\/|<!--) (\S+\.(?:yaml|ts|mjs|html))(?: -->)?$/m.exec(text.split('\n', 1)[0])?.[1]

/** Targets of links and images of a page, but for the web. */
export const linksOf = (page: string): string[] =>
  [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))

/** The anchors that headings of a page make. */
export const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
