/** The words of the report page, in English and Indonesian. */
import type { Language } from './input.ts'

type Words = Readonly<Record<string, string>>

export interface PageWords {
  readonly languageName: string
  readonly skip: string
  readonly heads: {
    readonly answer: string
    readonly charts: string
    readonly tables: string
    readonly changed: string
    readonly proof: string
    readonly law: string
    readonly sources: string
    readonly limits: string
    readonly repeat: string
    readonly together: string
  }
  readonly against: (baseline: string) => string
  readonly windowOf: (name: string, from: string, to: string) => string
  readonly effects: (window: string) => string
  readonly effectHead: readonly string[]
  readonly winners: string
  readonly winnersHead: readonly string[]
  readonly switching: (from: string) => string
  readonly switchingHead: readonly string[]
  readonly combined: string
  readonly combinedHead: readonly string[]
  readonly lawCaption: string
  readonly lawHead: readonly string[]
  readonly grades: Words
  readonly repeatCaption: string
  readonly repeatHead: readonly string[]
  readonly statesCaption: string
  readonly statesHead: readonly string[]
  readonly facts: Words
  readonly verify: string
  readonly nothingDiffers: string
  readonly changedIntro: string
  readonly proofText: (days: number, until: string) => string
  readonly proofBroken: (until: string) => string
  readonly noProof: string
  /** Warnings: what makes effects uncertain, or is left out of the page. */
  readonly warnings: {
    readonly unpaired: string
    readonly leftOut: (rows: string) => string
    readonly solved: (until: string) => string
  }
  readonly first: (
    date: string,
    rule: string,
    what: string,
    before: string,
    after: string,
  ) => string
  readonly sentences: {
    readonly moves: (
      measure: string,
      difference: string,
      unit: string,
      interval: string,
      percent: string,
    ) => string
    readonly unclear: (measure: string, interval: string, unit: string) => string
    readonly exact: (measure: string) => string
    readonly went: (from: string, parts: string) => string
    readonly people: (losers: string, winners: string) => string
    readonly nobody: string
    readonly opening: (policy: string, window: string) => string
  }
  readonly lose: (share: string) => string
  readonly charts: {
    readonly winners: string
    readonly flows: (from: string) => string
    readonly matrix: string
    readonly mechanisms: string
  }
  readonly incomeChange: string
  readonly divertedShare: string
  readonly thousandFte: string
  /** Said of destinations of sales. */
  readonly took: { readonly up: string; readonly down: string; readonly unclear: string }
  readonly destinations: Words
  /** Where sales were before, where it was no venue. */
  readonly origins: Words
  readonly matrixReading: string
  /** How a sentence says where a share of sales went. */
  readonly goesTo: (share: string, to: string, name: string) => string
  readonly mechanisms: Words
  readonly kinds: Words
  /** Names that scenarios write in English. */
  readonly names: Words
  readonly sources: readonly {
    readonly what: string
    readonly said: string
    readonly used: string
  }[]
  readonly sourcesCaption: string
  readonly sourcesHead: readonly string[]
  readonly limits: readonly string[]
  readonly footer: string
}

