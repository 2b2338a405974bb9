/**
 * The register of the regulation: each article that the model can speak of, the policies and parameters that
 * stand for it, what is assumed in doing so, and how sure that is. An article that moves nothing is listed
 * too, so that its silence is not taken for an answer.
 */
import type { Grade } from '../../engine/index.ts'

export interface RegisterEntry {
  readonly regulation: string
  /** Its number, or that the number could not be verified. */
  readonly article: string
  readonly says: string
  /** The same in Indonesian. */
  readonly saysId: string
  /** Paths of parameters, as `pasar params` prints them, or of policies: `policies.closure`. */
  readonly moves: readonly string[]
  readonly assumption: string
  readonly assumptionId: string
  /** Of the tie between article and parameters, not of the text of the law. */
  readonly confidence: Grade
  readonly source: string
}

const inIndonesian =
  (words: readonly (readonly [RegExp, string])[]) =>
  (text: string): string =>
    words.reduce((sofar, [english, indonesian]) => sofar.replace(english, indonesian), text)

const WORDS_ID = [
  [/Article (\d+) \((\d+)\), \((\d+)\)/, 'Pasal $1 ayat ($2), ($3)'],
  [/Article 1 \((\d+)\)/, 'Pasal 1 angka $1'],
  [/Article (\d+) \((\d+)\)/, 'Pasal $1 ayat ($2)'],
  [/Article/, 'Pasal'],
  [/article not verified/, 'pasal belum diverifikasi'],
  [/paragraph not verified/, 'ayat belum diverifikasi'],
  [/date of force/, 'tanggal berlaku'],
  [/sanctions/, 'sanksi'],
] as const

/** How an article is named in Indonesian. */
export const articleId = inIndonesian(WORDS_ID)

/** Where a provision is written, in Indonesian; what is read there stays in its own language. */
export const registerSourceId = inIndonesian([
  [/\bnumber:/, 'nomor:'],
  [/text of the article:/, 'teks pasal:'],
  [/facts, event dates/, 'fakta, tanggal kejadian'],
  [/the link to the model is an assumption/, 'kaitannya asumsi'],
  [/\barticles? (?=\d)/, 'artikel '],
  [/(\d) October/g, '$1 Oktober'],
])

const TRADE = 'Permendag 31/2023'
const CUSTOMS = 'PMK 96/2023'

