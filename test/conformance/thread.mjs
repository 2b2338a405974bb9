// A thread that reads TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./member.ts')
