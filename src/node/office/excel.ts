/** A workbook as a file. Loaded when it is needed. */
import writeExcel, { type Cell, type Sheet as Written } from 'write-excel-file/node'
import type { Sheet, SheetCell } from '../../report/index.ts'

export const workbook = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeExcel(sheets.map(written), { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()

const written = ({ name, frozen, rows, widths }: Sheet): Written<never> => ({
  sheet: name,
  data: rows.map((row) => row.map(cellOf)),
  columns: widths.map((width) => ({ width })),
  ...(frozen.rows > 0 ? { stickyRowsCount: frozen.rows } : {}),
  ...(frozen.columns > 0 ? { stickyColumnsCount: frozen.columns } : {}),
})

/** A text stays one, whatever it begins with, also when somebody edits its cell. */
const TEXT = { type: String, format: '@' } as const
const HEAD = { ...TEXT, fontWeight: 'bold', wrap: true, alignVertical: 'top' } as const

function cellOf(cell: SheetCell): Cell {
  if (cell === undefined) return null
  if ('text' in cell) return { value: cell.text, ...(cell.bold ? HEAD : TEXT) }
  if ('date' in cell)
    return { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  const { number, decimals } = cell
  return { value: number, type: Number, format: formatOf(decimals) }
}

const formatOf = (decimals: number): string =>
  decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
