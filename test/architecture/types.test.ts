/** Every file of the source and of the tests is looked at by the compiler, in one of the two projects of `npm run check`. */
import { readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const PROJECTS = ['tsconfig.json', 'src/lab/tsconfig.json']

const filesOf = (path: string): string[] => {
  const { config } = ts.readConfigFile(path, ts.sys.readFile)
  const parsed = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    resolve(path, '..'),
    {},
    resolve(path),
  )
  return parsed.fileNames.map((file) => relative('.', file))
}

it('leaves no file unchecked', () => {
  const checked = new Set(PROJECTS.flatMap(filesOf))
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      // Packages of others, where some are installed beside the bench, have checks of their own.
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  )
  expect(files.length).toBeGreaterThan(700)
  expect(files.filter((file) => !checked.has(file))).toEqual([])
})
