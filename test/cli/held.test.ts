import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { BAN, BASE, pasar, pasarProcess, temporary } from './pasar.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('show', () => {
  it('says value and place, of what is searched for', async () => {
    const { code, out } = await pasarProcess(['show', BAN, 'policies', 'effective'])
    expect(code).toBe(0)
    expect(out).toMatch(/^TikTok Shop closes: .*, which extends .*indonesia-2023\.yaml\n/)
    expect(out).toMatch(/policies\.closure\.effective +2023-10-04 17:00 +\S+ban\.yaml:\d+/)
    expect((await pasar(['show', BAN, 'xyzzy'])).code).toBe(2)
  })

  it('is a JSON array with --json, of values replaced by --set too', async () => {
    const args = ['show', BASE, 'size.buyers', '--json', '--set', 'size.buyers=7000']
    const [buyers] = JSON.parse((await pasar(args)).out)
    expect(buyers).toMatchObject({ path: 'size.buyers', value: 7000, place: '--set 1' })
  })
})

describe('diff', () => {
  it('says old and new, and a policy in one line', async () => {
    const file = join(temporary(), 'x.yaml')
    const base = join(process.cwd(), BASE)
    writeFileSync(file, `title: X\nextends: ${base}\nvenues: { shopee: { commission: 7 % } }\n`)
    const { code, out } = await pasarProcess(['diff', BASE, file])
    expect(code).toBe(0)
    expect(out).toMatch(
      /venues\.shopee\.commission\.\* +0\.035 -> 0\.07 share of price +\S+x\.yaml:3/,
    )
    const closure = await pasar(['diff', BASE, BAN])
    expect(closure.out).toMatch(/^with policies\.closure: venue tiktok-shop, announced 2023-09-26/m)
    const back = await pasar(['diff', BAN, BASE, '--json'])
    expect(JSON.parse(back.out)).toContainEqual(
      expect.objectContaining({ path: 'policies.closure.venue', before: 'tiktok-shop' }),
    )
    expect((await pasar(['diff', BASE, BASE])).out).toBe('no value differs\n')
    expect((await pasar(['diff', BASE, 'nowhere.yaml'])).code).toBe(2)
  })
})

describe('params --in', () => {
  it('says what a scenario holds, whence, and who reads it', async () => {
    const words = await pasar(['params', 'exchange', 'rate', '--in', BASE])
    expect(words.out).toMatch(/border\.exchange-rate +15\.3 kRp\/US\$ /)
    const found = await pasar(['params', 'commission', '--in', BASE])
    expect(found.out).toContain('Read by: streaming, showcase, takings')
    expect(found.out).toMatch(/venues\.lazada\.commission\.\* +0\.04 share of price +\S+:\d+/)
  })
})
