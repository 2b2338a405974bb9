/** The page opens without a network after the first visit, and a new version waits until it is asked for. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { browserFound, serve } from '../web/chromium.ts'
import { built, opened } from './lab.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const browser = await browserFound()
const folder = mkdtempSync(join(tmpdir(), 'pasar-lab-'))

describe.skipIf(browser === undefined)('after a first visit', () => {
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await browser!.close()
  })

  it('the lab opens without a network, and a new version waits', async () => {
    cpSync(await built(), folder, { recursive: true })
    const server = await serve((path) => {
      const file = join(folder, path === '/' ? 'index.html' : path)
      return existsSync(file) ? readFileSync(file) : undefined
    })
    const { page, faults } = await opened(browser!, server.address)
    await page.waitForSelector('#hash-policy', { state: 'attached' })
    const hash = await page.textContent('#hash-policy')
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')

    // The same version from what the browser has kept.
    await page.context().setOffline(true)
    await page.reload()
    await page.waitForSelector('#hash-policy', { state: 'attached' })
    expect(await page.textContent('#hash-policy')).toBe(hash)
    await page.locator('#learn').scrollIntoViewIfNeeded()
    await page.locator('.lesson').waitFor()
    await page.context().setOffline(false)

    // Another version is told, and comes when it is wanted.
    const [html, worker] = ['index.html', 'service-worker.js'].map((name) => join(folder, name))
    const marked = readFileSync(html, 'utf8').replace('</body>', '<i id="another"></i></body>')
    writeFileSync(html, marked)
    const next = readFileSync(worker, 'utf8').replace(/(index\.html",revision:")\w+/, '$1another')
    expect(next).toContain('another')
    writeFileSync(worker, next)
    await page.reload()
    expect(await page.locator('#another').count()).toBe(0)
    await page.getByRole('button', { name: 'Update' }).click()
    await page.locator('#another').waitFor({ state: 'attached' })
    expect(faults).toEqual([])
    await page.close()
    await server.close()
  })
})
