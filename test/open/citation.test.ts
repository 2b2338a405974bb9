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

  it('keeps to the schema of the Citation File Format 1.2.0', () => {
    // Required, and nothing but keys that the schema has.
    for (const key of ['authors', 'cff-version', 'message', 'title'])
      expect(cited).toHaveProperty(key)
    expect(cited['cff-version']).toBe('1.2.0')
    const known =
      'abstract authors cff-version commit contact date-released doi identifiers keywords license license-url message preferred-citation references repository repository-artifact repository-code title type url version'
    expect(known.split(' ')).toEqual(expect.arrayContaining(Object.keys(cited)))
    expect(['dataset', 'software']).toContain(cited.type)
    for (const text of ['abstract', 'message', 'title', 'version'])
      expect(cited[text], text).toBeTypeOf('string')
    // An author is a person or an entity, of which a name is required; both are named once.
    expect(new Set(cited.authors.map((one: object) => JSON.stringify(one))).size).toBe(
      cited.authors.length,
    )
    for (const author of cited.authors)
      expect('name' in author || 'family-names' in author || 'alias' in author).toBe(true)
    expect(new Set(cited.keywords).size).toBe(cited.keywords.length)
  })

  it('says in codemeta.json nothing that the context of CodeMeta 3.0 does not have', () => {
    const { '@context': context, ...meta } = JSON.parse(read('codemeta.json'))
    expect(context).toBe('https://w3id.org/codemeta/3.0')
    // Of its terms those that may be of use here; what it lacks is lost to whoever reads it as JSON-LD.
    const known =
      'applicationCategory author codeRepository contributor dateModified datePublished description developmentStatus downloadUrl funder funding identifier issueTracker keywords license maintainer name operatingSystem programmingLanguage readme referencePublication relatedLink releaseNotes runtimePlatform softwareHelp softwareRequirements softwareVersion type url version'
    expect(known.split(' ')).toEqual(expect.arrayContaining(Object.keys(meta)))
    // These are read as addresses.
    for (const key of ['license', 'developmentStatus']) expect(meta[key]).toMatch(/^https:\/\//)
    for (const author of meta.author)
      expect(['Person', 'Organization'], JSON.stringify(author)).toContain(author.type)
  })

  it('keeps to what Zenodo takes of a deposit', () => {
    const archived = JSON.parse(read('.zenodo.json'))
    const known =
      'access_right communities contributors creators description doi grants keywords language license notes publication_date references related_identifiers subjects title upload_type version'
    expect(known.split(' ')).toEqual(expect.arrayContaining(Object.keys(archived)))
    // Access that is open requires a licence.
    for (const key of ['title', 'description', 'upload_type', 'license'])
      expect(archived[key], key).toBeTruthy()
    expect(archived.language).toMatch(/^[a-z]{2,3}$/)
    expect(archived.creators.length).toBeGreaterThan(0)
    for (const creator of archived.creators)
      for (const key of Object.keys(creator))
        expect(['affiliation', 'name', 'orcid']).toContain(key)
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
