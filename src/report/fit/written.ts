/** Numbers and names of a fit as people read them, alike in terminal, charts, tables and page. */
import {
  type FitFound,
  type Quantiles,
  type Target,
  type Varied,
  valueAt,
} from '../../study/index.ts'
import { valueText } from '../experiment/written.ts'
import { fixed, formatNumber, NOTHING } from '../format.ts'
import type { Language } from '../input.ts'
import { plainName } from '../text/parameter-words.ts'

const share = (value: number, language: Language): string =>
  Number.isFinite(value)
    ? `${fixed(100 * value, value > 0 && value < 0.095 ? 1 : 0, language)}${language === 'id' ? '%' : ' %'}`
    : NOTHING

export { share as shareText }

export const targetName = ({ what, indonesian }: Target, language: Language): string =>
  language === 'id' ? indonesian : what

/** The name of a target where only its English one is known. */
export const nameOfTarget = ({ fit }: FitFound, what: string, language: Language): string =>
  targetName(fit.targets.find((one) => one.what === what)!, language)

export const bandText = ({ low, high, error }: Target, language: Language): string => {
  const [from, to, by] = [low, high, error].map((value) =>
    valueText(value, { form: 'number' }, language),
  )
  const band = low === high ? from : `${from} … ${to}`
  return error > 0 ? `${band} ± ${by}` : band
}

export const quantilesText = ({ low, high }: Quantiles, language: Language): string =>
  Number.isFinite(low)
    ? `${formatNumber(low, language, 3)} … ${formatNumber(high, language, 3)}`
    : NOTHING

/** A coordinate of a parameter as its value. */
export const unitText = (varied: Varied, unit: number, language: Language): string =>
  valueText(valueAt(varied.distribution, unit), varied, language)

export const rangeText = (varied: Varied, language: Language): string => {
  const { distribution } = varied
  if (distribution.kind === 'one-of')
    return distribution.values.map((value) => valueText(value, varied, language)).join(', ')
  const ends = `${valueText(distribution.from, varied, language)} … ${valueText(distribution.to, varied, language)}`
  return ['uniform', 'integers'].includes(distribution.kind)
    ? ends
    : `${ends} (${distribution.kind})`
}

/** What a parameter is called: its label and its path, since rows of several tables share labels. */
export const parameterName = ({ label, path }: Varied, language: Language): string =>
  `${plainName(label, language)} (${path})`
