/**
 * Takes the words of declarations out of the market's modules and puts them into one of their own, which the lab loads after
 * its first picture. In the source a declaration and its words stay together.
 */
import { resolve, sep } from 'node:path'
import ts from 'typescript'
import type { Plugin } from 'vite'
import { wordsOf } from '../src/lab/described.ts'

const MARKET = resolve(import.meta.dirname, '../src/market') + sep
const NAME = 'virtual:declared-words'

/** What declares by a record with a label. */
const RECORDS = new Set(['number', 'share', 'yesNo', 'flag', 'reference', 'choice', 'date'])

/** What declares by a label as its first argument: columns, also `u8.flag(...)`, and draws. */
const CALLS = new Set([
  ...['f64', 'f32', 'i32', 'u32', 'u16', 'u8', 'tally'],
  ...['daily', 'still', 'atBirth', 'dailyHalf', 'stillHalf'],
])

interface Piece {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** @throws Error at the end of the build where words were taken out that the page never gets back */
export function declaredWords(): Plugin {
  const words = wordsOf()
  const known = new Set(Object.values(words).flatMap(({ label, source }) => [label, source]))
  return {
    name: 'pasar-declared-words',
    enforce: 'pre',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(words)}` : undefined),
    transform(code, id) {
      if (!id.startsWith(MARKET) || !id.endsWith('.ts')) return undefined
      const found = wordsIn(code, id)
      const lost = found.find(({ text }) => !known.has(text))
      if (lost !== undefined)
        this.error(`"${lost.text}" is of no declaration that src/lab/described.ts lists`, lost.from)
      return { code: without(code, found), map: null }
    },
  }
}

/** The words of declarations in a module: literals alone, as what is computed stays where it is. */
export function wordsIn(code: string, path: string): readonly Piece[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, true)
  const found: Piece[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && isOfDeclaration(node))
      found.push({ from: node.getStart(), to: node.getEnd(), text: node.text })
    else ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isOfDeclaration(node: ts.StringLiteralLike): boolean {
  const { parent } = node
  if (ts.isCallExpression(parent)) return parent.arguments[0] === node && CALLS.has(called(parent))
  if (!ts.isPropertyAssignment(parent) || !ts.isObjectLiteralExpression(parent.parent)) return false
  const record = parent.parent
  const name = parent.name.getText()
  // What several declarations have in common stands in a record of its own: a source with its grade.
  if (name === 'source') return record.properties.some((one) => one.name?.getText() === 'grade')
  return (
    name === 'label' && ts.isCallExpression(record.parent) && RECORDS.has(called(record.parent))
  )
}

/** The function that is called, or the one whose part it is. */
function called({ expression }: ts.CallExpression): string {
  const of = ts.isPropertyAccessExpression(expression) ? expression.expression : expression
  return ts.isIdentifier(of) ? of.text : ''
}

const without = (code: string, pieces: readonly Piece[]): string =>
  pieces.reduceRight((rest, { from, to }) => `${rest.slice(0, from)}''${rest.slice(to)}`, code)
