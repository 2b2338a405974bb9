/** The page begins: worlds first, so that they run while the page is drawn. */
import { render } from 'preact'
import './style.css'
import { begin } from './state/lab.ts'
import { receive } from './state/links.ts'
import { rememberWork } from './state/memory.ts'
import { App } from './views/app.tsx'

export function start(): void {
  begin()
  void receive(location.hash)
  rememberWork()
  addEventListener('hashchange', () => void receive(location.hash))
  render(<App />, document.getElementById('lab')!)
}
