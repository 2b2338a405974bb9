/** What the test has a page do, and Node beside it: the same code, the same bits. */
import { createMarket } from '../../src/market/index.ts'
import { drawn } from '../../src/report/index.ts'
import { formatFinding, readScenario } from '../../src/scenario/index.ts'

export interface Given {
  /** Scenario files by path. */
  readonly texts: Readonly<Record<string, string>>
  readonly path: string
  readonly days: number
  readonly seed: string
}

export interface Ran {
  readonly stateHash: string
  readonly cells: string
  /** Every recorded value, as the two words of its bits. */
  readonly values: string
  /** Whether the platform has memory that threads can share. */
  readonly shared: boolean
}

export function ran({ texts, path, days, seed }: Given): Ran {
  const read = readScenario(path, (asked) =>
    texts[asked] === undefined ? undefined : { text: texts[asked] },
  )
  if (!read.ok) throw new Error(read.findings.map(formatFinding).join('\n'))
  const market = createMarket({ ...read.input, days }, seed)
  market.run()
  return {
    stateHash: market.stateHash(),
    cells: JSON.stringify(market.cells),
    values: new Uint32Array(market.values.buffer).join(),
    shared: typeof SharedArrayBuffer !== 'undefined',
  }
}

/** A chart as SVG; its library is loaded for it. */
export async function picture(heights: readonly number[]): Promise<string> {
  const values = heights.map((height, bar) => ({ bar, height }))
  const spec = {
    data: { values },
    mark: 'bar' as const,
    encoding: {
      x: { field: 'bar', type: 'nominal' as const },
      y: { field: 'height', type: 'quantitative' as const },
    },
  }
  const { svg } = await drawn({ name: 'bars', title: 'Bars', spec }, true)
  return svg
}
