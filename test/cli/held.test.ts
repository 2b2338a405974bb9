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
    expect((await pasar(['diff', BASE, BASE, '--lang', 'id'])).out).toMatch(/^tidak ada nilai yang/)
    expect((await pasar(['diff', BASE, 'nowhere.yaml'])).code).toBe(2)
  })
})

describe('a course', () => {
  const file = (text: string) => {
    const path = join(temporary(), 'y.yaml')
    writeFileSync(path, `title: Y\nextends: ${join(process.cwd(), BASE)}\n${text}`)
    return path
  }

  it('is told with the value that it changes, and a title is no value', async () => {
    const course = file('courses: { government.vat: { points: { 2023-11-06: 12 % } } }\n')
    const { out } = await pasar(['diff', BASE, course])
    expect(out).toMatch(
      /^courses\.government\.vat +0\.11 -> 0\.12 from 2023-11-06 +\S+y\.yaml:3\n$/,
    )
    const back = await pasar(['diff', course, BASE, '--lang', 'id'])
    expect(back.out).toMatch(/^courses\.government\.vat +0\.12 sejak 2023-11-06 -> 0\.11/)
    expect((await pasar(['diff', BASE, file('')])).out).toBe('no value differs\n')
  })

  it('of rows that differ has no one value before it', async () => {
    const course = file('courses: { venues.*.commission.*: { points: { 2023-11-06: 12 % } } }\n')
    const { out } = await pasar(['diff', BASE, course])
    expect(out).toMatch(/courses\.venues\.\*\.commission\S* +nothing -> 0\.12 from/)
  })
})

describe('params', () => {
  it.each(['ppn', 'pajak', 'komisi', 'ongkir', 'PPN impor'])(
    'finds in Indonesian: %s',
    async (word) => {
      const { code, out } = await pasar(['params', ...word.split(' '), '--lang', 'id'])
      expect(code).toBe(0)
      expect(out).toMatch(/\| {2}bawaan |\| {2}wajib/)
    },
  )

  it('are told in Indonesian, and as they are without', async () => {
    const [en, id] = await Promise.all(
      [[], ['--lang', 'id']].map((more) => pasar(['params', 'border.exchange-rate', ...more])),
    )
    expect(en.out).toContain('Exchange rate. ')
    expect(id.out).toContain('    Kurs. ')
    expect(id.out).toContain('Dibaca oleh: ')
    const json = ['params', 'border.exchange-rate', '--json']
    expect((await pasar([...json, '--lang', 'id'])).out).toBe((await pasar(json)).out)
  })

  it('are not suggested for words of three letters of which two are others', async () => {
    const { code, err } = await pasar(['params', 'xyz', '--lang', 'id'])
    expect(code).toBe(2)
    expect(err).toMatch(/^tidak ada parameter yang memuat xyz\nlihat semuanya: /)
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
