import type { Database } from '../store/database.ts'
import { findLogo } from '../store/vendor.ts'

/** A letter within a page: it has its own rules there, runs nothing and reaches nothing. */
export function LetterFrame({
  src,
  title,
  name,
}: {
  readonly src: string
  readonly title: string
  /** By which a form can show something else in it. */
  readonly name?: string
}) {
  return (
    <iframe
      class="letter-frame"
      sandbox=""
      src={src}
      title={title}
      {...(name !== undefined && { name })}
    />
  )
}

/** The letter's HTML with the logo in it, which a mail carries beside it. */
export async function withLogo(db: Database, html: string, logo: string | null): Promise<string> {
  const found = logo === null ? null : await findLogo(db, logo)
  if (found === null) return html
  const bytes = Buffer.from(found.bytes).toString('base64')
  return html.replaceAll('cid:logo', `data:${found.mediaType};base64,${bytes}`)
}
