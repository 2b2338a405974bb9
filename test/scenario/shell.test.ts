import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { shellLine, shellWord } from '../../src/scenario/index.ts'

/** What a shell makes of a line. */
const heard = (line: string): string[] =>
  spawnSync('bash', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .stdout.split('\0')
    .slice(0, -1)

describe('a command to repeat', () => {
  it('is left as it is where it needs no quotes', () => {
    const plain = ['compare', 'a.yaml', '--set', 'size.buyers=5%', '--out', './x/y-1']
    expect(shellLine(plain)).toBe(plain.join(' '))
    expect(shellWord('venues.lazada.commission=5 %')).toBe("'venues.lazada.commission=5 %'")
    expect(shellWord('categories.*.impulse-share=1')).toBe("'categories.*.impulse-share=1'")
  })

  it.each([
    ['a $(touch x) b'],
    ['`touch x`'],
    ["it's"],
    ["'; rm x; '"],
    ['a"b'],
    ['a\\b'],
    ['$HOME'],
    ['!!'],
    ['~'],
    ['a#b'],
    ['#'],
    [''],
    ['a;b&c|d>e<f'],
    ['{a,b}'],
    ['[ab]'],
    ['a\nb'],
    ["\x1b[31m it's \\ \x07"],
    ['\u202eabc'],
    ['Rp 5 juta – naik'],
  ])('gives a shell the word %j', (word) => {
    expect(heard(shellLine(['first', word, 'last']))).toEqual(['first', word, 'last'])
    expect(shellWord(word)).not.toMatch(/[\p{Cc}\u202e]/u)
  })
})
