/** The contents of the site: which file is which page, in the order in which a book would have them. */
export type Locale = 'en' | 'id'

/** A page: the file that it is made of, or nothing where it is made while the site is built. */
export interface Page {
  readonly file?: string
  /** Its address, without a slash in front and without an ending. */
  readonly route: string
  /** Its name in the table of contents. */
  readonly name: string
}

export interface Part {
  readonly name: string
  readonly pages: readonly Page[]
  readonly closed?: boolean
}

const page = (file: string, name: string, route = file.replace(/^docs\/|\.md$/g, '')): Page => ({
  file,
  route,
  name,
})
const made = (route: string, name: string): Page => ({ route, name })

export const CONTENTS: Readonly<Record<Locale, readonly Part[]>> = {
  en: [
    {
      name: 'Start here',
      pages: [
        page('README.md', 'What Pasar is', 'index'),
        page('docs/guide/first-run.md', 'First run'),
        page('docs/guide/day.md', 'One day in the market'),
      ],
    },
    {
      name: 'Guide',
      pages: [
        page('docs/guide/questions.md', 'A question of your own'),
        page('docs/guide/reading.md', 'Read the results'),
        page('docs/charts.md', 'Charts: how to read each'),
        page('docs/guide/how-sure.md', 'Sensitivity and uncertainty'),
        page('docs/guide/reproduce.md', 'Repeat a result'),
        page('docs/guide/limits.md', 'Limitations'),
        page('docs/guide/trust.md', 'How the program is verified'),
      ],
    },
    {
      name: 'Twelve questions',
      pages: [
        page('docs/gallery/index.md', 'All twelve', 'gallery/index'),
        page('docs/gallery/closure.md', 'Closing TikTok Shop'),
        page('docs/gallery/reopening.md', 'Four ways to reopen'),
        page('docs/gallery/imports-stay-cheaper.md', 'Against cheap imports'),
        page('docs/gallery/cheaper-imports.md', 'If imports become cheaper still'),
        page('docs/gallery/producers-stop.md', 'If producers stop'),
        page('docs/gallery/bekasi.md', 'Small firms of Bekasi'),
        page('docs/gallery/banyuwangi.md', 'Mentors, events and stalls'),
        page('docs/gallery/marketing.md', 'Waiting for buyers, or looking for them'),
        page('docs/gallery/tanah-abang.md', 'A quiet Tanah Abang'),
        page('docs/gallery/platforms.md', 'What platforms could do'),
        page('docs/gallery/own-labels.md', 'A platform copies its best sellers'),
        page('docs/gallery/onboarding.md', 'Thirty million digital firms'),
      ],
    },
    {
      name: 'Lessons',
      pages: [
        page('docs/guide/textbook.md', 'Textbook markets'),
        made('guide/lessons', 'Six lessons'),
      ],
    },
    {
      name: 'How to',
      pages: [
        page('docs/explain.md', 'Explain a decision'),
        page('docs/lab.md', 'The lab in a browser'),
        page('docs/lab-hosting.md', 'Host the lab'),
        page('docs/guide/extend.md', 'Add a policy, a rule, a measure'),
        page('docs/guide/elsewhere.md', 'Results in Excel, Word, Python, R'),
        page('docs/clusters.md', 'Studies on many machines'),
        page('docs/guide/run-times.md', 'Run times'),
        page('docs/performance.md', 'Speed'),
        page('docs/scale.md', 'Size'),
      ],
    },
    {
      name: 'The model',
      pages: [
        page('docs/model.md', 'Equations and rules'),
        page('docs/odd.md', 'Described after ODD'),
        page('docs/stress-abs.md', 'STRESS-ABS'),
        page('docs/regulation.md', 'The regulation'),
        page('docs/words.md', 'Word list'),
      ],
    },
    {
      name: 'Evidence',
      pages: [
        page('docs/sources.md', 'Sources and targets'),
        page('docs/seeds.md', 'Nineteen claims tested'),
        page('docs/sensitivity.md', 'Sensitivity results'),
        page('docs/validation.md', 'Validation and placebo tests'),
        page('docs/fit.md', 'Fit to data'),
        page('test/textbook/README.md', 'Known answers', 'known-answers'),
      ],
    },
    {
      name: 'Reference',
      pages: [
        page('scenarios/REFERENCE.md', 'Scenario files', 'reference/scenarios'),
        made('reference/commands', 'Command line'),
        page('docs/guide/library.md', 'Library'),
        page('docs/json/README.md', 'JSON', 'reference/json'),
      ],
    },
    {
      name: 'The code',
      pages: [
        page('docs/house.md', 'Architecture'),
        page('CONTRIBUTING.md', 'Contributing', 'contributing'),
        page('CHANGELOG.md', 'Changelog', 'changelog'),
        page('docs/decisions/README.md', 'All decisions by number', 'decisions/index'),
      ],
    },
  ],
  id: [
    {
      name: 'Mulai di sini',
      pages: [
        page('docs/id/index.md', 'Apa itu Pasar'),
        page('docs/id/guide/first-run.md', 'Menjalankan pertama kali'),
        page('docs/id/guide/day.md', 'Satu hari di pasar'),
      ],
    },
    {
      name: 'Panduan',
      pages: [
        page('docs/id/guide/questions.md', 'Pertanyaan Anda sendiri'),
        page('docs/id/guide/reading.md', 'Membaca hasil'),
        page('docs/id/charts.md', 'Grafik: cara membacanya'),
        page('docs/id/guide/how-sure.md', 'Seberapa pasti'),
        page('docs/id/guide/reproduce.md', 'Mengulang hasil'),
        page('docs/id/guide/limits.md', 'Batas-batasnya'),
        page('docs/id/guide/trust.md', 'Mengapa dapat dipercaya'),
      ],
    },
    {
      name: 'Dua belas pertanyaan',
      pages: [
        page('docs/id/gallery/index.md', 'Semua pertanyaan', 'id/gallery/index'),
        page('docs/id/gallery/closure.md', 'Menutup TikTok Shop'),
        page('docs/id/gallery/reopening.md', 'Empat cara membuka kembali'),
        page('docs/id/gallery/imports-stay-cheaper.md', 'Melawan impor murah'),
        page('docs/id/gallery/cheaper-imports.md', 'Jika impor makin murah'),
        page('docs/id/gallery/producers-stop.md', 'Jika produsen berhenti'),
        page('docs/id/gallery/bekasi.md', 'Usaha kecil Bekasi'),
        page('docs/id/gallery/banyuwangi.md', 'Pendampingan, acara, dan kios'),
        page('docs/id/gallery/marketing.md', 'Menunggu pembeli atau mencarinya'),
        page('docs/id/gallery/tanah-abang.md', 'Tanah Abang yang sepi'),
        page('docs/id/gallery/platforms.md', 'Yang dapat dilakukan platform'),
        page('docs/id/gallery/own-labels.md', 'Platform meniru barang terlarisnya'),
        page('docs/id/gallery/onboarding.md', 'Tiga puluh juta UMKM digital'),
      ],
    },
    {
      name: 'Pelajaran',
      pages: [
        page('docs/id/guide/textbook.md', 'Pasar buku teks'),
        made('id/guide/lessons', 'Enam pelajaran'),
      ],
    },
    {
      name: 'Membangun di atasnya',
      pages: [
        page('docs/id/guide/extend.md', 'Kebijakan, aturan, ukuran baru'),
        page('docs/id/guide/library.md', 'Sebagai pustaka'),
        page('docs/id/guide/elsewhere.md', 'Hasil di Excel, Word, Python, R'),
        page('docs/id/guide/run-times.md', 'Lama simulasi'),
      ],
    },
  ],
}

export const pagesOf = (locale: Locale): readonly Page[] =>
  CONTENTS[locale].flatMap(({ pages }) => pages)

export const allPages: readonly Page[] = [...pagesOf('en'), ...pagesOf('id')]

/** Pages that declarations write: they name no decisions. */
export const GENERATED: readonly string[] = [
  'docs/odd.md',
  'docs/words.md',
  'docs/regulation.md',
  'scenarios/REFERENCE.md',
]
