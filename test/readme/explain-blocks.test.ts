/** The page that shows cards of agents shows what its commands print. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { blocksOf } from './blocks.ts'
import { between, blocksFor, MARKS, PAGE } from './explain-blocks.ts'

const page = readFileSync(PAGE, 'utf8')

it.each(MARKS)(
  '%s is what its command prints (npx tsx test/readme/explain-blocks.ts)',
  async (mark) => {
    expect(between(page, mark)).toBe(await blocksFor(page, mark))
  },
)

it('shows no card that no command prints', () => {
  const printed = MARKS.map((mark) => between(page, mark)).join('\n')
  const shown = blocksOf(PAGE).filter(({ language }) => language === 'text')
  expect(shown).toHaveLength(MARKS.length)
  expect(shown.filter(({ text }) => !printed.includes(text))).toEqual([])
})

it('says of the two worlds what they show', () => {
  const [without, under] = between(page, 'worlds').split('WITH the policy')
  const luck = (text: string) => /Luck of the moment .*?([−\d.]+)$/m.exec(text)?.[1]
  expect(page).toContain('The luck is the same in both worlds')
  expect(luck(without)).toBeDefined()
  expect(luck(under)).toBe(luck(without))
  expect(page).toContain('the goods on show behind the link and the cost of following it are not')
  expect([without, under].map((text) => text.includes('Trouble of a link'))).toEqual([false, true])
})
