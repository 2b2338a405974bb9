/** The page begins: worlds first, so that they run while the page is drawn. */
import { render } from 'preact'
import './style.css'
import { begin } from './state/lab.ts'
import { App } from './views/app.tsx'

export function start(): void {
  begin()
  render(<App />, document.getElementById('lab')!)
}
