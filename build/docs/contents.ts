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
        page('docs/guide/how-sure.md', 'What it hangs on'),
        page('docs/guide/reproduce.md', 'Repeat a result'),
        page('docs/guide/limits.md', 'What it is not fit for'),
        page('docs/guide/trust.md', 'How we know that it is right'),
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
        page('docs/explain.md', 'Ask an agent why'),
        page('docs/lab.md', 'The lab in a browser'),
        page('docs/lab-hosting.md', 'Host the lab'),
        page('docs/guide/extend.md', 'Add a policy, a rule, a measure'),
        page('docs/guide/elsewhere.md', 'Results in Python, R, DuckDB'),
        page('docs/clusters.md', 'Studies on many machines'),
        page('docs/guide/run-times.md', 'Run times'),
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
        page('docs/seeds.md', 'Nineteen observations'),
        page('docs/sensitivity.md', 'What moves the answer'),
        page('docs/validation.md', 'Facts and placebos'),
        page('docs/fit.md', 'What the data say'),
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
      name: 'The house',
      pages: [
        page('docs/house.md', 'Where code lives'),
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
        page('docs/id/guide/how-sure.md', 'Seberapa yakin'),
        page('docs/id/guide/reproduce.md', 'Mengulang hasil'),
        page('docs/id/guide/limits.md', 'Batas-batasnya'),
        page('docs/id/guide/trust.md', 'Mengapa dapat dipercaya'),
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
        page('docs/id/guide/elsewhere.md', 'Hasil di Python, R, DuckDB'),
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