export const REGISTER: readonly RegisterEntry[] = [
  {
    regulation: TRADE,
    article: 'Article 1 (17)',
    says: 'Social commerce is a social medium with features that let merchants put up offers of goods and services.',
    saysId:
      'Social commerce adalah media sosial dengan fitur yang memungkinkan pedagang memasang penawaran barang dan jasa.',
    moves: [
      'policies.closure.venue',
      'routes.*.from',
      'routes.*.to',
      'venues.*.impulse-hours',
      'policies.reopening.venue',
      'policies.reopening.partner',
    ],
    assumption:
      'Attention and checkout are separate: a route leads from a feed to a place of payment. Of the venues only TikTok Shop counts as social commerce; social selling paid by transfer or cash is another venue and stays.',
    assumptionId:
      'Perhatian dan pembayaran terpisah: sebuah rute menghubungkan linimasa dengan kanal pembayaran. Hanya TikTok Shop yang dihitung sebagai social commerce; penjualan lewat media sosial yang dibayar dengan transfer atau tunai adalah kanal lain dan tetap ada.',
    confidence: 'B',
    source: 'F90; number: DDTCNews, 27 September 2023',
  },
  {
    regulation: TRADE,
    article: 'Article 21 (3)',
    says: 'Social commerce must not handle payments; it may offer and promote.',
    saysId:
      'Social commerce dilarang memfasilitasi transaksi pembayaran; ia hanya boleh menawarkan dan mempromosikan.',
    moves: [
      'policies.closure',
      'policies.closure.promotion',
      'routes.*.open',
      'routes.*.friction',
      'categories.*.impulse-share',
      'policies.closure.for-good',
      'policies.reopening',
      'policies.reopening.route',
      'policies.reopening.friction',
      'policies.reopening.ramp',
    ],
    assumption:
      'The route from the feed to its own checkout closes. Links to other venues stay open, at a friction. Impulse orders on the closed route vanish, planned ones look elsewhere.',
    assumptionId:
      'Rute dari linimasa ke pembayaran sendiri ditutup. Tautan ke kanal lain tetap terbuka dengan hambatan. Pesanan impulsif pada rute itu hilang, pesanan terencana beralih ke kanal lain.',
    confidence: 'B',
    source: 'F90; article 002; number: DDTCNews, 27 September 2023',
  },
  {
    regulation: TRADE,
    article: 'date of force; article not verified',
    says: 'In force on 26 September 2023. The minister gave a week to comply; the checkout closed on 4 October at 17:00.',
    saysId:
      'Berlaku sejak 26 September 2023. Menteri memberi waktu sepekan; pembayaran ditutup pada 4 Oktober pukul 17.00.',
    moves: [
      'policies.closure.announced',
      'policies.closure.effective',
      'policies.closure.anticipated',
      'venues.*.closing',
    ],
    assumption:
      'Sellers and creators learn of it on 26 September and prepare during the grace; buyers do not. One article gives 23 September, a Saturday, as the date of the order.',
    assumptionId:
      'Penjual dan kreator mengetahuinya pada 26 September dan bersiap selama masa tenggang; pembeli tidak. Satu artikel menyebut 23 September, hari Sabtu, sebagai tanggal peraturan.',
    confidence: 'A',
    source: 'facts, event dates; articles 000, 002',
  },
  {
    regulation: TRADE,
    article: 'Article 19 (1), (2)',
    says: 'Finished goods sold directly from abroad cost at least US$100 a unit (FOB).',
    saysId:
      'Barang jadi yang dijual langsung dari luar negeri berharga minimum US$100 per unit (FOB).',
    moves: [
      'policies.minimum-price',
      'policies.minimum-price.floor',
      'policies.minimum-price.scope',
      'policies.minimum-price.cross-border',
      'policies.minimum-price.enforced',
      'policies.minimum-price.substitution',
    ],
    assumption:
      'Goods from abroad come almost wholly through importers in the country, whom the article does not touch: direct sales were 1 to 3 % of a platform, and none on TikTok Shop by its own word. So it should hardly bind.',
    assumptionId:
      'Barang luar negeri hampir seluruhnya masuk lewat importir di dalam negeri, yang tidak terkena pasal ini: penjualan langsung hanya 1 sampai 3% dari satu platform, dan menurut TikTok Shop tidak ada. Jadi pasal ini hampir tidak mengikat.',
    confidence: 'B',
    source: 'F87, F90; number: DDTCNews, 29 September 2023',
  },
  {
    regulation: TRADE,
    article: 'Article 19, paragraph not verified',
    says: 'A list names goods that may still be sold directly from abroad below the minimum price.',
    saysId:
      'Sebuah daftar menyebut barang yang masih boleh dijual langsung dari luar negeri di bawah harga minimum.',
    moves: [],
    assumption: 'The list was announced, not known: no category is exempt.',
    assumptionId:
      'Daftar itu diumumkan, isinya belum diketahui: tidak ada kategori yang dikecualikan.',
    confidence: 'assumption',
    source: 'F90; DDTCNews, 29 September 2023; the link to the model is an assumption',
  },
  {
    regulation: TRADE,
    article: 'Article 21 (2)',
    says: 'Marketplaces and social commerce must not act as producers of the goods traded on them.',
    saysId:
      'Lokapasar dan social commerce dilarang bertindak sebagai produsen barang yang diperdagangkan di dalamnya.',
    moves: ['policies.copycat', 'policies.copycat.copies', 'policies.copycat.preference'],
    assumption:
      'Platforms sell nothing of their own in the baseline. That one would copy its best sellers (Project S) was claimed and denied: it is a hypothetical, not a fact.',
    assumptionId:
      'Dalam skenario dasar platform tidak menjual barang sendiri. Bahwa suatu platform akan meniru barang terlarisnya (Project S) pernah dikatakan dan dibantah: itu pertanyaan, bukan fakta.',
    confidence: 'assumption',
    source:
      'F90, F92; article 004; number: DDTCNews, 27 September 2023; the link to the model is an assumption',
  },
  {
    regulation: TRADE,
    article: 'Article 13, paragraph not verified',
    says: 'Platforms keep competition fair: no link between the trading system and others such as a social medium, and no misuse of users’ data by them or their affiliates.',
    saysId:
      'Platform menjaga persaingan sehat: tidak ada interkoneksi sistem perdagangan dengan sistem lain seperti media sosial, dan tidak ada penyalahgunaan data pengguna oleh platform atau afiliasinya.',
    moves: [
      'routes.*.friction',
      'policies.data-separation',
      'policies.reopening.data',
      'policies.reopening.login',
      'policies.reopening.data-separation',
    ],
    assumption:
      'A feed cannot hand over who watches what: a link to another venue costs as much as before. Feeds rank by popularity and price, not by a buyer’s data, so the ban has no other effect in the baseline.',
    assumptionId:
      'Linimasa tidak dapat menyerahkan data penonton: tautan ke kanal lain tetap sama sulitnya. Peringkat mengikuti popularitas dan harga, bukan data pembeli, sehingga larangan ini tidak berpengaruh lain dalam skenario dasar.',
    confidence: 'assumption',
    source:
      'F90; number: Bloomberg Technoz, 28 September 2023; Kontan; the link to the model is an assumption',
  },
  {
    regulation: TRADE,
    article: 'Article 13, paragraph not verified',
    says: 'Platforms give merchants equal chances and watch over price manipulation.',
    saysId: 'Platform memberi kesempatan yang sama kepada pedagang dan mengawasi manipulasi harga.',
    moves: [
      'venues.*.subsidy',
      'venues.*.subsidy-cap',
      'venues.*.rank-local',
      'venues.*.rank-price',
      'policies.reopening.self-preference',
      'policies.reopening.remedy',
      'policies.reopening.fee-cap',
    ],
    assumption:
      'Not enforced in the baseline. An end of subsidies (a cap of zero, which binds the answers of platforms too), or a feed that ranks local goods first, is a dated course of these values.',
    assumptionId:
      'Tidak ditegakkan dalam skenario dasar. Akhir subsidi (batas nol, yang juga mengikat tanggapan platform), atau linimasa yang mendahulukan barang lokal, adalah perubahan bertanggal pada nilai-nilai ini.',
    confidence: 'assumption',
    source:
      'F75, F90; number: Bloomberg Technoz, 28 September 2023; the link to the model is an assumption',
  },
  {
    regulation: TRADE,
    article: 'article not verified',
    says: 'An operator of a marketplace or of social commerce needs a licence of the Ministry of Trade; merchants need a business number.',
    saysId:
      'Penyelenggara lokapasar dan social commerce memerlukan izin Kementerian Perdagangan; pedagang memerlukan nomor induk berusaha.',
    moves: [
      'routes.*.open',
      'venues.*.opening-offline',
      'venues.*.opening-online',
      'policies.reopening.effective',
      'policies.programme',
    ],
    assumption:
      'Platforms of the baseline have their licences; a new venue opens on the day that its route opens. Licences of merchants are part of what keeps offline sellers from opening shops, and are not counted one by one.',
    assumptionId:
      'Platform dalam skenario dasar sudah berizin; kanal baru dibuka pada hari rutenya dibuka. Izin pedagang termasuk hal yang menahan penjual luring membuka toko daring, dan tidak dihitung satu per satu.',
    confidence: 'assumption',
    source:
      'F44; Allen & Gledhill, 30 October 2023; Lexology; the link to the model is an assumption',
  },
  {
    regulation: TRADE,
    article: 'article not verified',
    says: 'Merchants and platforms show proof of standards (SNI, halal), the origin of goods and labels in Indonesian.',
    saysId:
      'Pedagang dan platform menayangkan bukti standar (SNI, halal), asal barang, dan label berbahasa Indonesia.',
    moves: ['border.handling', 'border.compliance'],
    assumption:
      'Nothing is added in the baseline. A cost of labels and proofs a piece can be tried as handling, and how many importers bear it as the share that complies.',
    assumptionId:
      'Tidak ada tambahan dalam skenario dasar. Biaya label dan bukti per potong dapat dicoba sebagai biaya penanganan, dan berapa importir yang menanggungnya sebagai bagian yang patuh.',
    confidence: 'assumption',
    source: 'Kontan; Ashtara, 2 October 2023; the link to the model is an assumption',
  },
  {
    regulation: TRADE,
    article: 'sanctions; article not verified',
    says: 'Three written warnings, each within 14 days of the one before, then a watch list, a blacklist, a temporary block, and loss of the licence.',
    saysId:
      'Tiga peringatan tertulis, masing-masing dalam 14 hari sejak yang sebelumnya, lalu daftar prioritas pengawasan, daftar hitam, pemblokiran sementara, dan pencabutan izin.',
    moves: ['policies.closure.effective', 'routes.*.open'],
    assumption:
      'All comply from the moment of effect, as TikTok Shop did: no order is paid there afterwards, and no sanction is drawn. A route open for part of the day stands for a closure that is only partly kept.',
    assumptionId:
      'Semua patuh sejak saat berlaku, seperti TikTok Shop: setelah itu tidak ada pesanan dibayar di sana dan tidak ada sanksi. Rute yang terbuka sebagian hari mewakili penutupan yang hanya sebagian ditaati.',
    confidence: 'B',
    source: 'facts, event dates; DDTCNews, 27 September 2023; Katadata, 29 September 2023',
  },
  {
    regulation: CUSTOMS,
    article: 'article not verified',
    says: 'Parcels up to US$3 (FOB) pay no duty; up to US$1,500 a flat 7.5 %.',
    saysId:
      'Barang kiriman sampai US$3 (FOB) bebas bea masuk; sampai US$1.500 dikenai tarif tunggal 7,5%.',
    moves: [
      'categories.*.duty-rate',
      'border.extra-duty',
      'policies.duty',
      'policies.duty.de-minimis',
      'policies.duty.cross-border',
      'policies.duty.extra',
    ],
    assumption:
      'Duty is paid on what importers bring in, at one rate a category; the threshold for parcels is not in the baseline, since parcels are 1 to 3 % of sales.',
    assumptionId:
      'Bea masuk dibayar atas barang importir dengan satu tarif per kategori; ambang barang kiriman tidak ada dalam skenario dasar karena barang kiriman hanya 1 sampai 3% penjualan.',
    confidence: 'B',
    source: 'F87; PMK 96/2023 (F89); Ortax',
  },
  {
    regulation: CUSTOMS,
    article: 'article not verified',
    says: 'Textiles (15 to 25 %), footwear (25 to 30), bags (15 to 20) and, new, cosmetics (10 to 15) pay the general tariff.',
    saysId:
      'Tekstil (15 sampai 25%), alas kaki (25 sampai 30), tas (15 sampai 20), dan, baru, kosmetik (10 sampai 15) dikenai tarif umum.',
    moves: ['categories.*.duty-rate'],
    assumption:
      'Each category has one rate within these bands. Cosmetics are new: the baseline keeps the flat rate of before, and from 17 October 2023 the general tariff is a course of a scenario of its own (cosmetics-tariff).',
    assumptionId:
      'Setiap kategori memakai satu tarif di dalam rentang itu. Kosmetik masuk baru: skenario dasar memakai tarif seragam yang lama, dan mulai 17 Oktober 2023 tarif umum menjadi jadwal nilai dalam skenario tersendiri (cosmetics-tariff).',
    confidence: 'B',
    source: 'PMK 96/2023 (F89); Ortax',
  },
  {
    regulation: CUSTOMS,
    article: 'article not verified',
    says: 'Value added tax (11 %) is due on parcels.',
    saysId: 'Pajak pertambahan nilai (11%) terutang atas barang kiriman.',
    moves: ['border.vat', 'border.income-tax'],
    assumption:
      'The share of imports that complies pays it on value and duty together, and import income tax with it.',
    assumptionId:
      'Bagian impor yang patuh membayarnya atas nilai ditambah bea masuk, beserta pajak penghasilan impor.',
    confidence: 'B',
    source: 'PMK 96/2023 (F89)',
  },
  {
    regulation: CUSTOMS,
    article: 'Article 21',
    says: 'Traded goods up to US$1,500 enter on a consignment note on which the importer self-assesses what is due.',
    saysId:
      'Barang dagangan sampai US$1.500 masuk dengan consignment note, dan importir menghitung sendiri bea dan pajaknya.',
    moves: ['border.compliance', 'border.evasion', 'policies.duty.enforcement'],
    assumption:
      'Self-assessment leaves room for under-declaration: a share of imports pays in full, the rest bears the cost of evasion. Whether the notes changed that share is not known, so it does not change by itself.',
    assumptionId:
      'Menghitung sendiri memberi ruang untuk melaporkan terlalu rendah: sebagian impor membayar penuh, sisanya menanggung biaya penghindaran. Apakah consignment note mengubah bagian itu tidak diketahui, jadi ia tidak berubah sendiri.',
    confidence: 'assumption',
    source:
      'PMK 96/2023 (F89); text of the article: pasal.id; the link to the model is an assumption',
  },
  {
    regulation: CUSTOMS,
    article: 'article not verified',
    says: 'Platforms with more than 1,000 parcels a year must be partners of customs, share data, and count as importers.',
    saysId:
      'Platform dengan lebih dari 1.000 kiriman per tahun wajib bermitra dengan Bea Cukai, berbagi data, dan diperlakukan sebagai importir.',
    moves: ['border.compliance', 'policies.duty.enforcement'],
    assumption:
      'It can only raise the share of parcels that pays in full; goods in bulk are unaffected. By how much is not known: vary it.',
    assumptionId:
      'Ini hanya dapat menaikkan bagian barang kiriman yang membayar penuh; barang curah tetap seperti semula. Besarnya tidak diketahui: ubah-ubahlah.',
    confidence: 'assumption',
    source: 'PMK 96/2023 (F89); Antara; the link to the model is an assumption',
  },
]
