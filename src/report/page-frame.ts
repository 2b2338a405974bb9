/** A page in both languages, one of them shown, with the charts of both. */
import { escaped, inScript, jsonInScript } from './html.ts'
import { LANGUAGES, type Language } from './input.ts'
import type { DrawnChart } from './page-input.ts'
import { DRAWING, SCRIPT, STYLE } from './page-look.ts'
import { pageWords } from './page-words.ts'

export interface FramedPage {
  /** The language that is shown first. */
  readonly language: Language
  readonly title: string
  /** Charts that scripts draw; a page whose pictures are text of its own has none. */
  readonly charts?: Readonly<Record<Language, readonly DrawnChart[]>>
  /** Vega in one file for browsers, which draws them. */
  readonly runtime?: string
  /** Curves that both languages use. */
  readonly shapes?: string
}

/** A section with its head, in the language of its page. */
export const sectionIn =
  (language: Language) =>
  (id: string, head: string, content: string): string =>
    `<section id="${language}-${id}"><h2>${escaped(head)}</h2>\n${content}\n</section>`

/** The charts of a language, drawn; scripts find each by its name. */
export const figuresIn = (charts: readonly DrawnChart[], language: Language): string =>
  charts
    .map(
      ({ name, title, svg }) =>
        `<figure id="${chartId(language, name)}" role="img" aria-label="${escaped(title)}">${svg}</figure>`,
    )
    .join('\n')

const chartId = (language: Language, name: string) => `${language}-${name}`

export function inBothLanguages(
  { language, title, charts, runtime, shapes = '' }: FramedPage,
  body: (language: Language) => string,
): string {
  const specs = Object.fromEntries(
    LANGUAGES.flatMap((one) =>
      (charts?.[one] ?? []).map(({ name, spec }) => [chartId(one, name), spec]),
    ),
  )
  const drawing =
    runtime === undefined
      ? ''
      : `<script>${inScript(runtime)}</script>
<script>const SPECS = ${jsonInScript(specs)};
${DRAWING}</script>
`
  const switches = LANGUAGES.map(
    (one) =>
      `<button type="button" data-language="${one}" lang="${one}">${pageWords[one].languageName}</button>`,
  ).join('')
  return `<!doctype html>
<html lang="${language}" data-shown="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Pasar</title>
<style>${STYLE}</style>
</head>
<body>
<nav class="languages" aria-label="Language, bahasa">${switches}</nav>
${shapes}
${LANGUAGES.map(body).join('\n')}
${drawing}<script>${SCRIPT}</script>
</body>
</html>
`
}
