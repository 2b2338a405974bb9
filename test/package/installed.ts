/** The package as others get it: packed, and installed into an empty folder. */
import { type ExecFileException, execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const folder = mkdtempSync(join(tmpdir(), 'pasar-package-'))

const execute = promisify(execFile)

/** A command in a folder: what it printed, also where it failed. */
export async function ran(command: string, args: readonly string[], cwd: string) {
  try {
    const { stdout, stderr } = await execute(command, args, { cwd, timeout: 240_000 })
    return { code: 0, out: stdout, err: stderr }
  } catch (problem) {
    const { code, stdout, stderr, killed } = problem as ExecFileException
    return {
      code: Number(code ?? 1),
      out: stdout ?? '',
      err: `${stderr}${killed ? ' TIMEOUT' : ''}`,
    }
  }
}

/** As `npm pack` does it, without building anew what other tests use meanwhile. Returns the tarball. */
export async function packed(): Promise<string> {
  const typed = await ran(process.execPath, ['build/types.js'], '.')
  if (typed.code !== 0) throw new Error(typed.out + typed.err)
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  const { code, out, err } = await ran('npm', args, '.')
  if (code !== 0) throw new Error(err)
  return join(folder, JSON.parse(out)[0].filename)
}

const NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|TIMEDOUT|TIMEOUT|ENOTCACHED|E40[137]|E50\d/

/** An empty folder with the package in it; undefined, with a sentence on the console, without a registry. */
export async function installed(tarball: string): Promise<string | undefined> {
  const home = join(folder, 'home')
  mkdirSync(home)
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }')
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']
  const brief = ['--fetch-retries=0', '--fetch-timeout=20000', '--loglevel=error']
  const args = ['install', '--prefix', home, ...quick, ...brief, tarball]
  const { code, err } = await ran('npm', args, home)
  if (code === 0) return home
  if (!NO_NETWORK.test(err)) throw new Error(err)
  console.warn(
    'Tests of the installed package are skipped: no registry of packages can be reached.',
  )
  return undefined
}