const en: PageWords = {
  languageName: 'English',
  skip: 'Skip to the answer',
  heads: {
    answer: 'The answer',
    charts: 'Charts',
    tables: 'Tables',
    changed: 'What differs',
    proof: 'How we know that nothing else differs',
    law: 'The regulation and what it moves',
    sources: 'Sources, and where they conflict',
    limits: 'What the model is not fit for',
    repeat: 'How to repeat it',
    together: 'Policies together',
  },
  against: (baseline) => `Compared with: ${baseline}`,
  windowOf: (name, from, to) => `${name}, ${from} to ${to}`,
  effects: (window) => `Effects, mean of ${window}`,
  effectHead: ['Measure', 'Unit', 'Baseline', 'Policy', 'Difference', '95 % interval', 'Change'],
  winners: 'Who wins and who loses',
  winnersHead: [
    'Group',
    'Members',
    'Income, Rp a week',
    'Change',
    '95 % interval',
    'Jobs',
    'Lose over 10 %',
    'Gain over 10 %',
    'Runs in which income rises',
  ],
  switching: (from) => `Where sales of ${from} went, share of what left it`,
  switchingHead: ['To', 'Buyers', '95 % interval', 'Sellers', '95 % interval'],
  combined: 'The effect of policies together beside the sum of each',
  combinedHead: ['Measure', 'Together', '95 % interval', 'Sum', 'Interaction', '95 % interval'],
  lawCaption:
    'Each article, what stands for it in the model, what is assumed, and how sure that is (A to C, or an assumption)',
  lawHead: ['Article', 'Says', 'Moves', 'Assumption', 'Confidence', 'Source'],
  grades: {},
  repeatCaption: 'The study',
  repeatHead: ['What', 'Value'],
  statesCaption: 'Hash of the state of every run: the same command gives the same hashes',
  statesHead: ['Scenario', 'Run', 'Seed', 'Hash'],
  facts: {
    program: 'Program',
    node: 'Node',
    date: 'Date',
    command: 'Command',
    seed: 'Seed',
    runs: 'Runs',
    fingerprint: 'Fingerprint',
  },
  verify: 'Run again and compared bit by bit by: pasar verify FOLDER',
  nothingDiffers: 'No input differs.',
  changedIntro:
    'All else is as in the baseline. Values, units, ranges and sources: scenarios/REFERENCE.md.',
  proofText: (days, until) =>
    `Both worlds were stepped on their own, and on the ${days} days before ${until} their states had equal hashes (run 1). What differs later has the policy as its cause.`,
  proofBroken: (until) => `The worlds part before ${until}: no effect here can be trusted.`,
  noProof:
    'The worlds may differ from the first day on, or the first run is missing: nothing was proved.',
  warnings: {
    unpaired:
      'Warning: random numbers are not paired in all parts of the two worlds, so effects include the noise of both; see "unpaired" in manifest.json.',
    leftOut: (rows) =>
      `Warning: who wins and loses, and where sales went, are left out, because the two worlds do not have the same rows (${rows}). Write these rows into the baseline too, so that they do nothing there (slots: 0), and let the policy set them by its date.`,
    solved: (until) =>
      `Warning: constants are calibrated until ${until} in each world separately, so part of any earlier effect is absorbed.`,
  },
  first: (date, rule, what, before, after) =>
    `First to differ: ${date}, rule ${rule}, ${what}: ${before} → ${after}.`,
  sentences: {
    moves: (measure, difference, unit, interval, percent) =>
      `The effect on ${measure.toLowerCase()} is ${difference} ${unit} (95 % interval ${interval}${percent === '' ? '' : `; ${percent}`}).`,
    unclear: (measure, interval, unit) =>
      `For ${measure.toLowerCase()} no effect can be told from chance (95 % interval ${interval} ${unit}).`,
    exact: (measure) => `${measure} does not change.`,
    went: (from, parts) => ` Of what left ${from}: ${parts}.`,
    people: (losers, winners) =>
      [
        losers === '' ? '' : `Income falls for ${losers}`,
        winners === '' ? '' : `rises for ${winners}`,
      ]
        .filter(Boolean)
        .join('; ')
        .replace(/^rises/, 'Income rises')
        .concat('.'),
    nobody: 'For no kind of firm or person can the change of income be told from chance.',
    opening: (policy, window) => `${policy}; ${window}.`,
  },
  lose: (share) => `${share} lose over 10 %`,
  charts: {
    winners: 'who wins and who loses?',
    flows: (from) => `where did the sales of ${from} go?`,
    matrix: 'who took the sales of whom?',
    mechanisms: 'why does work change?',
  },
  incomeChange: 'Change of income against the baseline, %',
  divertedShare: 'Share of what left it, % (buyers)',
  thousandFte: 'Contribution to the change of employment, thousand FTE',
  took: { up: 'took over', down: 'lost too', unclear: 'interval includes 0' },
  goesTo: (share, to, name) =>
    to === 'lost'
      ? `${share} was lost with the occasion to buy`
      : to === 'saved'
        ? `${share} was not spent`
        : `${share} went to ${name}`,
  destinations: { saved: 'Bought nothing', lost: 'Occasion lost' },
  origins: { saved: 'Had bought nothing', new: 'New occasion' },
  matrixReading:
    'Percent of what was bought at the venue of the row without the policy; grey: what stayed',
  mechanisms: {
    route: 'Planned purchases',
    impulse: 'Impulse purchases, live included',
    feed: 'Shared feed, login, tools',
    data: 'Data',
    users: 'Users',
    ownership: 'Ownership',
    fees: 'Fees and subsidies',
    ranking: 'Ranking',
    staff: 'Staff of platforms',
    border: 'Border',
    rest: 'All else',
    sourcing: 'Sourcing',
    income: 'Income loop',
    whole: 'The whole effect',
  },
  kinds: { household: 'Households', government: 'Government', platform: 'Platforms' },
  names: {},
  sources: [
    {
      what: 'Value of TikTok Shop in 2023 (F55, F56)',
      said: 'US$4.5 to 6.6 bn; one outlier of 10 a year',
      used: '11 to 14 % of platform sales before the closure; 8 to 19 % if both ends are taken',
    },
    {
      what: 'Digital firms (F13, F40)',
      said: '22 million registered with the ministry; 3 to 4 million with sales online in the statistics',
      used: 'the statistics: 18 to 26 % of firms online are on a marketplace, most only chat',
    },
    {
      what: 'Imports online (F78 to F80)',
      said: '56 % of value (a minister); 40 to 60 % in other counts; 90 to 95 % claimed',
      used: '45 to 60 % of online sales, mostly through local importers',
    },
    {
      what: 'Direct cross-border parcels (F87)',
      said: 'below 1 to 3 % of sales; none on TikTok',
      used: '1 to 3 %: a rule on them moves little',
    },
    {
      what: 'Value of platform sales',
      said: 'publishers differ by up to 2.5 times',
      used: 'shares and changes across sources, never levels',
    },
    {
      what: 'Sellers and affiliates of TikTok Shop (F59)',
      said: '6 or 2 million sellers, about 7 million affiliates; the ministry disputes both',
      used: 'neither is fitted',
    },
    {
      what: 'Micro, small and medium firms',
      said: '64.2, 65.5 or 67 million',
      used: 'the retail part of them',
    },
    {
      what: 'October to December',
      said: 'holds 10.10, 11.11 and 12.12',
      used: 'a policy is compared with its own run without it, never with September',
    },
  ],
  sourcesCaption:
    'Where sources conflict, and what the baseline takes. All sources with their grades: docs/sources.md',
  sourcesHead: ['What', 'Sources say', 'The model takes'],
  limits: [
    'It is not a forecast: nothing after 4 October 2023 was used to fit it, and what then happened is its test.',
    'Platforms do not answer with fees, subsidies or new designs of their own.',
    'Prices abroad and the exchange rate are given; the rest of the economy is an account with outside jobs.',
    'No credit, no word of mouth between friends, no returned goods, no learning of trust.',
    'Only retail: firms that sell to firms, and most of the 64 to 67 million firms, are not in it.',
    'Claims over more than a year are sensitivity, not evidence. Small groups have wide intervals: read them.',
  ],
  footer: 'A result of a model, not a forecast.',
}

