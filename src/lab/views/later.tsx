/** Parts of the page that come after the first picture, so that little has to be loaded before it. */
import { type Signal, signal, useSignalEffect } from '@preact/signals'
import type { ComponentType } from 'preact'

interface Loaded<Props> {
  readonly View: ComponentType<Props>
}

/**
 * A part that is loaded once it is wanted.
 * @param isWanted read as a signal
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  isWanted: () => boolean = () => true,
): ComponentType<Props> {
  const loaded: Signal<Loaded<Props> | undefined> = signal(undefined)
  let isLoading = false
  return (props: Props) => {
    useSignalEffect(() => {
      if (isLoading || !isWanted()) return
      isLoading = true
      void Promise.all([load(), import('../declared-words.ts')]).then(([View, { giveWords }]) => {
        // No part is drawn without the words of what is declared.
        giveWords()
        loaded.value = { View }
      })
    })
    const { View } = loaded.value ?? {}
    return View === undefined ? null : <View {...props} />
  }
}
