/** The page, where it is a folder of files. */
import { start } from './page.tsx'

start()
