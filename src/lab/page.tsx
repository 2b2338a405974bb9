/** The page begins: worlds first, so that they run while the page is drawn. */
import { render } from 'preact'
import './style.css'
import { begin } from './state/lab.ts'
import { App } from './views/app.tsx'

export function start(): void {
  begin()
  render(<App />, document.getElementById('lab')!)
  // A link takes the place of the first visit; what was done is kept from then on.
  void import('./state/links.ts').then(({ follow }) => follow())
  void import('./state/memory.ts').then(({ rememberWork }) => rememberWork())
}
