import type { Child } from 'hono/jsx'
import { inZone, instantOf } from '../license/calendar.ts'
import type { Dossier } from '../token/dossier.ts'
import { dayAndTime } from '../web/day.ts'
import type { Visit } from './visit.ts'

/** Who reads it, in which language; and what it says. */
export interface Reading {
  readonly visit: Pick<Visit, 'words' | 'language'>
  readonly dossier: Dossier
}

/** A numbered part of the file; where nothing is on record, it says so. */
export function Part({
  title,
  empty,
  children,
}: {
  readonly title: string
  /** What to say instead; null where there is something. */
  readonly empty: string | null
  readonly children?: Child
}) {
  return (
    <section>
      <h2>{title}</h2>
      {empty === null ? children : <p class="quiet">{empty}</p>}
    </section>
  )
}

/** An instant of the file as the license's own days have it. */
export function timeIn({ visit, dossier }: Reading, at: string): string {
  const instant = instantOf(at)
  if (instant === null) return at
  return dayAndTime(inZone(instant, dossier.license.time_zone), visit.language)
}

/** Hashes are compared by eye in groups. */
export function Hash({ text }: { readonly text: string }) {
  return <code class="hash">{(text.match(/.{1,8}/g) ?? []).join(' ')}</code>
}
