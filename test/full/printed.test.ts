/** What the pages show of the first run is what it prints. */
import { expect, it } from 'vitest'
import { pasar } from '../cli/pasar.ts'
import { blocksOf } from '../readme/blocks.ts'

const PAGES = ['README.md', 'docs/guide/first-run.md', 'docs/id/guide/first-run.md']

/** Blocks of output: those that begin with no command. */
const shown = PAGES.flatMap(blocksOf).filter(
  ({ language, text }) => language === 'console' && !text.startsWith('$ '),
)

it('the quick comparison prints the lines that the pages show of it', async () => {
  const { code, out } = await pasar([
    'compare',
    ...['scenarios/indonesia-2023.yaml', 'scenarios/tiktok-shop-ban.yaml'],
    ...['--quick', '--no-files', '--quiet'],
  ])
  expect(code).toBe(0)
  const printed = out.split('\n').map((line) => line.trimEnd())
  expect(shown).toHaveLength(PAGES.length)
  const missing = shown.flatMap(({ page, line, text }) =>
    text
      .trimEnd()
      .split('\n')
      .map((told, at) => ({ told: told.trimEnd(), place: `${page}:${line + at}` }))
      .filter(({ told }) => !printed.includes(told))
      .map(({ told, place }) => `${place} ${told}`),
  )
  expect(missing).toEqual([])
})
