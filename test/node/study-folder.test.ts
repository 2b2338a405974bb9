import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { folderStore } from '../../src/node/folder-store.ts'
import { clearKept, keptFiles } from '../../src/node/kept-baselines.ts'
import { openStudyFolder } from '../../src/node/study-folder.ts'
import { answer, inThisThread } from '../../src/study/index.ts'
import { tiny } from '../study/tiny.ts'

const temporary = () => mkdtempSync(join(tmpdir(), 'pasar-folder-'))

/** A folder whose manifest lists these files. */
function studyWith(...files: string[]): string {
  const path = temporary()
  writeFileSync(
    join(path, 'manifest.json'),
    JSON.stringify({ pasar: '0', form: 2, complete: true, files: files.map((name) => ({ name })) }),
  )
  return path
}

describe('a folder of a study', () => {
  it('gives up what its manifest lists, and nothing beyond a link', () => {
    const elsewhere = temporary()
    writeFileSync(join(elsewhere, 'mine.txt'), 'x')
    const path = studyWith('effects.csv', 'sub/mine.txt', 'charts/a.svg', '../gone.txt', 'notes')
    writeFileSync(join(path, 'effects.csv'), 'x')
    mkdirSync(join(path, 'notes'))
    mkdirSync(join(path, 'charts'))
    writeFileSync(join(path, 'charts', 'a.svg'), 'x')
    symlinkSync(elsewhere, join(path, 'sub'))
    const folder = openStudyFolder(path)
    expect(folder.claim(false)).toBe(true)
    folder.close()
    expect(readFileSync(join(elsewhere, 'mine.txt'), 'utf8')).toBe('x')
    expect(readdirSync(path).sort()).toEqual(['notes', 'runs', 'sub'])
  })

  it('keeps what was changed since it was written, and says where', () => {
    const path = temporary()
    const first = openStudyFolder(path)
    first.begin('{}')
    for (const name of ['effects.csv', 'charts/a.svg', 'levels.csv']) first.write(name, 'as made')
    const files = first.hashes([]).filter(({ name }) => name !== 'study.json')
    first.finish(JSON.stringify({ pasar: '0', form: 2, complete: true, files }))
    first.close()
    for (const name of ['effects.csv', 'charts/a.svg']) writeFileSync(join(path, name), 'mine')
    writeFileSync(join(path, 'effects.edited.csv'), 'mine of before')
    const said: string[] = []
    const second = openStudyFolder(path, undefined, (line) => said.push(line))
    expect(second.claim(false)).toBe(true)
    second.close()
    expect(said).toEqual([
      'effects.csv was changed since it was written: it is kept as effects.edited-2.csv',
      'charts/a.svg was changed since it was written: it is kept as charts/a.edited.svg',
    ])
    const at = (name: string) => readFileSync(join(path, name), 'utf8')
    expect(at('effects.edited-2.csv')).toBe('mine')
    expect(at('effects.edited.csv')).toBe('mine of before')
    expect(at('charts/a.edited.svg')).toBe('mine')
    for (const gone of ['effects.csv', 'levels.csv', 'charts/a.svg', 'manifest.json'])
      expect(existsSync(join(path, gone))).toBe(false)
  })

  it('keeps what somebody else put in the place of a file of its own, and says where', () => {
    const path = temporary()
    const said: string[] = []
    const folder = openStudyFolder(path, undefined, (line) => said.push(line))
    mkdirSync(join(path, 'charts'))
    for (const name of ['report.html', 'charts/a.svg', 'effects.csv'])
      writeFileSync(join(path, name), 'mine')
    writeFileSync(join(path, 'effects.csv'), 'as made')
    for (const name of ['report.html', 'charts/a.svg', 'effects.csv']) folder.write(name, 'as made')
    folder.write('report.html', 'as made later')
    folder.close()
    expect(said).toEqual([
      'report.html was not written by this study: it is kept as report.edited.html',
      'charts/a.svg was not written by this study: it is kept as charts/a.edited.svg',
    ])
    const at = (name: string) => readFileSync(join(path, name), 'utf8')
    expect(at('report.edited.html')).toBe('mine')
    expect(at('charts/a.edited.svg')).toBe('mine')
    expect(at('report.html')).toBe('as made later')
  })

  it('takes away what a process that was killed was writing, and nothing else', () => {
    const path = temporary()
    const folder = openStudyFolder(path)
    folder.write('effects.csv', 'as made')
    const left = ['effects.csv.321.partial', 'mine.csv.321.partial', 'effects.csv.mine.partial']
    for (const name of left) writeFileSync(join(path, name), 'half')
    folder.finish('{}')
    folder.close()
    expect(readdirSync(path).sort()).toEqual(
      ['effects.csv', 'manifest.json', 'runs', ...left.slice(1)].sort(),
    )
  })

  it('is opened again after an opening that was cut short', () => {
    const path = temporary()
    mkdirSync(join(path, 'runs'))
    writeFileSync(join(path, 'study.lock.123'), '')
    writeFileSync(join(path, '.writable'), '')
    openStudyFolder(path).close()
  })

  it('is refused where a lock is no file, and nothing of it is moved', () => {
    const path = temporary()
    mkdirSync(join(path, 'study.lock'))
    mkdirSync(join(path, 'runs'))
    expect(() => openStudyFolder(path)).toThrow('study.lock is no lock of pasar: it is no file')
    expect(readdirSync(path).sort()).toEqual(['runs', 'study.lock'])
  })

  it.each(['my own notes\n', 'null', '17', '"study"', '{"of":"me"}'])(
    'is refused where a lock says %j, which no process of ours wrote, and it stays',
    (text) => {
      const path = temporary()
      mkdirSync(join(path, 'runs'))
      writeFileSync(join(path, 'study.lock'), text)
      expect(() => openStudyFolder(path)).toThrow('study.lock is no lock of pasar: it is another')
      expect(readFileSync(join(path, 'study.lock'), 'utf8')).toBe(text)
    },
  )

  it.each(['', '{"p', '{"pid":12'])('is free where its lock was cut short: %j', (text) => {
    const path = temporary()
    mkdirSync(join(path, 'runs'))
    writeFileSync(join(path, 'study.lock'), text)
    openStudyFolder(path).close()
    expect(existsSync(join(path, 'study.lock'))).toBe(false)
  })

  it('is refused while its holder lives, and given back by its holder alone', () => {
    const path = temporary()
    const lock = join(path, 'study.lock')
    const folder = openStudyFolder(path)
    const other = { pid: process.ppid, host: hostname(), since: '2026-01-01T00:00:00.000Z' }
    writeFileSync(lock, JSON.stringify(other))
    expect(() => openStudyFolder(path)).toThrow(/another process \(\d+, since 2026-01-01/)
    expect(() => openStudyFolder(path)).toThrow(`is another program, remove ${lock}`)
    folder.close()
    expect(existsSync(lock)).toBe(true)
  })

  it('is refused in words that no terminal obeys', () => {
    const path = temporary()
    const odd = { pid: 1, host: 'a\u001b[31mb', since: '\u001b[2J' }
    for (const held of [odd, { ...odd, since: undefined }, { ...odd, host: 5, since: {} }]) {
      writeFileSync(join(path, 'study.lock'), JSON.stringify(held))
      expect(() => openStudyFolder(path)).toThrow(/^[^\p{Cc}]+\n[^\p{Cc}]+$/u)
      expect(() => openStudyFolder(path)).not.toThrow(/undefined/)
    }
  })

  it('is free where its lock is older than the machine is up, whoever has that number now', () => {
    const path = temporary()
    const lock = join(path, 'study.lock')
    writeFileSync(lock, JSON.stringify({ pid: 1, host: hostname(), since: '2020-01-01' }))
    utimesSync(lock, new Date('2020-01-01'), new Date('2020-01-01'))
    openStudyFolder(path).close()
    expect(existsSync(lock)).toBe(false)
  })
})

describe('a record in a folder', () => {
  it('is damaged where anything that it says was changed', async () => {
    const folder = temporary()
    const here = inThisThread({
      open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
    })
    await answer({ ...tiny(1), policies: [] }, here, { store: folderStore(folder) })
    const [name] = readdirSync(folder).filter((one) => one.endsWith('.json'))
    const [key] = await folderStore(folder).keys()
    const text = readFileSync(join(folder, name), 'utf8')
    const hash = JSON.parse(text).result.stateHash
    writeFileSync(join(folder, name), text.replace(hash, '0'.repeat(16)))
    const told: string[] = []
    expect(await folderStore(folder, (why) => told.push(why)).get(key)).toBeUndefined()
    expect(told[0]).toContain('it has another sha256')
  })
})

describe('the cache', () => {
  it('counts and clears what is its own, and what it was writing when it was killed', () => {
    const folder = temporary()
    const names = ['0123456789abcdef.baseline', 'my-notes.baseline']
    for (const name of names) writeFileSync(join(folder, name), 'x')
    writeFileSync(join(folder, '0123456789abcdef.baseline.77.partial'), 'x')
    mkdirSync(join(folder, 'fedcba9876543210.baseline'))
    expect(keptFiles({ folder }).map(({ key }) => key)).toEqual(['0123456789abcdef'])
    clearKept({ folder })
    expect(readdirSync(folder).sort()).toEqual(['fedcba9876543210.baseline', 'my-notes.baseline'])
  })
})
