/** The ODD description says what runs: it is made from the declarations, and the page in docs is the present one. */
import { describe, expect, it } from 'vitest'
import { DAY, MEASURES, POPULATIONS } from '../../src/market/index.ts'
import { oddPage } from '../../src/report/index.ts'
import { heldBy, readScenario } from '../../src/scenario/index.ts'
import { readTargets } from '../../src/study/index.ts'
import { read } from '../readme/blocks.ts'
import { fromDisk } from '../scenario/files.ts'

function described(path: string, targets?: string, set: readonly string[] = []) {
  const scenario = readScenario(path, fromDisk, { set })
  const wanted = targets === undefined ? undefined : readTargets(targets, fromDisk)
  if (!scenario.ok || wanted?.ok === false) throw new Error('unreadable')
  return {
    scenario: scenario.scenario,
    held: heldBy(scenario),
    targets: wanted?.file.targets ?? [],
  }
}

const country = () =>
  described('scenarios/indonesia-2023.yaml', 'scenarios/studies/targets-2023.yaml')

const elements = (page: string) => [...page.matchAll(/^## (.+)$/gm)].map(([, head]) => head)

describe('an ODD description', () => {
  const page = oddPage(country())

  it('is the one in docs', () => {
    expect(page === read('docs/odd.md'), 'docs/odd.md is out of date: npm run schema').toBe(true)
  })

  it('has the seven elements of the protocol and its eleven design concepts, in order', () => {
    expect(elements(page)).toEqual([
      '1. Purpose and patterns',
      '2. Entities, state variables and scales',
      '3. Process overview and scheduling',
      '4. Design concepts',
      '5. Initialization',
      '6. Input data',
      '7. Submodels',
    ])
    expect([...page.matchAll(/^\*(.+)\.\* /gm)].map(([, concept]) => concept)).toEqual([
      ...['Basic principles', 'Emergence', 'Adaptation', 'Objectives', 'Learning', 'Prediction'],
      ...['Sensing', 'Interaction', 'Stochasticity', 'Collectives', 'Observation'],
    ])
  })

  it('names every rule in the order of the day, every state variable and every measure', () => {
    const heads = [...page.matchAll(/^### (.+)$/gm)].map(([, head]) => head)
    const names = DAY.map(({ name }) => name)
    expect(heads.filter((head) => names.includes(head))).toEqual(names)
    const missing = POPULATIONS.flatMap(({ columns }) => Object.values(columns)).filter(
      ({ name, label }) => !page.includes(`| ${name} | ${label} |`),
    )
    expect(missing).toEqual([])
    expect(MEASURES.filter(({ label }) => !page.includes(label.en))).toEqual([])
  })

  it('has rows of as many cells as its heads', () => {
    const tables = page
      .trimEnd()
      .split('\n\n')
      .filter((part) => part.startsWith('|'))
    expect(tables.length).toBeGreaterThan(60)
    for (const table of tables) {
      const cells = table.split('\n').map((row) => row.replaceAll('\\|', '').split('|').length)
      expect(new Set(cells).size, table.slice(0, 200)).toBe(1)
    }
  })

  it('tells the values of its own scenario', () => {
    const set = ['venues.shopee.commission=7 %']
    const other = oddPage(described('scenarios/tiktok-shop-ban.yaml', undefined, set))
    expect(other).toContain('| venues.shopee.commission.fashion | ')
    expect(other).toMatch(/\| venues\.shopee\.commission\.\w+ \| [^|]+ \| 0\.07 \|/)
    expect(other).toMatch(/\| policies\.closure\.effective \| /)
    expect(page).not.toContain('policies.closure.effective')
  })

  it('of a textbook market has no pattern that was seen', () => {
    const small = oddPage(described('scenarios/textbook/duopoly.yaml'))
    expect(small).toContain('No pattern that was seen')
    expect(elements(small)).toEqual(elements(page))
  })
})
