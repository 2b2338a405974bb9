/** The pages about speed and size, made from what the bench found. */
import type { BenchFile, MeasuredPart } from './file.ts'
import { markdown, told } from './table.ts'

const TOP = `<!-- Written by npm run bench -- --pages. What is changed by hand is lost. -->\n`

const machineLine = ({ machine }: BenchFile): string => {
  const { cpu, cores, memory, node, platform } = machine
  return `${cpu}, ${cores} cores, ${told(memory)} GiB, ${platform}, Node ${node}.`
}

const section = (part: MeasuredPart): string[] => [
  `## ${part.name}`,
  '',
  `${part.about}. Pasar ${part.version}, ${part.date.slice(0, 16).replace('T', ' ')} UTC; processes that wanted a core` +
    ` in the last minute of it: ${told(part.load)}.${part.against === undefined ? '' : ` Ratios are against version ${part.against}, measured turn by turn in the same run.`}`,
  '',
  ...(part.figures.length > 0
    ? markdown(part)
    : ['Not measured: what it needs is not installed here.']),
  '',
]

/** Parts that stand on the page about size. */
const OF_SIZE = ['scale', 'effects']

export function performancePage(file: BenchFile): string {
  const parts = file.parts.filter(({ name }) => !OF_SIZE.includes(name))
  return [
    ...[TOP, '# Speed', ''],
    'What `npm run bench` found last, part by part. Absolute figures belong to one machine and one moment. Where more',
    'processes wanted a core than there are, times by the clock are those of a busy machine: read processor time and',
    'ratios, which were measured turn by turn.',
    ...['', machineLine(file), ''],
    ...parts.flatMap(section),
    '[Markets of other sizes](scale.md) · [run times of commands](guide/run-times.md)',
    '',
  ].join('\n')
}

export function scalePage(file: BenchFile): string {
  const parts = file.parts.filter(({ name }) => OF_SIZE.includes(name))
  return [
    ...[TOP, '# Size', ''],
    'An agent stands for many people or firms: at scale 1, as the market is shipped, 90,000 buyers, 10,000 sellers and 1,200',
    'creators. `--scale` multiplies them, and each then stands for fewer. What that costs, and what it changes in the answer:',
    ...['', machineLine(file), ''],
    ...parts.flatMap(section),
    'Effects of markets of different sizes are of different agents, so that they are not paired: their intervals, which cover chance',
    'between seeds, are to be laid beside each other. The state at 1:1 is the sum of all columns at as many rows, with no listing',
    'left out and every number as wide as it is now; no market of that size was run.',
    '',
    '[Speed](performance.md)',
    '',
  ].join('\n')
}
