/** What is said beside sliders and on their cards, in both languages. */
import type { Language } from '../../report/index.ts'

export interface DialWords {
  readonly dials: string
  readonly dialsIntro: string
  readonly ofPolicy: string
  readonly ofBoth: string
  readonly ofBothNote: string
  readonly mixed: string
  readonly further: (count: number) => string
  readonly what: string
  readonly reset: string
  readonly resetAll: string
  readonly range: string
  readonly unit: string
  /** Of what is no number. */
  readonly kinds: Readonly<Record<'date' | 'choice' | 'flag', string>>
  readonly inScenario: string
  readonly source: string
  readonly sureness: string
  readonly article: string
  readonly matters: (study: string) => string
  readonly yes: string
  readonly no: string
  readonly reading: string
}

const en: DialWords = {
  dials: 'Change something',
  dialsIntro: 'The picture follows your hand, and sharpens when it rests.',
  ofPolicy: 'The policy',
  ofBoth: 'Assumptions of the model',
  ofBothNote:
    'These move both worlds, so the market is run again from its first day. They are the ones that a sensitivity study found to matter.',
  mixed: 'differs between rows; moving it sets them all',
  further: (count) => `${count} more`,
  what: 'What is this?',
  reset: 'Undo',
  resetAll: 'Undo all changes',
  range: 'Possible values',
  unit: 'Unit',
  kinds: { date: 'a day', choice: 'one of these', flag: 'yes or no' },
  inScenario: 'In the scenario',
  source: 'Where the default comes from',
  sureness: 'Quality of the source',
  article: 'Regulation',
  matters: (study) => `Named by the sensitivity study ${study} as moving the answer.`,
  yes: 'yes',
  no: 'no',
  reading: 'Reading the scenario …',
}

const id: DialWords = {
  dials: 'Ubah sesuatu',
  dialsIntro: 'Gambar mengikuti tangan Anda, dan menajam ketika tangan berhenti.',
  ofPolicy: 'Kebijakan',
  ofBoth: 'Asumsi model',
  ofBothNote:
    'Asumsi ini mengubah kedua dunia, sehingga pasar dijalankan lagi sejak hari pertama. Studi kepekaan menemukan bahwa jawaban bergantung padanya.',
  mixed: 'berbeda antarbaris; menggesernya menyamakan semuanya',
  further: (count) => `${count} lagi`,
  what: 'Apa ini?',
  reset: 'Batalkan',
  resetAll: 'Batalkan semua perubahan',
  range: 'Nilai yang mungkin',
  unit: 'Satuan',
  kinds: { date: 'tanggal', choice: 'salah satu dari pilihan itu', flag: 'ya atau tidak' },
  inScenario: 'Dalam skenario',
  source: 'Asal nilai bawaan',
  sureness: 'Mutu sumber',
  article: 'Peraturan',
  matters: (study) => `Disebut oleh studi kepekaan ${study} sebagai penggerak jawaban.`,
  yes: 'ya',
  no: 'tidak',
  reading: 'Membaca skenario …',
}

export const dialWords: Readonly<Record<Language, DialWords>> = { en, id }
