import ts from 'typescript'
import { expect, it } from 'vitest'
import { sources } from './sources.ts'

type Named = ts.NamedDeclaration & { readonly name: ts.Identifier }

/** What declares a name: variables, parameters, parts of what is taken apart, fields of a type. */
const declaresOne = (node: ts.Node): node is Named =>
  (ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isPropertySignature(node)) &&
  ts.isIdentifier(node.name)

function lettersIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (declaresOne(node) && /^[A-Z]$/.test(node.name.text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${path}:${line + 1} ${node.name.text}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

it('sizes are spelt out, as categoryCount: a letter is a category in one file and a creator in the next', () => {
  expect(lettersIn('x.ts', 'const { venues: V } = count\nconst f = (K: number) => K')).toHaveLength(
    2,
  )
  expect(sources.flatMap(({ path, text }) => lettersIn(path, text))).toEqual([])
})
