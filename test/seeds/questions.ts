/** What the five articles ask, row by row, and the twelve questions of the gallery that these rows answer. */
const POLICIES = 'scenarios/policies'
export const BASELINE = 'scenarios/indonesia-2023.yaml'
const BAN = 'scenarios/tiktok-shop-ban.yaml'
const STRICT = 'scenarios/tiktok-shop-ban-strict.yaml'
const policy = (name: string) => `${POLICIES}/${name}.yaml`
const cluster = (name: string) => `scenarios/clusters/${name}.yaml`

/** Scenario, window, measure and group of one number; and what it is compared with, where that is not the baseline of its row. */
export type Read = readonly [
  file: string,
  window: string,
  measure: string,
  group: string,
  baseline?: string,
]

export type ReadLevel = readonly [file: string, measure: string, group: string]

export interface Row {
  readonly row: string
  readonly asks: string
  readonly read: readonly Read[]
  /** Levels of a scenario by itself: file, measure and group. */
  readonly levels?: readonly ReadLevel[]
  /** Targets that the baseline is held against. */
  readonly targets?: string
  /** Where the baseline is not the country's. */
  readonly baseline?: string
}

const WEEKS = 'first ten weeks'
const QUARTER = 'first quarter of 2024'

export const ROWS: readonly Row[] = [
  {
    row: 'M1',
    asks: 'a week of grace, then the closure: what do the weeks before it do?',
    read: [
      ...(['closure-grace-1', 'closure-grace-4'] as const).map(
        (name) => [policy(name), 'grace', 'sales', 'tiktok-shop'] as const,
      ),
      // Over the same days, against a closure at once.
      ...(['closure-grace-1', 'closure-grace-4'] as const).map(
        (name) => [policy(name), QUARTER, 'umkm jobs', 'all', policy('closure-grace-0')] as const,
      ),
    ],
  },
  {
    row: 'M2',
    asks: 'the effect differs by region',
    read: ['jakarta', 'bekasi', 'bandung', 'banyuwangi', 'other-java', 'outside-java'].map(
      (region) => [BAN, WEEKS, 'umkm jobs', region],
    ),
  },
  {
    row: 'M3',
    asks: 'an office mentors 3,000 firms: what does it give them?',
    read: [
      [cluster('banyuwangi'), '', 'firms in a programme', 'banyuwangi'],
      [cluster('banyuwangi'), '', 'sales', 'banyuwangi-assisted'],
      [cluster('banyuwangi'), '', 'sales', 'banyuwangi'],
    ],
  },
  {
    row: 'M4',
    asks: 'every event hosts small firms',
    read: [
      [policy('event-mandate'), '', 'sales', 'bazaar'],
      [policy('event-mandate'), '', 'umkm jobs', 'producer'],
      [policy('event-mandate'), '', 'umkm jobs', 'trader'],
      [policy('festivals'), 'festivals', 'sales', 'banyuwangi'],
    ],
  },
  {
    row: 'M5',
    asks: 'when do sellers sell who only wait for buyers?',
    read: [],
    targets: 'C7',
  },
  {
    row: 'M6',
    asks: 'firms are urged to market themselves: if three in ten do',
    read: [
      [policy('effort'), '', 'sales', 'all'],
      [policy('effort'), '', 'umkm jobs', 'all'],
      // What it takes: their time has a price.
      [policy('effort'), '', 'cost of marketing time', 'all'],
      [policy('effort'), '', 'owner earnings', 'all'],
    ],
  },
  {
    row: 'M7',
    asks: 'a fashion cluster without TikTok Shop',
    read: [],
    levels: [
      [cluster('bekasi'), 'sales at impulse feeds', 'bekasi-fashion'],
      [cluster('bekasi'), 'sales on platforms', 'bekasi-fashion'],
      [cluster('bekasi'), 'sales', 'bekasi-fashion'],
    ],
  },
  {
    row: 'M8',
    asks: 'bazaars, exhibitions and own stands',
    read: [],
    levels: [
      [cluster('bekasi'), 'sales at stalls and bazaars', 'bekasi-fashion'],
      [cluster('bekasi'), 'sales at stalls and bazaars', 'bekasi-craft'],
    ],
  },
  {
    row: 'M9',
    asks: 'made to order, no piece like another',
    read: [],
    levels: [
      [cluster('bekasi'), 'sales to order', 'bekasi-craft'],
      [cluster('bekasi'), 'sales', 'made-to-order'],
    ],
  },
  {
    row: 'M10',
    asks: 'the clusters hope that the closure lifts their sales',
    baseline: cluster('bekasi'),
    read: [
      [cluster('bekasi-ban'), WEEKS, 'sales', 'bekasi-fashion'],
      [cluster('bekasi-ban'), WEEKS, 'sales', 'bekasi-craft'],
    ],
  },
  {
    row: 'M11',
    asks: 'promotion without payment: with links, and without',
    read: [
      [BAN, WEEKS, 'sales', 'all'],
      [BAN, WEEKS, 'umkm jobs', 'all'],
      [BAN, WEEKS, 'employment', 'creator'],
      // What links to other shops are worth.
      [STRICT, WEEKS, 'sales', 'all', BAN],
      [STRICT, WEEKS, 'employment', 'creator', BAN],
    ],
  },
  {
    row: 'M12',
    asks: 'reopening four ways: work and concentration, against staying shut',
    baseline: BAN,
    read: ['own-app', 'tokopedia', 'bukalapak', 'ct-shop'].flatMap((partner): Read[] => [
      [policy(`reopening-${partner}`), QUARTER, 'umkm jobs', 'all'],
      [policy(`reopening-${partner}`), QUARTER, 'hhi', 'all'],
      [policy(`reopening-${partner}`), QUARTER, 'sales begun in feeds', 'tiktok-shop'],
    ]),
  },
  {
    row: 'M13',
    asks: 'imports remain cheaper after any policy',
    read: [BAN, policy('minimum-price'), policy('duty')].flatMap(
      (file) =>
        [
          [file, '', 'import share', 'platforms'],
          [file, '', 'import price gap', 'all'],
        ] as const,
    ),
  },
  {
    row: 'M14',
    asks: 'cheaper imports: resellers earn, producers stop',
    read: [
      [policy('cheaper-imports'), '', 'income', 'reseller owner'],
      [policy('cheaper-imports'), '', 'income', 'producer owner'],
      [policy('cheaper-imports'), '', 'umkm jobs', 'producer'],
      [policy('cheaper-imports'), '', 'active firms', 'producer'],
      [policy('cheaper-imports'), '', 'idle firms', 'producer'],
      [policy('cheaper-imports'), '', 'consumer surplus', 'all'],
    ],
  },
  {
    row: 'M15',
    asks: 'if producers stop: jobs and purchasing power',
    read: [
      [policy('producers-stop'), '', 'umkm jobs', 'all'],
      [policy('producers-stop'), '', 'unemployment', 'all'],
      [policy('producers-stop'), '', 'household income', 'all'],
      [policy('producers-stop'), '', 'sales', 'all'],
    ],
  },
  {
    row: 'M16',
    asks: 'a quiet Tanah Abang; traders who stream',
    read: [
      [cluster('tanah-abang'), '', 'sales', 'tanah-abang'],
      [cluster('tanah-abang'), '', 'traders who stream', 'all'],
      [cluster('tanah-abang'), '', 'traders who quit streaming', 'all'],
      [cluster('tanah-abang'), '', 'audience of the top creator', 'all'],
    ],
  },
  {
    row: 'M17',
    asks: 'empathy of platforms: local goods first, fees, caps, subsidies',
    read: ['local-first', 'fee-rise', 'fee-cap', 'subsidies-end'].flatMap((name): Read[] => [
      [policy(name), '', 'umkm jobs', 'producer'],
      [policy(name), '', 'consumer surplus', 'all'],
    ]),
  },
  {
    row: 'M18',
    asks: 'a platform copies its best sellers; data separation',
    read: ['project-s', 'project-s-data-separation'].flatMap((name): Read[] => [
      [policy(name), '', 'own-label sales', 'all'],
      [policy(name), '', 'own-label profit', 'all'],
      [policy(name), '', 'platform fees', 'all'],
      [policy(name), '', 'sales', 'producer'],
    ]),
  },
  {
    row: 'M19',
    asks: '30 million digital firms',
    read: [
      [policy('onboarding'), '', 'firms in a programme', 'onboarding'],
      [policy('onboarding'), '', 'firms on marketplaces', 'all'],
      [policy('onboarding'), '', 'umkm jobs', 'all'],
    ],
  },
]

