import type { Browser, Seen } from './browser.ts'

/** What the sheet has shown, as its form carries it. */
export function shownBy({ html }: Seen): string {
  const value = /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? ''
  return value.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

/** Looks at what follows, then confirms it. */
export async function perform(
  browser: Browser,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ readonly sheet: Seen; readonly done: Seen }> {
  const sheet = await browser.send(path, fields)
  return { sheet, done: await browser.send(path, { ...fields, shown: shownBy(sheet) }) }
}
