/** A comparison of worlds that never part says what it does not write, and why. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { pasar, temporary } from './pasar.ts'

vi.setConfig({ testTimeout: 60_000 })

const BASE = resolve('scenarios/textbook/three-sellers.yaml')

/** Compares the three sellers with policies of these settings, over 12 days. */
async function compared(policies: readonly string[], ...more: string[]) {
  const folder = temporary()
  const files = policies.map((text, at) => {
    const file = join(folder, `policy-${at + 1}.yaml`)
    writeFileSync(file, `extends: ${BASE}\ntitle: Policy ${at + 1}\n${text}\n`)
    return file
  })
  const out = join(folder, 'out')
  const options = ['--days', '12', '--runs', '1', '--set', 'buyers.count=200', '--quiet']
  const kept = more.includes('--no-files') ? [] : ['--out', out]
  const ended = await pasar(['compare', BASE, ...files, ...options, ...kept, ...more])
  expect(ended.err).toBe('')
  expect(ended.code).toBe(0)
  const readme = existsSync(out) ? readFileSync(join(out, 'README.md'), 'utf8') : ''
  return { folder, out, readme, lines: ended.out.replace(/\s+/g, ' ') }
}

const SAME = 'venues: { market: { commission: 0 % } }'
const FEE = 'venues: { market: { commission: 5 % } }'
const UNTOLD =
  'ot written: report.html, winners.csv, switching.csv, charts of effects, because in the 12 days that were run nothing differs from three-sellers'

describe('worlds that never part', () => {
  it('are told apart from those whose effects are nought, in the terminal and in the folder', async () => {
    const { out, readme, lines } = await compared([SAME])
    expect(lines).toContain('no effects: nothing differs in the days run')
    expect(lines).toContain(`n${UNTOLD}`)
    expect(lines).not.toContain('all groups:')
    expect(readme).toContain(`N${UNTOLD}.`)
    for (const name of ['report.html', 'winners.csv', 'switching.csv', 'charts/effects.svg'])
      expect(existsSync(join(out, name)), name).toBe(false)
  })

  it('name no page that was not asked for, and no file where there is no folder', async () => {
    const plain = await compared([SAME], '--no-report')
    expect(plain.lines).toContain('not written: winners.csv, switching.csv, because')
    expect(plain.readme).not.toContain('report.html')
    const { lines } = await compared([SAME], '--no-files')
    expect(lines).toContain('no effects: nothing differs in the days run')
    expect(lines).not.toContain('not written')
  })

  it('are named beside others that part', async () => {
    const { out, readme, lines } = await compared([SAME, FEE])
    const left =
      'eft out of every table, chart and page: policy-1, because in the 12 days that were run nothing of it differs from three-sellers'
    expect(lines).toContain(`l${left}`)
    expect(lines).toContain('all groups:')
    expect(readme).toContain(`L${left}.`)
    expect(existsSync(join(out, 'report.html'))).toBe(true)
  })

  it('are not spoken of where all part', async () => {
    const { out, readme, lines } = await compared([FEE])
    expect(lines).not.toMatch(/no effects|not written|left out/)
    expect(readme).not.toMatch(/not written|left out/i)
    for (const name of ['report.html', 'winners.csv', 'switching.csv', 'charts/effects.svg'])
      expect(existsSync(join(out, name)), name).toBe(true)
  })
})
