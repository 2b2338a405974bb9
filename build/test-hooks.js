/** Hooks of Node by which a TypeScript file of the project becomes a module (build/test-loader.js). */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'

const OPTIONS = {
  format: 'esm',
  target: 'node20.19',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'inline',
}

export async function load(url, context, next) {
  const { pathname } = new URL(url)
  const [, loader] = /\.(tsx?)$/.exec(pathname) ?? []
  if (loader === undefined || pathname.includes('/node_modules/')) return next(url, context)
  const sourcefile = fileURLToPath(url)
  const text = await readFile(sourcefile, 'utf8')
  const { code } = await transform(text, { ...OPTIONS, loader, sourcefile })
  return { format: 'module', source: code, shortCircuit: true }
}
