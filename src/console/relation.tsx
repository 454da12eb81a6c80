import { dateAt } from '../license/calendar.ts'
import { admins } from '../license/roles.ts'
import type { KnownCustomer } from '../store/customer.ts'
import { endRelation, resumeRelation } from '../store/ended-relation.ts'
import { readCustomer } from '../store/read-customer.ts'
import { longDay } from '../web/day.ts'
import { Form } from '../web/form.tsx'
import { optionalReasonIn, ReasonField, reasonIn } from './act-fields.tsx'
import { nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { WrongNote } from './wrong-note.tsx'

const path = '/console/customers/:customer/relation'

export const relationPages = [
  page('GET', path, admins, (visit) => relationPage(visit, nothingWrong)),
  page('POST', path, admins, (visit) =>
    orAgain(
      visit,
      async () => {
        const { deps, now, person } = visit
        const { id } = await readCustomer(deps.db, named(visit, 'customer'))
        await endRelation(deps.db, id, reasonIn(visit), person, now)
        return { to: `/console/customers/${id}` }
      },
      (wrongs) => relationPage(visit, wrongs),
    ),
  ),
  page('POST', `${path}/resumption`, admins, async (visit) => {
    const { deps, now, person } = visit
    const { id } = await readCustomer(deps.db, named(visit, 'customer'))
    await resumeRelation(deps.db, id, optionalReasonIn(visit), person, now)
    return { to: `/console/customers/${id}` }
  }),
]

/** Ends the relation with a customer, or takes its end back: whichever can be done now. */
async function relationPage(visit: StaffVisit, wrongs: Wrongs) {
  const { deps, words, person } = visit
  const customer = await readCustomer(deps.db, named(visit, 'customer'))
  const text = words.relation
  const at = `/console/customers/${customer.id}`
  const isEnded = customer.endedRelation !== null
  const title = isEnded ? text.resume : text.end
  return {
    title,
    body: (
      <>
        <Head
          title={title}
          path={[
            ['/console/customers', words.places.customers],
            [at, customer.name],
          ]}
        />
        <section class="sheet narrow">
          <WrongNote visit={visit} wrongs={wrongs} pointers={['/reason']} />
          <div class="hero">
            <p class="when">{isEnded ? text.goesOn(customer.name) : text.ends(customer.name)}</p>
            <p>{isEnded ? text.resumeMeans : text.endMeans}</p>
          </div>
          <Form
            action={isEnded ? `${at}/relation/resumption` : `${at}/relation`}
            token={person.formToken}
          >
            <ReasonField visit={visit} wrongs={wrongs} />
            <div class="acts">
              <button {...(!isEnded && { class: 'grave' })}>
                {isEnded ? text.resumeDo : text.endDo}
              </button>
              <a class="button plain" href={at}>
                {words.frame.cancel}
              </a>
            </div>
          </Form>
        </section>
      </>
    ),
  }
}

/** That the relation is ended, since when and why; null while it goes on. */
export function endedSentence(
  { words, language }: Pick<StaffVisit, 'words' | 'language'>,
  { endedRelation }: KnownCustomer,
): string | null {
  if (endedRelation === null) return null
  const { since, reason } = endedRelation
  return words.relation.endedSince(longDay(dateAt(since, 'UTC'), language), reason)
}
