/** `pasar explain` as a person meets it. */
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { jsonSchemas } from '../../src/report/index.ts'
import { violations } from '../scenario/json-schema.ts'
import { BAN, BASE, EARLY, pasar, small, temporary } from './pasar.ts'

vi.setConfig({ testTimeout: 120_000 })

const SIZE = [
  ...['--set', 'size.buyers=2000', '--set', 'size.sellers=400', '--set', 'size.creators=10'],
  ...['--set', 'firms.slots=64', '--quiet'],
]

const schema = jsonSchemas.find(({ name }) => name.includes('explanation'))?.schema

/** A buyer and a day on which he decides something, as the program itself says. */
async function deciding(agent: string, day: string, ...more: string[]): Promise<string> {
  const { err } = await pasar(['explain', BASE, '--agent', agent, '--day', day, ...SIZE, ...more])
  return /it does on (\d{4}-\d{2}-\d{2})/.exec(err)?.[1] ?? day
}

describe('pasar explain', () => {
  it('says of a buyer why he chose, in two languages and within 100 columns', async () => {
    const day = await deciding('buyer:1', '2022-07-05')
    const asked = ['explain', BASE, '--agent', 'buyer:1', '--day', day, ...SIZE]
    const { code, out } = await pasar(asked)
    expect(code).toBe(0)
    expect(out).toMatch(/^Buyer 1 on \w+, \d+ Jul 2022: .*\(run 1, seed pasar\)/)
    expect(out).toMatch(/CHOSEN/)
    expect(out).toMatch(/All together/)
    expect(out).toMatch(/cheaper|dearer/)
    expect(out).not.toMatch(/undefined|NaN/)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    const indonesian = await pasar([...asked, '--lang', 'id'])
    expect(indonesian.out).toMatch(/^Pembeli 1 pada \w+, \d+ Jul 2022/)
    expect(indonesian.out).toMatch(/Seandainya/)
    expect(indonesian.out).not.toMatch(/undefined|NaN|\bthe\b/)
    // Another run has other draws.
    const other = await pasar([...asked, '--run', '2'])
    expect(other.out + other.err).not.toBe(out)
  })

  it.each([
    ['seller:7', /What price at|Does a new firm take/],
    ['creator:3', /How many hours a week/],
  ])('says what %s does on a Monday, and when it next does on another day', async (agent, said) => {
    const asked = ['explain', BASE, '--agent', agent, ...SIZE]
    const { code, out } = await pasar([...asked, '--day', '2022-07-25'])
    expect(code).toBe(0)
    expect(out).toMatch(said)
    expect(out).not.toMatch(/undefined|NaN/)
    const told = JSON.parse((await pasar([...asked, '--day', '2022-07-25', '--json'])).out)
    expect(violations(schema as never, told)).toEqual([])
    const tuesday = await pasar([...asked, '--day', '2022-07-26'])
    expect(tuesday.code).toBe(2)
    expect(tuesday.err).toContain('it does on 2022-08-01')
  })

  it('calls sellers of a textbook market by their names', async () => {
    const asked = ['explain', 'scenarios/textbook/duopoly.yaml', '--day', '2024-03-04', '--quiet']
    const { code, out } = await pasar([...asked, '--agent', 'seller:ani'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Ani on Monday, 4 Mar 2024: Two sellers alike/)
    // The price without mark-up and the mark-up of the law: 1 + 0.427 kRp.
    expect(out).toMatch(/Mark-up +\d+ +427/)
    expect((await pasar([...asked, '--agent', 'seller:0'])).out).toBe(out)
    const nobody = await pasar([...asked, '--agent', 'seller:cici'])
    expect(nobody.err).toContain('there is no seller cici')
    const empty = await pasar([...asked, '--agent', 'seller: '])
    expect(empty.code).toBe(2)
  })

  it('prints one object that keeps to its schema, of both worlds', async () => {
    const day = await deciding('buyer:1', '2022-07-20')
    const asked = ['explain', BASE, BAN, ...EARLY, '--agent', 'buyer:1', '--day', day, ...SIZE]
    const told = JSON.parse((await pasar([...asked, '--json'])).out)
    expect(violations(schema as never, told)).toEqual([])
    expect(violations(schema as never, { ...told, more: 1 })).not.toEqual([])
    expect(told.explanations.map(({ scenario }: { scenario: string }) => scenario)).toEqual([
      'indonesia-2023',
      'tiktok-shop-ban',
    ])
    for (const { decisions } of told.explanations)
      for (const { options } of decisions)
        for (const { parts, total } of options) {
          const sum = parts.reduce((all: number, one: { value: number }) => all + one.value, 0)
          expect(Math.abs(sum - total)).toBeLessThan(1e-9)
        }
  })

  it('says whom a policy affects most, and when he first does something else', async () => {
    const worlds = ['explain', BASE, BAN, ...EARLY, ...SIZE]
    const { code, out } = await pasar([...worlds, '--most-affected', 'trader'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Most affected stall trader: Seller \d+\. In the [\s\S]*Rp/)
    expect(out).toMatch(/WITHOUT the policy: /)
    expect(out).toMatch(/WITH the policy: /)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    const [, seller] = /Seller (\d+)/.exec(out) ?? []
    const asked = [...worlds, '--agent', `seller:${seller}`, '--first-difference', '--json']
    const told = JSON.parse((await pasar(asked)).out)
    expect(violations(schema as never, told)).toEqual([])
    expect(told.explanations).toHaveLength(2)
    const [, day] = / on \w+, (\d+ \w+ \d+):/.exec(out) ?? []
    expect(told.explanations[0].card.title).toContain(`, ${day}:`)
    const most = await pasar([...worlds, '--most-affected', 'buyer', '--json'])
    const { affected } = JSON.parse(most.out)
    expect(affected.agent).toMatch(/^buyer:\d+$/)
    expect(affected.baseline).not.toBe(affected.policy)
  })

  it('asks the worlds of a study by its folder', async () => {
    const folder = join(temporary(), 'study')
    await pasar(['compare', BASE, BAN, ...small({ runs: 1 }), ...EARLY, '--out', folder])
    const day = await deciding('buyer:3', '2022-07-19')
    const both = ['explain', folder, '--agent', 'buyer:3', '--quiet']
    const { code, out, err } = await pasar([...both, '--day', day])
    if (code === 0) expect(out.match(/^Buyer 3 on/gm)).toHaveLength(2)
    else expect(err).toContain('buyer:3 decides nothing on')
    const wrong = await pasar(['explain', folder, 'duty', '--agent', 'buyer:3', '--day', day])
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('has no policy duty: it has tiktok-shop-ban')
    const late = await pasar([...both, '--day', '2023-10-05'])
    expect(late.code).toBe(2)
    expect(late.err).toContain('goes from 2022-07-04 to 2022-08-02')
  })

  it('tells all faults at once, each with a way out', async () => {
    const faults = async (...args: string[]) => {
      const { code, err, out } = await pasar(['explain', ...args])
      expect(code).toBe(2)
      expect(out).toBe('')
      return err
    }
    const several = await faults(
      ...[BASE, '--agent', 'buyr:1', '--day', '2023-02-30', '--lang', 'xx', '--run', '0'],
    )
    expect(several).toContain('did you mean buyer:1?')
    expect(several).toContain('2023-02 has 28 days')
    expect(several).toContain('--lang is xx')
    expect(several).toContain('--run is 0')
    const nobody = await faults(BASE, '--agent', 'buyer:90000', '--day', '2030-01-01')
    expect(nobody).toContain('there is no buyer 90000: they go from 0 to 89999')
    expect(nobody).toContain('2030-01-01 is outside the run')
    const shop = await faults(BASE, '--agent', 'platform:shopi', '--day', '2023-10-05')
    expect(shop).toContain('there is no platform shopi: did you mean shopee?')
    const missing = await faults(BASE)
    expect(missing).toContain('--agent is missing')
    expect(missing).toContain('--day is missing')
    const alone = await faults(BASE, '--most-affected', 'shop', '--first-difference')
    expect(alone).toContain('--most-affected is shop, expected one of producer, reseller')
    expect(alone).toContain('--first-difference compares two worlds: name a policy too')
    // A kind that there is none of asks for nobody and no day beside it.
    const farmer = await faults(BASE, BAN, '--most-affected', 'farmer')
    expect(farmer).toContain('--most-affected is farmer, expected one of producer, reseller')
    expect(farmer).not.toMatch(/--agent|--day/)
    const twice = await faults(
      ...[BASE, BAN, '--agent', 'buyer:1', '--most-affected', 'buyer'],
      ...['--first-difference', '--day', '2023-10-05'],
    )
    expect(twice).toContain('both say whom to ask')
    expect(twice).toContain('both say which day')
    const nowhere = await faults('nowhere.yaml', '--agent', 'x', '--day', '2023-10-05')
    expect(nowhere).toContain('nowhere.yaml')
  })

  it('says when an agent decides next', async () => {
    const next = await deciding('buyer:1', '2022-07-05')
    const [, , date] = next.split('-').map(Number)
    const before = `2022-07-${String(date - 1).padStart(2, '0')}`
    const silent = await pasar(['explain', BASE, '--agent', 'buyer:1', '--day', before, ...SIZE])
    if (date > 5) {
      expect(silent.code).toBe(2)
      expect(silent.err).toContain(`it does on ${next}`)
    }
  })
})
