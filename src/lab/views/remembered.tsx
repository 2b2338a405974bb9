/** The offer of the last work, and the button that forgets it. */
import { Forget, Offer } from '../remember/view.tsx'
import { language } from '../state/language.ts'
import { memory, openKept } from '../state/memory.ts'

export const LastWork = () => (
  <Offer language={language.value} memory={memory} onOpen={(work) => void openKept(work)} />
)

export const Forgetting = () => <Forget language={language.value} memory={memory} />
