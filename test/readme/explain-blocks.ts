/**
 * The cards of docs/explain.md, printed by the commands that stand above them and cut to what the page needs.
 * `npx tsx test/readme/explain-blocks.ts` writes them anew; a test holds that the page has them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { pasar } from '../cli/pasar.ts'

export const PAGE = 'docs/explain.md'

/** Of the first paragraphs of what is printed the lines that are shown; of those that are not named none. */
type Shown = readonly number[]

const ALL = Number.POSITIVE_INFINITY

/** By mark: who the agent is in short, and its first choice; of two worlds also whom the policy affects. */
const SHOWN: Readonly<Record<string, Shown>> = {
  card: [3, ALL],
  worlds: [ALL, 2, ALL, ALL],
}

export const MARKS = Object.keys(SHOWN)

const cut = (text: string, shown: Shown): string =>
  shown
    .map((count, at) => {
      const lines = text.trimEnd().split('\n\n')[at].split('\n')
      return lines.length <= count ? lines : [...lines.slice(0, count), '  ...']
    })
    .map((lines) => lines.join('\n'))
    .join('\n\n')

const marksOf = (mark: string) => [`<!-- ${mark} -->\n`, `<!-- /${mark} -->`] as const

/** What stands between two marks of a page. */
export function between(page: string, mark: string): string {
  const [open, close] = marksOf(mark)
  const [from, to] = [page.indexOf(open), page.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for ${open}`)
  return page.slice(from + open.length, to)
}

/** The command above a card and what it prints, cut, as they stand on the page. */
export async function blocksFor(page: string, mark: string): Promise<string> {
  const command = /^\$ node dist\/pasar\.js (.*)$/m.exec(between(page, mark))?.[1]
  if (command === undefined) throw new Error(`${PAGE} has no command for ${mark}`)
  const { code, out, err } = await pasar([...command.split(' '), '--quiet'])
  if (code !== 0) throw new Error(err)
  return [
    ...['```console', `$ node dist/pasar.js ${command}`, '```', ''],
    ...['```text', cut(out, SHOWN[mark]), '```', ''],
  ].join('\n')
}

async function write(): Promise<void> {
  let page = readFileSync(PAGE, 'utf8')
  for (const mark of MARKS) {
    const [open, close] = marksOf(mark)
    const now = `${open}${between(page, mark)}${close}`
    page = page.replace(now, `${open}${await blocksFor(page, mark)}${close}`)
  }
  writeFileSync(PAGE, page)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await write()
