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
  forgotten:
    'Forgotten: your work and your language. What stays is the page itself, kept so that it opens without a network, and what you see until you leave it.',
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
  forgotten:
    'Sudah dihapus: pekerjaan dan pilihan bahasa Anda. Yang masih ada hanya halaman lab sendiri, agar dapat dibuka tanpa jaringan, dan yang tampak sekarang sampai Anda meninggalkannya.',
  nothingKept:
    'Peramban ini tidak menyimpan apa pun untuk lab (mungkin jendela privat). Salin tautannya agar pekerjaan Anda tidak hilang.',
}

export const rememberWords: Readonly<Record<Language, RememberWords>> = { en, id }
