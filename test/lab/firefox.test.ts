/** The same states in another browser, with another engine: Firefox, which posts what it found to the server of the test. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from '../web/chromium.ts'
import { built } from './lab.ts'
import { stateInNode } from './state-in-node.ts'

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

const firefox = PLACES.find((place) => existsSync(place))
if (firefox === undefined)
  console.warn(
    `Tests in Firefox are skipped: there is none of ${PLACES.join(', ')}. On Debian: apt-get install firefox-esr.`,
  )

/** Asks for a path that says which states the worlds ended in. */
const TELL = `<script>const told = setInterval(() => {
  const [baseline, policy] = ['baseline', 'policy'].map((of) => document.getElementById('hash-' + of)?.textContent)
  if (!policy) return
  clearInterval(told)
  fetch('states/' + baseline + '/' + policy)
}, 200)</script>`

/** Milliseconds until it is waited for no longer. */
const PATIENCE = 200_000

describe.skipIf(firefox === undefined)('Firefox', () => {
  it('ends in the states of the program', { timeout: PATIENCE + 60_000 }, async () => {
    const expected = ['scenarios/indonesia-2023.yaml', 'scenarios/tiktok-shop-ban.yaml'].map(
      (path) => stateInNode(path),
    )
    const root = built()
    const server = await serve((path) => {
      const file = join(root, path === '/' ? 'index.html' : path)
      if (!existsSync(file)) return undefined
      const content = readFileSync(file)
      return path === '/' ? content.toString().replace('</body>', `${TELL}</body>`) : content
    })
    const profile = mkdtempSync(join(tmpdir(), 'pasar-firefox-'))
    const browser = spawn(
      firefox!,
      ['--headless', '--no-remote', '--profile', profile, server.address],
      { stdio: 'ignore', env: { ...process.env, HOME: profile } },
    )
    try {
      const told = () => server.asked.find((path) => path.startsWith('/states/'))
      const until = performance.now() + PATIENCE
      while (told() === undefined && performance.now() < until)
        await new Promise((later) => setTimeout(later, 200))
      expect(told()?.split('/').slice(2)).toEqual(expected)
    } finally {
      const ended = new Promise((resolve) => browser.once('exit', resolve))
      browser.kill()
      await ended
      await server.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})
