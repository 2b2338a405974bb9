/** Parts of the page to which a link can lead, by the name that the link carries. */

/** The sales of both worlds. */
export const PICTURE = 'picture'

const DIFFERENCE = 'difference-'
const CHART = 'chart-'

/** A name with the letters that a link may have. */
const plain = (name: string) => name.replaceAll(/[^\w-]/g, '-')

/** The difference between the two worlds, of a measure. */
export const differencePart = (measure: string): string => `${DIFFERENCE}${plain(measure)}`
/** A chart of the answer. */
export const chartPart = (name: string): string => `${CHART}${plain(name)}`

/** Whether a part comes with the answer. */
export const isOfAnswer = (part: string): boolean => part.startsWith(CHART)

/** The measure whose difference a part is, among those that can be shown. */
export const measureOfPart = (part: string, measures: readonly string[]): string | undefined =>
  measures.find((measure) => part === differencePart(measure))

/** A part of the page as it stands there, and what it is called. */
export interface Place {
  readonly element: HTMLElement
  readonly title: string
}

/** Compared as text: what a link carries never becomes a selector. */
const partsIn = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('[data-part]'),
]

export function placeOfPart(root: ParentNode, part: string): Place | undefined {
  const element = partsIn(root).find(({ dataset }) => dataset.part === part)
  return element && { element, title: element.getAttribute('aria-label') ?? '' }
}

/** Whether the answer stands there with its charts. */
export const isAnswered = (root: ParentNode): boolean =>
  partsIn(root).some(({ dataset }) => isOfAnswer(dataset.part ?? ''))
