import { quantileSorted } from 'simple-statistics'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

/** Lines of a function at most, with what is nested in it. */
const LONGEST = 60
/** Lines of a function at most, whatever the reason. */
const MOST = 100
/** Nine in ten functions of the market have at most so many. */
const MOST_IN_MARKET = 40

/**
 * Functions that are longer. The docstring of each says why, behind the word `Long:`; within one of them no single part is
 * longer than `LONGEST`.
 */
const LONG = ['src/engine/simulate.ts createSimulation', 'src/scenario/layers.ts loadLayers']

interface Length {
  readonly path: string
  readonly name: string
  readonly lines: number
  readonly nested: number
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
 * Functions of a text with their lines, from the first word to the closing brace, and those of them that stand in
 * functions declared by name within, which count by themselves as well.
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
      found.push({ path, name: nameOf(node), lines: linesOf(node), nested: nested(node) })
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

const all = sources.flatMap(({ path, text }) => lengthsIn(path, text))
const label = ({ path, name }: Length) => `${path} ${name}`

describe('functions', () => {
  it(`have at most ${LONGEST} lines, with what is nested in them, or a reason`, () => {
    const long = all.filter(({ lines }) => lines > LONGEST).map(label)
    expect(long.sort()).toEqual([...LONG].sort())
    for (const one of LONG) {
      const [path, name] = one.split(' ')
      const { text } = sources.find((source) => source.path === path)!
      const before = text.slice(0, text.indexOf(`function ${name}(`))
      expect(before.slice(before.lastIndexOf('/**')), one).toMatch(/\bLong: \w/)
    }
  })

  it(`have at most ${MOST} lines, whatever the reason`, () => {
    expect(all.filter(({ lines }) => lines > MOST).map(label)).toEqual([])
  })

  it(`have at most ${LONGEST} lines of their own, whatever the reason`, () => {
    const long = all.filter(({ lines, nested }) => lines - nested > LONGEST)
    expect(long.map((one) => `${label(one)}: ${one.lines - one.nested}`)).toEqual([])
  })

  it(`of the market have at most ${MOST_IN_MARKET} lines, nine in ten`, () => {
    // One-liners left out, which would lower any quantile.
    const lines = all
      .filter((one) => one.path.startsWith('src/market/') && one.lines > 2)
      .map((one) => one.lines)
    expect(
      quantileSorted(
        lines.sort((one, other) => one - other),
        0.9,
      ),
    ).toBeLessThanOrEqual(MOST_IN_MARKET)
  })

  it('are counted as they stand in a file, those within them also by themselves', () => {
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
    const lengths = lengthsIn('a.ts', text).map(({ name, lines, nested }) => [name, lines, nested])
    expect(lengths).toEqual([
      ['outer', 9, 3],
      ['value', 3, 0],
      ['inner', 3, 0],
    ])
  })
})
