/** Published results come out as they were published, and the changelog says what became of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pasar } from '../cli/pasar.ts'
import { FOLDER, PUBLISHED, SAYS } from './published.ts'

const read = (path: string) => readFileSync(path, 'utf8')

describe('published results', () => {
  it('are those that are declared', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(PUBLISHED).sort())
  })

  it.each(Object.entries(PUBLISHED))('%s came from its command', (name, command) => {
    const manifest = JSON.parse(read(join(FOLDER, name, 'manifest.json')))
    expect(manifest.made.command.slice(0, command.length)).toEqual(command)
    expect(manifest.complete).toBe(true)
  })

  it.each(Object.keys(PUBLISHED))('%s comes out the same', { timeout: 120_000 }, async (name) => {
    const { out, code } = await pasar(['verify', join(FOLDER, name), '--quiet'])
    const accept = 'To accept it: npm run republish, and say so in CHANGELOG.md'
    expect(code, `${out}${accept}`).toBe(0)
  })
})

describe('the changelog', () => {
  const releases = read('CHANGELOG.md').split(/^## /m).slice(1)

  it('says of every release what became of results', () => {
    const words = [...Object.values(SAYS), 'the first'].join('|')
    expect(releases.length).toBeGreaterThan(0)
    for (const release of releases)
      expect(release).toMatch(new RegExp(`^.+\\n\\nResults: (${words})[.,;]`))
  })

  it('has the version of the program', () => {
    const { version } = JSON.parse(read('package.json'))
    expect(releases[0].split(' ')[0].trim()).toBe(version)
  })
})
