/**
 * The gallery: twelve questions on a page each, in English and Indonesian, written from answers that are kept and from the studies of
 * scenarios/studies/results. What was assumed, what came out with its uncertainty of chance, of parameters and of structure, each for
 * itself, and what would change it; what was not computed is said.
 */
import { policyCalled } from '../../src/market/index.ts'
import { readScenario } from '../../src/node/library.ts'
import {
  amountText,
  differenceWords,
  formatDate,
  formatEffect,
  formatValue,
  type Language,
  labelsIn,
  labelsOf,
  policyName,
  said,
  sourceSaid,
  windowName,
} from '../../src/report/index.ts'
import { describeDifferences, type Scenario } from '../../src/scenario/index.ts'
import { isFew } from '../../src/study/index.ts'
import type { Answers, Found, FoundLevel, FoundTarget } from './found.ts'
import { nameOfFile } from './found.ts'
import { type Kept, keptStudies } from './kept-studies.ts'
import { BASELINE, PAGES, type Page, ROWS, type Row } from './questions.ts'
import { galleryWords, plain } from './words.ts'

/** Lines of what differs that a page shows of a scenario. */
const MOST = 6

/** Effects that the first sentence of an answer names. */
const IN_SHORT = 4

/** Path and text of every page, and of the two lists of all. */
export function galleryPages(answers: Answers): Record<string, string> {
  const studies = keptStudies()
  const entries = (['en', 'id'] as const).flatMap((language) => [
    [`${folderOf(language)}/index.md`, listPage(answers, language)] as const,
    ...PAGES.map(
      (page) =>
        [
          `${folderOf(language)}/${page.name}.md`,
          pageText(page, answers, studies, language),
        ] as const,
    ),
  ])
  return Object.fromEntries(entries)
}

const folderOf = (language: Language) => (language === 'en' ? 'docs/gallery' : 'docs/id/gallery')

/** From a page of the gallery to a file of the project. */
const fromPage = (file: string, language: Language) =>
  `${language === 'en' ? '../..' : '../../..'}/${file}`

function listPage(answers: Answers, language: Language): string {
  const say = galleryWords[language]
  const lines = PAGES.map((page) => {
    const { title, question } = page[language]
    return `| [${title}](${page.name}.md) | ${question} | ${page.rows.join(', ')} |`
  })
  return [
    `# ${say.gallery}`,
    '',
    say.opening(made(answers, language)),
    '',
    `| ${say.columns.join(' | ')} |`,
    '|---|---|---|',
    ...lines,
    '',
    `[${say.other}](${language === 'en' ? '../id/gallery/index.md' : '../../gallery/index.md'})`,
    '',
  ].join('\n')
}

const made = ({ version, size, runs }: Answers, language: Language): string =>
  galleryWords[language].made(version, galleryWords[language].sizes[size], runs)

function pageText(
  page: Page,
  answers: Answers,
  studies: readonly Kept[],
  language: Language,
): string {
  const say = galleryWords[language]
  const { title, question, assumes } = page[language]
  const rows = ROWS.filter(({ row }) => page.rows.includes(row))
  const found = answers.rows.filter(({ row }) => page.rows.includes(row))
  const scenarios = scenariosOf(rows)
  const names = scenarios.map(({ scenario }) => scenario.name)
  return [
    `# ${title}`,
    '',
    `**${question}**`,
    '',
    say.rows(page.rows, language === 'en' ? '../seeds.md' : '../../seeds.md'),
    '',
    `## ${say.assumed}`,
    '',
    ...(assumes === undefined ? [] : [assumes, '']),
    ...scenarios.flatMap((one) => assumedText(one, language)),
    `## ${say.answer}`,
    '',
    ...answerText(found, language),
    `## ${say.sure}`,
    '',
    `- **${say.chance.title}** ${say.chance.text(answers.runs)}`,
    ...studies.flatMap((study) => study.sure(names, language)),
    '',
    `## ${say.change}`,
    '',
    ...changeText(scenarios, studies, language),
    `## ${say.again}`,
    '',
    '```console',
    ...scenarios.map(({ baseline, file }) =>
      file === baseline
        ? `$ node dist/pasar.js run ${file}`
        : `$ node dist/pasar.js compare ${baseline} ${file}`,
    ),
    '```',
    '',
    `${made(answers, language)} [${say.back}](index.md)`,
    '',
  ].join('\n')
}

interface Asked {
  readonly file: string
  readonly baseline: string
  readonly scenario: Scenario
}