const id: PageWords = {
  languageName: 'Bahasa Indonesia',
  skip: 'Langsung ke jawaban',
  heads: {
    answer: 'Jawaban',
    charts: 'Grafik',
    tables: 'Tabel',
    changed: 'Apa yang berbeda',
    proof: 'Bagaimana kita tahu tidak ada hal lain yang berbeda',
    law: 'Peraturan dan apa yang digerakkannya',
    sources: 'Sumber, dan di mana sumber bertentangan',
    limits: 'Untuk apa model ini tidak cocok',
    repeat: 'Cara mengulanginya',
    together: 'Kebijakan bersama-sama',
  },
  against: (baseline) => `Dibandingkan dengan: ${baseline}`,
  windowOf: (name, from, to) => `${name}, ${from} sampai ${to}`,
  effects: (window) => `Dampak, rata-rata ${window}`,
  effectHead: [
    'Ukuran',
    'Satuan',
    'Skenario dasar',
    'Kebijakan',
    'Selisih',
    'Interval 95 %',
    'Perubahan',
  ],
  winners: 'Siapa untung dan siapa rugi',
  winnersHead: [
    'Kelompok',
    'Anggota',
    'Pendapatan, Rp per minggu',
    'Perubahan',
    'Interval 95 %',
    'Pekerjaan',
    'Rugi lebih dari 10 %',
    'Untung lebih dari 10 %',
    'Simulasi dengan pendapatan naik',
  ],
  switching: (from) => `Ke mana penjualan ${from} berpindah, bagian dari yang hilang`,
  switchingHead: ['Ke', 'Pembeli', 'Interval 95 %', 'Penjual', 'Interval 95 %'],
  combined: 'Dampak kebijakan bersama-sama di samping jumlah masing-masing',
  combinedHead: ['Ukuran', 'Bersama', 'Interval 95 %', 'Jumlah', 'Interaksi', 'Interval 95 %'],
  lawCaption:
    'Setiap pasal, apa yang mewakilinya dalam model, apa yang diasumsikan, dan seberapa yakin (A sampai C, atau asumsi)',
  lawHead: ['Pasal', 'Isi', 'Menggerakkan', 'Asumsi', 'Keyakinan', 'Sumber'],
  grades: { assumption: 'asumsi' },
  repeatCaption: 'Studi ini',
  repeatHead: ['Apa', 'Nilai'],
  statesCaption: 'Hash keadaan setiap simulasi: perintah yang sama menghasilkan hash yang sama',
  statesHead: ['Skenario', 'Simulasi', 'Benih', 'Hash'],
  facts: {
    program: 'Program',
    node: 'Node',
    date: 'Tanggal',
    command: 'Perintah',
    seed: 'Benih acak',
    runs: 'Simulasi',
    fingerprint: 'Sidik jari',
  },
  verify: 'Dijalankan ulang dan dibandingkan bit demi bit dengan: pasar verify FOLDER',
  nothingDiffers: 'Tidak ada masukan yang berbeda.',
  changedIntro:
    'Selebihnya sama dengan skenario dasar. Nilai, satuan, rentang dan sumber: scenarios/REFERENCE.md.',
  proofText: (days, until) =>
    `Kedua dunia dijalankan sendiri-sendiri, dan selama ${days} hari sebelum ${until} keadaannya memiliki hash yang sama (simulasi 1). Apa yang berbeda sesudahnya disebabkan oleh kebijakan.`,
  proofBroken: (until) =>
    `Kedua dunia sudah berbeda sebelum ${until}: dampak di sini tidak dapat dipercaya.`,
  noProof:
    'Kedua dunia mungkin berbeda sejak hari pertama, atau simulasi pertama tidak ada: tidak ada yang dibuktikan.',
  warnings: {
    unpaired:
      'Peringatan: bilangan acak kedua dunia tidak berpasangan di semua bagian, sehingga dampak memuat derau keduanya; lihat "unpaired" dalam manifest.json.',
    leftOut: (rows) =>
      `Peringatan: siapa yang untung dan rugi serta ke mana penjualan berpindah tidak ditampilkan, karena baris kedua dunia tidak sama (${rows}). Tuliskan baris itu juga dalam skenario dasar tanpa pengaruh (slots: 0), lalu biarkan kebijakan mengaturnya menurut tanggal.`,
    solved: (until) =>
      `Peringatan: konstanta dikalibrasi sampai ${until} di tiap dunia secara terpisah, sehingga sebagian dampak sebelum tanggal itu terserap.`,
  },
  first: (date, rule, what, before, after) =>
    `Yang pertama berbeda: ${date}, aturan ${rule}, ${what}: ${before} → ${after}.`,
  sentences: {
    moves: (measure, difference, unit, interval, percent) =>
      `Dampak pada ${measure.toLowerCase()}: ${difference} ${unit} (interval 95 % ${interval}${percent === '' ? '' : `; ${percent}`}).`,
    unclear: (measure, interval, unit) =>
      `Untuk ${measure.toLowerCase()}, dampak tidak dapat dibedakan dari kebetulan (interval 95 % ${interval} ${unit}).`,
    exact: (measure) => `${measure} tidak berubah.`,
    went: (from, parts) => ` Dari yang hilang di ${from}: ${parts}.`,
    people: (losers, winners) =>
      [
        losers === '' ? '' : `Pendapatan turun bagi ${losers}`,
        winners === '' ? '' : `naik bagi ${winners}`,
      ]
        .filter(Boolean)
        .join('; ')
        .replace(/^naik/, 'Pendapatan naik')
        .concat('.'),
    nobody:
      'Tidak ada jenis usaha atau orang yang perubahan pendapatannya dapat dibedakan dari kebetulan.',
    opening: (policy, window) => `${policy}; ${window}.`,
  },
  lose: (share) => `${share} rugi lebih dari 10 %`,
  charts: {
    winners: 'siapa untung, siapa rugi?',
    flows: (from) => `ke mana penjualan ${from} berpindah?`,
    matrix: 'siapa mengambil penjualan siapa?',
    mechanisms: 'mengapa lapangan kerja berubah?',
  },
  incomeChange: 'Perubahan pendapatan terhadap skenario dasar, %',
  divertedShare: 'Bagian dari yang hilang, % (pembeli)',
  thousandFte: 'Sumbangan pada perubahan lapangan kerja, ribu FTE',
  took: { up: 'mengambil alih', down: 'ikut kehilangan', unclear: 'interval mencakup 0' },
  goesTo: (share, to, name) =>
    to === 'lost'
      ? `${share} hilang bersama niat belanja`
      : to === 'saved'
        ? `${share} tidak dibelanjakan`
        : `${share} ke ${name}`,
  destinations: { saved: 'Tidak membeli', lost: 'Niat belanja hilang' },
  origins: { saved: 'Tadinya tidak membeli', new: 'Niat belanja baru' },
  matrixReading:
    'Persen dari belanja di tempat pada baris itu tanpa kebijakan; abu-abu: yang tetap',
  mechanisms: {
    route: 'Belanja terencana',
    impulse: 'Belanja spontan, termasuk live',
    feed: 'Linimasa, akun dan alat bersama',
    data: 'Data',
    users: 'Pengguna',
    ownership: 'Kepemilikan',
    fees: 'Biaya dan subsidi',
    ranking: 'Peringkat',
    staff: 'Pegawai platform',
    border: 'Perbatasan',
    rest: 'Selebihnya',
    sourcing: 'Sumber barang',
    income: 'Putaran pendapatan',
    whole: 'Dampak seluruhnya',
  },
  kinds: { household: 'Rumah tangga', government: 'Pemerintah', platform: 'Platform' },
  names: {
    nobody: 'Tanpa pemilik',
    stalls: 'Kios dan toko',
    bazaar: 'Bazar',
    chat: 'Obrolan (chat)',
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
    reseller: 'Reseller',
    importer: 'Importir',
    trader: 'Pedagang kios',
    'bekasi-fashion': 'Sentra fesyen Bekasi',
    'bekasi-craft': 'Sentra kerajinan Bekasi',
    'banyuwangi-assisted': 'Usaha dampingan, seperti di Banyuwangi',
    onboarding: 'Digitalisasi',
    training: 'Pelatihan',
    licensing: 'Perizinan',
    equipment: 'Peralatan',
    local: 'Lokal',
    import: 'Impor',
    platforms: 'Platform',
    'producer owner': 'Pemilik usaha produksi',
    'reseller owner': 'Pemilik usaha reseller',
    'importer owner': 'Pemilik usaha impor',
    'trader owner': 'Pemilik kios',
    grace: 'masa tenggang',
    'first month': 'bulan pertama',
    'first ten weeks': 'sepuluh minggu pertama',
    'first quarter of 2024': 'kuartal pertama 2024',
    'quarter before the rule': 'kuartal sebelum aturan',
    'three months': 'tiga bulan',
    'first half of 2024': 'paruh pertama 2024',
    'first quarter': 'kuartal pertama',
    'second quarter': 'kuartal kedua',
    'third quarter': 'kuartal ketiga',
    'in effect': 'selama berlaku',
    closed: 'selama tutup',
    'first half year': 'setengah tahun pertama',
    'second half year': 'setengah tahun kedua',
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
    closure: 'penutupan',
    reopening: 'pembukaan kembali',
    'minimum-price': 'harga minimum',
    duty: 'bea masuk',
    copycat: 'merek peniru',
    'data-separation': 'pemisahan data',
    'event-mandate': 'wajib acara',
    programme: 'program',
  },
  sources: [
    {
      what: 'Nilai TikTok Shop 2023 (F55, F56)',
      said: 'US$4,5 sampai 6,6 miliar; satu angka menyimpang 10 per tahun',
      used: '11 sampai 14 % penjualan platform sebelum penutupan; 8 sampai 19 % bila kedua ujung dipakai',
    },
    {
      what: 'Usaha digital (F13, F40)',
      said: '22 juta terdaftar di kementerian; 3 sampai 4 juta dengan penjualan daring menurut statistik',
      used: 'statistik: 18 sampai 26 % usaha daring ada di lokapasar, kebanyakan hanya lewat obrolan',
    },
    {
      what: 'Impor daring (F78 sampai F80)',
      said: '56 % nilai (menteri); 40 sampai 60 % menurut hitungan lain; klaim 90 sampai 95 %',
      used: '45 sampai 60 % penjualan daring, kebanyakan lewat importir setempat',
    },
    {
      what: 'Paket lintas batas langsung (F87)',
      said: 'di bawah 1 sampai 3 % penjualan; di TikTok tidak ada',
      used: '1 sampai 3 %: aturan tentangnya sedikit pengaruhnya',
    },
    {
      what: 'Nilai penjualan platform',
      said: 'penerbit berbeda sampai 2,5 kali',
      used: 'pangsa dan perubahan antarsumber, tidak pernah tingkatnya',
    },
    {
      what: 'Penjual dan afiliasi TikTok Shop (F59)',
      said: '6 atau 2 juta penjual, sekitar 7 juta afiliasi; kementerian membantah keduanya',
      used: 'tidak ada yang dicocokkan',
    },
    {
      what: 'Usaha mikro, kecil dan menengah',
      said: '64,2, 65,5 atau 67 juta',
      used: 'bagian ritelnya',
    },
    {
      what: 'Oktober sampai Desember',
      said: 'memuat 10.10, 11.11 dan 12.12',
      used: 'kebijakan dibandingkan dengan simulasi tanpanya, tidak pernah dengan September',
    },
  ],
  sourcesCaption:
    'Di mana sumber bertentangan, dan apa yang dipakai skenario dasar. Semua sumber dan tingkat mutunya: docs/sources.md',
  sourcesHead: ['Apa', 'Kata sumber', 'Yang dipakai model'],
  limits: [
    'Ini bukan ramalan: tidak ada data sesudah 4 Oktober 2023 yang dipakai untuk mencocokkannya; apa yang lalu terjadi adalah ujiannya.',
    'Platform tidak menanggapi dengan biaya, subsidi atau rancangan baru.',
    'Harga luar negeri dan kurs ditentukan dari luar; sisa perekonomian adalah satu akun dengan pekerjaan di luar pasar.',
    'Tidak ada kredit, kabar dari mulut ke mulut, barang kembali, atau kepercayaan yang dipelajari.',
    'Hanya ritel: usaha yang menjual kepada usaha, dan sebagian besar dari 64 sampai 67 juta usaha, tidak ada di dalamnya.',
    'Pernyataan untuk lebih dari satu tahun adalah kepekaan, bukan bukti. Kelompok kecil memiliki interval lebar: bacalah.',
  ],
  footer: 'Hasil sebuah model, bukan ramalan.',
}

export const pageWords: Readonly<Record<Language, PageWords>> = { en, id }

/** Words around what differs, where they are not English. */
export const differenceWords = {
  nothing: 'tidak ada',
  days: 'jumlah hari',
  added: (what: string) => `dengan ${what}`,
  gone: (what: string) => `tanpa ${what}`,
  row: (table: string, name: string) => `baris ${table} ${name}`,
  course: (text: string) => `jalur ${text}`,
  policy: (text: string) => `kebijakan ${text}`,
}

/** Labels of a scenario, in the language as far as its words are known. */
export const labelsIn = (
  language: Language,
  labels: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({ ...labels, ...pageWords[language].names })
