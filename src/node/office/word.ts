/** A document as a file. Loaded when it is needed. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Language } from '../../report/index.ts'

/** Sizes are half points. */
const SIZE = { text: 22, table: 18, note: 16 }
const GREY = '6B6B6B'

/** @param creator of the properties of the file */
export async function wordDocument(
  blocks: readonly Block[],
  language: Language,
  creator: string,
): Promise<Buffer> {
  const title = blocks.find(({ kind }) => kind === 'title')
  const document = new Document({
    creator,
    title: title !== undefined && 'text' in title ? title.text : '',
    styles: {
      default: {
        document: {
          run: {
            font: 'Calibri',
            size: SIZE.text,
            language: { value: language === 'id' ? 'id-ID' : 'en-GB' },
          },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: blocks.flatMap(written),
      },
    ],
  })
  return Packer.toBuffer(document)
}

function written(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, text: block.text })]
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, text: block.text })]
    case 'text':
      return [paragraph(block.text, {})]
    case 'note':
      return [paragraph(block.text, { size: SIZE.note })]
    case 'table':
      return [caption(block.caption), tableOf(block)]
  }
}

const SPACE = { before: 80, after: 80 }

const paragraph = (text: string, run: { readonly size?: number }): Paragraph =>
  new Paragraph({ spacing: SPACE, children: [new TextRun({ text, ...run })] })

/** It stays with its table. */
const caption = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 280, after: 80 },
    children: [new TextRun({ text, bold: true })],
  })

const RULE = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Ruled above, below and under the head, as papers rule tables; the head comes again on every page. */
function tableOf({ head, rows, grey }: Extract<Block, { kind: 'table' }>): Table {
  const first = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: head.map((text, at) => cell(text, at, head.length, { bold: true }, { bottom: RULE })),
  })
  const body = rows.map(
    (cells, row) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((text, at) =>
          cell(text, at, head.length, grey[row] ? { color: GREY } : {}),
        ),
      }),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      ...{ top: RULE, bottom: RULE, left: NO_RULE, right: NO_RULE },
      ...{ insideHorizontal: NO_RULE, insideVertical: NO_RULE },
    },
    rows: [first, ...body],
  })
}

/** Percent of the table: names are longer than numbers. */
const FIRST = 26

const widthOf = (at: number, columns: number): number =>
  columns === 1 ? 100 : at === 0 ? FIRST : (100 - FIRST) / (columns - 1)

/** Numbers stand right, what they are of left. */
const cell = (
  text: string,
  at: number,
  columns: number,
  run: { readonly bold?: boolean; readonly color?: string },
  borders: { readonly bottom?: typeof RULE } = {},
): TableCell =>
  new TableCell({
    width: { size: widthOf(at, columns), type: WidthType.PERCENTAGE },
    borders,
    margins: { left: 60, right: 60 },
    children: [
      new Paragraph({
        alignment: at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [new TextRun({ text, size: SIZE.table, ...run })],
      }),
    ],
  })
