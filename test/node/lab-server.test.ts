import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveLab } from '../../src/node/index.ts'

const root = mkdtempSync(join(tmpdir(), 'pasar-lab-'))
const folder = join(root, 'lab')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(join(folder, 'index.html'), '<title>Pasar</title>')
writeFileSync(join(folder, 'assets', 'page.js'), 'export {}')
writeFileSync(join(root, 'secret.txt'), 'nobody is to read this')

let served: Awaited<ReturnType<typeof serveLab>>
beforeAll(async () => {
  served = await serveLab(0, folder)
})
afterAll(() => served.close())

/** What a path gives, sent as it stands: `fetch` would tidy it. */
const got = (path: string, method = 'GET') =>
  new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(served.address)
    request({ hostname, port, path, method }, (response) => {
      let body = ''
      response.on('data', (piece) => (body += piece))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body,
        }),
      )
    })
      .on('error', reject)
      .end()
  })

describe('the server of the lab', () => {
  it('gives the page and its files', async () => {
    expect(await got('/')).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      body: '<title>Pasar</title>',
    })
    expect((await got('/assets/page.js')).type).toBe('text/javascript; charset=utf-8')
    expect(await got('/', 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets', '/%', '/no'])(
    'gives nothing for %s',
    async (path) => {
      const { status, body } = await got(path)
      expect(status).toBe(404)
      expect(body).not.toContain('nobody')
    },
  )

  it('listens to this machine alone', () => {
    expect(served.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  })

  it('says so where its port is taken, or nothing is built', async () => {
    const port = Number(new URL(served.address).port)
    await expect(serveLab(port, folder)).rejects.toThrow(`port ${port} is taken`)
    await expect(serveLab(0, '')).rejects.toThrow('npm run lab:build')
  })
})
