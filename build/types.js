/** Adds to `dist` the types of the library: one file for Node, one for browsers, each complete in itself. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'

const FILES = {
  'node/library': 'dist/library.d.ts',
  'web/library': 'dist/web/library.d.ts',
  'market/policy/kit': 'dist/policy.d.ts',
}

const folder = mkdtempSync(join(tmpdir(), 'pasar-types-'))
try {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const options = ['--project', 'build/tsconfig.json', '--outDir', folder]
  execFileSync(process.execPath, [compiler, ...options], { stdio: 'inherit' })
  for (const [entry, file] of Object.entries(FILES)) {
    const bundle = await rollup({
      input: join(folder, 'src', `${entry}.d.ts`),
      plugins: [dts()],
      external: (name) => !/^[./]/.test(name),
      onwarn(warning) {
        throw new Error(warning.message)
      },
    })
    await bundle.write({ file })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
