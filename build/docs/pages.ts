/**
 * Lays the pages of the site into a folder: those of the repository with their links led to pages, and those that are made.
 * A link to a file that is no page leads to a copy of the file as plain text, so that the site needs no network and no host.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { commandsPage } from './commands.ts'
import { allPages, pagesOf } from './contents.ts'
import { decisions, placesOf, withDecisions } from './decisions.ts'
import { lessonsPage } from './lessons.ts'
import { inText, stretches, titleOf } from './markdown.ts'

const PICTURES = /\.(?:png|svg)$/
const routes = new Map<string, string>([
  ...allPages.flatMap(({ file, route }) => (file === undefined ? [] : [[file, route] as const])),
  ...decisions.map(({ file, route }) => [file, route] as const),
])

/** Output that follows no command is no shell, and has no colours of one. */
const plainOutput = (markdown: string): string =>
  stretches(markdown)
    .map(({ text, code }) => (code ? text.replace(/^```console\n(?!\$ )/, '```text\n') : text))
    .join('\n')

export class Site {
  /** Files of the repository that some page links to and that are no pages. */
  readonly #shown = new Set<string>()
  readonly #pictures = new Set<string>()
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Empties the folder and lays all pages into it. */
  lay(): void {
    rmSync(this.#folder, { recursive: true, force: true })
    const places = placesOf()
    for (const { file, route } of allPages) if (file !== undefined) this.#page(file, route)
    for (const { file, route } of decisions) {
      const decides = (places.get(file) ?? []).map(
        ({ page, heading, anchor }) => `[${page.name}: ${heading}](/${page.route}#${anchor})`,
      )
      const [title, ...rest] = readFileSync(file, 'utf8').split('\n')
      this.#write(
        route,
        this.#led(file, [title, '', `*Decides:* ${decides.join(' · ')}`, ...rest].join('\n')),
        // What is searched for is found where it is folded into.
        { search: false },
      )
    }
    this.#write('guide/lessons', this.#led('docs/guide/lessons.md', lessonsPage('en')))
    this.#write('id/guide/lessons', this.#led('docs/id/guide/lessons.md', lessonsPage('id')))
    this.#write('reference/commands', commandsPage())
    for (const { route, name } of pagesOf('en')) this.#untranslated(route, name)
    for (const { route, title } of decisions) this.#untranslated(route, title)
    for (const file of this.#shown) this.#source(file)
    for (const picture of this.#pictures) this.#picture(picture)
  }

  #page(file: string, route: string): void {
    const led = (of: string, text: string) => this.#led(of, text)
    this.#write(route, led(file, withDecisions(file, readFileSync(file, 'utf8'), led)))
  }

  /** Links of a file as links of the site. */
  #led(file: string, markdown: string): string {
    return inText(plainOutput(markdown), (text) =>
      text
        .replace(/<!--.*?-->\n?/gs, '')
        .replace(/\]\(([^)\s]+)\)/g, (_, target: string) => `](${this.#target(file, target)})`),
    )
  }

  #target(file: string, target: string): string {
    if (/^(?:[a-z]+:|#|\/)/.test(target)) return target
    const [path, anchor] = target.split('#')
    const to = normalize(join(dirname(file), path)).replace(/\/$/, '')
    const behind = anchor === undefined ? '' : `#${anchor}`
    const route = routes.get(to)
    if (route !== undefined) return `/${route}${behind}`
    if (!existsSync(to)) throw new Error(`${file} links to ${target}, which is not there`)
    if (PICTURES.test(to)) {
      this.#pictures.add(to)
      return `/${to}`
    }
    this.#shown.add(to)
    return `/source/${to}.txt`
  }

  /** A file as plain text, or what is in a folder. */
  #source(path: string): void {
    const to = join(this.#folder, 'public/source', `${path}.txt`)
    mkdirSync(dirname(to), { recursive: true })
    if (statSync(path).isDirectory()) writeFileSync(to, `${readdirSync(path).sort().join('\n')}\n`)
    else copyFileSync(path, to)
  }

  #picture(file: string): void {
    const to = join(this.#folder, 'public', file)
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(file, to)
  }

  /** In Indonesian a page that is only in English says so, in the place where one who changes languages looks for it. */
  #untranslated(route: string, name: string): void {
    const there = `id/${route}`
    if (existsSync(join(this.#folder, `${there}.md`))) return
    this.#write(
      there,
      `# ${name}\n\nHalaman ini hanya ada dalam bahasa Inggris: [${name}](/${route}).`,
      { search: false },
    )
  }

  #write(route: string, markdown: string, front: Readonly<Record<string, unknown>> = {}): void {
    const to = join(this.#folder, `${route}.md`)
    mkdirSync(dirname(to), { recursive: true })
    const head = Object.entries({ title: titleOf(markdown)?.replaceAll('`', ''), ...front })
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join('\n')
    writeFileSync(to, `---\n${head}\n---\n\n${markdown}\n`)
  }

  /** The lab as it was built, where it was. */
  withLab(built: string): void {
    if (existsSync(built)) cpSync(built, join(this.#folder, 'public/lab-page'), { recursive: true })
  }
}
