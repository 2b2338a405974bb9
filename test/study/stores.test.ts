import { memoryStore } from '../../src/study/index.ts'
import { conformsAsStore } from './conformance/stores.ts'

conformsAsStore('memory', memoryStore)
