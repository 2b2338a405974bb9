/**
 * How fast the program is on this machine, part by part, as one table and as JSON (output/bench.json).
 * Absolute figures belong to this machine and this moment: parts say how busy it was, and what is compared is
 * measured turn by turn.
 *
 *   npm run bench                              all parts
 *   npm run bench -- --only start-up,shopping  some of them; the others stay in the file as they were
 *   npm run bench -- --against FOLDER          ratios against another commit, built in a folder
 *   npm run bench -- --pages                   docs/performance.md and docs/scale.md from the file, without measuring
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type BenchFile, measured, withParts, writeFile } from './file.ts'
import { performancePage, scalePage } from './pages.ts'
import type { Asked, Part } from './part.ts'
import { PARTS } from './parts/index.ts'
import { measureSize } from './parts/scale.ts'
import { lines } from './table.ts'

const OUT = 'output/bench.json'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    against: { type: 'string' },
    scale: { type: 'string', default: '1' },
    sizes: { type: 'string', default: '0.1,0.3,1,3,10' },
    turns: { type: 'string', default: '3' },
    runs: { type: 'string', default: '40' },
    out: { type: 'string', default: OUT },
    pages: { type: 'boolean', default: false },
    // Of the part about sizes, which measures each in a process of its own.
    size: { type: 'string' },
  },
})

if (values.size !== undefined) console.log(JSON.stringify(measureSize(Number(values.size), false)))
else if (values.pages) pages(values.out)
else await bench()

async function bench(): Promise<void> {
  const asked: Asked = {
    ...{ scale: Number(values.scale), tiny: false, against: values.against },
    ...{ turns: Number(values.turns), runs: Number(values.runs) },
    sizes: values.sizes.split(',').map(Number),
  }
  if (asked.against !== undefined && !existsSync(`${asked.against}/dist/pasar.js`))
    throw new Error(`${asked.against} has no dist/pasar.js: build it there first`)
  for (const part of chosen(values.only)) {
    console.error(`${part.name}: ${part.about} ...`)
    const found = await measured(part, asked)
    const file = withParts(values.out, [found], Object.keys(PARTS))
    writeFile(values.out, file)
    console.log(lines({ ...file, parts: [found] }).join('\n'))
  }
  console.log(`\nwritten to ${values.out}`)
}

function chosen(only: string | undefined): readonly Part[] {
  if (only === undefined) return Object.values(PARTS)
  return only.split(',').map((name) => {
    const part = PARTS[name]
    if (part === undefined)
      throw new Error(`no part is called ${name}: ${Object.keys(PARTS).join(', ')}`)
    return part
  })
}

function pages(path: string): void {
  if (!existsSync(path)) throw new Error(`${path} is not there: run npm run bench first`)
  const file = JSON.parse(readFileSync(path, 'utf8')) as BenchFile
  writeFileSync('docs/performance.md', performancePage(file))
  writeFileSync('docs/scale.md', scalePage(file))
}
