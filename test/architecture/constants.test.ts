/**
 * What is behaviour stands among the parameters. A bare number inside a rule, a policy or the making of a market is none: it is a
 * number of the reckoning (src/market/rules/numerics.ts), or stands here with what it is instead.
 */
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

const RULES = 'src/market/rules/'
const POLICIES = 'src/market/policies/'
const INITIAL = 'src/market/initial/'

/** Files whose numbers are of the reckoning, or words that noise is mixed with, which the test of draws looks after. */
const OF_NUMBERS = new Set(['numerics.ts', 'shopping/occasion-words.ts'])

/** Where a number says what it is: a parameter, with unit, range, source and grade. */
const DECLARING = new Set(['number', 'share', 'yesNo', 'flag', 'reference', 'choice', 'date'])

/** Nought, one and two, as in `1 - x` and `2 * x`; a thousand, of units: kRp and mRp, parcels and thousands of them. */
const PLAIN = new Set([0, 1, 2, 1000])

/** Bits are counted and masked by these. */
const OF_BITS = new Set([
  ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanToken,
  ts.SyntaxKind.LessThanLessThanToken,
  ts.SyntaxKind.AmpersandToken,
])

interface Bare {
  /** The file below the rules, and what the number stands in: a constant, a function or a property. */
  readonly where: string
  readonly line: number
  readonly text: string
}

/** Numbers of a file of rules that nothing declares. */
function bareNumbers(path: string, text: string): Bare[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
  const found: Bare[] = []
  const visit = (node: ts.Node, inside: string): void => {
    if (isDeclaration(node)) return
    const next = nameOf(node) ?? inside
    if (ts.isNumericLiteral(node) && !isPlain(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart())
      found.push({ where: `${path} ${inside}`, line: line + 1, text: node.getText() })
    }
    ts.forEachChild(node, (child) => visit(child, next))
  }
  visit(file, '')
  return found
}

const isDeclaration = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  DECLARING.has(node.expression.text)

const isCapital = (node: ts.Node): node is ts.VariableDeclaration =>
  ts.isVariableDeclaration(node) && /^[A-Z][A-Z0-9_]+$/.test(node.name.getText())

/** The nearest name: of a constant in capitals, or of a function. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.name?.getText()
  if (isCapital(node)) return node.name.getText()
  const isFunction =
    ts.isVariableDeclaration(node) && node.initializer && ts.isArrowFunction(node.initializer)
  return isFunction ? node.name.getText() : undefined
}

/** Whether a number says nothing by itself. Of what has a name in capitals every number does. */
function isPlain(node: ts.NumericLiteral): boolean {
  const { parent } = node
  if (ts.isBinaryExpression(parent) && OF_BITS.has(parent.operatorToken.kind)) return true
  // How many rows a thread takes at a time.
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === 'slice') return true
  return PLAIN.has(Number(node.text)) && !isOfCapital(node)
}

/** Whether a number stands in the value of a constant in capitals, and not in a function that it is. */
function isOfCapital(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) || ts.isSourceFile(node)) return false
  return isCapital(node) || isOfCapital(node.parent)
}

const found = sources.flatMap(({ path, text }) => {
  const folder = [RULES, POLICIES, INITIAL].find((one) => path.startsWith(one))
  if (folder === undefined) return []
  const name = folder === RULES ? path.slice(RULES.length) : path.slice('src/market/'.length)
  return OF_NUMBERS.has(name) ? [] : bareNumbers(name, text).map((one) => ({ path, ...one }))
})

const BYTE = 'what a byte holds'
const MIDDLE = 'the middle of a step, or of a rank'
const ROOM = 'a size of memory, which moves no result'

const FREE = 'places of draws that are made no more'
const EVENLY = 'a fraction by which a composition is spread evenly over rows'

/** Numbers that are no behaviour of anybody, each with what it is instead. */
const NO_BEHAVIOUR: Readonly<Record<string, string>> = {
  'attention/reach.ts passBit': 'the highest bit of a word',
  'attention/showcase.ts CANDIDATES':
    'the width of a draw; how many items are looked at is declared',
  'feeds/slots.ts STRIDE': 'a word that noise is mixed with',
  'feeds/subsidies.ts NO_LIMIT': 'a mark: nothing limits the bill',
  'firms/adoption.ts MOST_COUNTED': BYTE,
  'firms/adoption.ts noPeers': ROOM,
  'firms/copycat.ts late': 'below one, so that chance orders those alone who are alike',
  'firms/entry-exit.ts LONGEST': BYTE,
  'firms/events.ts MOST': 'the room of the upper bound from which occasions are thinned',
  'firms/programmes.ts queue': MIDDLE,
  'firms/starting-shops.ts MEAN_SKILL': 'the mean of what is drawn evenly between 0 and 1',
  'initial/counts.ts occasionRoom': ROOM,
  'initial/initialise.ts FOUNDING': FREE,
  'initial/initialise.ts NO_FEAST': 'a mark: no feast is near',
  'initial/initialise.ts PARTS': 'the parts of a sum that stands for an integral',
  'initial/initialise.ts fillLevels': MIDDLE,
  'initial/initialise.ts foundBuyers': MIDDLE,
  'initial/listed-sellers.ts foundListedSellers':
    'the least mark-up of a textbook market, above nought so that it is one',
  'initial/sellers.ts GOLDEN': EVENLY,
  'initial/sellers.ts PLASTIC': EVENLY,
  'initial/sellers.ts SELLER_DRAWS': FREE,
  'initial/sellers.ts SILVER': EVENLY,
  'money/jobs.ts firstInKeyedOrder':
    'a mark below which enough are most likely found: else all are looked at',
  'money/least-stock.ts ORDERS':
    'a size of the simulation: orders of which a row must be able to serve one',
  'money/target-stock.ts REVIEW_PERIOD': 'how often the rule comes, in weeks',
  'policies/reopening.ts LEFT': 'a bound that keeps a quotient finite',
  'policies/reopening.ts STEPS': 'the steps of a staircase that stands for a curve',
  'shopping/noise.ts NORMAL': 'steps of a table of a distribution, and their middles',
  'shopping/noise.ts lognormal': ROOM,
  'shopping/purchase-occasions.ts wordsOf': 'words of 32 bits',
  'shopping/purchase-occasions.ts poisson':
    'more than any buyer has in a day: its odds are below those of a word',
  'shopping/venue-choice.ts SURPLUS_SAMPLE': 'the size of the sample of a measure',
}

