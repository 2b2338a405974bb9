/** What a folder of results says of itself: by which command and which version it was made. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { madeBy, readmeText, resultsIn, verification } from '../../src/node/index.ts'
import { PROGRAM } from '../../src/study/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'pasar-made-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('results of a study', () => {
  const words = ['study', 'scenarios/studies/a.yaml', '--out', '/somewhere/else', '--threads=2']
  const made = madeBy([...words, '--quiet', '--draws', '3'])

  it('are made by a command without what chooses a place or a pace', () => {
    expect(made.command).toBe('npx pasar study scenarios/studies/a.yaml --draws 3')
    expect(made.program).toBe(PROGRAM)
  })

  it('say in their folder what they are, and verify points to that', () => {
    expect(resultsIn(folder)).toBeUndefined()
    expect(resultsIn(join(folder, 'none'))).toBeUndefined()
    writeFileSync(join(folder, 'README.md'), '# Something else\n')
    expect(resultsIn(folder)).toBeUndefined()
    const about = {
      title: 'What it hangs on',
      question: 'On what?',
      size: '3 points',
      fingerprint: 'f',
    }
    const files = { 'points.csv': 'Each outcome' }
    writeFileSync(join(folder, 'README.md'), readmeText({ ...made, ...about, files }))
    const lines = resultsIn(folder)!
    expect(lines.slice(0, 2)).toEqual(['What it hangs on', 'On what?'])
    expect(lines[2]).toContain(`Made by ${made.command}, with ${PROGRAM}, code ${made.code}`)
    expect(() => verification(folder)).toThrow(
      /Make them again as they say[\s\S]*Made by npx pasar/,
    )
  })
})
