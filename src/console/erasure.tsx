import { admins } from '../license/roles.ts'
import { eraseCustomer } from '../store/erase-customer.ts'
import { readCustomer } from '../store/read-customer.ts'
import { Form } from '../web/form.tsx'
import { ReasonField, reasonIn } from './act-fields.tsx'
import { nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { WrongNote } from './wrong-note.tsx'

const path = '/console/customers/:customer/erasure'

/** A customer's personal data goes (GDPR, article 17). */
export const erasurePages = [
  page('GET', path, admins, (visit) => erasurePage(visit, nothingWrong)),
  page('POST', path, admins, (visit) =>
    orAgain(
      visit,
      async () => {
        const { deps, now, person } = visit
        const customer = named(visit, 'customer')
        await eraseCustomer(deps.db, { customer, reason: reasonIn(visit) }, person, now)
        return { to: `/console/customers/${customer}` }
      },
      (wrongs) => erasurePage(visit, wrongs),
    ),
  ),
]

async function erasurePage(visit: StaffVisit, wrongs: Wrongs) {
  const { deps, words, person } = visit
  const { id, name } = await readCustomer(deps.db, named(visit, 'customer'))
  const text = words.erasure
  const at = `/console/customers/${id}`
  return {
    title: text.title,
    body: (
      <>
        <Head
          title={text.title}
          path={[
            ['/console/customers', words.places.customers],
            [at, name],
          ]}
        />
        <section class="sheet narrow">
          <WrongNote visit={visit} wrongs={wrongs} pointers={['/reason']} />
          <div class="hero">
            <p class="when">{text.what(name)}</p>
            <p>{text.goes}</p>
            <p>{text.stays}</p>
          </div>
          <p>
            <strong>{text.final}</strong>
          </p>
          <Form action={`${at}/erasure`} token={person.formToken}>
            <ReasonField visit={visit} wrongs={wrongs} hint={text.reasonHint} />
            <div class="acts">
              <button class="grave">{text.do}</button>
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