interface Asked {
  readonly title: string
  readonly question: string
  /** What a scenario assumes, where its values alone do not say it. */
  readonly assumes?: string
}

/** A page of the gallery: a question that a person would ask, and the rows that answer it. */
export interface Page {
  readonly name: string
  readonly rows: readonly string[]
  readonly en: Asked
  readonly id: Asked
}

export const PAGES: readonly Page[] = [
  {
    name: 'closure',
    rows: ['M1', 'M2', 'M11'],
    en: {
      title: 'Closing TikTok Shop',
      question:
        'Who loses sales and jobs where TikTok Shop is closed, and do weeks of grace or links to other shops soften the loss?',
    },
    id: {
      title: 'Menutup TikTok Shop',
      question:
        'Siapa yang kehilangan penjualan dan pekerjaan bila TikTok Shop ditutup, di mana, dan apakah masa tenggang atau tautan ke toko lain meringankannya?',
    },
  },
  {
    name: 'reopening',
    rows: ['M12'],
    en: {
      title: 'Four ways to reopen',
      question:
        'TikTok Shop may come back as an app of its own, inside a large marketplace, a small one or a store of a conglomerate. How does each change jobs and concentration, compared with staying closed?',
    },
    id: {
      title: 'Empat cara membuka kembali',
      question:
        'TikTok Shop dapat kembali sebagai aplikasi sendiri, di dalam lokapasar besar, lokapasar kecil, atau toko sebuah konglomerat. Apa akibat masing-masing bagi pekerjaan dan konsentrasi pasar, dibanding tetap tutup?',
    },
  },
  {
    name: 'imports-stay-cheaper',
    rows: ['M13'],
    en: {
      title: 'Against cheap imports',
      question:
        'Do a closure, a minimum price or a higher duty take away the price advantage of imports on platforms?',
    },
    id: {
      title: 'Melawan impor murah',
      question:
        'Apakah penutupan, harga minimum, atau bea masuk yang lebih tinggi menghapus keunggulan harga barang impor di platform?',
    },
  },
  {
    name: 'cheaper-imports',
    rows: ['M14'],
    en: {
      title: 'If imports become cheaper still',
      question: 'Who earns and who stops producing where imports become a third cheaper?',
      assumes:
        'The value at the border of all imports falls by a third on 2 October 2023. The size of the shock is assumed, not observed.',
    },
    id: {
      title: 'Jika impor makin murah',
      question:
        'Siapa yang mendapat untung dan siapa yang berhenti berproduksi bila harga impor turun sepertiga?',
      assumes:
        'Nilai semua impor di perbatasan turun sepertiga pada 2 Oktober 2023. Besarnya guncangan ini diasumsikan, bukan diamati.',
    },
  },
  {
    name: 'producers-stop',
    rows: ['M15'],
    en: {
      title: 'If producers stop',
      question: 'How many jobs and how much purchasing power are lost where small producers stop?',
      assumes:
        'Material costs of all local producers double on 2 October 2023; costs of imports do not change. The size of the shock is assumed: nothing like it happened. How many producers stop is a result of the model, not an input.',
    },
    id: {
      title: 'Jika produsen berhenti',
      question:
        'Berapa pekerjaan dan daya beli yang hilang bila produsen kecil berhenti berproduksi?',
      assumes:
        'Biaya bahan semua produsen lokal menjadi dua kali lipat pada 2 Oktober 2023; biaya impor tidak berubah. Besarnya guncangan ini diasumsikan, tidak pernah terjadi. Berapa produsen yang berhenti adalah hasil model, bukan masukan.',
    },
  },
  {
    name: 'bekasi',
    rows: ['M7', 'M8', 'M9', 'M10'],
    en: {
      title: 'Small firms of Bekasi',
      question:
        'Where do fashion and craft firms of Bekasi sell, and does the closure give them what they hope for?',
    },
    id: {
      title: 'Usaha kecil Bekasi',
      question:
        'Di mana usaha fesyen dan kerajinan Bekasi menjual, dan apakah penutupan memberi yang mereka harapkan?',
    },
  },
  {
    name: 'banyuwangi',
    rows: ['M3', 'M4'],
    en: {
      title: 'Mentors, events and stalls',
      question:
        'How much do a programme for 3,000 firms of Banyuwangi, and events that must host small firms, add to sales and jobs?',
    },
    id: {
      title: 'Pendampingan, acara, dan kios',
      question:
        'Apa hasil program bagi 3.000 usaha di Banyuwangi dan acara yang wajib menampung usaha kecil?',
    },
  },
  {
    name: 'marketing',
    rows: ['M5', 'M6'],
    en: {
      title: 'Waiting for buyers, or looking for them',
      question:
        'When do firms sell that wait for the season, and what do firms gain if three in ten invest in marketing, and at what cost?',
      assumes:
        'From 9 October 2023 three firms in ten consider marketing; how many hours they spend on it is their own decision.',
    },
    id: {
      title: 'Menunggu pembeli atau mencarinya',
      question:
        'Kapan usaha yang hanya menunggu musim menjual, dan apa hasil serta biayanya bila tiga dari sepuluh usaha berpromosi?',
      assumes:
        'Sejak 9 Oktober 2023 tiga dari sepuluh usaha mempertimbangkan pemasaran; berapa jam yang dipakai adalah keputusan mereka sendiri.',
    },
  },
  {
    name: 'tanah-abang',
    rows: ['M16'],
    en: {
      title: 'A quiet Tanah Abang',
      question: 'Can traders of a market hall that loses its buyers win them back on live streams?',
    },
    id: {
      title: 'Tanah Abang yang sepi',
      question:
        'Dapatkah pedagang pasar yang ditinggal pembeli merebutnya kembali lewat siaran langsung?',
    },
  },
  {
    name: 'platforms',
    rows: ['M17'],
    en: {
      title: 'What platforms could do',
      question:
        'Local goods first, higher or capped fees, an end of subsidies: which of these help producers, and what do buyers pay?',
    },
    id: {
      title: 'Yang dapat dilakukan platform',
      question:
        'Mendahulukan barang lokal, menaikkan atau membatasi biaya, mengakhiri subsidi: mana yang membantu produsen, dan apa biayanya bagi pembeli?',
    },
  },
  {
    name: 'own-labels',
    rows: ['M18'],
    en: {
      title: 'A platform copies its best sellers',
      question:
        'How much do producers lose to copies by a platform, and does a separation of data help?',
    },
    id: {
      title: 'Platform meniru barang terlarisnya',
      question:
        'Berapa yang hilang dari produsen karena tiruan platform, dan apakah pemisahan data menolong?',
    },
  },
  {
    name: 'onboarding',
    rows: ['M19'],
    en: {
      title: 'Thirty million digital firms',
      question:
        'How many shops and jobs does a programme create that brings 33,800 firms online a week, the pace of the national target?',
      assumes:
        'The target of 30 million digital firms adds 8 million to 22 million, 12 % of all 67 million firms. Of the 18.4 million firms in the market these are 2.2 million, or 33,800 a week in the 65 weeks from October 2023 to the end of 2024.',
    },
    id: {
      title: 'Tiga puluh juta UMKM digital',
      question:
        'Berapa toko dan pekerjaan yang tercipta dari program yang membawa 33.800 usaha per minggu ke internet, laju target nasional?',
      assumes:
        'Target 30 juta usaha digital menambah 8 juta pada 22 juta, yaitu 12% dari 67 juta usaha. Dari 18,4 juta usaha di dalam pasar, itu berarti 2,2 juta, atau 33.800 per minggu selama 65 minggu dari Oktober 2023 sampai akhir 2024.',
    },
  },
]
