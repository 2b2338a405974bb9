/** Reads of Markdown what the site has to know: headings, links, and what is code and not text. */

/** Text and code in turns: what stands in fences is code. */
export interface Stretch {
  readonly text: string
  readonly code: boolean
}

const FENCE = /^(`{3,}|~{3,}).*$/

/** A page in stretches of text and of code, which together are the page. */
export function stretches(markdown: string): Stretch[] {
  const found: Stretch[] = []
  let lines: string[] = []
  let fence: string | undefined
  const close = (code: boolean) => {
    if (lines.length > 0) found.push({ text: lines.join('\n'), code })
    lines = []
  }
  for (const line of markdown.split('\n')) {
    const mark = FENCE.exec(line)?.[1]
    if (fence === undefined && mark !== undefined) {
      close(false)
      fence = mark
      lines.push(line)
    } else if (fence !== undefined && line.trim() === fence) {
      lines.push(line)
      close(true)
      fence = undefined
    } else lines.push(line)
  }
  close(fence !== undefined)
  return found
}

/** What is not code of a page, changed. */
export const inText = (markdown: string, change: (text: string) => string): string =>
  stretches(markdown)
    .map(({ text, code }) => (code ? text : change(text)))
    .join('\n')

/** The anchor of a heading, as hosts of repositories make it, so that a link leads to one place there and on the site. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

export interface Section {
  /** Nothing before the first heading. */
  readonly heading?: string
  readonly anchor?: string
  readonly lines: readonly string[]
}

/** A page cut at its headings. */
export function sectionsOf(markdown: string): Section[] {
  const sections: { heading?: string; anchor?: string; lines: string[] }[] = [{ lines: [] }]
  for (const { text, code } of stretches(markdown))
    for (const line of text.split('\n')) {
      const heading = code ? undefined : /^#{1,6} (.+)$/.exec(line)?.[1]
      if (heading !== undefined) sections.push({ heading, anchor: anchorOf(heading), lines: [] })
      sections.at(-1)!.lines.push(line)
    }
  return sections.filter(({ lines }) => lines.length > 0)
}

/** Targets of links and pictures in text. */
export const targetsIn = (markdown: string): string[] =>
  stretches(markdown)
    .filter(({ code }) => !code)
    .flatMap(({ text }) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target))

/** The first heading. */
export const titleOf = (markdown: string): string | undefined =>
  /^# (.+)$/m.exec(markdown)?.[1]?.trim()
