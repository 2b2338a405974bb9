/** `--set path=value` over the rows of a scenario: a `*` stands for all of them, and none is made. Policies are such rows. */
import { TABLES } from '../market/index.ts'
import { Findings, nearest } from './finding.ts'
import { applySet, pathOf } from './layers.ts'
import { kebab } from './names.ts'
import { child, type MapNode } from './node.ts'
import { placeAt, sourceOf } from './parse.ts'
import { rowNames } from './rows.ts'
import { isTextbook, withTextbookRows } from './textbook.ts'

/** Names of rows, with those that a textbook market has of itself. */
export function namesOf(root: MapNode): ReadonlyMap<string, readonly string[]> {
  const findings = new Findings()
  return rowNames(isTextbook(root) ? withTextbookRows(root, findings) : root, { findings })
}

/** Lays one `--set` over the scenario; a `*` stands for every row, and for every policy. */
export function setOver(
  tree: MapNode,
  text: string,
  nth: number,
  names: ReadonlyMap<string, readonly string[]> | undefined,
  findings: Findings,
): MapNode {
  if (names === undefined) return applySet(tree, text, nth, findings)
  const segments = pathOf(text)
  const paths = isEveryPolicy(segments) ? ofEveryPolicy(segments, tree) : pathsOf(segments, names)
  if (paths.length === 0) noRows(text, nth, findings)
  return paths.reduce(
    (over, path) =>
      knowsRow(text, nth, names, findings) ? applySet(over, text, nth, findings, path) : over,
    tree,
  )
}

const isEveryPolicy = ([section, which]: readonly string[]) =>
  section === 'policies' && which === '*'

/** The path of each policy of the scenario, by its number. */
function ofEveryPolicy([section, , ...rest]: readonly string[], tree: MapNode): string[][] {
  const policies = child(tree, section)
  const items = policies?.kind === 'list' ? policies.items : []
  return items.map((_, before) => [section, `${before + 1}`, ...rest])
}

/** The paths that one with `*` stands for: `venues.*.commission.*` for every venue and every category. */
export function pathsOf(
  segments: readonly string[],
  names: ReadonlyMap<string, readonly string[]>,
): string[][] {
  const [section, row, field] = segments
  const table = TABLES.find(({ name }) => name === section)
  const fields = Object.entries(table?.fields ?? {})
  const own = table?.single ? row : field
  const declared = fields.find(([name]) => kebab(name) === own)?.[1]
  const per = declared?.kind === 'number' ? declared.per : undefined
  const inner = table?.single ? 2 : 3
  return segments.reduce<string[][]>(
    (paths, segment, at) => {
      const rows = at === 1 && table && !table.single ? section : at === inner ? per : undefined
      const meant = segment === '*' && rows !== undefined ? (names.get(rows) ?? []) : [segment]
      return paths.flatMap((path) => meant.map((name) => [...path, name]))
    },
    [[]],
  )
}

function noRows(text: string, nth: number, findings: Findings): void {
  const [section] = pathOf(text)
  const column = text.indexOf('*') + 1
  findings.add(placeAt(sourceOf(`--set ${nth}`, text, 0), 1, column, 1), 'unknown-row', section, {
    name: section,
    got: 'row',
  })
}

/** A `--set` changes what is there: it makes no rows. */
function knowsRow(
  text: string,
  nth: number,
  rows: ReadonlyMap<string, readonly string[]>,
  findings: Findings,
): boolean {
  const [section, row] = pathOf(text)
  const table = TABLES.find(({ name }) => name === section)
  const names = rows.get(section)
  if (table === undefined || table.single || !row || row === 'ground') return true
  if (row === '*' || names === undefined || names.includes(row)) return true
  const suggestion = nearest(row, names)
  const source = { name: `--set ${nth}`, lines: [text], layer: 0 }
  const place = {
    source,
    line: 1,
    column: text.indexOf(row, section.length) + 1,
    length: row.length,
  }
  findings.add(place, 'unknown-row', `${section}.${row}`, {
    name: section,
    got: row,
    ...(suggestion ? { suggestion } : { expected: names.slice(0, 12).join(', ') }),
  })
  return false
}
