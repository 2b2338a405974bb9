/** What languages, rows of tables, policies and windows are called, in English and Indonesian: little, as the lab loads it first. */
import { policyCalled } from '../market/index.ts'
import type { Language } from './input.ts'

type Words = Readonly<Record<string, string>>

export interface NameWords {
  readonly languageName: string
  /** Rows of the shipped scenarios, which write their labels in English. */
  readonly names: Words
  /** Windows of the shipped scenarios, and those a study makes itself. */
  readonly windows: Words
  /** Said of a window of which only a part was run. */
  readonly cutShort: string
}

const en: NameWords = {
  languageName: 'English',
  names: {},
  windows: {},
  cutShort: 'cut short',
}

const id: NameWords = {
  languageName: 'Bahasa Indonesia',
  names: {
    nobody: 'Tanpa pemilik',
    stalls: 'Kios dan toko',
    bazaar: 'Bazar',
    chat: 'Obrolan',
    social: 'Jualan di media sosial',
    'own-website': 'Situs sendiri',
    'own-app': 'Aplikasi baru',
    'ct-shop': 'Toko CT Corp',
    'made-to-order': 'Pesanan khusus',
    fashion: 'Fesyen',
    craft: 'Kerajinan dan aksesori',
    food: 'Makanan',
    beauty: 'Kecantikan',
    household: 'Perlengkapan rumah',
    electronics: 'Elektronik dan lainnya',
    jakarta: 'Kota seperti Jakarta',
    bekasi: 'Kota penyangga seperti Bekasi',
    bandung: 'Kota seperti Bandung',
    banyuwangi: 'Kabupaten seperti Banyuwangi',
    'other-java': 'Jawa lainnya',
    'outside-java': 'Luar Jawa',
    producer: 'Produsen',
    reseller: 'Pengecer',
    importer: 'Importir',
    trader: 'Pedagang kios',
    'bekasi-fashion': 'Sentra fesyen Bekasi',
    'bekasi-craft': 'Sentra kerajinan Bekasi',
    'banyuwangi-assisted': 'Usaha dampingan, seperti di Banyuwangi',
    festivals: 'Festival',
    further: 'Festival tambahan',
    onboarding: 'Digitalisasi',
    training: 'Pelatihan',
    licensing: 'Perizinan',
    equipment: 'Peralatan',
    local: 'Lokal',
    import: 'Impor',
    platforms: 'Platform',
    'producer owner': 'Pemilik usaha produksi',
    'reseller owner': 'Pemilik usaha eceran',
    'importer owner': 'Pemilik usaha impor',
    'trader owner': 'Pemilik kios',
  },
  windows: {
    grace: 'masa tenggang',
    'first month': 'bulan pertama',
    'first ten weeks': 'sepuluh minggu pertama',
    'first quarter of 2024': 'kuartal pertama 2024',
    'quarter before the rule': 'kuartal sebelum aturan',
    'three months': 'tiga bulan',
    'first half of 2024': 'paruh pertama 2024',
    'second half of 2024': 'paruh kedua 2024',
    'first quarter': 'kuartal pertama',
    'second quarter': 'kuartal kedua',
    'third quarter': 'kuartal ketiga',
    'in effect': 'selama berlaku',
    closed: 'selama tutup',
    'first half year': 'enam bulan pertama',
    'second half year': 'enam bulan kedua',
    'second quarter of 2024': 'kuartal kedua 2024',
    'third quarter of 2023': 'kuartal ketiga 2023',
    'four weeks before': 'empat minggu sebelumnya',
    'four weeks after': 'empat minggu sesudahnya',
    'twelve weeks after': 'dua belas minggu sesudahnya',
    festivals: 'selama festival',
    'while it runs': 'selama berjalan',
    before: 'sebelumnya',
    after: 'sesudahnya',
    'after it': 'sesudahnya',
    'after them': 'sesudahnya',
    'from the first difference': 'sejak perbedaan pertama',
    'all days': 'seluruh hari',
    'last 52 weeks': '52 minggu terakhir',
    'second half': 'paruh kedua',
    'before the policy': 'sebelum kebijakan',
  },
  cutShort: 'terpotong',
}

export const nameWords: Readonly<Record<Language, NameWords>> = { en, id }

/** Labels of a scenario, in the language as far as its words are known. */
export const labelsIn = (language: Language, labels: Words): Words => ({
  ...labels,
  ...nameWords[language].names,
})

/** What a policy of the catalogue is called. */
export const policyName = (name: string, language: Language): string =>
  language === 'en' ? name.replaceAll('-', ' ') : (policyCalled(name)?.indonesian.name ?? name)

/** A window as the language names it; one that a scenario names itself keeps its name. */
export function windowName(name: string, language: Language): string {
  const { windows, cutShort } = nameWords[language]
  const whole = name.replace(/ \(cut short\)$/, '')
  const known = windows[whole] ?? whole
  return whole === name ? known : `${known} (${cutShort})`
}

/** A text that begins a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
