/** Words around a parameter in print: its default, range, unit and source. */
import type { Language } from '../input.ts'

export const parameterWords = {
  en: {
    required: 'required',
    standard: 'default',
    to: 'to',
    assumption: 'Assumption',
    grade: 'Grade',
    readBy: 'Read by',
  },
  id: {
    required: 'wajib',
    standard: 'bawaan',
    to: 'sampai',
    assumption: 'Asumsi',
    grade: 'Mutu sumber',
    readBy: 'Dibaca oleh',
  },
} as const

/** Units and sources of the settings of policies. What a scenario file is to contain stays as it is written there. */
const INDONESIAN: Readonly<Record<string, string>> = {
  never: 'tidak pernah',
  choice: 'pilihan',
  date: 'tanggal',
  'true or false': 'true atau false',
  share: 'bagian',
  weeks: 'minggu',
  'stalls/event': 'kios/acara',
  'firms/week': 'usaha/minggu',
  'share of price': 'bagian harga',
  'share of listings/year': 'bagian barang yang dijual/tahun',
  'share of platform sales': 'bagian penjualan platform',
  'set by the authors, to be swept': 'ditetapkan penulis, untuk divariasikan',
  'the size of the programme': 'besarnya program',
  'about 130 at one event (F139)': 'sekitar 130 pada satu acara (F139)',
  'Shopee: 3 % of its sales in 2021, under 1 % in 2023 (F87)':
    'Shopee: 3 % penjualannya pada 2021, kurang dari 1 % pada 2023 (F87)',
  'logit first-order condition (model.md 3.2)': 'syarat orde pertama logit (model.md 3.2)',
  '0.3 to 0.6 of the boost of a sponsored slot (model.md 2.3)':
    '0,3 sampai 0,6 kali dorongan tempat bersponsor (model.md 2.3)',
  'model.md 2.9 (compliance 0.3 to 1)': 'model.md 2.9 (kepatuhan 0,3 sampai 1)',
}

/** A value, unit or source in print. */
export function said(what: string | number | boolean, language: Language): string {
  const text = String(what)
  if (language === 'en') return text
  return (
    INDONESIAN[text] ??
    text
      .replace(/^rows of /, 'baris ')
      .replace(/^name out of /, 'nama di ')
      .replace(/(\d) to (\d)/g, '$1 sampai $2')
  )
}
