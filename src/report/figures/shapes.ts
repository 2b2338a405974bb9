/** Curves of a page. Both languages draw the same ones, so each is written once and used by its number. */
export interface Shapes {
  /** A curve that a plot draws, in the look of a class. */
  use(path: string, look: string): string
  /** What stands once in the page: every curve that was used. */
  written(): string
}

export function createShapes(): Shapes {
  const known = new Map<string, string>()
  return {
    use(path, look) {
      const id = known.get(path) ?? `s${known.size}`
      known.set(path, id)
      return `<use href="#${id}" class="${look}"/>`
    },
    written: () => {
      const paths = [...known].map(([path, id]) => `<path id="${id}" d="${path}"/>`).join('\n')
      return `<svg class="shapes" width="0" height="0" aria-hidden="true"><defs>\n${paths}\n</defs></svg>`
    },
  }
}

/** A curve through points of a box, in whole steps of it: a move, then the way from point to point. */
export function pathOf(points: readonly (readonly [x: number, y: number])[]): string {
  let [x, y] = [0, 0]
  return points
    .map(([toX, toY], nth) => {
      const [right, down] = [Math.round(toX), Math.round(toY)]
      const step = nth === 0 ? `M${right} ${down}` : `l${right - x} ${down - y}`
      x = right
      y = down
      return step
    })
    .join('')
}
