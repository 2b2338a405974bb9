/** The pages of the documentation: they lead somewhere, none is lost, and both languages say what the program does. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allPages, pagesOf } from '../../build/docs/contents.ts'
import { decisions, placesOf } from '../../build/docs/decisions.ts'
import { anchorOf, inText, sectionsOf, targetsIn } from '../../build/docs/markdown.ts'
import { DAY } from '../../src/market/index.ts'
import { anchorsOf, blocksOf, linksOf, pages, read } from '../readme/blocks.ts'

const others = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('scenarios', name))

describe('links', () => {
  it.each(others)('of %s lead to what exists', (page) => {
    const broken = linksOf(page).filter((target) => {
      const [path, anchor] = target.split('#')
      const file = path === '' ? page : normalize(join(dirname(page), path))
      return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor))
    })
    expect(broken).toEqual([])
  })

  it('to the web are whole addresses', () => {
    const web = [...pages, ...others].flatMap((page) =>
      [...read(page).matchAll(/\b(?:https?|ftp|mailto):[^\s|)<>`"']+/g)].map(([target]) => target),
    )
    expect(web.length).toBeGreaterThan(2)
    const isWhole = (target: string) =>
      URL.canParse(target) && /^https?:\/\/[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(target)
    const ofThisMachine = /^http:\/\/(localhost|127\.0\.0\.1)/
    expect(web.filter((target) => !isWhole(target) && !ofThisMachine.test(target))).toEqual([])
  })
})

describe('the contents of the site', () => {
  it('have every page of docs, and only pages that are there', () => {
    const listed = allPages.flatMap(({ file }) => file ?? [])
    const there = pages.filter(
      (page) => page.startsWith('docs/') && !/^docs\/decisions\/\d/.test(page),
    )
    expect(there.filter((page) => !listed.includes(page))).toEqual([])
    expect(listed.filter((file) => !existsSync(file))).toEqual([])
  })

  it('have no two pages at one address', () => {
    const routes = allPages.map(({ route }) => route)
    expect(new Set(routes).size).toBe(routes.length)
  })

  it('name every page of the guide in both languages', () => {
    const guide = (of: 'en' | 'id') =>
      pagesOf(of)
        .map(({ route }) => route.replace(/^id\//, ''))
        .filter((route) => route.startsWith('guide/'))
        .sort()
    expect(guide('id')).toEqual(guide('en'))
  })
})

describe('a decision', () => {
  const places = placesOf()

  it.each(decisions.map(({ file }) => file))(
    '%s is named by the page of what it decides',
    (file) => {
      expect(places.get(file)!.map(({ page }) => page.file)).not.toEqual([])
    },
  )
})

describe('the pages in Indonesian', () => {
  /** What of an example is run: titles, questions and comments behind it are in the language of the page. */
  const ran = (text: string) =>
    text
      .trim()
      .replace(/(?<=\S) *# .*$/gm, '')
      .replace(/^ *(?:\/\/|#) (?!\S+\.\w+$).*\n/gm, '')
      .replace(/^(title|question): .*$/gm, '$1:')

  const indonesian = pages.filter((page) => page.startsWith('docs/id/'))

  it.each(indonesian)(
    '%s shows examples that the English pages have, where they are run',
    (page) => {
      const english = pages.filter((one) => !indonesian.includes(one)).flatMap(blocksOf)
      // What is printed alone is in the language of the page, and held to what the program prints by a test of its own.
      const run = blocksOf(page).filter(
        ({ language, text }) => language !== 'console' || text.includes('$ '),
      )
      const unknown = run.filter(({ language, text }) => {
        const lines = ran(text).split('\n')
        // Output may be cut to the lines that the page speaks of.
        const isIn = (other: string) =>
          language === 'console'
            ? lines.every((line) => other.split('\n').includes(line))
            : other === ran(text)
        return !english.some((block) => block.language === language && isIn(ran(block.text)))
      })
      expect(unknown.map(({ line, text }) => `${page}:${line} ${text}`)).toEqual([])
    },
  )

  it('tell the day of the code, rule by rule', () => {
    const [, listed] = /<!-- day -->\n(.*?)\n<!-- \/day -->/s.exec(read('docs/id/guide/day.md'))!
    const heads = listed.split('\n').map((line) => /^\d+\. \*\*[\w-]+\*\* \(\w+\)/.exec(line)?.[0])
    const every = { day: 'harian', week: 'mingguan', month: 'bulanan' }
    const day = DAY.map((rule, at) => `${at + 1}. **${rule.name}** (${every[rule.every]})`)
    expect(heads).toEqual(day)
  })
})

describe('Markdown', () => {
  const page = '# One\nsee [two](#two--three)\n```ts\n# no heading [x](y)\n```\n## Two & “three”\n'

  it('is read without its code', () => {
    expect(targetsIn(page)).toEqual(['#two--three'])
    expect(sectionsOf(page).map(({ heading }) => heading)).toEqual(['One', 'Two & “three”'])
    expect(anchorOf('Two & “three”')).toBe('two--three')
    expect(inText(page, (text) => text.replaceAll('[', '('))).toContain('# no heading [x](y)')
  })
})
