/** The languages that pages are written in. */
export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]

export const themes = ['system', 'light', 'dark'] as const
/** Light or dark as the system says, or as somebody has chosen. */
export type Theme = (typeof themes)[number]

export function isLanguage(text: string): text is Language {
  return languages.some((each) => each === text)
}

export function isTheme(text: string): text is Theme {
  return themes.some((each) => each === text)
}

/**
 * The language to answer in: the chosen one, else the first of the browser's that there is, else English.
 *
 * @param accepted the Accept-Language header (RFC 9110, section 12.5.4).
 */
export function languageFor(chosen: string, accepted: string | null): Language {
  if (isLanguage(chosen)) return chosen
  const wanted = (accepted ?? '')
    .split(',')
    .map((each) => {
      const [tag = '', quality] = each.trim().split(/;\s*q=/)
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) if (isLanguage(language)) return language
  return 'en'
}
