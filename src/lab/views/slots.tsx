/** Places for parts of the page that are built by themselves. */

/** The scenario as text. */
export const EditorSlot = () => null

/** The last work on this computer, where there is one. */
export const RememberSlot = () => null
