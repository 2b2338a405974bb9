/** What the marks F90 and article 002 on a page stand for: footnotes that travel with it, as a row of docs/sources.md each. */
import { escaped } from './html.ts'
import type { Language } from './input.ts'

export interface Reference {
  /** `F90`, or `002` of an article. */
  readonly mark: string
  readonly en: string
  readonly id: string
  readonly publisher: { readonly en: string; readonly id: string }
  /** A to C, as docs/sources.md grades it; articles have none. */
  readonly grade?: string
}

const row = (
  mark: string,
  grade: string | undefined,
  en: string,
  publisher: string,
  id: string,
  publisherId = publisher,
): Reference => ({
  ...{ mark, en, id, publisher: { en: publisher, id: publisherId } },
  ...(grade === undefined ? {} : { grade }),
})

const MINISTRY = 'Ministry of Cooperatives and SMEs, via Bisnis and Antara; articles 002, 004'
const MINISTRY_ID = 'Kementerian Koperasi dan UKM, lewat Bisnis dan Antara; artikel 002, 004'

export const REFERENCES: readonly Reference[] = [
  row(
    ...(['F10', 'A', 'Firms outside farming, Economic Census of 2016'] as const),
    ...(['BPS, via Antara and Kontan', 'Usaha nonpertanian, Sensus Ekonomi 2016'] as const),
    'BPS, lewat Antara dan Kontan',
  ),
  row(
    ...(['F11', 'A', 'Micro and small industry (up to 20 workers)'] as const),
    ...([
      'BPS, via Databoks and GoodStats',
      'Industri mikro dan kecil (hingga 20 pekerja)',
    ] as const),
    'BPS, lewat Databoks dan GoodStats',
  ),
  row('F13', 'A', '"Digital" UMKM', MINISTRY, 'UMKM "digital"', MINISTRY_ID),
  row(
    ...(['F25', 'A', 'Sales value of all platforms'] as const),
    ...([
      'Momentum Works, via Databoks and The Register',
      'Nilai penjualan semua platform',
    ] as const),
    'Momentum Works, lewat Databoks dan The Register',
  ),
  row(
    ...([
      'F36',
      'A',
      'Transactions in e-commerce',
      'Bank Indonesia, via Kontan and Bisnis',
    ] as const),
    'Transaksi perdagangan elektronik',
    'Bank Indonesia, lewat Kontan dan Bisnis',
  ),
  row(
    ...(['F40', 'A', 'Channels of firms online (several answers)'] as const),
    ...(['BPS, Statistik E-Commerce', 'Saluran usaha daring (boleh lebih dari satu)'] as const),
  ),
  row(
    ...(['F44', 'A', 'Why firms do not sell online', 'BPS, via Databoks'] as const),
    ...(['Alasan usaha tidak berjualan daring', 'BPS, lewat Databoks'] as const),
  ),
  row(
    ...(['F55', 'B', 'TikTok Shop, value of sales in 2023'] as const),
    ...(['press, GoTo, Cube Asia: they conflict', 'TikTok Shop, nilai penjualan 2023'] as const),
    'pers, GoTo, Cube Asia: saling bertentangan',
  ),
  row(
    ...(['F56', 'B', 'TikTok Shop, share of platform sales just before the closure'] as const),
    'derived from F55 and market totals',
    'TikTok Shop, pangsa penjualan platform tepat sebelum penutupan',
    'diturunkan dari F55 dan jumlah seluruh pasar',
  ),
  row(
    ...(['F59', 'B', 'TikTok Shop accounts', 'TikTok; the ministry', 'Akun TikTok Shop'] as const),
    'TikTok; kementerian',
  ),
  row(
    ...(['F60', 'C', 'Active among the registered', 'judgement, unverified'] as const),
    ...(['Yang aktif di antara yang terdaftar', 'penilaian, belum diverifikasi'] as const),
  ),
  row(
    ...(['F75', 'C', 'Subsidies', 'Minister of Trade, via Antara', 'Subsidi'] as const),
    'Menteri Perdagangan, lewat Antara',
  ),
  row(
    ...(['F78', 'B', 'Imports in online sales, 2023'] as const),
    'Minister of Cooperatives and SMEs, via Antara',
    ...(['Impor dalam penjualan daring, 2023', 'Menteri Koperasi dan UKM, lewat Antara'] as const),
  ),
  row(
    ...([
      'F79',
      'C',
      'Higher claims on imports',
      'press; idEA',
      'Klaim impor yang lebih tinggi',
    ] as const),
    'pers; idEA',
  ),
  row(
    ...(['F80', 'B', 'Imports among listings, 2020', 'IJEBAR paper (web-scraped)'] as const),
    ...([
      'Impor di antara barang yang dipajang, 2020',
      'makalah IJEBAR (diambil dari web)',
    ] as const),
  ),
  row(
    ...(['F87', 'A', 'Direct cross-border sales', 'Shopee; article 004'] as const),
    ...(['Penjualan langsung lintas negara', 'Shopee; artikel 004'] as const),
  ),
  row(
    ...(['F89', 'A', 'Border taxes', 'PMK 199/2019 and PMK 96/2023', 'Pungutan impor'] as const),
    'PMK 199/2019 dan PMK 96/2023',
  ),
  row(
    ...([
      'F90',
      'A',
      'Permendag 31/2023',
      'press; articles 002, 003',
      'Permendag 31/2023',
    ] as const),
    'pers; artikel 002, 003',
  ),
  row('F92', 'A', 'Project S', 'article 004', 'Project S', 'artikel 004'),
  row(
    ...(['000', undefined, 'Banyuwangi: social commerce gets a week of grace'] as const),
    ...([
      'news article of 2023',
      'Banyuwangi: social commerce diberi masa tenggang satu minggu',
    ] as const),
    'artikel berita 2023',
  ),
  row(
    ...(['002', undefined, 'Reopening: promotion allowed, payment not'] as const),
    ...(['news article of 2023', 'Pembukaan kembali: promosi boleh, pembayaran tidak'] as const),
    'artikel berita 2023',
  ),
  row(
    ...([
      '003',
      undefined,
      'The dilemma: cheap imports, resellers who earn, producers who stop',
    ] as const),
    'news article of 2023',
    'Dilema: impor murah, pengecer yang untung, produsen yang berhenti',
    'artikel berita 2023',
  ),
  row(
    ...(['004', undefined, 'Project S: own goods of a platform, denied'] as const),
    ...(['news article of 2023', 'Project S: barang milik platform sendiri, dibantah'] as const),
    'artikel berita 2023',
  ),
]

