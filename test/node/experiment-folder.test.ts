/** The folder of an experiment: shared by processes, owned by one study, and nothing of it is lost. */
import {
  appendFileSync,
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
import { hashText } from '../../src/engine/index.ts'
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

/** A line that another machine wrote. */
const forge = (path: string, name: string, forged: Entry): void => {
  const sum = hashText(JSON.stringify(forged))
  const line = `${JSON.stringify({ sum, entry: forged })}\n`
  appendFileSync(join(path, 'journal', `${name}.ndjson`), line)
}

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
    expect(again.journal.entries().get('a')).toEqual({
      ...entry('a'),
      by: { host: hostname(), node: process.version, code: '1' },
    })
    again.close()
    expect(readdirSync(join(path, 'claims'))).toEqual([])
  })

  it('keeps what was changed or is not ours in the place of a file, and says so', () => {
    const path = temporary()
    const first = openExperimentFolder(path, ABOUT)
    first.write('README.md', 'as made')
    first.write('charts/a.svg', 'as made')
    first.close()
    writeFileSync(join(path, 'README.md'), 'my notes')
    writeFileSync(join(path, 'points.csv'), 'mine')
    writeFileSync(join(path, 'study.yaml'), 'mine')
    const notes: string[] = []
    const again = openExperimentFolder(path, ABOUT, (note) => notes.push(note))
    for (const name of ['README.md', 'points.csv', 'charts/a.svg']) again.write(name, 'made anew')
    again.write('points.csv', 'made once more')
    again.close()
    const kept = (name: string) => readFileSync(join(path, name), 'utf8')
    expect(kept('README.edited.md')).toBe('my notes')
    expect(kept('points.edited.csv')).toBe('mine')
    expect(kept('study.edited.yaml')).toBe('mine')
    expect(kept('points.csv')).toBe('made once more')
    expect(readdirSync(join(path, 'charts'))).toEqual(['a.svg'])
    expect(notes).toEqual([
      'study.yaml was not written by this study: it is kept as study.edited.yaml',
      'README.md was not written by this study: it is kept as README.edited.md',
      'points.csv was not written by this study: it is kept as points.edited.csv',
    ])
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

  it('names machines and versions where two of them made one run differently', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    folder.journal.add(entry('a'))
    const theirs = { ...entry('a', 1 + 2 ** -52), by: { host: 'n7', node: 'v24.1.0', code: '1-x' } }
    forge(path, 'n7-12-abc', theirs)
    const said = (work: () => unknown): string => {
      try {
        work()
      } catch (problem) {
        return (problem as Error).message
      }
      return ''
    }
    for (const message of [
      said(() => folder.journal.look()),
      said(() => openExperimentFolder(path, ABOUT)),
    ]) {
      expect(message).toContain('run a (seed seed/a) gave two results')
      expect(message).toContain('on n7: pasar 1-x, Node v24.1.0')
      expect(message).toContain(`on ${hostname()}: pasar 1, Node ${process.version}`)
    }
    folder.close()
  })

  it('takes a run that two processes made alike as one', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    folder.journal.add(entry('a'))
    forge(path, 'n7-12-abc', { ...entry('a'), seconds: 99 })
    folder.journal.look()
    expect(folder.journal.entries().size).toBe(1)
    folder.close()
  })

  it('leaves alone what broke in another process meanwhile, and tries what broke before', () => {
    const path = temporary()
    const earlier = openExperimentFolder(path, ABOUT)
    earlier.journal.broken(run('a'), 'no such world')
    const [one, other] = [openExperimentFolder(path, ABOUT), openExperimentFolder(path, ABOUT)]
    expect(one.journal.claim([run('a'), run('b')]).map(({ key }) => key)).toEqual(['a', 'b'])
    one.journal.broken(run('b'), 'no such world')
    expect([...other.journal.broke!()]).toEqual(['b'])
    expect(other.journal.claim([run('b')])).toEqual([])
    expect(one.journal.broke!().size).toBe(0)
    for (const folder of [earlier, one, other]) folder.close()
  })

  it('writes results once, however many processes come to the end together', async () => {
    const path = temporary()
    const folders = [1, 2, 3].map(() => openExperimentFolder(path, ABOUT))
    const written: number[] = []
    const pack = (nth: number, of: string | undefined) =>
      folders[nth].pack(of, async () => void written.push(nth))
    await pack(0, undefined)
    await Promise.all([pack(0, 'all'), pack(1, 'all')])
    expect(written).toEqual([0, 0])
    await pack(2, 'more')
    expect(written).toEqual([0, 0, 2])
    for (const folder of folders) folder.close()
    const again = openExperimentFolder(path, ABOUT)
    await again.pack('more', async () => void written.push(9))
    expect(written.at(-1)).toBe(9)
    again.close()
  })

  it('says where other code worked before, whose runs are not used', () => {
    const path = temporary()
    openExperimentFolder(path, ABOUT).close()
    const notes: string[] = []
    openExperimentFolder(path, { ...ABOUT, code: '2' }, (note) => notes.push(note)).close()
    expect(notes).toEqual([expect.stringContaining('other code (1; this is 2)')])
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

  it('takes over a claim that was never written, not one that is being written', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    const claim = join(path, 'claims', 'a')
    writeFileSync(claim, '')
    expect(folder.journal.claim([run('a')])).toEqual([])
    const before = new Date(Date.now() - 60_000)
    utimesSync(claim, before, before)
    expect(folder.journal.claim([run('a')])).toHaveLength(1)
    folder.close()
  })

  it('leaves alone what a process of another machine claimed, till it has not shown itself for five minutes', () => {
    const path = temporary()
    const folder = openExperimentFolder(path, ABOUT)
    const claim = join(path, 'claims', 'a')
    writeFileSync(claim, 'n7-12-abc')
    const shown = (minutes: number) => {
      const at = new Date(Date.now() - 60_000 * minutes)
      utimesSync(claim, at, at)
    }
    shown(4)
    expect(folder.journal.claim([run('a')])).toEqual([])
    shown(6)
    expect(folder.journal.claim([run('a')])).toHaveLength(1)
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
    const repeat = (key: string) => `pasar again ${key}`
    const folder = openExperimentFolder(path, { ...ABOUT, repeat })
    folder.journal.broken(run('a'), 'no such world')
    expect(folder.failed()).toEqual(['a'])
    const said = JSON.parse(readFileSync(join(path, 'failed', 'a.json'), 'utf8'))
    expect(said).toMatchObject({ key: 'a', point: 1, message: 'no such world' })
    expect(said).toMatchObject({ command: 'pasar again a', by: { code: '1' } })
    folder.journal.add(entry('a'))
    expect(folder.failed()).toEqual([])
    folder.close()
  })
})
