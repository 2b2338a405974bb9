import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import { afterEach, expect, it } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'pasar-disk-'))
const disk = join(root, 'disk.mjs')
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Makes the same folders, in the same order, in a thread of its own; what was in the way, if anything. */
function makesThem(count: number, gate: Int32Array): Promise<string> {
  const program = `
    import { workerData, parentPort } from 'node:worker_threads'
    const { openFolder } = await import(workerData.module)
    Atomics.add(workerData.gate, 0, 1)
    while (Atomics.load(workerData.gate, 0) < 2) {}
    try {
      for (let i = 0; i < workerData.count; i++) openFolder(workerData.root + '/' + i + '/a/b/c/d')
      parentPort.postMessage('')
    } catch (problem) { parentPort.postMessage(String(problem)) }`
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
    workerData: { module: pathToFileURL(disk).href, root, count, gate },
  })
  return new Promise((told, failed) => worker.once('message', told).once('error', failed))
}

it('two that open one folder at once both have it', async () => {
  const entryPoints = ['src/node/disk.ts']
  buildSync({ entryPoints, bundle: true, platform: 'node', format: 'esm', outfile: disk })
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const told = await Promise.all([makesThem(1000, gate), makesThem(1000, gate)])
  expect(told).toEqual(['', ''])
  expect(existsSync(join(root, '999/a/b/c/d'))).toBe(true)
})
