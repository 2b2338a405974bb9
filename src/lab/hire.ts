/** Makes workers: of the file beside the page, or of the page's own script where all code is one. */
import address from 'virtual:worker-address'

export type Post = 'world' | 'desk' | 'tasks' | 'witness'

/** The script element of the page in one file. */
const WHOLE = 'pasar'

let blob: string | undefined

export function hire(post: Post): Worker {
  if (address !== undefined) return new Worker(address, { type: 'module', name: post })
  blob ??= URL.createObjectURL(
    new Blob([document.getElementById(WHOLE)?.textContent ?? ''], { type: 'text/javascript' }),
  )
  return new Worker(blob, { name: post })
}
