import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createMarket } from '../../src/market/index.ts'
import { type FolderStore, folderStore } from '../../src/node/folder-store.ts'
import { folderBaselines, keptFiles } from '../../src/node/kept-baselines.ts'
import { answer, inThisThread } from '../../src/study/index.ts'
import { asked, substance } from '../study/conformance/runners.ts'
import { conformsAsStore } from '../study/conformance/stores.ts'

const temporary = () => mkdtempSync(join(tmpdir(), 'pasar-store-'))

conformsAsStore(
  'a folder',
  () => folderStore(temporary()),
  (store) => folderStore((store as FolderStore).folder),
)

const here = inThisThread({
  open: (input, seed, from) => createMarket(input, seed, from ? { from } : {}),
  clock: () => performance.now(),
})

describe('baselines kept in a folder', () => {
  it('serve a later study of the same bits', async () => {
    const folder = temporary()
    const baselines = () => folderBaselines({ folder, limit: 1e9 })
    const first = await answer(asked(1), here, { baselines: baselines() })
    const second = await answer(asked(1), here, { baselines: baselines() })
    expect(first.results[0].milliseconds).toBeGreaterThan(0)
    expect(second.results[0].milliseconds).toBe(0)
    expect(substance(second)).toEqual(substance(first))
  })

  it('give way to newer ones beyond the limit', async () => {
    const folder = temporary()
    const two = { ...asked(2), policies: [] }
    await answer(two, here, { baselines: folderBaselines({ folder, limit: 1e9 }) })
    const [{ bytes }] = keptFiles({ folder })
    expect(keptFiles({ folder })).toHaveLength(2)
    const one = { ...asked(1), seed: 'other', policies: [] }
    await answer(one, here, { baselines: folderBaselines({ folder, limit: 1.5 * bytes }) })
    expect(keptFiles({ folder })).toHaveLength(1)
    await answer(two, here, { baselines: folderBaselines({ folder, limit: 0 }) })
    expect(keptFiles({ folder })).toEqual([])
  })

  it('are run again where they cannot be read, with a word', async () => {
    const folder = temporary()
    const notes: string[] = []
    const baselines = folderBaselines({ folder, limit: 1e9, note: (one) => notes.push(one) })
    const first = await answer(asked(1), here, { baselines })
    const [name] = readdirSync(folder)
    writeFileSync(join(folder, name), 'no baseline')
    const second = await answer(asked(1), here, { baselines })
    expect(notes[0]).toContain('a kept baseline cannot be read and is run again')
    expect(substance(second)).toEqual(substance(first))
  })

  it('are run again where the file is of another baseline, or no file', {
    timeout: 60_000,
  }, async () => {
    const folder = temporary()
    const notes: string[] = []
    const baselines = folderBaselines({ folder, limit: 1e9, note: (one) => notes.push(one) })
    const first = await answer(asked(1), here, { baselines })
    const [name] = readdirSync(folder)
    await answer({ ...asked(1), seed: 'other' }, here, { baselines })
    const [other] = readdirSync(folder).filter((one) => one !== name)
    copyFileSync(join(folder, other), join(folder, name))
    expect(substance(await answer(asked(1), here, { baselines }))).toEqual(substance(first))
    expect(notes).toEqual([expect.stringContaining('it holds another baseline')])
    rmSync(join(folder, name))
    expect(spawnSync('mkfifo', [join(folder, name)]).status).toBe(0)
    expect(substance(await answer(asked(1), here, { baselines }))).toEqual(substance(first))
  })

  it('are run again where the file lacks what a baseline has', async () => {
    const folder = temporary()
    const notes: string[] = []
    const baselines = folderBaselines({ folder, limit: 1e9, note: (one) => notes.push(one) })
    const first = await answer(asked(1), here, { baselines })
    const path = join(folder, readdirSync(folder)[0])
    const whole = deserialize(gunzipSync(readFileSync(path)))
    const cut = { ...whole.kept.result, values: whole.kept.result.values.slice(0, 3) }
    for (const kept of [{}, undefined, { ...whole.kept, result: cut }]) {
      writeFileSync(path, gzipSync(serialize({ ...whole, kept })))
      expect(substance(await answer(asked(1), here, { baselines }))).toEqual(substance(first))
    }
    expect(notes).toHaveLength(3)
    expect(new Set(notes.map((note) => note.split(': ').at(-1)))).toEqual(
      new Set(['it lacks what a baseline has']),
    )
  })

  it('are done without where the folder cannot be made', async () => {
    const folder = join(temporary(), 'file')
    writeFileSync(folder, '')
    const notes: string[] = []
    const baselines = folderBaselines({ folder, limit: 1e9, note: (one) => notes.push(one) })
    const { results } = await answer({ ...asked(2), policies: [] }, here, { baselines })
    expect(results).toHaveLength(2)
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain('baselines are not kept')
  })

  // Node's own making of folders never comes back there.
  it.runIf(existsSync('/proc/self'))('are done without where no folder can be made', async () => {
    const notes: string[] = []
    const folder = '/proc/pasar/cache'
    const baselines = folderBaselines({ folder, limit: 1e9, note: (one) => notes.push(one) })
    await answer(asked(1), here, { baselines })
    expect(notes).toEqual([
      'baselines are not kept: cannot write /proc/pasar/cache: the folder cannot be made there (PASAR_CACHE names the folder)',
    ])
  })
})
