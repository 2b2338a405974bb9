/** A comparison as an RO-Crate, and its README: complete, and held by the manifest. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { BAN, BASE, EARLY, pasar, small, temporary } from '../cli/pasar.ts'
import { comparison } from './folders.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 300_000 })

type Entity = { '@id': string; '@type': string } & Record<string, unknown>

let folder: string
let graph: Entity[]
beforeAll(async () => {
  folder = await comparison()
  const text = readFileSync(join(folder, 'ro-crate-metadata.json'), 'utf8')
  graph = JSON.parse(text)['@graph']
})
const entity = (id: string) => graph.find((one) => one['@id'] === id)!
const idsIn = (value: unknown) => (value as { '@id': string }[]).map((one) => one['@id'])

describe('the crate of a comparison', () => {
  it('has one entity an id, and every entity that it refers to', () => {
    const ids = graph.map((one) => one['@id'])
    expect(new Set(ids).size).toBe(ids.length)
    const { '@id': _, conformsTo, ...others } = entity('ro-crate-metadata.json')
    expect(conformsTo).toEqual({ '@id': 'https://w3id.org/ro/crate/1.2' })
    const rest = JSON.stringify([others, ...graph.slice(1)])
    const referred = [...rest.matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id]) => id)
    expect(referred.length).toBeGreaterThan(20)
    for (const id of referred) expect(ids).toContain(id)
  })

  it('has a root with what the standard requires', () => {
    const root = entity('./')
    for (const property of ['name', 'description', 'datePublished', 'license'])
      expect(root[property], property).toBeTruthy()
    expect(root.datePublished).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  it('tells the run: the program, both scenarios, every file', () => {
    const { instrument, object, result, description } = entity('#run')
    expect(instrument).toEqual({ '@id': '#pasar' })
    expect(idsIn(object)).toEqual(['#scenario-indonesia-2023', '#scenario-tiktok-shop-ban'])
    expect(idsIn(result)).toEqual(
      expect.arrayContaining(['effects.csv', 'series.parquet', 'manifest.json', 'runs/']),
    )
    expect(description).toMatch(/^npx pasar compare /)
  })

  it('has every file and folder among the parts of the root, by a path within the folder', () => {
    const parts = idsIn(entity('./').hasPart)
    const data = graph.filter(
      (one) => ['File', 'Dataset'].includes(one['@type']) && one['@id'] !== './',
    )
    expect(data.map((one) => one['@id']).sort()).toEqual([...parts].sort())
    for (const { '@id': id, '@type': type } of data) {
      expect(id).toMatch(/^[^/.#][^#]*$/)
      expect(id.endsWith('/'), id).toBe(type === 'Dataset')
      expect(existsSync(join(folder, decodeURI(id))), id).toBe(true)
    }
  })

  it('has what Process Run Crate 0.5 requires of the root, the program and the action', () => {
    // Root: MUST reference a CreativeWork by the versioned address of the profile.
    const profile = entity((entity('./').conformsTo as { '@id': string })['@id'])
    expect(profile).toMatchObject({
      '@id': 'https://w3id.org/ro/wfrun/process/0.5',
      '@type': 'CreativeWork',
      name: 'Process Run Crate',
      version: '0.5',
    })
    // CreateAction: MUST have an instrument, SHOULD be mentioned by the root and have a name, a description and an end.
    const run = entity('#run')
    expect(run['@type']).toBe('CreateAction')
    expect(idsIn(entity('./').mentions)).toContain('#run')
    expect(run.name).toBeTruthy()
    expect(run.description).toBeTruthy()
    const [start, end] = ['startTime', 'endTime'].map((name) => String(run[name]))
    expect(start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(Date.parse(end)).toBeGreaterThanOrEqual(Date.parse(start))
    // The tool: SHOULD have a name, and a version under one of the two names alone.
    const tool = entity((run.instrument as { '@id': string })['@id'])
    expect(tool['@type']).toBe('SoftwareApplication')
    expect(tool.name).toBeTruthy()
    expect(['version', 'softwareVersion'].filter((name) => name in tool)).toHaveLength(1)
    // What went in and came out SHOULD be files, folders, or works that are no file.
    for (const id of idsIn(run.object)) expect(entity(id)['@type'], id).toBe('CreativeWork')
    for (const id of idsIn(run.result)) expect(['File', 'Dataset']).toContain(entity(id)['@type'])
  })

  it('has files as they are', () => {
    const files = graph.filter((one) => one['@type'] === 'File' && one['@id'] !== 'manifest.json')
    expect(files.map((one) => one['@id'])).toContain('README.md')
    for (const { '@id': name, sha256, contentSize } of files) {
      const content = readFileSync(join(folder, name))
      expect(sha256, name).toBe(createHash('sha256').update(content).digest('hex'))
      expect(contentSize, name).toBe(String(content.length))
    }
  })
})

describe('the README of a comparison', () => {
  it('has the parts of the template, and every table with what makes it', () => {
    const text = readFileSync(join(folder, 'README.md'), 'utf8')
    for (const part of [
      'Data availability and provenance',
      'Computational requirements',
      'Description of the program',
      'Instructions to replicate',
      'List of tables and figures, and the program that makes each',
    ])
      expect(text).toContain(`\n## ${part}\n`)
    const { files, fingerprint } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    expect(text).toContain(fingerprint)
    for (const { name } of files as { name: string }[])
      if (/^[^/]+\.(csv|parquet)$/.test(name)) expect(text, name).toContain(`| \`${name}\` |`)
  })

  it('leaves one that somebody else wrote as it is', async () => {
    const out = join(temporary(), 'copy')
    cpSync(folder, out, { recursive: true })
    rmSync(join(out, 'manifest.json'))
    writeFileSync(join(out, 'README.md'), 'mine')
    const args = ['compare', BASE, BAN, ...small(), ...EARLY, '--why', '--out', out]
    expect((await pasar(args)).code).toBe(0)
    expect(readFileSync(join(out, 'README.md'), 'utf8')).toBe('mine')
    const { files } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    expect(files.map(({ name }: { name: string }) => name)).not.toContain('README.md')
  })
})

describe('what a folder says of itself', () => {
  it('is held by verify like every other file', async () => {
    const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    for (const name of ['datapackage.json', 'ro-crate-metadata.json', 'README.md']) {
      expect(existsSync(join(folder, name))).toBe(true)
      expect(files.map((file: { name: string }) => file.name)).toContain(name)
      const out = join(temporary(), 'copy')
      cpSync(folder, out, { recursive: true })
      writeFileSync(join(out, name), 'all is well')
      const verified = await pasar(['verify', out, '--quiet'])
      expect(verified.code, name).toBe(14)
      expect(verified.out).toContain(`altered: not as it was written: ${name}`)
    }
    const { code, out } = await pasar(['verify', folder, '--quiet', '--runs', '1'])
    expect(out).toContain('exact in part')
    expect(code).toBe(0)
  })
})
