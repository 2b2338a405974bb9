/** A chart as text: drawn without a screen or a canvas. */
import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

/** SVG of a spec; the language of numbers and dates is in the spec itself. */
export async function toSvg(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none' })
  try {
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}
