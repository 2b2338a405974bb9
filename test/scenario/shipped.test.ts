import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { dateOfDay, dayOfDate, type FieldOf } from '../../src/engine/index.ts'
import {
  border,
  CATALOGUE,
  categories,
  given,
  households,
  type MarketInput,
  nests,
  regions,
  rowOf,
  sellerList,
  TABLES,
  venues,
} from '../../src/market/index.ts'
import {
  forkOf,
  formatFinding,
  heldBy,
  jsonSchema,
  parameterIndex,
  readScenario,
  referencePage,
  unpaired,
} from '../../src/scenario/index.ts'
import {
  type Effect,
  factsSchema,
  fitSchema,
  mainWindow,
  readDraws,
  readFacts,
  readFitFile,
  readStudyFile,
  readTargets,
  studySchema,
  targetsSchema,
} from '../../src/study/index.ts'
import { fromDisk, shipped } from './files.ts'
import { violations } from './json-schema.ts'

function load(path: string) {
  const result = readScenario(path, fromDisk)
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'))
  return result
}

describe.each(shipped)('%s', (path) => {
  const file = fromDisk(path)
  const text = file !== undefined && 'text' in file ? file.text : ''

  it('has no findings', () => {
    const result = readScenario(path, fromDisk)
    expect(result.ok ? '' : result.findings.map(formatFinding).join('\n')).toBe('')
  })

  it('names the schema on its first line and follows it', () => {
    const up = path.split('/').length > 2 ? '..' : '.'
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${up}/schema.json`)
    expect(violations(jsonSchema(), parse(text))).toEqual([])
  })
})

/** Files of scenarios/studies that say what varies, and lists of targets. */
const studies = readdirSync('scenarios/studies')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `scenarios/studies/${name}`)
const isTargets = (path: string) => /targets-[^/]*$/.test(path)
const isFit = (path: string) => /fit-[^/]*$/.test(path)
const isFacts = (path: string) => /facts-[^/]*$/.test(path)

describe('targets files', () => {
  it.each(studies.filter(isTargets))('%s has no findings and speaks Indonesian', (path) => {
    const { text } = fromDisk(path) as { text: string }
    const read = readTargets(path, fromDisk)
    expect(read.ok ? '' : read.findings.map(formatFinding).join('\n')).toBe('')
    if (read.ok) expect(read.file.indonesian).not.toBe(read.file.title)
    expect(violations(targetsSchema(), parse(text))).toEqual([])
  })
})

describe('facts files', () => {
  it.each(studies.filter(isFacts))('%s has no findings and speaks Indonesian', (path) => {
    const { text } = fromDisk(path) as { text: string }
    const read = readFacts(path, fromDisk)
    expect(read.ok ? '' : read.findings.map(formatFinding).join('\n')).toBe('')
    if (read.ok) {
      const { title, indonesian, facts } = read.facts
      expect(indonesian.title).not.toBe(title)
      expect(facts.filter((fact) => fact.indonesian === fact.what).map(({ what }) => what)).toEqual(
        [],
      )
    }
    expect(violations(factsSchema(), parse(text))).toEqual([])
  })
})

describe('fit files', () => {
  it.each(studies.filter(isFit))('%s has no findings and speaks Indonesian', (path) => {
    const { text } = fromDisk(path) as { text: string }
    const read = readFitFile(path, fromDisk)
    expect(read.ok ? '' : read.findings.map(formatFinding).join('\n')).toBe('')
    if (!read.ok) return
    const { title, indonesian } = read.fit.experiment
    expect(indonesian.title).not.toBe(title)
    expect(violations(fitSchema(), parse(text))).toEqual([])
  })
})

describe('the draws of the fit that comes with the program', () => {
  it('are of the baseline, with weights that add up to 1', () => {
    const { text } = fromDisk('scenarios/studies/results/fit-2023/draws.csv') as { text: string }
    const read = readDraws(text, heldBy(load('scenarios/indonesia-2023.yaml')))
    expect(read.ok ? '' : read.fault).toBe('')
    if (!read.ok) return
    expect(read.draws.length).toBeGreaterThanOrEqual(300)
    expect(read.draws.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
    load('scenarios/studies/results/fit-2023/fitted.yaml')
  })
})

describe('study files', () => {
  it.each(studies.filter((path) => ![isTargets, isFacts, isFit].some((is) => is(path))))(
    '%s has no findings and speaks Indonesian',
    (path) => {
      const read = readStudyFile(path, fromDisk)
      expect(read.ok ? '' : read.findings.map(formatFinding).join('\n')).toBe('')
      if (!read.ok) return
      const { title, indonesian } = read.experiment
      expect(indonesian.title).not.toBe(title)
      const { text } = fromDisk(path) as { text: string }
      expect(violations(studySchema(), parse(text))).toEqual([])
    },
  )
})

/** Scenarios that change something of the country's baseline, each with it. */
const overlays = shipped.filter(
  (path) => /policies|clusters|ban/.test(path) && !/placebo-baseline/.test(path),
)

describe('the main window', () => {
  it.each(overlays)('of %s is named by it or begins after what it changes', (path) => {
    const { scenario } = load(path)
    const base = load(
      path.includes('placebo')
        ? 'scenarios/policies/placebo-baseline.yaml'
        : 'scenarios/indonesia-2023.yaml',
    ).scenario
    if (unpaired(base.input, scenario.input).length > 0) return
    const fork = forkOf(base.input, scenario.input)
    const none = { difference: 0 } as Effect
    const windows = scenario.windows.map(({ name, from, to }) => ({
      scenario: scenario.name,
      window: name,
      from: dateOfDay(dayOfDate(scenario.input.start) + from),
      to: dateOfDay(dayOfDate(scenario.input.start) + to - 1),
      effects: [none],
    }))
    const main = mainWindow(windows, scenario, fork)!
    expect(main.to >= dateOfDay(dayOfDate(scenario.input.start) + fork), main.window).toBe(true)
    expect(main.from >= '2023-09-26' || path.includes('placebo') || fork < 400, main.window).toBe(
      true,
    )
  })
})

describe('scenarios of the country', () => {
  it.each(shipped.filter((path) => !path.includes('textbook')))('%s speaks Indonesian', (path) => {
    const { title, question, indonesian } = load(path).scenario
    if (path !== 'scenarios/indonesia-2023.yaml') expect(indonesian.title).not.toBe(title)
    expect(indonesian.question).not.toBe(question)
  })
})

describe('the country', () => {
  const { input, scenario } = load('scenarios/indonesia-2023.yaml')

  it('has a source and a grade for every number', () => {
    expect(scenario.numbers.length).toBeGreaterThan(300)
    expect(scenario.numbers.filter(({ source, grade }) => !source || !grade)).toEqual([])
  })

  it('calls no region by the name of a place whose people it does not have', () => {
    const people = (name: string) =>
      given(input, regions, rowOf(input, 'regions', name), 'buyerShare') *
      input.size.buyers *
      given(input, households, 0, 'weight')
    const text = fromDisk('scenarios/indonesia-2023.yaml')
    const said = text && 'text' in text ? text.text.replace(/\n# /g, ' ') : ''
    for (const { name, label } of input.tables.regions.slice(0, 4)) {
      expect(label).toMatch(/ like /)
      const place = label.split(' ').at(-1)
      const millions = String(Number((people(name) / 1e6).toFixed(1)))
      expect(said).toMatch(new RegExp(`${place} (stands )?for ${millions.replace('.', '\\.')}\\b`))
    }
  })

  it('runs 912 days from a Monday, to the end of 2024', () => {
    expect(input).toMatchObject({ start: '2022-07-04', days: 912, solveUntil: 431 })
    expect(dateOfDay(dayOfDate(input.start) + input.solveUntil)).toBe('2023-09-08')
  })

  // Beauty and household goods land dearer than the first estimates of 13 and 26, so that mean prices are those of the targets.
  it('lands imports at the costs that it says', () => {
    const atBorder = (field: FieldOf<typeof border.fields>) => given(input, border, 0, field)
    const landed = ['fashion', 'craft', 'food', 'beauty', 'household', 'electronics'].map(
      (name) => {
        const of = (field: FieldOf<typeof categories.fields>) =>
          given(input, categories, rowOf(input, 'categories', name), field)
        const taxed =
          of('borderValue') * (1 + of('dutyRate')) * (1 + atBorder('vat') + atBorder('incomeTax'))
        const evaded = of('borderValue') * (1 + atBorder('evasion'))
        return (
          atBorder('compliance') * taxed +
          (1 - atBorder('compliance')) * evaded +
          atBorder('handling')
        )
      },
    )
    expect(landed.map((cost) => Math.round(cost * 100) / 100)).toEqual([
      20, 18, 8, 13.89, 27.25, 170,
    ])
  })

  it('leaves of planned occasions to saving what the model says', () => {
    const saved = input.tables.categories.map(
      ({ values }) => 1 - (values.nestShare as number[]).reduce((total, share) => total + share, 0),
    )
    expect(saved.map((share) => Number(share.toFixed(6)))).toEqual([
      0.15, 0.15, 0.15, 0.18, 0.23, 0.2,
    ])
  })
})

describe('closure-nested', () => {
  it('has the shares of its comment', () => {
    const { input } = load('scenarios/textbook/closure-nested.yaml')
    expect(shares(input).map((share) => Number(share.toFixed(9)))).toEqual([0.05, 0.18, 0.12, 0.3])
  })
})

/** Shares of occasions of a textbook market with one fixed price a venue: nested logit, classical form. */
function shares(input: MarketInput): number[] {
  const alpha = given(input, households, 0, 'priceSensitivity')
  const rows = input.tables.sellers.map(({ values }, seller) => {
    const nest = given(input, venues, Number(values.venue), 'nest')
    const utility =
      given(input, sellerList, seller, 'quality') -
      alpha * given(input, sellerList, seller, 'price')
    return { nest, scaled: Math.exp(utility * given(input, nests, nest, 'tasteScale')) }
  })
  const inside = input.tables.nests.map((_, nest) =>
    rows.filter((row) => row.nest === nest).reduce((total, { scaled }) => total + scaled, 0),
  )
  const worth = inside.map((sum, nest) =>
    Math.exp(
      given(input, nests, nest, 'dissimilarity') * Math.log(sum) +
        given(input, categories, 0, 'constants', nest),
    ),
  )
  const all = worth.reduce(
    (total, one) => total + one,
    Math.exp(given(input, categories, 0, 'outside')),
  )
  return rows.map(({ nest, scaled }) => (scaled / inside[nest]) * (worth[nest] / all))
}

describe('documents', () => {
  const index = parameterIndex()

  it('list every field and setting once', () => {
    const fields = TABLES.reduce((total, { fields }) => total + Object.keys(fields).length, 0)
    const settings = CATALOGUE.reduce(
      (total, { settings }) => total + Object.keys(settings).length,
      0,
    )
    expect(new Set(index.map(({ path }) => path)).size).toBe(index.length)
    expect(index.length).toBeGreaterThanOrEqual(fields + settings)
    expect(index.find(({ path }) => path === 'venues.*.commission.*')).toMatchObject({
      default: 0,
      range: [0, 0.5],
      grade: 'given',
    })
  })

  it('describe every field with unit, default, range, source and confidence', () => {
    const page = referencePage()
    for (const { path, label } of index) expect(page).toContain(`| \`${path}\` | ${label} |`)
    expect(page).toContain(
      '| share of price | 0 | 0 to 0.5 | given: what the platform says, with its notice beside it in the scenario | given |',
    )
    expect(JSON.stringify(jsonSchema())).toContain(
      'share of price, 0 to 0.5, by row of categories; default 0',
    )
  })

  it('refuse in the editor what the reader refuses', () => {
    const wrong = [
      { titel: 'x' },
      { venues: { shop: { comission: 1 } } },
      { venues: { shop: { 'flat-fee': -1 } } },
      { policies: [{ clozure: {} }] },
      { policies: [{ closure: { venue: 'shop', announced: 'soon', effective: '2024-01-01' } }] },
      { calendar: { start: 'monday' } },
      { kinds: { baker: {} } },
      { sellers: [{ cost: 3 }] },
    ]
    const other = { policies: [{ 'live-levy': { rate: 0.1 } }] }
    expect(violations(jsonSchema(), { ...other, use: './levy.ts' })).toEqual([])
    expect(violations(jsonSchema(), other)).not.toEqual([])
    for (const scenario of wrong) expect(violations(jsonSchema(), scenario)).not.toEqual([])
  })
})
