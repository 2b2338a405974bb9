/** What is said where a question is chosen, in both languages. */
import type { Language } from '../../report/index.ts'

interface GalleryWords {
  readonly closeQuestions: string
  readonly chooseQuestion: string
  readonly search: string
  readonly noQuestion: string
  readonly groups: Readonly<Record<string, string>>
  readonly open: string
  readonly rule: string
}

const en: GalleryWords = {
  closeQuestions: 'Close',
  chooseQuestion: 'Choose a question',
  search: 'Search the questions',
  noQuestion: 'No question has these words.',
  groups: {
    closure: 'Closing a venue',
    reopening: 'Reopening it',
    imports: 'Imports and duties',
    platforms: 'Rules for platforms',
    firms: 'Helping firms',
    other: 'Other changes',
    checks: 'Checks: where nothing should happen',
  },
  open: 'Open',
  rule: 'The rule behind it',
}

const id: GalleryWords = {
  closeQuestions: 'Tutup',
  chooseQuestion: 'Pilih pertanyaan',
  search: 'Cari pertanyaan',
  noQuestion: 'Tidak ada pertanyaan dengan kata-kata ini.',
  groups: {
    closure: 'Menutup kanal penjualan',
    reopening: 'Membukanya kembali',
    imports: 'Impor dan bea masuk',
    platforms: 'Aturan bagi platform',
    firms: 'Bantuan bagi usaha',
    other: 'Perubahan lain',
    checks: 'Pemeriksaan: seharusnya tidak terjadi apa-apa',
  },
  open: 'Buka',
  rule: 'Aturan di baliknya',
}

export const galleryWords: Readonly<Record<Language, GalleryWords>> = { en, id }
