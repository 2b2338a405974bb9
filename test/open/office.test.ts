/** Tables for Excel and Word, read back without the libraries that wrote them. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { workbook } from '../../src/node/office/excel.ts'
import { type FolderTold, sheetsOf } from '../../src/report/index.ts'
import { BAN, BASE, EARLY, pasar, small, temporary } from '../cli/pasar.ts'
import { comparison, manyPoints, type Resource } from './folders.ts'
import { decoded, documentIn, elements, type ReadCell, unzipped, workbookIn } from './zip.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 })

async function written(folder: string, name: string, ...more: string[]): Promise<Buffer> {
  const file = join(temporary(), name)
  const { code, err, out } = await pasar(['tables', folder, '--out', file, ...more])
  expect(err).toBe('')
  expect(code).toBe(0)
  expect(out.trim()).toBe(file)
  return readFileSync(file)
}

const resourcesIn = (folder: string): Resource[] =>
  JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')).resources

/** Lines of a table without cells in quotes. */
const linesIn = (folder: string, table: string): string[][] =>
  readFileSync(join(folder, table), 'utf8')
    .trim()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
      ),
    )

/** `A`, ..., `Z`, `AA`, ... */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) +
  String.fromCharCode(65 + (column % 26))

/** Days of Excel count from 30 December 1899. */
const dayOf = (serial: string): string =>
  new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, 10)

