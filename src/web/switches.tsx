import { Form } from './form.tsx'
import { languages, themes } from './language.ts'
import type { Language, Theme } from './language.ts'

/** Language, and light or dark: kept by this browser. */
export function Switches({
  action,
  token,
  kind,
  back,
  language,
  theme,
  words,
}: {
  readonly action: string
  readonly token: string | null
  readonly kind: string
  /** Where it leads back to. */
  readonly back: string
  readonly language: Language
  readonly theme: Theme
  readonly words: {
    readonly frame: { readonly language: string; readonly theme: string }
    readonly themes: Readonly<Record<Theme, string>>
  }
}) {
  return (
    <Form action={action} token={token} kind={kind}>
      <input type="hidden" name="back" value={back} />
      <div class="switch" role="group" aria-label={words.frame.language}>
        {languages.map((each) => (
          <button name="language" value={each} lang={each} aria-pressed={each === language}>
            {each === 'de' ? 'Deutsch' : 'English'}
          </button>
        ))}
      </div>
      <div class="switch" role="group" aria-label={words.frame.theme}>
        {themes.map((each) => (
          <button name="theme" value={each} aria-pressed={each === theme}>
            {words.themes[each]}
          </button>
        ))}
      </div>
    </Form>
  )
}
