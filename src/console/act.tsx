import type { Child } from 'hono/jsx'
import type { Role } from '../license/actor.ts'
import type { Outcome } from '../license/event.ts'
import type { Instant, License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import type { EventRecord } from '../store/append-events.ts'
import type { Database } from '../store/database.ts'
import { changeLicense } from '../store/license.ts'
import { readLicense } from '../store/read-license.ts'
import { Form } from '../web/form.tsx'
import { nothingWrong, wrongsIn } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { Note } from '../web/note.tsx'
import { filled, named, page } from './visit.ts'
import type { Page, StaffVisit } from './visit.ts'
import type { Words } from './words/words.ts'
import { WrongNote } from './wrong-note.tsx'

/** What will be so, for people: with its date, what that means, and the button that makes it so. */
export interface Consequence {
  readonly when: string
  readonly means: readonly string[]
  readonly button: string
}

/** What a sheet shows its fields by. */
export interface SheetParts<Known> {
  readonly visit: StaffVisit
  readonly license: License
  readonly known: Known
  readonly wrongs: Wrongs
}

/**
 * Something that can be done to a license. Its sheet says what follows before anything has; what follows from something else than
 * was shown is shown first, and recorded when it is confirmed.
 */
export interface Act<Asked, Known = null> {
  /** Its place below the license’s address. */
  readonly path: string
  readonly who: readonly Role[]
  readonly title: (words: Words, license: License) => string
  /** What else is looked up for it. */
  readonly know: (visit: StaffVisit, license: License) => Promise<Known>
  /** @throws Problem unfit */
  readonly read: (visit: StaffVisit, license: License, known: Known) => Asked | Promise<Asked>
  /** @throws Problem */
  readonly run: (
    license: License,
    asked: Asked,
    now: Instant,
    trx: Database,
  ) => Outcome | Promise<Outcome>
  readonly told: (
    visit: StaffVisit,
    turn: { readonly before: License; readonly after: License },
    asked: Asked,
    known: Known,
  ) => Consequence
  /** Keeps it where more is to be kept than the license. */
  readonly keep?: (
    visit: StaffVisit,
    license: License,
    asked: Asked,
  ) => Promise<{ readonly recorded: readonly EventRecord[] }>
  readonly Fields?: (parts: SheetParts<Known>) => Child
  /** The members that its fields show what is wrong with. */
  readonly pointers: readonly string[]
  /** It takes something away. */
  readonly grave?: true
}

/** An act as the license’s page offers it, while the license is so that it can be done. */
export interface Offer {
  readonly act: Pick<Act<never>, 'path' | 'who'>
  readonly label: (words: Words, license: License) => string
  readonly isOffered: (license: License, now: Instant) => boolean
}

/** Whether the law would take a command; one that it refuses is not offered. */
export function isPossible(command: () => unknown): boolean {
  try {
    command()
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** The sheet of an act, and what sending it does. */
export function actPages<Asked, Known>(act: Act<Asked, Known>): readonly Page[] {
  const path = `/console/licenses/:license/${act.path}`
  return [
    page('GET', path, act.who, (visit) => sheet(visit, act, { wrongs: nothingWrong })),
    page('POST', path, act.who, (visit) => perform(visit, act)),
  ]
}

/** What somebody was shown is not what would follow: nothing is recorded, and they look again. */
class NotYetSeen extends Error {}

async function perform<Asked, Known>(visit: StaffVisit, act: Act<Asked, Known>) {
  const { deps, now, person } = visit
  const { license } = await readLicense(deps.db, named(visit, 'license'), now)
  const known = await act.know(visit, license)
  try {
    const asked = await act.read(visit, license, known)
    const { recorded } = await changed(visit, act, license, asked, known)
    const done = recorded.find(({ actor }) => actor === person.id)?.hash.slice(0, 8)
    const at = `/console/licenses/${license.id}`
    return { to: done === undefined ? at : `${at}?done=${done}` }
  } catch (error) {
    if (error instanceof NotYetSeen)
      return sheet(visit, act, { wrongs: nothingWrong, isToConfirm: true })
    const wrongs = wrongsIn(visit, error)
    if (wrongs === null) throw error
    return { ...(await sheet(visit, act, { wrongs })), status: 422 }
  }
}

/** Does it, if what follows is what was shown. */
async function changed<Asked, Known>(
  visit: StaffVisit,
  act: Act<Asked, Known>,
  license: License,
  asked: Asked,
  known: Known,
): Promise<{ readonly recorded: readonly EventRecord[] }> {
  const { deps, now, person } = visit
  const check = (before: License, after: License): void => {
    const consequence = act.told(visit, { before, after }, asked, known)
    if (visit.form['look'] !== undefined || seal(consequence) !== filled(visit, 'shown'))
      throw new NotYetSeen()
  }
  if (act.keep !== undefined) {
    check(license, (await act.run(license, asked, now, deps.db)).license)
    return act.keep(visit, license, asked)
  }
  return changeLicense<Outcome>(deps.db, license.id, now, person, async (before, _, trx) => {
    const outcome = await act.run(before, asked, now, trx)
    check(before, outcome.license)
    return outcome
  })
}

/** By what is shown it is known whether it was. */
function seal({ when, means, button }: Consequence): string {
  return [when, ...means, button].join(' · ')
}

async function sheet<Asked, Known>(
  visit: StaffVisit,
  act: Act<Asked, Known>,
  { wrongs, isToConfirm = false }: { readonly wrongs: Wrongs; readonly isToConfirm?: boolean },
) {
  const { deps, words, now } = visit
  const { license } = await readLicense(deps.db, named(visit, 'license'), now)
  const known = await act.know(visit, license)
  const title = act.title(words, license)
  const consequence = wrongs.some ? null : await foreseen(visit, act, license, known)
  return {
    title,
    body: (
      <>
        <Head title={title} path={await pathToLicense(deps.db, license)} />
        <section class="sheet narrow">
          <WrongNote visit={visit} wrongs={wrongs} pointers={act.pointers} />
          {isToConfirm && (
            <Note kind="ends">
              <p>{words.acts.confirm}</p>
            </Note>
          )}
          {consequence !== null && (
            <div class="hero">
              <p class="when">{consequence.when}</p>
              {consequence.means.map((each) => (
                <p>{each}</p>
              ))}
            </div>
          )}
          <ActForm
            visit={visit}
            act={act}
            consequence={consequence}
            back={`/console/licenses/${license.id}`}
            fields={act.Fields?.({ visit, license, known, wrongs })}
          />
        </section>
      </>
    ),
  }
}

/**
 * What would follow from what is filled in so far; null where that is not enough to say.
 *
 * @throws Problem where it cannot be done at all
 */
async function foreseen<Asked, Known>(
  visit: StaffVisit,
  act: Act<Asked, Known>,
  license: License,
  known: Known,
): Promise<Consequence | null> {
  const { deps, now } = visit
  try {
    const asked = await act.read(visit, license, known)
    const { license: after } = await act.run(license, asked, now, deps.db)
    return act.told(visit, { before: license, after }, asked, known)
  } catch (error) {
    if (error instanceof Problem && error.code === 'unfit') return null
    throw error
  }
}

function ActForm<Asked, Known>({
  visit,
  act,
  consequence,
  back,
  fields,
}: {
  readonly visit: StaffVisit
  readonly act: Act<Asked, Known>
  readonly consequence: Consequence | null
  readonly back: string
  readonly fields: Child
}) {
  const { words, person, here } = visit
  const [action = here] = here.split('?')
  return (
    <Form action={action} token={person.formToken}>
      {fields}
      <div class="acts">
        {consequence === null ? (
          <button name="look" value="1">
            {words.acts.look}
          </button>
        ) : (
          <>
            <input type="hidden" name="shown" value={seal(consequence)} />
            <button {...(act.grave === true && { class: 'grave' })}>{consequence.button}</button>
          </>
        )}
        <a class="button plain" href={back}>
          {words.frame.cancel}
        </a>
      </div>
    </Form>
  )
}
