/** Places for parts of the page that are built by themselves. */

/** The scenario as text. */
export const EditorSlot = () => null

/** A link that holds the scenario and the state in which it ends. */
export const ShareSlot = () => null

/** Textbook markets as lessons. */
export const LessonsSlot = () => null

/** The last work on this computer, where there is one. */
export const RememberSlot = () => null
