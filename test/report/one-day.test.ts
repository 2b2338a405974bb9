/** Studies of a day or two: what has no value or no length is not drawn. */
import { describe, expect, it } from 'vitest'
import { readStudy } from '../../src/cli/scenarios.ts'
import { compare } from '../../src/index.ts'
import { reportOf } from '../../src/report/index.ts'
import { fingerprint } from '../../src/scenario/index.ts'

const BASE = 'scenarios/indonesia-2023.yaml'

describe.each([1, 2])('a study of %d days', (days) => {
  it('has no label that is no number', { timeout: 60_000 }, async () => {
    const { scenarios } = readStudy({ scale: '0.02', days: `${days}` }, [BASE])
    const [baseline] = scenarios
    const dear = readStudy(
      { scale: '0.02', days: `${days}`, set: ['venues.lazada.commission=9%'] },
      [BASE],
    ).scenarios[0]
    const policy = { ...dear, name: 'dear', fingerprint: fingerprint(dear.input) }
    const answer = await compare(baseline, policy, { runs: 1 })
    const about = { fingerprint: '', command: [], date: '2026-01-01', platform: '', runtime: '' }
    const { charts, page } = await reportOf(answer, { language: 'en', ...about })
    for (const { name, svg } of charts) expect(svg, name).not.toMatch(/NaN|Infinity|undefined/)
    const text = page!.replace(/<script>.*?<\/script>/gs, '')
    expect(text).not.toMatch(/NaN|Infinity|undefined/)
    expect(charts.some(({ name }) => name === 'sales')).toBe(days > 1)
  })
})