const KNOWN = new Set(REFERENCES.map(({ mark }) => mark))

const anchor = (mark: string, language: Language) => `${language}-ref-${mark}`

/** A text as HTML in which every mark is a link to its footnote. */
export const cited = (text: string, language: Language): string =>
  escaped(text).replace(/\bF\d+\b|\b(?<=(?:articles?|artikel) (?:\d{3}, )*)\d{3}\b/g, (mark) =>
    KNOWN.has(mark) ? `<a href="#${anchor(mark, language)}">${mark}</a>` : mark,
  )

/** The footnotes of the marks that a page has links to, and of those that these name in turn. */
export function footnotes(html: string, language: Language): string {
  const linked = (text: string) =>
    [...text.matchAll(new RegExp(`href="#${language}-ref-(\\w+)"`, 'g'))].map(([, mark]) => mark)
  const line = ({ mark, grade, publisher, ...says }: Reference) =>
    `<li id="${anchor(mark, language)}"><b>${mark}</b> ${escaped(says[language])}: ${cited(publisher[language], language)}${grade === undefined ? '' : ` (${grade})`}</li>`
  const wanted = new Set(linked(html))
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size
    for (const one of REFERENCES)
      if (wanted.has(one.mark)) for (const mark of linked(line(one))) wanted.add(mark)
  }
  const lines = REFERENCES.filter(({ mark }) => wanted.has(mark)).map(line)
  return lines.length === 0 ? '' : `<ul class="footnotes">${lines.join('\n')}</ul>`
}
