import { vi } from 'vitest'
import { onThreads } from '../../src/node/threads.ts'
import { conformsAsRunner } from '../study/conformance/runners.ts'

// Processes and threads take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

for (const threads of [1, 2]) conformsAsRunner(`${threads} threads`, () => onThreads(threads))
