/** A study folder as a Data Package: what the standard wants of it, and that every column is told of. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata } from 'hyparquet'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { comparison, manyPoints, type Resource } from './folders.ts'

vi.setConfig({ hookTimeout: 300_000 })

const TYPES = ['string', 'integer', 'number', 'date']
/** A number of which no unit is told would be of no use to anybody. */
const isTold = ({ type, unit }: Resource['schema']['fields'][number]) =>
  ['string', 'date'].includes(type) || unit !== undefined

describe.each([
  ['of a comparison', comparison],
  ['of a study of many points', manyPoints],
])('the data package %s', (_, made) => {
  let folder: string
  let described: { resources: Resource[]; licenses: { name: string }[]; $schema: string }
  beforeAll(async () => {
    folder = await made()
    described = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))
  })

  it('has what version 2 of the standard requires', () => {
    expect(described.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json')
    expect(described.licenses[0].name).toBe('MIT')
    expect(described.resources.length).toBeGreaterThan(1)
    const names = described.resources.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, path, type, bytes, hash } of described.resources) {
      expect(name).toMatch(/^[a-z0-9._-]+$/)
      expect(type).toBe('table')
      const content = readFileSync(join(folder, path))
      expect(bytes).toBe(content.length)
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`)
    }
  })

  it('keeps to the rules of the profiles of version 2', () => {
    const rules = described as unknown as Record<string, unknown> & {
      licenses: { name?: string; path?: string }[]
      keywords: string[]
    }
    // datapackage.json: name, id, version and title are texts; created is a moment after RFC 3339.
    for (const property of ['name', 'id', 'version', 'title'])
      expect(rules[property], property).toBeTypeOf('string')
    if (rules.created !== undefined)
      expect(rules.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
    // A licence has a name of these characters, or a path.
    for (const { name } of rules.licenses) expect(name).toMatch(/^[-a-zA-Z0-9._]+$/)
    expect(new Set(rules.keywords).size).toBe(rules.keywords.length)
    for (const resource of described.resources) {
      const { path, hash, schema, mediatype } = resource as Resource & { mediatype: string }
      // dataresource.json: a path leads to a file below the folder; a hash names how it was made, but for MD5.
      expect(path).toMatch(/^[^./~\\][^\\:]*$/)
      expect(path).not.toContain('../')
      expect(mediatype).toMatch(/^.+\/.+$/)
      expect(hash).toMatch(/^sha256:[a-f0-9]{64}$/)
      // tableschema.json: at least one field, each with a name of its own; but for texts a type is required.
      const names = schema.fields.map(({ name }) => name)
      expect(names.length).toBeGreaterThan(0)
      expect(new Set(names).size, path).toBe(names.length)
    }
  })

  it('has each column in its place, with a type, a unit and a title in both languages', () => {
    for (const { path, schema } of described.resources) {
      const content = readFileSync(join(folder, path))
      const columns = path.endsWith('.csv')
        ? content
            .toString('utf8')
            .split('\n', 1)[0]
            .replaceAll('"', '')
            .split(/,(?! )/)
        : parquetMetadata(new Uint8Array(content).buffer)
            .schema.slice(1)
            .map(({ name }) => name)
      expect(schema.fields.map(({ name }) => name)).toEqual(columns)
      for (const field of schema.fields) {
        const at = `${path}: ${field.name}`
        expect(TYPES, at).toContain(field.type)
        expect(isTold(field), at).toBe(true)
        // What nothing declares has its name for a title.
        expect(field.titles.en, at).not.toBe(field.name)
        expect(field.titles.id, at).not.toBe(field.name)
      }
    }
  })

  it('has numbers where it says so, or nothing', () => {
    for (const { path, schema } of described.resources.filter((one) => one.path.endsWith('.csv'))) {
      const [, ...lines] = readFileSync(join(folder, path), 'utf8').trim().split('\n')
      for (const line of lines.filter((one) => !one.includes('"')))
        line.split(',').forEach((cell, at) => {
          const { name, type } = schema.fields[at]
          if (cell === '') return
          if (type === 'integer') expect(cell, `${path}: ${name}`).toMatch(/^-?\d+$/)
          if (type === 'number') expect(Number(cell), `${path}: ${name}`).not.toBeNaN()
          if (type === 'date') expect(cell, `${path}: ${name}`).toMatch(/^\d{4}-\d\d-\d\d$/)
        })
    }
  })
})
