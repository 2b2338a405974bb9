/** A study as an RO-Crate (1.2): the run as an action, with the program, what went in and what came out. */
import { type FileHash, PROGRAM, VERSION } from '../../study/index.ts'
import { LICENCE, titleOfTable } from './data-package.ts'

/** Its own file in the folder. */
export const CRATE = 'ro-crate-metadata.json'

export interface Carried {
  readonly title: string
  readonly question: string
  readonly fingerprint: string
  readonly seed: string
  /** As one types it. */
  readonly command: string
  /** Of Node: `v20.20.2`. */
  readonly platform: string
  /** When it began: `2026-11-29T16:09:09.000Z`. */
  readonly date: string
  /** How long it took; absent where makings are to be compared byte by byte. */
  readonly milliseconds?: number | undefined
  /** When it was done; absent likewise. */
  readonly ended?: string
  /** What was compared, the baseline first. */
  readonly scenarios: readonly {
    readonly name: string
    readonly title: string
    readonly question: string
    readonly fingerprint: string
  }[]
  readonly files: readonly FileHash[]
}

interface Reference {
  readonly '@id': string
}
interface Entity extends Reference {
  readonly '@type': string | readonly string[]
  readonly [property: string]: unknown
}

const to = (id: string): Reference => ({ '@id': id })
const all = (entities: readonly Entity[]) => entities.map((entity) => to(entity['@id']))

const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  parquet: 'application/vnd.apache.parquet',
  png: 'image/png',
  svg: 'image/svg+xml',
}

const RUNS: Entity = {
  '@id': 'runs/',
  '@type': 'Dataset',
  name: 'Every run by itself',
  description: 'A record and a series of each run; manifest.json lists them with their hashes.',
}
const MANIFEST: Entity = {
  '@id': 'manifest.json',
  '@type': 'File',
  name: 'Inputs, seeds, final states and the sha256 of every file',
  encodingFormat: MEDIA.json,
}
/** The profile of crates that tell how their files came about. */
const PROFILE: Entity = {
  '@id': 'https://w3id.org/ro/wfrun/process/0.5',
  '@type': 'CreativeWork',
  name: 'Process Run Crate',
  version: '0.5',
}
const PROGRAM_ID = '#pasar'
const RUNTIME_ID = '#node'

/** The text of the metadata file of a folder. */
export function crateText(study: Carried): string {
  const licence = { '@id': LICENCE.path, '@type': 'CreativeWork', name: LICENCE.title }
  const files = study.files.filter(({ name }) => !name.startsWith('runs/')).map(fileEntity)
  const scenarios = study.scenarios.map(scenarioEntity)
  const parts = [...files, MANIFEST, RUNS]
  const root: Entity = {
    '@id': './',
    '@type': 'Dataset',
    conformsTo: to(PROFILE['@id']),
    name: study.title,
    description: study.question === '' ? study.title : study.question,
    identifier: study.fingerprint,
    datePublished: study.date,
    license: to(LICENCE.path),
    hasPart: all(parts),
    mentions: [to('#run')],
  }
  const metadata: Entity = {
    '@id': CRATE,
    '@type': 'CreativeWork',
    about: to('./'),
    conformsTo: to('https://w3id.org/ro/crate/1.2'),
  }
  const graph = [
    ...[metadata, root, action(study, scenarios, parts)],
    ...programs(study),
    ...[PROFILE, licence, ...scenarios, ...parts],
  ]
  const context = ['https://w3id.org/ro/crate/1.2/context', { sha256: 'http://schema.org/sha256' }]
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 1)}\n`
}

function fileEntity({ name, bytes, sha256 }: FileHash): Entity {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  return {
    '@id': encodeURI(name),
    '@type': 'File',
    name: titleOfTable(name).en,
    contentSize: String(bytes),
    sha256,
    ...(MEDIA[ending] === undefined ? {} : { encodingFormat: MEDIA[ending] }),
  }
}

const scenarioEntity = ({
  name,
  title,
  question,
  fingerprint,
}: Carried['scenarios'][number]): Entity => ({
  '@id': `#scenario-${encodeURIComponent(name)}`,
  '@type': 'CreativeWork',
  name: title,
  ...(question === '' ? {} : { description: question }),
  identifier: fingerprint,
  isPartOf: to(MANIFEST['@id']),
})

/** The run: what was called, by which program, on what. */
function action(
  { command, date, ended, seed }: Carried,
  scenarios: readonly Entity[],
  parts: readonly Entity[],
): Entity {
  return {
    '@id': '#run',
    '@type': 'CreateAction',
    name: `${PROGRAM}, seed ${seed}`,
    description: command,
    instrument: to(PROGRAM_ID),
    object: all(scenarios),
    result: all(parts),
    startTime: date,
    ...(ended === undefined ? {} : { endTime: ended }),
  }
}

const programs = ({ platform }: Carried): Entity[] => [
  {
    '@id': PROGRAM_ID,
    '@type': 'SoftwareApplication',
    name: 'Pasar',
    softwareVersion: VERSION,
    license: to(LICENCE.path),
    softwareRequirements: to(RUNTIME_ID),
  },
  {
    '@id': RUNTIME_ID,
    '@type': 'SoftwareApplication',
    name: 'Node.js',
    softwareVersion: platform,
  },
]
