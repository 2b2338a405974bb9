import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

/** Lines of a function at most. */
const LONGEST = 60

/** Functions that are still longer, with their lines: numbers that may only fall, and entries that may only go. */
const STILL_LONGER: Readonly<Record<string, number>> = {
  'src/engine/simulate.ts createSimulation': 71,
  'src/node/experiment-folder.ts folderJournal': 63,
  'src/node/study-folder.ts openStudyFolder': 75,
  'src/node/threads.ts onThreads': 71,
  'src/report/experiment/charts.ts responseView': 64,
  'src/report/experiment/charts.ts tornadoChart': 63,
  'src/report/facts/charts.ts view': 69,
  'src/report/interval-rows.ts intervalView': 70,
  'src/report/matrix-chart.ts matrixChart': 78,
  'src/report/over-time.ts overTime': 70,
  'src/report/page.ts body': 65,
  'src/report/text/printed.ts printed': 64,
  'src/scenario/check-input.ts checkInput': 93,
  'src/scenario/layers.ts loadLayers': 66,
  'src/scenario/parse.ts treeOf': 79,
  'src/study/agents.ts agentTable': 76,
  'src/study/agents.ts listed': 75,
  'src/study/experiment/documents.ts studySchema': 66,
  'src/study/experiment/read-study.ts experimentOf': 61,
  'src/study/manifest.ts manifest': 70,
  'src/study/run-outcomes.ts runOutcomes': 132,
  'src/study/run-outcomes.ts without a name': 110,
}

interface Length {
  readonly path: string
  readonly name: string
  readonly lines: number
}

type Body = ts.FunctionLikeDeclaration

const isFunction = (node: ts.Node): node is Body =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node) ||
  ts.isAccessor(node)

/**
 * Functions of a text with their lines, from the first word to the closing brace. A function declared by name inside
 * another counts by itself, and not also in the one around it.
 */
function lengthsIn(path: string, text: string): Length[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line
  const linesOf = (node: ts.Node) => lineAt(node.getEnd()) - lineAt(node.getStart()) + 1
  const nested = (node: ts.Node): number => {
    let lines = 0
    ts.forEachChild(node, (inner) => {
      lines += ts.isFunctionDeclaration(inner) ? linesOf(inner) : nested(inner)
    })
    return lines
  }
  const found: Length[] = []
  const visit = (node: ts.Node): void => {
    if (isFunction(node))
      found.push({ path, name: nameOf(node), lines: linesOf(node) - nested(node) })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function nameOf(node: Body): string {
  const { name, parent } = node
  if (name !== undefined) return name.getText()
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
    ? parent.name.getText()
    : 'without a name'
}

describe('functions', () => {
  const lengths = sources.flatMap(({ path, text }) => lengthsIn(path, text))
  const long = lengths.filter(({ lines }) => lines > LONGEST)
  const nameIn = ({ path, name }: Length) => `${path} ${name}`

  it(`have at most ${LONGEST} lines, or no more than they had`, () => {
    const grown = long
      .filter((one) => one.lines > (STILL_LONGER[nameIn(one)] ?? LONGEST))
      .map((one) => `${nameIn(one)}: ${one.lines}`)
    expect(grown).toEqual([])
  })

  it('that are short by now are no longer listed', () => {
    const names = long.map(nameIn)
    expect(Object.keys(STILL_LONGER).filter((name) => !names.includes(name))).toEqual([])
  })

  it('are counted as they stand in a file, those within them by themselves', () => {
    const text = [
      'export function outer() {',
      '  const value = () => {',
      '    return 1',
      '  }',
      '  return value() + inner()',
      '  function inner() {',
      '    return 2',
      '  }',
      '}',
    ].join('\n')
    const lengths = lengthsIn('a.ts', text).map(({ name, lines }) => [name, lines])
    expect(lengths).toEqual([
      ['outer', 6],
      ['value', 3],
      ['inner', 3],
    ])
  })
})
