import { vi } from 'vitest'
import { onThreads } from '../../src/node/threads.ts'
import { warmly } from '../cli/warm-threads.ts'
import { conformsAsRunner } from '../study/conformance/runners.ts'
import { SHARED } from '../study/tiny.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

conformsAsRunner('1 threads', () => warmly(onThreads(1)))
conformsAsRunner('2 threads', () => warmly(onThreads(2)), SHARED)
