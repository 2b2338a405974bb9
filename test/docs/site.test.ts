/** The site as it is built: without a network, and with no link that leads nowhere. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allPages } from '../../build/docs/contents.ts'
import { decisions } from '../../build/docs/decisions.ts'

const BASE = '/pasar/'

describe('the site', () => {
  const parent = mkdtempSync(resolve('output', 'site-'))
  const folder = join(parent, 'docs')
  const pages = new Map<string, string>()

  beforeAll(async () => {
    await promisify(execFile)(
      process.execPath,
      ['node_modules/tsx/dist/cli.mjs', 'build/docs/build.ts', '--out', folder],
      { env: { ...process.env, NODE_ENV: 'production', DOCS_BASE: BASE } },
    )
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.html') && !name.startsWith('lab-page'))
        pages.set(name, readFileSync(join(folder, name), 'utf8'))
  })
  afterAll(() => rmSync(parent, { recursive: true, force: true }))

  it('has every page of its contents and every decision', () => {
    const missing = [...allPages, ...decisions].filter(({ route }) => !pages.has(`${route}.html`))
    expect(missing.map(({ route }) => route)).toEqual([])
  })

  it('has no link, picture or script that leads nowhere', () => {
    const broken = [...pages].flatMap(([name, html]) =>
      linksIn(html)
        .filter((target) => !leads(name, target))
        .map((target) => `${name}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('fetches nothing from elsewhere', () => {
    const fetched = /<(?:script|img|iframe)[^>]+src="(https?:[^"]+)|<link[^>]+href="(https?:[^"]+)/g
    const from = [...pages.values()].flatMap((html) => [...html.matchAll(fetched)])
    expect(from.map(([tag]) => tag)).toEqual([])
  })

  it('folds behind a section the text of the decisions that it names, once a page', () => {
    const model = pages.get('model.html')!
    const [, section] = model.split('id="23-ranked-feeds-and-the-value-of-a-venue"')
    const upToNext = section.slice(0, section.indexOf('id="24-popularity-and-live-selling"'))
    expect(upToNext).toMatch(/<summary>5\. Slots of a feed are shared out, not raffled<\/summary>/)
    const reason = 'coordinated sampling with probability'
    expect(upToNext).toContain(reason)
    expect(model.split(reason).length - 1).toBe(1)
    expect(pages.get('decisions/0005-slots-by-share.html')).toContain('model.html#23-ranked-feeds')
  })

  function linksIn(html: string): string[] {
    const found = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, target]) => target)
    return [...new Set(found)].filter((target) => !/^(?:[a-z]+:|\/\/)/.test(target))
  }

  function leads(from: string, target: string): boolean {
    const [path, anchor] = target.replaceAll('&amp;', '&').split('#')
    const at = path.startsWith(BASE)
      ? path.slice(BASE.length)
      : relative(folder, resolve(folder, path === '' ? from : join(dirname(from), path)))
    const name = at === '' || at.endsWith('/') ? `${at}index.html` : decodeURIComponent(at)
    if (path.startsWith('/') && !path.startsWith(BASE)) return false
    if (!existsSync(join(folder, name)) || !statSync(join(folder, name)).isFile()) return false
    const html = pages.get(name)
    return !anchor || html === undefined || html.includes(`id="${decodeURIComponent(anchor)}"`)
  }
})
