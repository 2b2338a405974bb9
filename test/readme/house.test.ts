/** The page of the house names floors and files as they are. */
import { existsSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { read } from './blocks.ts'

const page = read('docs/house.md')

it('draws every floor', () => {
  const drawing = /```text\n(.*?)```/s.exec(page)![1]
  const floors = readdirSync('src').map((name) => name.replace(/\.ts$/, ''))
  // What other languages read results with is no floor.
  for (const floor of floors.filter((name) => name !== 'python'))
    expect(drawing).toMatch(new RegExp(`\\b${floor}\\b`))
})

it('walks through files that are there, and through every day of the week', () => {
  const named = [...page.matchAll(/`([a-z]+(?:\/[a-z-]+)+)(\.ts)?`/g)].map(([, name]) => name)
  const isThere = (name: string) =>
    ['src', 'src/market/rules', 'src/market', ''].some(
      (folder) => existsSync(`${folder}/${name}.ts`) || existsSync(`./${folder}/${name}`),
    )
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((name) => !isThere(name))).toEqual([])
})
