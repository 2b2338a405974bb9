/** What stands behind the name of a scenario is not always a file. */
import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadScenario } from '../../src/node/disk.ts'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'
import { temporary } from './pasar.ts'

const folder = temporary()
const at = (name: string) => join(folder, name)
const written = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content)
  return at(name)
}
const findingsOf = (path: string) => {
  const read = readScenario(path, loadScenario)
  return read.ok ? [] : read.findings
}
const text = 'title: X\ntextbook: true\nsellers: [{ name: Ani }]\n'

describe('a scenario that is no file', () => {
  it.each([
    ['an endless device', () => '/dev/zero'],
    ['an empty device', () => '/dev/null'],
    [
      'a pipe without a writer',
      () => {
        execFileSync('mkfifo', [at('pipe')])
        return at('pipe')
      },
    ],
    [
      'a link to a device',
      () => {
        symlinkSync('/dev/zero', at('linked.yaml'))
        return at('linked.yaml')
      },
    ],
  ])('%s is refused at once', (_, make) => {
    const path = make()
    expect(findingsOf(path)).toMatchObject([{ code: 'no-file', file: path, got: path }])
  })

  it('nor is a socket', async () => {
    const server = createServer()
    await new Promise<void>((open) => server.listen(at('socket'), open))
    expect(findingsOf(at('socket')).map(({ code }) => code)).toEqual(['unreadable'])
    server.close()
  })

  it('but has no end is not read to its end', () => {
    // It says that it has no bytes.
    const [found] = findingsOf('/proc/kallsyms')
    expect(['too-large', 'unreadable', 'syntax', 'missing-file']).toContain(found.code)
  })
})

describe('a base that cannot be read', () => {
  const extending = (base: string) =>
    findingsOf(written('x.yaml', `title: X\nextends: ${JSON.stringify(base)}\n`))

  it.each([
    ['nothing in its name', 'a\0b', 'no file can have such a name'],
    ['a name that is too long', 'x'.repeat(5000), 'its name is longer than a name may be'],
    ['a device', '/dev/zero/../zero', undefined],
  ])('%s', (_, base, why) => {
    const found = extending(base)
    expect(found).toMatchObject([{ file: at('x.yaml'), line: 2, column: 10, path: 'extends' }])
    if (why) expect(formatFinding(found[0])).toContain(`cannot be read: ${why}`)
    for (const line of formatFinding(found[0]).split('\n')) expect(line.length).toBeLessThan(600)
  })

  it('a link to a device, a folder, a circle of links', () => {
    symlinkSync('/dev/zero', at('zero.yaml'))
    symlinkSync(folder, at('folder.yaml'))
    symlinkSync(at('circle.yaml'), at('circle.yaml'))
    for (const [base, code] of [
      ['zero', 'no-file'],
      ['folder', 'is-folder'],
      ['circle', 'unreadable'],
    ])
      expect(extending(base)).toMatchObject([{ code, line: 2, column: 10 }])
  })

  it.runIf(process.getuid?.() !== 0)('no permission', () => {
    chmodSync(written('secret.yaml', text), 0)
    const [found] = extending('secret')
    expect(formatFinding(found)).toContain('cannot be read: permission denied')
  })
})

describe('text of another kind', () => {
  const utf16 = Buffer.from(text, 'utf16le')
  it.each([
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16'],
    ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16]), 'utf-16'],
    ['UTF-16 without a mark', utf16, 'utf-16'],
    ['UTF-16 without a mark, swapped', Buffer.from(utf16).swap16(), 'utf-16'],
    ['Latin 1', Buffer.from('title: é\n', 'latin1'), 'no-text'],
  ])('%s is called so', (_, bytes, code) => {
    expect(findingsOf(written('y.yaml', bytes))).toMatchObject([{ code }])
  })

  it('UTF-8 with a mark is text', () => {
    expect(findingsOf(written('y.yaml', `\ufeff${text}`))).toEqual([])
  })
})

it('the folder itself has a name', () => {
  expect(findingsOf('.')).toMatchObject([{ code: 'is-folder', file: '.', got: '.' }])
  expect(findingsOf('./')).toMatchObject([{ code: 'is-folder', got: '.' }])
  expect(findingsOf('/')).toMatchObject([{ code: 'is-folder', got: '/' }])
})
