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

/** A decision behind a fold: its text without its title, which the fold has. */
const folded = ({ file, title, route }: Decision, led: Led): string[] => [
  `::: details ${title}`,
  led(file, readFileSync(file, 'utf8').split('\n').slice(1).join('\n')).trim(),
  '',
  `[A page of its own](/${route})`,
  ':::',
  '',
]

/** Text of a file with its links as links of the site. */
export type Led = (file: string, markdown: string) => string

/** Behind each section its decisions, folded; one that an earlier section of the page has is a link. */
export function withDecisions(file: string, markdown: string, led: Led): string {
  if (GENERATED.includes(file) || file.startsWith(FOLDER)) return markdown
  const told = new Set<Decision>()
  return sectionsOf(markdown)
    .map(({ lines }) => {
      const linked = linkedFrom(file, lines.join('\n'))
      const here = decisions.filter((decision) => linked.includes(decision.file))
      if (here.length === 0) return lines.join('\n')
      const fresh = here.filter((decision) => !told.has(decision))
      const again = here.filter((decision) => told.has(decision))
      for (const decision of fresh) told.add(decision)
      const names = again.map(({ title, route }) => `[${title}](/${route})`)
      return [
        ...lines,
        '',
        ...fresh.flatMap((decision) => folded(decision, led)),
        ...(names.length > 0 ? [`*Decided above:* ${names.join(' · ')}`, ''] : []),
      ].join('\n')
    })
    .join('\n')
}
