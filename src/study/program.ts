/** Who we are. */
import packageJson from '../../package.json' with { type: 'json' }

export const VERSION: string = packageJson.version

/** How a person calls it by what a file or a finding says: npm finds it where the shell does not. */
export const CALL = 'npx pasar'

/** For files that say who wrote them. */
export const PROGRAM = `pasar ${VERSION}`
