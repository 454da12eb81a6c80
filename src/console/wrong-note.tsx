import type { Wrongs } from './fit.ts'
import { Note } from '../web/note.tsx'
import type { Visit } from './visit.ts'

/** Above a form that did not fit: that it did not, and what no field of it can say. */
export function WrongNote({
  visit: { words },
  wrongs,
  pointers,
}: {
  readonly visit: Pick<Visit, 'words'>
  readonly wrongs: Wrongs
  /** The members that fields below show what is wrong with. */
  readonly pointers: readonly string[]
}) {
  if (!wrongs.some) return null
  return (
    <Note kind="wrong">
      <p>{words.misfits.lead}</p>
      {wrongs.beside(pointers).map((each) => (
        <p>{each}</p>
      ))}
    </Note>
  )
}
