/** What archives of software read: made of package.json and CITATION.cff, where all that is in it is declared. */

/** What is taken from package.json. */
export interface Package {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly engines: { readonly node: string }
}

/** What is taken from CITATION.cff. */
export interface Citation {
  readonly title: string
  readonly abstract: string
  readonly authors: readonly {
    readonly name?: string
    readonly 'given-names'?: string
    readonly 'family-names'?: string
    readonly orcid?: string
  }[]
  readonly version: string
  readonly license: string
  readonly keywords: readonly string[]
}

const whole = (text: string): string => text.replace(/\s+/g, ' ').trim()

const textOf = (content: object): string => `${JSON.stringify(content, null, 2)}\n`

/** `codemeta.json`, form 3.0. What its context does not have is not read: neither an abstract nor languages. */
export function codemeta({ name, version, engines }: Package, cited: Citation): string {
  return textOf({
    '@context': 'https://w3id.org/codemeta/3.0',
    type: 'SoftwareSourceCode',
    name: cited.title,
    identifier: name,
    description: whole(cited.abstract),
    version,
    softwareVersion: version,
    license: `https://spdx.org/licenses/${cited.license}`,
    author: cited.authors.map(authorOf),
    keywords: cited.keywords,
    programmingLanguage: ['TypeScript', 'Python'],
    runtimePlatform: `Node.js ${engines.node}`,
    developmentStatus: 'https://www.repostatus.org/#active',
  })
}

type Author = Citation['authors'][number]

const authorOf = ({ name, orcid, ...person }: Author) =>
  name === undefined
    ? {
        type: 'Person',
        ...(orcid === undefined ? {} : { id: orcid }),
        givenName: person['given-names'],
        familyName: person['family-names'],
      }
    : { type: 'Organization', name }

/** `.zenodo.json`, which Zenodo reads of a release. */
export const zenodo = ({ version }: Package, cited: Citation): string =>
  textOf({
    title: cited.title,
    upload_type: 'software',
    description: `<p>${whole(cited.abstract)}</p>`,
    creators: cited.authors.map((author) => ({
      name: author.name ?? `${author['family-names']}, ${author['given-names']}`,
      ...(author.orcid === undefined ? {} : { orcid: author.orcid.replace(/^.*\//, '') }),
    })),
    version,
    license: cited.license,
    access_right: 'open',
    language: 'eng',
    keywords: cited.keywords,
  })
