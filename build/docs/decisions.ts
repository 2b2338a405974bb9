/** Which decision is behind which section of which page: the pages say it by their links. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { GENERATED, type Page, pagesOf } from './contents.ts'
import { sectionsOf, targetsIn, titleOf } from './markdown.ts'

export const FOLDER = 'docs/decisions'

export interface Decision {
  readonly file: string
  readonly route: string
  readonly title: string
}

/** A place that names a decision. */
export interface Place {
  readonly page: Page
  readonly heading: string
  readonly anchor: string
}

export const decisions: readonly Decision[] = readdirSync(FOLDER)
  .filter((name) => /^\d+.*\.md$/.test(name))
  .sort()
  .map((name) => {
    const file = join(FOLDER, name)
    return {
      file,
      route: `decisions/${name.replace(/\.md$/, '')}`,
      title: titleOf(readFileSync(file, 'utf8'))!,
    }
  })

const deciding = pagesOf('en').filter(
  ({ file }) => file !== undefined && !GENERATED.includes(file) && !file.startsWith(FOLDER),
)

/** The files that some Markdown of a file links to. */
export const linkedFrom = (file: string, markdown: string): string[] =>
  targetsIn(markdown)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(file), target.split('#')[0])))

/** By file of a decision the places that name it, in the order of the book. */
export function placesOf(): Map<string, Place[]> {
  const places = new Map<string, Place[]>(decisions.map(({ file }) => [file, []]))
  for (const page of deciding) {
    const text = readFileSync(page.file!, 'utf8')
    for (const { heading = page.name, anchor = '', lines } of sectionsOf(text))
      for (const file of new Set(linkedFrom(page.file!, lines.join('\n'))))
        places.get(file)?.push({ page, heading, anchor })
  }
  return places
}

/** Behind each section a line that names its decisions by their titles. */
export function withDecisions(file: string, markdown: string): string {
  if (GENERATED.includes(file) || file.startsWith(FOLDER)) return markdown
  return sectionsOf(markdown)
    .map(({ lines }) => {
      const linked = linkedFrom(file, lines.join('\n'))
      const here = decisions.filter((decision) => linked.includes(decision.file))
      if (here.length === 0) return lines.join('\n')
      const names = here.map(({ title, route }) => `- [${title}](/${route})`)
      return [...lines, '', '::: details Why so: decisions', ...names, ':::', ''].join('\n')
    })
    .join('\n')
}
