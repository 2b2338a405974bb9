/** Charts as files: SVG for papers, PNG for slides, with fonts of our own so that they look alike anywhere. */
import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import type { DrawnChart } from '../report/index.ts'
import type { Folder } from './folder.ts'

const resolve = createRequire(import.meta.url).resolve
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']

/** Twice the size on screen, sharp on paper and slides. */
const ZOOM = 2

/** Writes every chart and returns the names of the files. */
export function writeCharts(charts: readonly DrawnChart[], folder: Folder): string[] {
  const font = {
    loadSystemFonts: false,
    fontFiles: FONTS.map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`)),
    defaultFontFamily: 'DejaVu Sans',
    sansSerifFamily: 'DejaVu Sans',
  }
  const files: string[] = []
  for (const { name, svg } of charts) {
    const png = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: ZOOM } }).render().asPng()
    folder.write(`charts/${name}.svg`, svg)
    folder.write(`charts/${name}.png`, png)
    files.push(`charts/${name}.svg`, `charts/${name}.png`)
  }
  return files
}
