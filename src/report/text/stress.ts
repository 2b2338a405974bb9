/**
 * The checklist STRESS-ABS, answered from what the code and a scenario declare. Monks et al. 2019, Strengthening the reporting of
 * empirical simulation studies: introducing the STRESS guidelines, Journal of Simulation 13(1).
 */
import { dateOfDay, dayOfDate } from '../../engine/index.ts'
import { CATALOGUE, countsOf, DAY, MEASURES, POPULATIONS } from '../../market/index.ts'
import { VERSION } from '../../study/index.ts'
import type { Described } from './odd.ts'
import { ODD_CONCEPTS, ODD_PURPOSE } from './odd-words.ts'

type Item = readonly [number: string, name: string, answer: string]

/** @returns a page of Markdown with the items of the checklist */
export const stressPage = (described: Described): string =>
  `${[
    `# STRESS-ABS: ${described.scenario.title}`,
    'Made by `pasar schema` from the declarations of the code and the values of the scenario. Longer answers are in [the description after ODD](odd.md) and in [the model](model.md).',
    ...section('1. Objectives', objectives(described)),
    ...section('2. Logic', logic(described)),
    ...section('3. Data', data(described)),
    ...section('4. Experimentation', experimentation(described)),
    ...section('5. Implementation', implementation(described)),
    ...section('6. Code access', [
      [
        '6.1',
        'Computer model sharing statement',
        `Version ${VERSION}, under the MIT licence ([LICENSE](../LICENSE)). To cite: [CITATION.cff](../CITATION.cff).`,
      ],
    ]),
  ].join('\n\n')}\n`

const section = (head: string, items: readonly Item[]): string[] => [
  `## ${head}`,
  ...items.map(([number, name, answer]) => `**${number} ${name}.** ${answer}`),
]

const listed = (names: readonly string[]): string =>
  `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** What the design concepts of ODD say. */
function concept(name: string): string {
  const found = ODD_CONCEPTS.find(([one]) => one === name)
  if (found === undefined) throw new Error(`there is no design concept ${name}`)
  return found[1]
}

const objectives = ({ scenario }: Described): Item[] => [
  ['1.1', 'Purpose of the model', ODD_PURPOSE],
  [
    '1.2',
    'Model outputs',
    `${MEASURES.length} measures, each with its unit and breakdowns ([its words](words.md)). Those that lead an answer: ${listed(
      MEASURES.filter(({ headline }) => headline !== undefined).map(({ label }) => label.en),
    )}.`,
  ],
  [
    '1.3',
    'Experimentation aims',
    scenario.question === '' ? 'A scenario without a question of its own.' : scenario.question,
  ],
]

function logic({ scenario }: Described): Item[] {
  const counts = countsOf(scenario.input)
  // Those that there are a chosen number of: the other rows are tables.
  const populations = POPULATIONS.filter(({ name }) => name in scenario.input.size)
  return [
    ['2.1', 'Base model overview diagram', 'The course of one day: [one day](guide/day.md).'],
    [
      '2.2',
      'Base model logic',
      `${DAY.length} rules in a fixed order each day: ${DAY.map(({ name }) => name).join(', ')}. ${concept('Basic principles')}`,
    ],
    [
      '2.3',
      'Scenario logic',
      `A scenario is a file that changes values, by date where it is a policy. Policies: ${CATALOGUE.map(({ name }) => name).join(', ')}. Until the day on which it parts from the baseline both are one market.`,
    ],
    ['2.4', 'Algorithms', 'Equations of every rule are in [the model](model.md) and in its file.'],
    [
      '2.5.1',
      'Components: environment',
      `${counts.regions} regions, ${counts.categories} categories of goods and ${counts.venues} venues, in ${scenario.title}.`,
    ],
    [
      '2.5.2',
      'Components: agents',
      `${populations.map(({ label, name }) => `${label} (${counts[name].toLocaleString('en')})`).join('; ')}. ${concept('Adaptation')}`,
    ],
    ['2.5.3', 'Components: interaction topology', concept('Interaction')],
    [
      '2.5.4',
      'Components: entry and exit',
      DAY.filter(({ name }) => /entry|exit/.test(name))
        .map(({ name, does }) => `${name}: ${does}.`)
        .join(' '),
    ],
  ]
}

function data({ held, targets }: Described): Item[] {
  const written = held.filter(({ place }) => place !== undefined)
  const assumed = written.filter(({ source }) => source?.startsWith('assumption') === true)
  const of = (origin: string) => targets.filter((one) => one.origin === origin).length
  const origins = [...new Set(targets.map(({ origin }) => origin))]
  return [
    [
      '3.1',
      'Data sources',
      `${targets.length} targets (${origins.map((one) => `${of(one)} ${one}`).join(', ')}) and the values below, each with its source: [sources](sources.md).`,
    ],
    [
      '3.2',
      'Pre-processing',
      'None in the program: values stand in the scenario files as they are read.',
    ],
    [
      '3.3',
      'Input parameters',
      `${held.length} values, of which the scenario writes ${written.length}; the others are the defaults of [the reference](../scenarios/REFERENCE.md).`,
    ],
    [
      '3.4',
      'Assumptions',
      `${assumed.length} of the values written are assumptions, marked so with their reasons. What the answer depends on: [sensitivity](sensitivity.md).`,
    ],
  ]
}

function experimentation({ scenario }: Described): Item[] {
  const { start, days, solveUntil } = scenario.input
  const date = (day: number) => dateOfDay(dayOfDate(start) + day)
  return [
    [
      '4.1',
      'Initialisation',
      `Agents are drawn with keys of the seed and the agent. Until ${date(solveUntil)} constants are solved from observed shares; windows of an answer begin after it or are warned of.`,
    ],
    ['4.2', 'Run length', `${days} days, from ${start} to ${date(days - 1)}, in steps of a day.`],
    [
      '4.3',
      'Estimation approach',
      `${scenario.runs} runs unless another number is asked for. Policy and baseline share the seed of each run; differences are paired by run, with 95 % intervals by Student's t. [How sure is it?](guide/how-sure.md)`,
    ],
  ]
}

const implementation = ({ scenario }: Described): Item[] => [
  ['5.1', 'Software or programming language', `TypeScript on Node.js; pasar ${VERSION}.`],
  [
    '5.2',
    'Random sampling',
    `${concept('Stochasticity')} The seed of this scenario is \`${scenario.seed}\`.`,
  ],
  [
    '5.3',
    'Model execution',
    'The same bits on any number of threads; `pasar verify` runs a study again and compares every state.',
  ],
  [
    '5.4',
    'System specification',
    'Times on machines that are named: [run times](guide/run-times.md).',
  ],
]
