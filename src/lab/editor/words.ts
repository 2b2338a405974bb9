/** What the editor says, in English and Indonesian. Messages are those of `pasar check`. */
import type { Language } from '../../report/index.ts'
import type { Meaning } from './declared.ts'

export interface EditorWords {
  readonly label: string
  readonly note: string
  readonly loading: string
  readonly plain: string
  readonly checking: string
  readonly sound: string
  readonly faults: (errors: number, warnings: number) => string
  readonly error: string
  readonly warning: string
  readonly line: (line: number) => string
  readonly card: Readonly<Record<'unit' | 'range' | 'initial' | 'source' | 'to', string>>
  /** Words of CodeMirror. */
  readonly phrases: Readonly<Record<string, string>>
}

const en: EditorWords = {
  label: 'Scenario as text (YAML)',
  note: 'Ctrl-Space shows what may stand here; the pointer on a key shows what it means. Escape, then Tab leaves the editor.',
  loading: 'The editor is being loaded …',
  plain: 'The editor could not be loaded; the text can be changed here all the same.',
  checking: 'Checking …',
  sound: 'No fault found.',
  faults: (errors, warnings) =>
    [
      ...(errors > 0 ? [`${errors} ${errors === 1 ? 'fault' : 'faults'}`] : []),
      ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
    ].join(', '),
  error: 'Fault',
  warning: 'Warning',
  line: (line) => `line ${line}`,
  card: { unit: 'Unit', range: 'Range', initial: 'Default', source: 'Source', to: 'to' },
  phrases: {},
}

const id: EditorWords = {
  label: 'Skenario sebagai teks (YAML)',
  note: 'Ctrl-Spasi menampilkan apa yang boleh ditulis di sini; arahkan penunjuk ke sebuah kunci untuk melihat artinya. Escape, lalu Tab, keluar dari editor.',
  loading: 'Editor sedang dimuat …',
  plain: 'Editor tidak dapat dimuat; teksnya tetap dapat diubah di sini.',
  checking: 'Memeriksa …',
  sound: 'Tidak ada kesalahan.',
  faults: (errors, warnings) =>
    [
      ...(errors > 0 ? [`${errors} kesalahan`] : []),
      ...(warnings > 0 ? [`${warnings} peringatan`] : []),
    ].join(', '),
  error: 'Kesalahan',
  warning: 'Peringatan',
  line: (line) => `baris ${line}`,
  card: {
    unit: 'Satuan',
    range: 'Rentang',
    initial: 'Nilai bawaan',
    source: 'Sumber',
    to: 'sampai',
  },
  phrases: {
    'No diagnostics': 'Tidak ada kesalahan',
    Diagnostics: 'Kesalahan',
    close: 'tutup',
    Completions: 'Pilihan',
    'Selection deleted': 'Pilihan dihapus',
  },
}

export const editorWords: Readonly<Record<Language, EditorWords>> = { en, id }

/** The lines of a card. */
export function cardLines(
  language: Language,
  { title, unit, range, initial, source, grade }: Meaning,
  said: (label: string) => string = (label) => label,
): string[] {
  const { card } = editorWords[language]
  const number = (value: number) => value.toLocaleString(language, { maximumSignificantDigits: 6 })
  const facts = [
    ...(unit === '' ? [] : [`${card.unit}: ${unit}`]),
    ...(range === undefined
      ? []
      : [`${card.range}: ${number(range[0])} ${card.to} ${number(range[1])}`]),
    ...(initial === '' ? [] : [`${card.initial}: ${initial}`]),
  ]
  return [
    said(title),
    ...(facts.length === 0 ? [] : [facts.join('; ')]),
    ...(source === '' ? [] : [`${card.source}: ${source} [${grade}]`]),
  ]
}
