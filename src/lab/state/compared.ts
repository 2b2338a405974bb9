/** The measure whose difference is drawn below the picture: chosen by the reader, or by a link. */
import { signal } from '@preact/signals'

export const compared = signal('sales')
