/** What a license is worth, in three kinds; each has its word, its color and its own shape. */
export type Worth = 'full' | 'ends' | 'export-only'

const shapes = {
  full: 'M6 0a6 6 0 1 0 0 12A6 6 0 0 0 6 0z',
  'export-only': 'M0 4h6V0l6 6-6 6V8H0z',
} as const

/** The state in one word, with its mark. */
export function State({ worth, word }: { readonly worth: Worth; readonly word: string }) {
  return (
    <span class={`state ${worth}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {worth === 'ends' ? (
          <>
            <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="2" />
            <path d="M6 1a5 5 0 0 0 0 10z" fill="currentColor" />
          </>
        ) : (
          <path d={shapes[worth]} fill="currentColor" />
        )}
      </svg>
      {word}
    </span>
  )
}

/** A flag: a person is to look. */
export function FlagMark() {
  return (
    <svg class="flag" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 0h1.500v12H2z M4 1h7l-2 2.500 2 2.500H4z" fill="currentColor" />
    </svg>
  )
}