/** Every scenario that rows read, once, with what it is compared with. */
function scenariosOf(rows: readonly Row[]): Asked[] {
  const asked = rows.flatMap(({ read, levels = [], baseline = BASELINE, targets }) => [
    ...read.map(([file, , , , other]) => ({ file, baseline: other ?? baseline })),
    ...levels.map(([file]) => ({ file, baseline: file })),
    ...(targets === undefined ? [] : [{ file: BASELINE, baseline: BASELINE }]),
  ])
  const once = asked.filter(({ file }, at) => asked.findIndex((one) => one.file === file) === at)
  return once.map((one) => ({ ...one, scenario: readScenario(one.file) }))
}

function assumedText({ file, baseline, scenario }: Asked, language: Language): string[] {
  const say = galleryWords[language]
  const title = language === 'en' ? scenario.title : scenario.indonesian.title
  const head = `**${title}** ([${scenario.name}](${fromPage(file, language)}))`
  if (file === baseline) return [`${head}: ${say.alone}`, '']
  const before = readScenario(baseline)
  const lines =
    language === 'en'
      ? describeDifferences(before.input, scenario.input)
      : describeDifferences(before.input, scenario.input, differenceWords)
  const against = `[${before.name}](${fromPage(baseline, language)})`
  return [
    `${head}, ${say.against} ${against}.`,
    '',
    '<details>',
    `<summary>${say.values}</summary>`,
    '',
    ...lines.slice(0, MOST).map((line) => `- \`${line.replaceAll('`', '')}\``),
    ...(lines.length > MOST ? [`- ${say.more(lines.length - MOST)}`] : []),
    '',
    '</details>',
    '',
  ]
}

function answerText(found: Answers['rows'], language: Language): string[] {
  const say = galleryWords[language]
  const effects = found.flatMap((row) => row.effects)
  const levels = found.flatMap((row) => row.levels)
  const targets = found.flatMap((row) => row.targets)
  const told = sentences(effects, language)
  return [
    ...(told.length === 0 ? [] : [told.join(' '), '']),
    ...(effects.length === 0
      ? []
      : [
          `| ${say.effects.join(' | ')} |`,
          '|---|---|---:|---:|---|',
          ...effects.map((effect) => effectLine(effect, language)),
          '',
        ]),
    ...(levels.length + targets.length === 0
      ? []
      : [
          `| ${say.levels.join(' | ')} |`,
          '|---|---:|---:|',
          ...levels.map((level) => levelLine(level, language)),
          ...targets.map((target) => targetLine(target, language)),
          '',
        ]),
  ]
}

const titles = new Map<string, Scenario>()

function effectLine(effect: Found, language: Language): string {
  const { name, amount, where, interval, percent } = textOf(effect, language)
  const cells = [name, where, amount + (percent === '' ? '' : ` (${percent})`), interval]
  return `| ${[...cells, galleryWords[language].tells[tellOf(effect)]].join(' | ')} |`
}

/** What a number is called, where it holds, and what it is, in words that a sentence and a table share. */
function textOf(effect: Found, language: Language) {
  const say = galleryWords[language]
  const labels = labelsIn(language, labelsOf([scenarioCalled(effect.scenario)]))
  // A share of something is told in percentage points.
  const share = /^share\b/.test(effect.unit)
  const text = formatEffect(share ? { ...effect, unit: 'share' } : effect, language, labels)
  const of = effect.group === 'all' ? '' : `, ${text.group}`
  const sign = /^[+−]/.exec(text.difference)?.[0] ?? ''
  const size = text.difference.slice(sign.length)
  const unit = say.units[text.unit] ?? text.unit
  return {
    name: `${text.measure}${of}`,
    amount: sign + (share ? `${size} ${say.points}` : amountText(size, unit, language)),
    interval: text.interval,
    percent: /[1-9]/.test(text.percent) ? text.percent : '',
    where: placeOf(effect, language),
  }
}

/** The title of a scenario, what it is compared with where that is no baseline, and the days. */
function placeOf({ scenario, against, window, from, to }: Found, language: Language): string {
  const say = galleryWords[language]
  const titleOf = (name: string) => {
    const { title, indonesian } = scenarioCalled(name)
    return language === 'en' ? title : indonesian.title
  }
  const other =
    against === undefined || `scenarios/${against}.yaml` === BASELINE
      ? ''
      : `, ${say.against} ${titleOf(against)}`
  const days = `${formatDate(from, language)} – ${formatDate(to, language)}`
  return `${titleOf(scenario)}${other}; ${windowName(window, language)}, ${days}`
}

type Tells = 'clear' | 'unclear' | 'exact' | 'few' | 'none'

/** What the interval of chance leaves of an effect. */
function tellOf(effect: Found): Tells {
  const { low, high } = effect
  if (isFew(effect)) return 'few'
  if (!Number.isFinite(low) || !Number.isFinite(high)) return 'none'
  if (low === high) return 'exact'
  return low <= 0 && high >= 0 ? 'unclear' : 'clear'
}

/** The numbers that answer most clearly, in a sentence, and how many cannot be told. */
function sentences(effects: readonly Found[], language: Language): string[] {
  const say = galleryWords[language]
  const clear = effects
    .filter((effect) => ['clear', 'exact'].includes(tellOf(effect)) && effect.difference !== 0)
    .sort((one, other) => certainty(other) - certainty(one))
    .slice(0, IN_SHORT)
    .map((effect) => textOf(effect, language))
  const places = new Set(clear.map(({ where }) => where))
  // Where all hold in one place, it is said once.
  const [place] = places.size === 1 ? places : ['']
  const numbers = clear.map(({ name, amount, percent, where }) => {
    const change = percent === '' ? '' : ` (${percent})`
    return `${name} ${amount}${change}${place === '' ? ` (${where})` : ''}`
  })
  const unclear = effects.filter((effect) => tellOf(effect) === 'unclear')
  const names = [...new Set(unclear.map((effect) => textOf(effect, language).name))]
  return [
    ...(numbers.length > 0
      ? [`${place === '' ? '' : `${place}. `}${say.short} ${numbers.join('; ')}.`]
      : []),
    ...(unclear.length > 0 ? [say.undetected(unclear.length, effects.length, names)] : []),
  ]
}

/** By how many half intervals an effect is away from nought. */
const certainty = ({ difference, low, high }: Found): number =>
  Math.abs(difference) / Math.max((high - low) / 2, Number.MIN_VALUE)

function levelLine(level: FoundLevel, language: Language): string {
  const shown = (value: number) => formatValue(value, level.unit, language)
  const labels = labelsIn(language, labelsOf([scenarioCalled(level.scenario)]))
  const name = formatEffect({ ...asEffect(level) }, language, labels)
  const of = level.group === 'all' ? '' : `, ${name.group}`
  return `| ${name.measure}${of} (${level.scenario}) | ${shown(level.mean)} | ${Number.isFinite(level.low) ? `${shown(level.low)} … ${shown(level.high)}` : '–'} |`
}

const asEffect = (level: FoundLevel) => ({
  ...level,
  ...{ baseline: level.mean, policy: level.mean, difference: 0, low: 0, high: 0 },
})

function targetLine({ what, unit, mean, low, high }: FoundTarget, language: Language): string {
  const { times, units, targets } = galleryWords[language]
  const of = unit === 'ratio' ? times : (units[unit] ?? unit)
  const [middle, from, to] = [mean, low, high].map((one) =>
    plain(Number(one.toPrecision(3)), language),
  )
  return `| ${targets[what] ?? what} (indonesia-2023) | ${middle}${of.startsWith('%') && language === 'id' ? '' : ' '}${of} | ${from} … ${to} |`
}

function changeText(
  scenarios: readonly Asked[],
  studies: readonly Kept[],
  language: Language,
): string[] {
  const say = galleryWords[language]
  const names = scenarios.map(({ scenario }) => scenario.name)
  const studied = studies.flatMap((study) => study.change(names, language))
  const settings = scenarios.flatMap((one) => settingLines(one, language))
  return [
    ...(studied.length > 0 ? [say.studied, '', ...studied, ''] : [say.unstudied, '']),
    ...(settings.length > 0 ? [say.settings, '', ...settings, ''] : []),
  ]
}

/** The settings of its policies that are assumed, with what their range rests on. */
function settingLines({ scenario, baseline }: Asked, language: Language): string[] {
  const before = JSON.stringify(readScenario(baseline).input.policies)
  return scenario.input.policies
    .filter((one) => !before.includes(JSON.stringify(one)))
    .flatMap(({ policy, settings }) => {
      const declared = policyCalled(policy)
      if (declared === undefined) return []
      return Object.entries(declared.settings)
        .filter(([, { grade }]) => grade === 'assumption')
        .map(([setting, parameter]) => {
          const { label, source } = parameter
          const unit = 'unit' in parameter ? parameter.unit : ''
          const name = language === 'en' ? label : declared.indonesian.settings[setting]
          const of = unit === 'share' || unit === '' ? '' : ` ${said(unit, language)}`
          const written = settings[setting]
          const value = `${typeof written === 'number' ? plain(written, language) : said(written, language)}${of}`
          return `- ${scenario.name}, ${policyName(policy, language)}: ${name} **${value}**; ${sourceSaid(source, language)}`
        })
    })
}

function scenarioCalled(name: string): Scenario {
  const file = ROWS.flatMap(({ read, levels = [], baseline = BASELINE }) => [
    ...[...read, ...levels].map(([one]) => one),
    ...read.flatMap(([, , , , other]) => other ?? []),
    baseline,
  ]).find((one) => nameOfFile(one) === name)!
  const known = titles.get(name) ?? readScenario(file)
  titles.set(name, known)
  return known
}
