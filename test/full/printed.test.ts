/** What the pages show of the first run is what it prints. */
import { expect, it } from 'vitest'
import { pasar } from '../cli/pasar.ts'
import { blocksOf } from '../readme/blocks.ts'

const PAGES = {
  en: ['README.md', 'docs/guide/first-run.md'],
  id: ['docs/id/guide/first-run.md'],
}

it.each(['en', 'id'] as const)(
  'the quick comparison prints the lines that the pages show of it: %s',
  async (language) => {
    // Blocks of output: those that begin with no command.
    const shown = PAGES[language]
      .flatMap(blocksOf)
      .filter(({ language: fence, text }) => fence === 'console' && !text.startsWith('$ '))
    const { code, out } = await pasar([
      'compare',
      ...['scenarios/indonesia-2023.yaml', 'scenarios/tiktok-shop-ban.yaml'],
      ...['--quick', '--no-files', '--quiet', '--lang', language],
    ])
    expect(code).toBe(0)
    const printed = out.split('\n').map((line) => line.trimEnd())
    expect(shown).toHaveLength(PAGES[language].length)
    const missing = shown.flatMap(({ page, line, text }) =>
      text
        .trimEnd()
        .split('\n')
        .map((told, at) => ({ told: told.trimEnd(), place: `${page}:${line + at}` }))
        .filter(({ told }) => !printed.includes(told))
        .map(({ told, place }) => `${place} ${told}`),
    )
    expect(missing).toEqual([])
  },
)
