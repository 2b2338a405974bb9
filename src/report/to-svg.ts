/** A chart as text: drawn without a screen or a canvas. */
import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { Chart } from './input.ts'
import type { DrawnChart } from './page-input.ts'

/** SVG of a spec; the language of numbers and dates is in the spec itself. */
export async function toSvg(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none' })
  try {
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}

/** A chart compiled for whoever draws it anew, where its marks answer the pointer; and drawn, if `still`. */
export async function drawn({ name, title, spec }: Chart, still: boolean): Promise<DrawnChart> {
  const answering = { ...spec, config: { ...spec.config, mark: { tooltip: true } } }
  return { name, title, svg: still ? await toSvg(spec) : '', spec: compile(answering).spec }
}