function expectCell(cell: ReadCell | undefined, text: string, type: string, at: string) {
  if (text === '') return expect(cell, at).toBeUndefined()
  const { type: is, value, format } = cell!
  if (type === 'date') {
    expect([is, dayOf(value), format], at).toEqual(['n', text, 'yyyy-mm-dd'])
  } else if (type === 'string') {
    expect([is, value, format], at).toEqual(['s', text, '@'])
  } else {
    expect([is, Number(value)], at).toEqual(['n', Number(text)])
    expect(format, at).toMatch(/^#,##0/)
  }
}

/** Columns in words that stand before those of the file. */
const BEFORE: Readonly<Record<string, number>> = {
  'points.csv': 0,
  'sensitivity.csv': 0,
  'sellers-after.csv': 0,
}

describe.each([
  ['of a comparison', comparison],
  ['of a study of many points', manyPoints],
])('the workbook %s', (_, made) => {
  let folder: string
  let archive: Buffer
  beforeAll(async () => {
    folder = await made()
    archive = await written(folder, 'all.xlsx', '--lang', 'id')
  })

  it('has a sheet a table with every number as a number, and all its digits', () => {
    const sheets = workbookIn(archive)
    const tables = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    expect([...sheets.keys()].slice(1).sort()).toEqual(
      tables.map((name) => name.replace('.csv', '')).sort(),
    )
    for (const { path, schema } of resourcesIn(folder).filter((one) => one.path.endsWith('.csv'))) {
      const cells = sheets.get(path.replace('.csv', ''))!
      const before = BEFORE[path] ?? 1
      const [head, ...lines] = linesIn(folder, path)
      head.forEach((name, at) => {
        const title = schema.fields[at].titles.id
        expect(cells.get(`${letters(at + before)}1`)?.value, `${path}: ${name}`).toBe(title)
      })
      lines.forEach((line, row) => {
        line.forEach((text, at) => {
          const place = `${letters(at + before)}${row + 2}`
          expectCell(cells.get(place), text, schema.fields[at].type, `${path} ${place}`)
        })
      })
    }
  })

  it('has a head that stays, and no formula', () => {
    const files = unzipped(archive)
    const sheets = [...files].filter(([path]) => /worksheets\/sheet\d+\.xml$/.test(path))
    expect(sheets.length).toBe(workbookIn(archive).size)
    for (const [path, xml] of sheets) {
      expect(xml, path).not.toMatch(/<f[ >]/)
      if (!path.endsWith('sheet1.xml'))
        expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    }
  })

  it('says first what every column means and in which unit', () => {
    const about = workbookIn(archive).get('Keterangan')!
    const said = [...about.values()].map(({ value }) => value)
    for (const { path, schema } of resourcesIn(folder).filter((one) => one.path.endsWith('.csv')))
      for (const { name, titles } of schema.fields)
        expect(said, `${path}: ${name}`).toEqual(expect.arrayContaining([name, titles.id]))
    expect(said).toContain('Hasil sebuah model, bukan ramalan.')
  })
})

describe('a workbook', () => {
  it('says in words whose numbers a row has, and what its unit is', async () => {
    const sheets = workbookIn(await written(await comparison(), 'words.xlsx'))
    const words = [...sheets.get('effects')!].filter(([place]) => /^A\d/.test(place))
    const said = words.map(([, { value }]) => value)
    expect(said).toEqual(expect.arrayContaining(['In words', 'Sales', 'Sales: TikTok Shop']))
    const about = [...sheets.get('About')!.values()].map(({ value }) => value)
    expect(about).toEqual(expect.arrayContaining(['mRp/day', 'Rp m a day', 'TikTok Shop closes']))
  })

  it('keeps a text that begins as a formula does, as text', async () => {
    const texts = ['=1+1', '+2', '-3', '@SUM(A1)', '=HYPERLINK("http://x")']
    const told = (text: string) => ({ en: text, id: text })
    const lines = texts.map((text) => `"'${text.replaceAll('"', '""')}"`)
    const folder: FolderTold = {
      title: told('=title'),
      question: told('-question'),
      ofPoints: true,
      facts: { seed: '=seed' },
      labels: {},
      tables: [
        {
          name: 'odd.csv',
          text: `what\n${lines.join('\n')}\n`,
          title: told('Odd'),
          fields: [{ name: 'what', type: 'string', title: told('=what') }],
        },
      ],
    }
    const archive = await workbook(sheetsOf(folder, 'en'))
    const cells = [...workbookIn(archive).get('odd')!.values()]
    expect(cells.map(({ value }) => value)).toEqual(['=what', ...texts])
    for (const { type, format } of cells) expect([type, format]).toEqual(['s', '@'])
    for (const xml of unzipped(archive).values()) expect(xml).not.toMatch(/<f[ >]/)
  })
})

describe('the document', () => {
  /** A comparison with its page. */
  let folder: string
  beforeAll(async () => {
    folder = join(temporary(), 'told')
    const args = ['compare', BASE, BAN, ...small({ report: true }), ...EARLY, '--out', folder]
    expect((await pasar(args)).code).toBe(0)
  })

  /** Tables of the page in one language, as rows of cells. */
  const onPage = (language: string): Map<string, string[][]> => {
    const page = readFileSync(join(folder, 'report.html'), 'utf8')
    const [main] = elements(page, 'main').filter(({ attributes }) =>
      attributes.includes(`lang="${language}"`),
    )
    return new Map(
      elements(main.content, 'table').flatMap(({ content }) => {
        const [caption] = elements(content, 'caption')
        if (caption === undefined) return []
        const rows = elements(content, 'tr').map((row) =>
          [...row.content.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
            decoded(cell),
          ),
        )
        return [[decoded(caption.content), rows] as const]
      }),
    )
  }

  it.each(['en', 'id'])('has the tables of the page, cell by cell (%s)', async (language) => {
    const { tables, paragraphs } = documentIn(
      await written(folder, 'paper.docx', '--lang', language),
    )
    const shown = onPage(language)
    const captions = paragraphs.filter((text) => /^(Table|Tabel) \d+\. /.test(text))
    expect(captions.length).toBe(tables.length)
    expect(tables.length).toBe(4)
    captions.forEach((caption, at) => {
      const [, nth, text] = /^\w+ (\d+)\. (.*)$/.exec(caption)!
      expect(Number(nth)).toBe(at + 1)
      const [head, ...rows] = shown.get(text)!
      expect(tables[at][0], caption).toEqual(head)
      // Who gains and loses is told by kind and exposure alone, in the order of the page; the page leaves out effects that are
      // nought, and names them below.
      const own = tables[at].slice(1)
      const both = ([name]: readonly string[]) =>
        [own, rows].every((of) => of.some((row) => row[0] === name))
      expect(own.filter(both), caption).toEqual(rows.filter(both))
      // Kinds stand in a table of their own on the page, with other cells: winners.csv has them.
      if (at !== 1) expect(rows.filter(both).length, caption).toBe(rows.length)
      expect(rows.length, caption).toBeGreaterThan(0)
    })
    const notes = paragraphs.join('\n')
    const expected =
      language === 'en'
        ? ['All intervals cover simulation noise only', 'Runs: 2', 'Program: pasar 0.3.0']
        : ['hanya mencakup', 'Benih', 'bukan ramalan']
    for (const note of expected) expect(notes).toContain(note)
  })

  it('has the members and agents of winners.csv', async () => {
    const { tables } = documentIn(await written(folder, 'paper.docx'))
    const [head, ...lines] = linesIn(folder, 'winners.csv')
    const at = (name: string) => head.indexOf(name)
    const kinds = lines.filter(
      (cells) =>
        cells[at('by')] === 'kind' &&
        cells[at('window')].startsWith('first month') &&
        Number(cells[at('agents')]) >= 10,
    )
    const powers: Record<string, number> = { thousand: 1e3, million: 1e6 }
    /** A number with its power of a thousand in words. */
    const plain = (cell: string) => {
      const [number, power] = cell.replaceAll(',', '').split(' ')
      return Number(number) * (powers[power] ?? 1)
    }
    const counted = tables[1].slice(1).map(([, members, agents]) => [plain(members), plain(agents)])
    expect(kinds.length).toBeGreaterThan(3)
    // To three digits, as many as the table has.
    for (const cells of kinds)
      expect(counted).toContainEqual([
        Number(Number(cells[at('members')]).toPrecision(3)),
        Math.round(Number(cells[at('agents')])),
      ])
  })

  it('has the numbers of effects.csv', async () => {
    const [effects] = documentIn(await written(folder, 'paper.docx')).tables
    const [head, ...lines] = linesIn(folder, 'effects.csv')
    const row = effects.find(([name]) => name === 'Sales')!
    const line = lines.find(
      (cells) =>
        cells[head.indexOf('measure')] === 'sales' &&
        cells[head.indexOf('group')] === 'all' &&
        cells[head.indexOf('window')].startsWith('first month'),
    )!
    expect([line[head.indexOf('unit')], row[1]]).toEqual(['mRp/day', 'Rp bn a week'])
    for (const [at, column] of [
      [3, 'baseline'],
      [4, 'policy'],
      [5, 'difference'],
    ] as const) {
      const value = (Number(line[head.indexOf(column)]) * 7) / 1000
      const shown = Number(row[at].replace('−', '-').replace(/[+,]/g, ''))
      expect(Math.abs(shown - value), column).toBeLessThanOrEqual(0.5)
    }
  })

  it('of a scenario alone has its levels, and of many points the points', async () => {
    const alone = join(temporary(), 'alone')
    expect((await pasar(['run', BASE, ...small(), '--out', alone])).code).toBe(0)
    const levels = documentIn(await written(alone, 'levels.docx'))
    expect(levels.tables[0][0]).toEqual(['Measure', 'Unit', 'Simulated agents', 'Mean', '95 % CI'])
    expect(levels.tables[0].map(([name]) => name)).toContain('Sales')
    const points = await manyPoints()
    const [table] = documentIn(await written(points, 'points.docx')).tables
    const [head, ...lines] = linesIn(points, 'points.csv')
    expect(table.length).toBe(lines.length + 1)
    const mean = table[0].indexOf('Mean')
    lines.forEach((line, at) => {
      const shown = Number(table[at + 1][mean].replaceAll(',', ''))
      expect(shown).toBeCloseTo(Number(line[head.indexOf('mean')]), 2)
      expect(table[at + 1][mean + 1]).toMatch(/^[\d.]+ … [\d.]+$/)
    })
  })
})

describe('the command', () => {
  const refused = async (says: RegExp, ...args: string[]) => {
    const { code, err } = await pasar(['tables', ...args])
    expect(err).toMatch(says)
    expect(code).toBe(2)
  }

  it('writes over nothing, and writes nothing else than it can', async () => {
    const folder = await comparison()
    const file = join(temporary(), 'mine.xlsx')
    writeFileSync(file, 'mine')
    await refused(/is there already/, folder, '--out', file)
    expect(readFileSync(file, 'utf8')).toBe('mine')
    const other = join(temporary(), 'tables.pdf')
    await refused(/expected a name that ends in \.xlsx or \.docx/, folder, '--out', other)
    expect(existsSync(other)).toBe(false)
  })

  it('refuses a folder that is none of results, or in which a table was changed', async () => {
    const out = join(temporary(), 'none.xlsx')
    await refused(/is not what a run, a comparison/, temporary(), '--out', out)
    await refused(/there is no folder/, join(temporary(), 'gone'), '--out', out)
    for (const name of ['effects.csv', 'datapackage.json']) {
      const copy = join(temporary(), 'copy')
      cpSync(await comparison(), copy, { recursive: true })
      const changed = readFileSync(join(copy, name), 'utf8').replace('TikTok', 'TokTik')
      writeFileSync(join(copy, name), `${changed} `)
      await refused(/is not as it was written/, copy, '--out', out)
    }
    expect(existsSync(out)).toBe(false)
  })
})
