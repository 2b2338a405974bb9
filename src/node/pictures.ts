/** Charts as files: SVG for papers, PNG for slides, with fonts of our own so that they look alike anywhere. */
import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'
import type { DrawnChart } from '../report/index.ts'
import type { StudyFolder } from './study-folder.ts'

const resolve = createRequire(import.meta.url).resolve
const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']

/** Twice the size on screen, sharp on paper and slides. */
const ZOOM = 2

/** Writes every chart and returns the names of the files. Pictures are made beside whatever the caller goes on with. */
export async function writePictures(
  charts: readonly DrawnChart[],
  folder: Pick<StudyFolder, 'write'>,
): Promise<string[]> {
  const font = {
    loadSystemFonts: false,
    fontFiles: FONTS.map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}`)),
    defaultFontFamily: 'DejaVu Sans',
    sansSerifFamily: 'DejaVu Sans',
  }
  const pictures = charts.map(({ svg }) =>
    renderAsync(svg, { font, fitTo: { mode: 'zoom', value: ZOOM } }),
  )
  const files: string[] = []
  for (const [at, picture] of (await Promise.all(pictures)).entries()) {
    const { name, svg } = charts[at]
    folder.write(`charts/${name}.svg`, svg)
    folder.write(`charts/${name}.png`, picture.asPng())
    files.push(`charts/${name}.svg`, `charts/${name}.png`)
  }
  return files
}
