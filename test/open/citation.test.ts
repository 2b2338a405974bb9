/** codemeta.json and .zenodo.json say what package.json and CITATION.cff say. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { codemeta, zenodo } from '../../src/report/index.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const own = JSON.parse(read('package.json'))
const cited = parse(read('CITATION.cff'))

describe('what archives of software read', () => {
  it('is current: npm run schema', () => {
    expect(read('codemeta.json')).toBe(codemeta(own, cited))
    expect(read('.zenodo.json')).toBe(zenodo(own, cited))
  })

  it('agrees on version and licence', () => {
    expect(cited.version).toBe(own.version)
    expect(cited.license).toBe(own.license)
    const meta = JSON.parse(read('codemeta.json'))
    expect(meta).toMatchObject({ version: own.version, license: 'https://spdx.org/licenses/MIT' })
    expect(meta['@context']).toBe('https://w3id.org/codemeta/3.0')
    const archived = JSON.parse(read('.zenodo.json'))
    expect(archived).toMatchObject({ upload_type: 'software', access_right: 'open' })
    expect(archived.creators).toHaveLength(cited.authors.length)
  })

  it('names people by given and family names, and ORCID without its address', () => {
    const person = {
      'given-names': 'Siti',
      'family-names': 'Rahayu',
      orcid: 'https://orcid.org/0000-0002-1825-0097',
    }
    const by = { ...cited, authors: [person] }
    expect(JSON.parse(zenodo(own, by)).creators).toEqual([
      { name: 'Rahayu, Siti', orcid: '0000-0002-1825-0097' },
    ])
    expect(JSON.parse(codemeta(own, by)).author).toEqual([
      { type: 'Person', id: person.orcid, givenName: 'Siti', familyName: 'Rahayu' },
    ])
  })
})
