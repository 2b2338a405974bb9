/** A study folder as a Data Package (Frictionless, version 2): every table with the type, unit and title of each column. */
import { VERSION } from '../../study/index.ts'
import { type FieldType, fieldOf, type OwnColumns } from './fields.ts'

const PROFILE = 'https://datapackage.org/profiles/2.0'

/** Its own file in the folder. */
export const DATA_PACKAGE = 'datapackage.json'

export const LICENCE = {
  name: 'MIT',
  title: 'MIT License',
  path: 'https://opensource.org/license/mit',
} as const

/** A file that holds a table. */
export interface TableFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Its columns in their order. A Parquet file has types of its own. */
  readonly columns: readonly { readonly name: string; readonly type?: FieldType }[]
}

export interface Described {
  /** The name of the study as a file: `tiktok-shop-ban`. */
  readonly name: string
  readonly title: string
  readonly question: string
  readonly fingerprint: string
  /** When it was made, `2026-11-29T16:09:09.000Z`; absent where makings are to be the same. */
  readonly date?: string
  readonly tables: readonly TableFile[]
  readonly own?: OwnColumns
}

const TITLES: Readonly<Record<string, { readonly en: string; readonly id: string }>> = {
  'effects.csv': { en: 'Effects of policies', id: 'Dampak kebijakan' },
  'levels.csv': { en: 'Levels of a scenario', id: 'Tingkat dalam satu skenario' },
  'winners.csv': { en: 'Who gains and who loses', id: 'Siapa untung dan siapa rugi' },
  'switching.csv': { en: 'Where sales went', id: 'Ke mana penjualan berpindah' },
  'buyers-after.csv': {
    en: 'Where buyers bought afterwards',
    id: 'Kanal belanja para pembeli sesudahnya',
  },
  'sellers-after.csv': { en: 'Sellers who recovered', id: 'Penjual yang pulih' },
  'decomposition.csv': { en: 'Contributions of mechanisms', id: 'Sumbangan tiap mekanisme' },
  'combinations.csv': {
    en: 'Policies together and their sum',
    id: 'Kebijakan bersama dan jumlahnya',
  },
  'series.parquet': { en: 'Every run, day by day', id: 'Setiap ulangan, hari demi hari' },
  'agents.parquet': { en: 'Every agent in every window', id: 'Setiap agen di setiap jendela' },
  'points.csv': { en: 'Outcomes at every point', id: 'Hasil di setiap titik' },
  'sensitivity.csv': { en: 'What each outcome depends on', id: 'Yang menentukan tiap hasil' },
  'runs.parquet': { en: 'Every run', id: 'Setiap ulangan' },
  'study.json': { en: 'What was asked', id: 'Apa yang ditanyakan' },
  'proof.json': {
    en: 'States of both worlds on the days before they part',
    id: 'Keadaan kedua dunia pada hari-hari sebelum berpisah',
  },
  'report.html': { en: 'The report', id: 'Laporan' },
  'datapackage.json': { en: 'What each column of the tables means', id: 'Arti setiap kolom tabel' },
  'README.md': { en: 'How the folder came about', id: 'Bagaimana folder ini dibuat' },
  'ro-crate-metadata.json': {
    en: 'The run with what went in and what came out',
    id: 'Ulangan beserta masukan dan keluarannya',
  },
}

/** What a file of a folder holds; of a chart its name. */
export const titleOfTable = (name: string) => TITLES[name] ?? { en: name, id: name }

/** Text for a type that nothing tells. */
const OTHER: FieldType = 'string'

export function dataPackage(study: Described): string {
  const { name, title, question, fingerprint, date, tables, own } = study
  const descriptor = {
    $schema: `${PROFILE}/datapackage.json`,
    name: nameOf(name),
    id: `urn:pasar:${fingerprint}`,
    title,
    ...(question === '' ? {} : { description: question }),
    version: VERSION,
    ...(date === undefined ? {} : { created: date }),
    licenses: [LICENCE],
    keywords: ['agent-based model', 'social commerce', 'Indonesia'],
    resources: tables.map((table) => resource(table, own)),
  }
  return `${JSON.stringify(descriptor, null, 1)}\n`
}

/** Small letters, digits and what may stand between them. */
const nameOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9._-]+/g, '-')

function resource({ name, bytes, sha256, columns }: TableFile, own: OwnColumns | undefined) {
  const isText = name.endsWith('.csv')
  const titles = titleOfTable(name)
  return {
    $schema: `${PROFILE}/dataresource.json`,
    name: nameOf(name.replace(/\.\w+$/, '')),
    type: 'table',
    path: name,
    title: titles.en,
    titles,
    ...(isText
      ? { format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' }
      : { format: 'parquet', mediatype: 'application/vnd.apache.parquet' }),
    bytes,
    hash: `sha256:${sha256}`,
    schema: {
      $schema: `${PROFILE}/tableschema.json`,
      fields: columns.map((column) => field(name, column, own)),
      ...(isText ? { missingValues: [''] } : {}),
    },
  }
}

function field(
  table: string,
  { name, type }: TableFile['columns'][number],
  own: OwnColumns | undefined,
) {
  const found = fieldOf(table, name, own)
  const titles = found?.title ?? { en: name, id: name }
  return {
    name,
    type: type ?? found?.type ?? OTHER,
    title: titles.en,
    titles,
    ...(found?.unit === undefined ? {} : { unit: found.unit }),
  }
}
