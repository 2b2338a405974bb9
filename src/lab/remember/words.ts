/** What is said of work that is kept, in English and Indonesian. */
import type { Language } from '../../report/index.ts'

export interface RememberWords {
  readonly offer: (title: string, when: string) => string
  readonly open: string
  readonly not: string
  readonly forget: string
  readonly forgetNote: string
  readonly forgotten: string
  readonly nothingKept: string
}

const en: RememberWords = {
  offer: (title, when) => `Your last work is still here: ${title} (${when}).`,
  open: 'Open it',
  not: 'Not now',
  forget: 'Forget everything on this computer',
  forgetNote: 'The lab keeps your last scenario and language in this browser, and nowhere else.',
  forgotten: 'Forgotten. Nothing of the lab is left in this browser.',
  nothingKept:
    'This browser keeps nothing for the lab (a private window, perhaps). Copy the link to keep your work.',
}

const id: RememberWords = {
  offer: (title, when) => `Pekerjaan terakhir Anda masih ada: ${title} (${when}).`,
  open: 'Buka',
  not: 'Nanti saja',
  forget: 'Hapus semua jejak di komputer ini',
  forgetNote:
    'Lab menyimpan skenario terakhir dan pilihan bahasa Anda di peramban ini saja, tidak di tempat lain.',
  forgotten: 'Sudah dihapus. Tidak ada lagi jejak lab di peramban ini.',
  nothingKept:
    'Peramban ini tidak menyimpan apa pun untuk lab (mungkin jendela privat). Salin tautannya agar pekerjaan Anda tidak hilang.',
}

export const rememberWords: Readonly<Record<Language, RememberWords>> = { en, id }
