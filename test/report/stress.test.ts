/** The checklist STRESS-ABS has all its items, and the page in docs is the present one. */
import { describe, expect, it } from 'vitest'
import { CATALOGUE, DAY, MEASURES } from '../../src/market/index.ts'
import { stressPage } from '../../src/report/index.ts'
import { heldBy, readScenario } from '../../src/scenario/index.ts'
import { readTargets } from '../../src/study/index.ts'
import { read } from '../readme/blocks.ts'
import { fromDisk } from '../scenario/files.ts'

const ITEMS = [
  ...['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '2.5.1', '2.5.2', '2.5.3', '2.5.4'],
  ...['3.1', '3.2', '3.3', '3.4', '4.1', '4.2', '4.3', '5.1', '5.2', '5.3', '5.4', '6.1'],
]

describe('the checklist STRESS-ABS', () => {
  const scenario = readScenario('scenarios/indonesia-2023.yaml', fromDisk, { set: [] })
  const targets = readTargets('scenarios/studies/targets-2023.yaml', fromDisk)
  if (!scenario.ok || !targets.ok) throw new Error('unreadable')
  const page = stressPage({
    scenario: scenario.scenario,
    held: heldBy(scenario),
    targets: targets.file.targets,
  })

  it('is the one in docs', () => {
    const now = page === read('docs/stress-abs.md')
    expect(now, 'docs/stress-abs.md is out of date: npm run schema').toBe(true)
  })

  it('answers every item, in order', () => {
    const found = [...page.matchAll(/^\*\*([\d.]+) [^*]+\.\*\* (.*)$/gm)]
    expect(found.map(([, number]) => number)).toEqual(ITEMS)
    for (const [, number, answer] of found) expect(answer.length, number).toBeGreaterThan(20)
    expect(page).not.toMatch(/undefined|NaN/)
  })

  it('takes its answers from declarations', () => {
    for (const { name } of [...DAY, ...CATALOGUE]) expect(page).toContain(name)
    for (const { headline, label } of MEASURES) if (headline) expect(page).toContain(label.en)
    expect(page).toContain(`${targets.file.targets.length} targets`)
  })
})
