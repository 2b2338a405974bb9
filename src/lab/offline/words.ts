/** What is said of a new version, in both languages. */
import type { Language } from '../../report/index.ts'

interface UpdateWords {
  readonly newVersion: string
  readonly update: string
}

const en: UpdateWords = {
  newVersion: 'A new version of this page has come. Results may differ between versions.',
  update: 'Update',
}

const id: UpdateWords = {
  newVersion: 'Versi baru halaman ini sudah ada. Hasil dapat berbeda antarversi.',
  update: 'Perbarui',
}

export const updateWords: Readonly<Record<Language, UpdateWords>> = { en, id }
