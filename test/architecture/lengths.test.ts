import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

/** Lines of a function at most. */
const LONGEST = 60

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
  it(`have at most ${LONGEST} lines`, () => {
    const long = sources
      .flatMap(({ path, text }) => lengthsIn(path, text))
      .filter(({ lines }) => lines > LONGEST)
      .map(({ path, name, lines }) => `${path} ${name}: ${lines}`)
    expect(long).toEqual([])
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
