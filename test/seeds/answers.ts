/**
 * Computes what the model answers to every row of the articles, with intervals, and writes docs/gallery/answers.json, from which the table
 * of docs/seeds.md and the pages of docs/gallery follow. Runs every scenario named in questions.ts against its baseline at
 * the default size, or as told on the command line (e.g. --quick --runs 4), or only some
 * rows (--rows M1,M12). With --pages nothing is run: pages are written anew.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type Answer,
  cacheOptions,
  calibrate,
  compare,
  folderBaselines,
  onThreads,
  readScenario,
  readTargets,
  run,
  VERSION,
} from '../../src/node/library.ts'
import { intervalOf, type Level } from '../../src/study/index.ts'
import { type Answers, type Found, nameOfFile, parsed, written } from './found.ts'
import { galleryPages } from './gallery.ts'
import { BASELINE, type Read, type ReadLevel, ROWS, type Row } from './questions.ts'
import { withTable } from './table.ts'

const KEPT = 'docs/gallery/answers.json'

/** As `pasar` takes them: `--quick --runs 4`. */
const { quick, runs, pages, rows } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    runs: { type: 'string' },
    pages: { type: 'boolean', default: false },
    rows: { type: 'string' },
  },
}).values

const pairOf = ([file, , , , baseline]: Read, row: Row) => ({
  file,
  baseline: baseline ?? row.baseline ?? BASELINE,
})

const keyOf = (scenario: string, baseline: string) => `${scenario} against ${baseline}`

async function computed(wanted: readonly Row[]): Promise<Answers> {
  /** Threads are started once, and a baseline is run once, for all questions. */
  const runner = onThreads(2)
  const asked = {
    runner,
    baselines: folderBaselines(cacheOptions()),
    runs: runs === undefined ? (quick ? 4 : undefined) : Number(runs),
  }
  const read = (file: string) => readScenario(file, { quick })

  const reads = wanted.flatMap((row) => row.read.map((one) => ({ one, ...pairOf(one, row) })))
  const found = new Map<string, Found[]>()
  let made = 0
  for (const baseline of new Set(reads.map((one) => one.baseline))) {
    const files = [
      ...new Set(reads.filter((one) => one.baseline === baseline).map(({ file }) => file)),
    ]
    const answer = await compare(read(baseline), files.map(read), asked)
    made = answer.question.runs ?? made
    for (const effect of effectsOf(answer)) {
      const key = keyOf(effect.scenario, nameOfFile(baseline))
      found.set(key, [...(found.get(key) ?? []), effect])
    }
  }

  const alone = new Map<string, Level[]>()
  for (const [file] of wanted.flatMap(({ levels = [] }) => levels))
    if (!alone.has(file)) {
      const { levels } = await run(read(file), asked)
      alone.set(
        file,
        levels.flatMap((window) => window.levels),
      )
    }

  const { fits, runs: fitted } = await calibrate(read(BASELINE), readTargets(), asked)
  await runner.close()
  const targetsOf = (id: string) =>
    fits
      .filter(({ target }) => target.id === id)
      .map(({ target: { what, unit }, value, error }) => ({
        ...{ what, unit },
        ...intervalOf(value, error, fitted),
      }))
  return {
    version: VERSION,
    size: quick ? 'quick' : 'default',
    runs: made,
    rows: wanted.map((one) => ({
      row: one.row,
      effects: one.read.map((read) => effectFor(read, one, found)),
      levels: (one.levels ?? []).map((level) => levelFor(level, alone)),
      targets: one.targets === undefined ? [] : targetsOf(one.targets),
    })),
  }
}

/** Every effect of an answer, with its window. */
const effectsOf = ({ effects }: Answer): Found[] =>
  effects.flatMap(({ effects: rows, window, from, to }) =>
    rows.map((row) => ({ ...row, window, from, to })),
  )

/** The number that is asked for: in the window named so, else in the last whole one in which the policy acts. */
function effectFor(read: Read, row: Row, found: Map<string, Found[]>): Found {
  const [file, window, measure, group] = read
  const { baseline } = pairOf(read, row)
  const own = (found.get(keyOf(nameOfFile(file), nameOfFile(baseline))) ?? []).filter(
    (effect) => effect.measure === measure && effect.group === group,
  )
  const moved = own.filter(({ difference }) => Number.isFinite(difference) && difference !== 0)
  const effect =
    window === '' ? (moved.at(-1) ?? own.at(-1)) : own.find((one) => one.window === window)
  if (effect === undefined) throw new Error(`no ${measure} of ${group} in ${file} (${window})`)
  return { ...effect, against: nameOfFile(baseline) }
}

/** A level over the last window. */
function levelFor([file, measure, group]: ReadLevel, alone: Map<string, Level[]>) {
  const level = alone.get(file)?.findLast((one) => one.measure === measure && one.group === group)
  if (level === undefined) throw new Error(`no ${measure} of ${group} in ${file}`)
  return { ...level, scenario: nameOfFile(file) }
}

if (!pages) {
  const wanted = ROWS.filter(({ row }) => rows === undefined || rows.split(',').includes(row))
  const fresh = await computed(wanted)
  const answers = rows === undefined ? fresh : together(parsed(readFileSync(KEPT, 'utf8')), fresh)
  mkdirSync(dirname(KEPT), { recursive: true })
  writeFileSync(KEPT, written(answers))
}
/** Rows of one version, size and number of runs, those computed now in the place of those kept. */
function together(kept: Answers, fresh: Answers): Answers {
  const about = ({ version, size, runs }: Answers) => `${version}, ${size}, ${runs} runs`
  if (about(kept) !== about(fresh))
    throw new Error(`answers are kept of ${about(kept)}, and these are of ${about(fresh)}`)
  return {
    ...kept,
    rows: kept.rows.map((one) => fresh.rows.find(({ row }) => row === one.row) ?? one),
  }
}

const answers = parsed(readFileSync(KEPT, 'utf8'))
const files = {
  'docs/seeds.md': withTable(readFileSync('docs/seeds.md', 'utf8'), answers),
  ...galleryPages(answers),
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
console.log(`written: ${[KEPT, ...Object.keys(files)].join(', ')}`)
