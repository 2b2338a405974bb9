/** What is said of settings that cannot be run, in both languages. */
import type { Language } from '../../report/index.ts'

interface ClashWords {
  readonly early: (begins: string, announced: string) => string
  readonly together: (...names: readonly string[]) => string
  readonly stale: string
  readonly answer: string
  readonly inText: string
  readonly nothingToShare: string
}

const en: ClashWords = {
  early: (begins, announced) =>
    `It would begin on ${begins}, before it is announced on ${announced}. Move one of the two dates.`,
  together: (...names) =>
    names.length === 1
      ? `This value cannot be run: “${names[0]}”.`
      : `These do not go together: ${names.map((name) => `“${name}”`).join(' and ')}.`,
  stale: 'What is shown is still of the last settings that could be run.',
  answer:
    'The answer waits for settings that can be run. An answer below is of the last ones that could.',
  inText: 'The scenario as text has a fault.',
  nothingToShare:
    'The settings as they stand cannot be run, so there is no link to share. Once they can, it is here again.',
}

const id: ClashWords = {
  early: (begins, announced) =>
    `Kebijakan ini akan mulai pada ${begins}, sebelum diumumkan pada ${announced}. Geser salah satu tanggalnya.`,
  together: (...names) =>
    names.length === 1
      ? `Nilai ini tidak dapat dijalankan: “${names[0]}”.`
      : `Yang berikut tidak dapat berlaku bersama: ${names.map((name) => `“${name}”`).join(' dan ')}.`,
  stale: 'Yang tampak masih dari setelan terakhir yang dapat dijalankan.',
  answer:
    'Jawaban menunggu setelan yang dapat dijalankan. Jawaban di bawah, kalau ada, masih dari setelan terakhir yang dapat dijalankan.',
  inText: 'Ada kesalahan dalam teks skenario.',
  nothingToShare:
    'Setelan saat ini tidak dapat dijalankan, jadi belum ada tautan untuk dibagikan. Tautannya muncul lagi setelah setelannya diperbaiki.',
}

export const clashWords: Readonly<Record<Language, ClashWords>> = { en, id }
