/** Who we are. */
import packageJson from '../../package.json' with { type: 'json' }

export const VERSION: string = packageJson.version

/** For files that say who wrote them. */
export const PROGRAM = `pasar ${VERSION}`
