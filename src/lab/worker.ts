/** The worker of the page, where it is a file of its own. */
import { serve } from './serve.ts'

void serve()
