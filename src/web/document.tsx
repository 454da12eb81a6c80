import type { Child } from 'hono/jsx'
import { icon, pageScript, styleSheet } from './asset.ts'
import type { Language, Theme } from './language.ts'

/** What a page is wrapped in, whoever it is for. */
export interface DocumentProps {
  readonly title: string
  readonly language: Language
  readonly theme: Theme
  /** The text of the link that leads past the head of the page. */
  readonly skip: string
  readonly children?: Child
}

/** Where the assets are served. */
export const assetPath = '/console/assets'

export function Document({ title, language, theme, skip, children }: DocumentProps) {
  return (
    <html lang={language} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href={`${assetPath}/${styleSheet.name}`} />
        <link rel="icon" type="image/svg+xml" href={`${assetPath}/${icon.name}`} />
        <script src={`${assetPath}/${pageScript.name}`} defer></script>
      </head>
      <body>
        <a class="skip" href="#content">
          {skip}
        </a>
        {children}
      </body>
    </html>
  )
}

/** The house's mark, a file that something is taken out of, beside whose house it is: the program's own, if nobody says. */
export function Brand({
  href,
  name = 'Auszug',
}: {
  readonly href: string
  readonly name?: string
}) {
  return (
    <a class="brand" href={href}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path fill="currentColor" d="M4 1h11l5 5v8h-3V7.500h-3.500V4H7v16h5v3H4z" />
        <path fill="currentColor" d="M14 17h4v-3l5 4.500-5 4.500v-3h-4z" />
      </svg>
      {name}
    </a>
  )
}
