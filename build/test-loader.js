/**
 * Reads TypeScript in the processes of the tests. Functions get no names of their own: tsx gives each its name whenever it is
 * made, which takes a tenth of the time of a market.
 */
import { register } from 'node:module'

process.setSourceMapsEnabled(true)
register('./test-hooks.js', import.meta.url)
