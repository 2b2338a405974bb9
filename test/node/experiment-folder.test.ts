/** The folder of an experiment: shared by processes, owned by one study, and nothing of it is lost. */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openExperimentFolder, openStudyFolder } from '../../src/node/index.ts'
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
    const other = openExperimentFolder(path, ABOUT)
    expect(() => other.journal.add(entry('a', 2))).toThrow(
      'gave two results: its worlds ended in the same state (beef), with other means',
    )
    expect(() => folder.journal.claim([run('b')])).toThrow('gave two results')
    for (const one of [folder, other]) one.close()
  })

  it('does not make what another process is making', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    writeFileSync(join(path, 'claims', 'a'), `${hostname()}-${process.pid}-0`)
    expect(folder.journal.claim([run('a'), run('b')]).map(({ key }) => key)).toEqual(['b'])
    folder.close()
  })

  it('takes over what a process had claimed that is no more', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    writeFileSync(join(path, 'claims', 'a'), `${hostname()}-99999999-0`)
    expect(folder.journal.claim([run('a')]).map(({ key }) => key)).toEqual(['a'])
    folder.close()
  })

  it('gives a run to one of two that want it at one moment', () => {
    const path = temporary()
    const [one, other] = [openExperimentFolder(path, ABOUT), openExperimentFolder(path, ABOUT)]
    const runs = ['a', 'b', 'c'].map(run)
    expect(one.journal.claim(runs)).toHaveLength(3)
    expect(other.journal.claim(runs)).toEqual([])
    one.close()
    expect(other.journal.claim(runs)).toHaveLength(3)
    other.close()
  })

  it('says which lines are damaged, and does not use them', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    folder.journal.add(entry('a', 1.5))
    folder.journal.add(entry('b'))
    folder.close()
    const [name] = readdirSync(join(path, 'journal'))
    const file = join(path, 'journal', name)
    writeFileSync(file, readFileSync(file, 'utf8').replace('[1.5]', '[9.5]'))
    const notes: string[] = []
    const again = openExperimentFolder(path, ABOUT, (note) => notes.push(note))
    expect([...again.journal.entries().keys()]).toEqual(['b'])
    expect(notes).toEqual([
      expect.stringContaining('1 damaged line; what stood there is run again'),
    ])
    again.close()
  })

  it('goes on where the opening itself was cut short', () => {
    const path = temporary()
    for (const name of ['journal', 'claims', 'failed'])
      mkdirSync(join(path, name), { recursive: true })
    openExperimentFolder(path, ABOUT).close()
  })

  it('is not written through links, nor by a comparison, nor over a later form', () => {
    const linked = temporary()
    openExperimentFolder(linked, ABOUT).close()
    symlinkSync(tmpdir(), join(linked, 'charts'))
    expect(() => openExperimentFolder(linked, ABOUT)).toThrow('charts is a link')
    const path = temporary()
    openExperimentFolder(path, ABOUT).close()
    expect(() => openStudyFolder(path)).toThrow('holds a study of many points: A study')
    const begun = join(path, 'study.json')
    writeFileSync(begun, readFileSync(begun, 'utf8').replace('"form": 3', '"form": 99'))
    expect(() => openExperimentFolder(path, ABOUT)).toThrow('was written by a later version')
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
