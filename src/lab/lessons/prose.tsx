/** A paragraph of a lesson; formulas stand between brackets and are not broken. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <p>
      {text.split(/[[\]]/).map((part, nth) =>
        nth % 2 === 1 ? (
          <span key={part} class="lesson-formula">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </p>
  )
}
