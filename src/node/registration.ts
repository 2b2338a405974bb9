/** The registration of a facts file: a small file beside it. */
import { existsSync, readFileSync } from 'node:fs'
import { BadInput } from '../scenario/index.ts'
import { type Registration, readRegistration, TamperedRegistration } from '../study/index.ts'
import { writeWhole } from './disk.ts'
import { hashed } from './record-files.ts'

/** `facts.yaml` is registered in `facts.registered.json`. */
export const registrationPath = (file: string): string =>
  `${file.replace(/\.ya?ml$/, '')}.registered.json`

export const sha256 = (text: string): string => hashed('', text).sha256

/** @returns its path */
export function writeRegistration(file: string, registration: Registration): string {
  const path = registrationPath(file)
  writeWhole(path, `${JSON.stringify(registration, null, 2)}\n`)
  return path
}

/**
 * The registration of a facts file, if it has one.
 * @throws BadInput where it is not what was written
 */
export function readRegistrationOf(file: string): Registration | undefined {
  const path = registrationPath(file)
  if (!existsSync(path)) return undefined
  try {
    return readRegistration(readFileSync(path, 'utf8'), sha256)
  } catch (problem) {
    if (!(problem instanceof TamperedRegistration)) throw problem
    throw new BadInput(
      `${path}: ${problem.message}\nit registers nothing: put back what was written, or remove it`,
    )
  }
}
