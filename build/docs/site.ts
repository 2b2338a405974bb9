/** How the pages become a site: its contents, its two languages, its search. */
import { existsSync } from 'node:fs'
import { type DefaultTheme, defineConfig, type UserConfig } from 'vitepress'
import { CONTENTS, type Locale } from './contents.ts'
import { decisions, placesOf } from './decisions.ts'
import { anchorOf } from './markdown.ts'

const parts = (locale: Locale): DefaultTheme.SidebarItem[] =>
  CONTENTS[locale].map(({ name, pages }) => ({
    text: name,
    collapsed: false,
    items: pages.map((page) => ({ text: page.name, link: `/${page.route}` })),
  }))

/** Decisions by the page and the section of what they decide, each where it is named first. */
function byPlace(): DefaultTheme.SidebarItem {
  const places = placesOf()
  const groups = new Map<string, DefaultTheme.SidebarItem & { items: DefaultTheme.SidebarItem[] }>()
  for (const { file, route, title } of decisions) {
    const [first] = places.get(file) ?? []
    if (first === undefined) continue
    const name = first.page.name
    const group = groups.get(name) ?? { text: name, collapsed: true, items: [] }
    groups.set(name, group)
    group.items.push({ text: title, link: `/${route}` })
  }
  return { text: 'Decisions', collapsed: true, items: [...groups.values()] }
}

/** The lab, where it was built before the site. */
const lab: DefaultTheme.NavItem[] = existsSync('dist/lab/index.html')
  ? [{ text: 'Lab', link: '/lab-page/index.html', target: '_self' }]
  : []

const INDONESIAN: DefaultTheme.Config = {
  sidebar: parts('id'),
  nav: [
    { text: 'Mulai', link: '/id/guide/first-run' },
    { text: 'Pelajaran', link: '/id/guide/lessons' },
    ...lab,
  ],
  outline: { label: 'Di halaman ini', level: [2, 3] },
  docFooter: { prev: 'Sebelumnya', next: 'Berikutnya' },
  darkModeSwitchLabel: 'Tampilan',
  lightModeSwitchTitle: 'Ganti ke tampilan terang',
  darkModeSwitchTitle: 'Ganti ke tampilan gelap',
  sidebarMenuLabel: 'Daftar isi',
  returnToTopLabel: 'Kembali ke atas',
  langMenuLabel: 'Ganti bahasa',
  skipToContentLabel: 'Langsung ke isi',
  notFound: {
    title: 'HALAMAN TIDAK DITEMUKAN',
    quote: 'Alamat ini tidak menuju halaman mana pun.',
    linkLabel: 'ke halaman awal',
    linkText: 'Ke halaman awal',
  },
}

const SEARCH: DefaultTheme.LocalSearchOptions = {
  locales: {
    id: {
      translations: {
        button: { buttonText: 'Cari', buttonAriaLabel: 'Cari' },
        modal: {
          noResultsText: 'Tidak ada hasil untuk',
          resetButtonTitle: 'Hapus pencarian',
          displayDetails: 'Tampilkan rincian',
          footer: { selectText: 'pilih', navigateText: 'pindah', closeText: 'tutup' },
        },
      },
    },
  },
}

/**
 * @param base under which path of a host the site will stand, with a slash at both ends
 * @param outDir where the site is written
 */
export const site = (base: string, outDir: string): UserConfig<DefaultTheme.Config> =>
  defineConfig({
    title: 'Pasar',
    description: 'An agent-based model of Indonesia’s retail market for testing policies',
    base,
    outDir,
    lastUpdated: false,
    locales: {
      root: { label: 'English', lang: 'en' },
      id: {
        label: 'Bahasa Indonesia',
        lang: 'id',
        description: 'Model berbasis agen pasar ritel Indonesia untuk menguji kebijakan',
        themeConfig: INDONESIAN,
      },
    },
    markdown: { html: false, anchor: { slugify: anchorOf } },
    themeConfig: {
      sidebar: [...parts('en'), byPlace()],
      nav: [
        { text: 'First run', link: '/guide/first-run' },
        { text: 'Model', link: '/model' },
        { text: 'Reference', link: '/reference/scenarios' },
        ...lab,
      ],
      outline: { level: [2, 3] },
      search: { provider: 'local', options: SEARCH },
    },
    vite: { build: { chunkSizeWarningLimit: 4000 } },
  })
