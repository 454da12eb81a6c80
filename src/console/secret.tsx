import { Note } from '../web/note.tsx'
import type { StaffVisit } from './visit.ts'

/** A secret, what is said of it, and where it leads on from it. */
export type Secret = Readonly<Record<'title' | 'lead' | 'secret' | 'back', string>>

/** A page that shows a secret, once. */
export function secretPage({ words }: StaffVisit, { title, lead, secret, back }: Secret) {
  return {
    title,
    body: (
      <section class="sheet narrow">
        <h1>{title}</h1>
        <Note kind="ends">
          <p>{lead}</p>
        </Note>
        <p>
          <code>{secret}</code>
        </p>
        <div class="acts">
          <button class="second" type="button" data-copy={secret}>
            {words.frame.copy}
          </button>
          <a class="button" href={back}>
            {words.frame.back}
          </a>
        </div>
      </section>
    ),
  }
}