describe('a bare number inside a rule, a policy or the making of a market', () => {
  it('is no behaviour, which would have to be declared as a parameter', () => {
    const unknown = found
      .filter(({ where }) => !Object.hasOwn(NO_BEHAVIOUR, where))
      .map(
        ({ path, where, line, text }) =>
          `${path}:${line} ${where.replace(/^\S+ /, '')}: ${text}. Declare it among the parameters of the rule; if it is nobody's ` +
          'behaviour, name it in numerics.ts',
      )
    expect(unknown).toEqual([])
  })

  it('is excused only where there is one', () => {
    const places = new Set(found.map(({ where }) => where))
    expect(Object.keys(NO_BEHAVIOUR).filter((where) => !places.has(where))).toEqual([])
    const making = Object.keys(NO_BEHAVIOUR).filter((where) => where.startsWith('initial/'))
    expect(Object.keys(NO_BEHAVIOUR).length - making.length).toBeLessThanOrEqual(23)
    expect(making.length).toBeLessThanOrEqual(11)
  })

  it.each([
    ['const HALF = 0.5', ['HALF: 0.5']],
    ['export const LONG: number = -3', ['LONG: 3']],
    ['const QUARTER = 3 * DAYS_A_MONTH', ['QUARTER: 3']],
    ['const MOST = { orders: 2 }', ['MOST: 2']],
    ['const ROWS = Array.from({ length: 9 }, () => 1)', ['ROWS: 9']],
    ['const part = day <= 14 ? 0 : 1', [': 14']],
    ['function fall(x: number) { return 1 - 0.3 * x }', ['fall: 0.3']],
    ['const fall = (x: number) => 2 * x + 1e-3', ['fall: 1e-3']],
    ['const p = { memory: share({ label: "x", default: 0.2, source, grade }) }', []],
    ['const first = (word: number) => (word >>> 20) & 4095', []],
    ['const told = rule({ slice: 4, every: "week" })', []],
    ['const KINDS = POOL_KINDS.length', []],
  ])('is found: %s', (text, bare) => {
    expect(
      bareNumbers('x.ts', text).map(({ where, text }) => `${where.slice(5)}: ${text}`),
    ).toEqual(bare)
  })
})

/** Days of a week, of a month of the model, and of years; weeks of a year. */
const LENGTHS = new Set([7, 28, 364, 365, 365.25, 52.18])
const CALENDAR = 'src/engine/calendar.ts'

/** Numbers that are the same and no length of time. */
const NO_LENGTH: Readonly<Record<string, string>> = {
  'src/lab/flow/layout.ts LANE': 'pixels',
  'src/lab/flow/model.ts MOST_SHOWN': 'orders of a list',
  'src/node/slurm-script.ts STEP': 'a power of two',
  'src/scenario/moment.ts WIB_HOURS': 'hours ahead of Greenwich',
}

/** Lengths of a week, a month or a year that are reckoned with as bare numbers. */
function lengthsIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
  const found: string[] = []
  const visit = (node: ts.Node, inside: string): void => {
    const next = nameOf(node) ?? inside
    const { parent } = node
    const isReckoned = parent && (ts.isBinaryExpression(parent) || isCapital(parent))
    if (ts.isNumericLiteral(node) && LENGTHS.has(Number(node.text)) && isReckoned)
      found.push(`${path} ${inside}`)
    ts.forEachChild(node, (child) => visit(child, next))
  }
  visit(file, '')
  return found
}

describe('the length of a week, a month or a year', () => {
  it('stands in the calendar of the engine alone', () => {
    const all = sources
      .filter(({ path }) => path !== CALENDAR)
      .flatMap(({ path, text }) => lengthsIn(path, text))
    expect([...new Set(all)].sort()).toEqual(Object.keys(NO_LENGTH).sort())
  })

  it.each([
    ['const MONTH = 28', ['x.ts MONTH']],
    ['const monday = (day: number) => day - (day % 7)', ['x.ts monday']],
    ['const from = start + 7 * weeks', ['x.ts ']],
    ['const wide = { width: 28 }', []],
  ])('is found: %s', (text, found) => {
    expect(lengthsIn('x.ts', text)).toEqual(found)
  })
})
