/** The page in one file: the same script is the page and, without a document, its workers. */
import { start } from './page.tsx'
import { serve } from './serve.ts'

if (typeof document === 'undefined') void serve()
else start()
