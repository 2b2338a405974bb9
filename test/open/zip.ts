/** Reads what office programs write, without the libraries that wrote it: a zip of XML. */
import { inflateRawSync } from 'node:zlib'

const ENTRY = 0x02014b50

/** The files of an archive by their paths, as text. */
export function unzipped(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, string>()
  let at = archive.readUInt32LE(end + 16)
  while (archive.readUInt32LE(at) === ENTRY) {
    const [method, packed] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field))
    const local = archive.readUInt32LE(at + 42)
    const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const content = archive.subarray(from, from + packed)
    const path = archive.toString('utf8', at + 46, at + 46 + name)
    files.set(path, (method === 0 ? content : inflateRawSync(content)).toString('utf8'))
    at += 46 + name + extra + comment
  }
  return files
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
}

export const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, ten, sixteen, name) =>
    name === undefined
      ? String.fromCodePoint(ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten))
      : ENTITIES[name],
  )

/** What stands between the tags of an element, with its attributes. */
export const elements = (xml: string, tag: string): { content: string; attributes: string }[] =>
  [...xml.matchAll(new RegExp(`<${tag}(\\s[^>]*?)?(?:/>|>(.*?)</${tag}>)`, 'gs'))].map(
    ([, attributes = '', content = '']) => ({ attributes, content }),
  )

const attribute = (attributes: string, name: string) =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]

export interface ReadCell {
  /** `s`: text; `n`: a number, of which a day is one. */
  readonly type: string
  readonly value: string
  readonly format: string
}

/** Sheets by name: each cell by its place, `B2`. */
export function workbookIn(archive: Buffer): Map<string, Map<string, ReadCell>> {
  const files = unzipped(archive)
  const strings = elements(files.get('xl/sharedStrings.xml')!, 'si').map(({ content }) =>
    decoded(
      elements(content, 't')
        .map((one) => one.content)
        .join(''),
    ),
  )
  const styles = files.get('xl/styles.xml')!
  const formats = new Map(
    elements(styles, 'numFmt').map(({ attributes }) => [
      attribute(attributes, 'numFmtId'),
      decoded(attribute(attributes, 'formatCode')!),
    ]),
  )
  const [all] = elements(styles, 'cellXfs')
  const used = elements(all.content, 'xf').map(
    ({ attributes }) => formats.get(attribute(attributes, 'numFmtId')) ?? '',
  )
  const sheets = elements(files.get('xl/workbook.xml')!, 'sheet')
  return new Map(
    sheets.map(({ attributes }, nth) => {
      const sheet = files.get(`xl/worksheets/sheet${nth + 1}.xml`)!
      const cells = elements(sheet, 'c').flatMap(({ attributes: of, content }) => {
        const [found] = elements(content, 'v')
        if (found === undefined) return []
        const type = attribute(of, 't') ?? 'n'
        const value = type === 's' ? strings[Number(found.content)] : found.content
        return [
          [attribute(of, 'r')!, { type, value, format: used[Number(attribute(of, 's'))] }] as const,
        ]
      })
      return [decoded(attribute(attributes, 'name')!), new Map(cells)] as const
    }),
  )
}

const textIn = (xml: string): string =>
  elements(xml, 'w:t')
    .map(({ content }) => decoded(content))
    .join('')

/** A document as its paragraphs outside of tables, and its tables as rows of cells. */
export function documentIn(archive: Buffer): { paragraphs: string[]; tables: string[][][] } {
  const xml = unzipped(archive).get('word/document.xml')!
  return {
    paragraphs: elements(xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, ''), 'w:p').map(({ content }) =>
      textIn(content),
    ),
    tables: elements(xml, 'w:tbl').map(({ content }) =>
      elements(content, 'w:tr').map((row) =>
        elements(row.content, 'w:tc').map((cell) => textIn(cell.content)),
      ),
    ),
  }
}
