/** Settings that cannot be run: said where they are moved, and beside what goes on showing earlier ones. */
import { formatDate } from '../../report/index.ts'
import type { Clash, Dial } from '../desk/messages.ts'
import { dials, isFaulty, read } from '../state/lab.ts'
import { language } from '../state/language.ts'
import { clashWords } from './clash-words.ts'
import './clashes.css'

const clashes = (): readonly Clash[] => (read.value?.ok === false ? read.value.clashes : [])

/** Letters of a date, before its hour. */
const DATE = 10

function saidOf({ code, paths, got, expected }: Clash): string {
  const one = language.value
  const say = clashWords[one]
  const date = (text: string) => formatDate(text.slice(0, DATE), one)
  // What cannot be read as a date is quoted as it stands.
  if (code === 'effective-before-announced') return say.early(date(got), date(expected))
  const names = dials.value.filter((dial) => dial.paths.some((path) => paths.includes(path)))
  return say.together(...(names.length > 0 ? names.map(({ label }) => label[one]) : paths))
}

/** What is wrong with a dial as it stands; the first one of a contradiction has it read out. */
export function clashOf(
  dial: Dial,
): { readonly text: string; readonly isFirst: boolean } | undefined {
  const clash = clashes().find(({ paths }) => dial.paths.some((path) => paths.includes(path)))
  if (clash === undefined) return undefined
  const first = dials.value.find(({ paths }) => paths.some((path) => clash.paths.includes(path)))
  return { text: saidOf(clash), isFirst: first === dial }
}

/** Above the picture: that it is of earlier settings, and why. */
export function Stale() {
  if (!isFaulty.value) return null
  const say = clashWords[language.value]
  const [clash] = clashes()
  return (
    <p class="stale-note" role="status">
      {clash === undefined ? say.inText : saidOf(clash)} {say.stale}
    </p>
  )
}
