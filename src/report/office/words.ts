/** What tables for Excel and Word say beside the words of the page. */

import type { Language } from '../input.ts'
import type { FieldType } from '../open/fields.ts'

interface OfficeWords {
  /** The first sheet. */
  readonly about: string
  readonly sheets: string
  readonly sheetsHead: readonly string[]
  readonly columns: string
  readonly columnsHead: readonly string[]
  readonly units: string
  readonly unitsHead: readonly string[]
  readonly types: Readonly<Record<FieldType, string>>
  /** The unit of a column whose rows have units of their own. */
  readonly ofRow: (column: string) => string
  /** Units that no chart or page names. */
  readonly unitNames: Readonly<Record<string, string>>
  /** The column that says in words whose the numbers of a row are. */
  readonly inWords: string
  readonly numbers: string
  readonly results: string
  readonly table: (nth: number, caption: string) => string
  /** How many rows of a long table a document leaves out. */
  readonly more: (shown: number, all: number, file: string) => string
  /** That a table has fewer divisions than its file. */
  readonly divided: string
  readonly pointIntervals: string
  readonly interval: string
  readonly compared: string
  readonly window: string
}

const en: OfficeWords = {
  about: 'About',
  sheets: 'Sheets',
  sheetsHead: ['Sheet', 'What it holds', 'Rows'],
  columns: 'Columns',
  columnsHead: ['Sheet', 'Column', 'Name in the CSV file', 'Type', 'Unit'],
  units: 'Units',
  unitsHead: ['Unit', 'Meaning'],
  types: { string: 'text', integer: 'whole number', number: 'number', date: 'date' },
  ofRow: (column) => `see "${column}" in the row`,
  unitNames: {
    share: 'a part of one: 0.25 is 25 %',
    members: 'firms, creators, people or households for whom the agents stand',
    FTE: 'full-time equivalents',
  },
  inWords: 'In words',
  numbers:
    'Numbers are those of the CSV files of the folder with all their digits; cells show fewer. An empty cell has no number.',
  results: 'Results of a model, not forecasts.',
  table: (nth, caption) => `Table ${nth}. ${caption}`,
  more: (shown, all, file) => `The first ${shown} of ${all} rows; ${file} has all of them.`,
  divided: 'By region, category and size: winners.csv.',
  pointIntervals:
    '95 % CI: of the mean over runs that differ by chance alone. What varies between points is not in it.',
  interval: '95 % CI',
  compared: 'Compared with',
  window: 'Main window',
}

const id: OfficeWords = {
  about: 'Keterangan',
  sheets: 'Lembar',
  sheetsHead: ['Lembar', 'Isi', 'Baris'],
  columns: 'Kolom',
  columnsHead: ['Lembar', 'Kolom', 'Nama dalam berkas CSV', 'Jenis', 'Satuan'],
  units: 'Satuan',
  unitsHead: ['Satuan', 'Arti'],
  types: { string: 'teks', integer: 'bilangan bulat', number: 'bilangan', date: 'tanggal' },
  ofRow: (column) => `lihat "${column}" pada baris itu`,
  unitNames: {
    share: 'bagian dari satu: 0,25 berarti 25%',
    members: 'usaha, kreator, orang, atau rumah tangga yang diwakili agen',
    agents: 'agen simulasi',
    runs: 'simulasi',
    number: 'nomor',
    days: 'hari',
    weeks: 'minggu',
    FTE: 'setara pekerja penuh waktu',
    hours: 'jam',
    points: 'poin',
    'share of price': 'bagian dari harga',
    'share of firms': 'bagian dari usaha',
    'share of online firms': 'bagian dari usaha daring',
    'that of the outcome': 'satuan hasilnya',
    'that of the index': 'satuan indeksnya',
  },
  inWords: 'Dalam kata-kata',
  numbers:
    'Angka sama dengan berkas CSV dalam folder, dengan semua digitnya; yang tampak di sel lebih sedikit. Sel kosong berarti tidak ada angka.',
  results: 'Hasil sebuah model, bukan ramalan.',
  table: (nth, caption) => `Tabel ${nth}. ${caption}`,
  more: (shown, all, file) =>
    `${shown} baris pertama dari ${all}; semuanya ada dalam berkas ${file}.`,
  divided: 'Menurut wilayah, kategori, dan ukuran: lihat winners.csv.',
  pointIntervals:
    'Selang kepercayaan 95% bagi rata-rata antarsimulasi yang hanya berbeda karena variasi acak. Perbedaan antartitik tidak termasuk.',
  interval: 'Selang kepercayaan 95%',
  compared: 'Dibandingkan dengan',
  window: 'Jendela utama',
}

export const officeWords: Readonly<Record<Language, OfficeWords>> = { en, id }
