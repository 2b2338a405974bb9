/** Findings that settings have made, by the sliders that write them. Pure. */
import type { Finding } from '../../scenario/index.ts'
import type { Clash } from './messages.ts'

/** `--set 2`, alone or as a place. */
const SET = /^--set (\d+)/

/**
 * @param settings `path=value` in the order in which the reader was given them
 * @returns a clash a finding that at least one setting has made; of what only follows from another nothing
 */
export function clashesOf(findings: readonly Finding[], settings: readonly string[]): Clash[] {
  const pathAt = (place: string | undefined): string[] => {
    const setting = settings[Number(SET.exec(place ?? '')?.[1]) - 1]
    return setting === undefined ? [] : [setting.slice(0, setting.indexOf('='))]
  }
  return findings.flatMap(({ code, file, also, name, got = '', expected = '' }) => {
    const written = [...pathAt(file), ...pathAt(also)]
    if (written.length === 0) return []
    // Of two dates that contradict each other one may stand in the file.
    const row = written[0].slice(0, written[0].lastIndexOf('.') + 1)
    const dates = code === 'effective-before-announced' ? [`${row}announced`, row + name] : []
    return [{ code, paths: [...new Set([...dates, ...written])], got, expected }]
  })
}
