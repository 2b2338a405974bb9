/** The folder of an experiment: shared by processes, owned by one study, and nothing of it is lost. */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openExperimentFolder } from '../../src/node/index.ts'
import type { Entry, PlannedRun } from '../../src/study/index.ts'

const ABOUT = { fingerprint: 'f00d', title: 'A study', text: 'baseline: one\n', code: '1' }
const temporary = () => join(mkdtempSync(join(tmpdir(), 'pasar-')), 'study')

const entry = (key: string, mean = 1): Entry => ({
  key,
  seed: `seed/${key}`,
  baseline: [mean],
  policy: [null],
  states: ['beef'],
  seconds: 1,
})
const run = (key: string): PlannedRun => ({ key, point: 0, replicate: 1, seed: key })

describe('the folder of an experiment', () => {
  it('has what was kept when it is opened again', () => {
    const path = temporary()
    const first = openExperimentFolder(path, ABOUT)
    first.journal.add(entry('a'))
    first.journal.add(entry('b'))
    first.close()
    const again = openExperimentFolder(path, ABOUT)
    expect([...again.journal.entries().keys()]).toEqual(['a', 'b'])
    expect(again.journal.entries().get('a')).toEqual(entry('a'))
    again.close()
    expect(readdirSync(join(path, 'claims'))).toEqual([])
  })

  it('leaves out the line that a process was writing when it was killed', () => {
    const path = temporary()
    const first = openExperimentFolder(path, ABOUT)
    first.journal.add(entry('a'))
    const [name] = readdirSync(join(path, 'journal'))
    appendFileSync(join(path, 'journal', name), JSON.stringify(entry('b')).slice(0, 20))
    const again = openExperimentFolder(path, ABOUT)
    expect([...again.journal.entries().keys()]).toEqual(['a'])
    for (const folder of [first, again]) folder.close()
  })

  it('ends where two machines made one run differently', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    folder.journal.add(entry('a'))
    writeFileSync(join(path, 'journal', 'other-1-x.ndjson'), `${JSON.stringify(entry('a', 2))}\n`)
    expect(() => folder.journal.claim([run('a')])).toThrow('gave two results')
    folder.close()
  })

  it('does not make what another process is making', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    writeFileSync(join(path, 'claims', `${hostname()}-${process.pid}-0`), 'a')
    expect(folder.journal.claim([run('a'), run('b')]).map(({ key }) => key)).toEqual(['b'])
    folder.close()
  })

  it('takes over what a process had claimed that is no more', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    writeFileSync(join(path, 'claims', `${hostname()}-99999999-0`), 'a')
    expect(folder.journal.claim([run('a')]).map(({ key }) => key)).toEqual(['a'])
    folder.close()
  })

  it('is refused to another study, and where it is not ours, before anything is written', () => {
    const path = temporary()
    openExperimentFolder(path, ABOUT).close()
    expect(() => openExperimentFolder(path, { ...ABOUT, fingerprint: 'beef' })).toThrow(
      'holds another study: A study',
    )
    const other = temporary()
    mkdirSync(join(other, 'journal'), { recursive: true })
    writeFileSync(join(other, 'journal', 'diary.txt'), 'dear diary')
    expect(() => openExperimentFolder(other, ABOUT)).toThrow('is no study of pasar')
    expect(readdirSync(other)).toEqual(['journal'])
  })

  it('records a run that broke until it is made', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    folder.journal.broken(run('a'), 'no such world')
    expect(folder.failed()).toEqual(['a'])
    expect(readFileSync(join(path, 'failed', 'a.json'), 'utf8')).toContain('no such world')
    folder.journal.add(entry('a'))
    expect(folder.failed()).toEqual([])
    folder.close()
  })
})
