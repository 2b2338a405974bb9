/** Has the browser keep the lab, and says when a new version has come. */
import { signal } from '@preact/signals'
import { Workbox } from 'workbox-window'
import { language } from '../state/language.ts'
import { updateWords } from './words.ts'

const isNew = signal(false)

/** Nothing where there is no server, or the browser keeps no pages. */
const keeper =
  'serviceWorker' in navigator && isSecureContext && location.protocol !== 'file:'
    ? new Workbox('./service-worker.js')
    : undefined
keeper?.addEventListener('waiting', () => {
  isNew.value = true
})
// Where a browser refuses, the lab works as long as there is a network.
keeper?.register().catch(() => {})

function update(): void {
  keeper?.addEventListener('controlling', () => location.reload())
  keeper?.messageSkipWaiting()
}

export function Update() {
  const say = updateWords[language.value]
  if (!isNew.value) return null
  return (
    <div role="status" class="update">
      {say.newVersion}{' '}
      <button type="button" onClick={update}>
        {say.update}
      </button>
    </div>
  )
}
