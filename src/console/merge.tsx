import { admins } from '../license/roles.ts'
import type { KnownCustomer } from '../store/customer.ts'
import { mergeCustomers } from '../store/merge-customers.ts'
import { mostFound } from '../store/lookup.ts'
import type { Found } from '../store/lookup.ts'
import { licensesOfCustomer } from '../store/licenses-of-customer.ts'
import { readCustomer } from '../store/read-customer.ts'
import { Form } from '../web/form.tsx'
import { ReasonField, reasonIn } from './act-fields.tsx'
import { findByText } from './find.ts'
import { nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { filled, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { WrongNote } from './wrong-note.tsx'

const path = '/console/customers/:customer/merge'

/** More licenses than any customer has. */
const mostCounted = 100_000

/** Two records are one customer: first who the other is, then what becomes of both. */
export const mergePages = [
  page('GET', path, admins, async (visit) => {
    const from = await readCustomer(visit.deps.db, named(visit, 'customer'))
    const into = visit.query['into']
    return into === undefined
      ? whoPage(visit, from, null)
      : mergePage(visit, from, into, nothingWrong)
  }),
  page('POST', `${path}/find`, admins, async (visit) => {
    const { db } = visit.deps
    const from = await readCustomer(db, named(visit, 'customer'))
    const finding = await findByText(db, filled(visit, 'words'))
    const found = 'to' in finding ? [] : finding.found.filter(({ id }) => id !== from.id)
    return whoPage(visit, from, found.slice(0, mostFound))
  }),
  page('POST', path, admins, (visit) => {
    const { deps, now, person } = visit
    const from = named(visit, 'customer')
    const into = filled(visit, 'into')
    return orAgain(
      visit,
      async () => {
        await mergeCustomers(deps.db, { from, into, reason: reasonIn(visit) }, person, now)
        return { to: `/console/customers/${into}` }
      },
      async (wrongs) => mergePage(visit, await readCustomer(deps.db, from), into, wrongs),
    )
  }),
]

function MergeHead({
  visit: { words },
  from: { id, name },
}: {
  readonly visit: StaffVisit
  readonly from: KnownCustomer
}) {
  return (
    <Head
      title={words.merge.title}
      path={[
        ['/console/customers', words.places.customers],
        [`/console/customers/${id}`, name],
      ]}
    />
  )
}

/** @param found who is called as was typed; null before anything was. */
function whoPage(visit: StaffVisit, from: KnownCustomer, found: readonly Found[] | null) {
  const { words, person } = visit
  const text = words.merge
  const at = `/console/customers/${from.id}`
  return {
    title: text.title,
    body: (
      <>
        <MergeHead visit={visit} from={from} />
        <section class="sheet narrow">
          <p>{text.lead}</p>
          <Form action={`${at}/merge/find`} token={person.formToken} kind="filter finding">
            <div class="field">
              <label for="words">{text.find}</label>
              <input
                id="words"
                name="words"
                value={filled(visit, 'words')}
                required
                autocomplete="off"
                aria-describedby="words-hint"
              />
            </div>
            <button>{text.findDo}</button>
          </Form>
          <p id="words-hint" class="quiet small">
            {text.findHint}
          </p>
          {found?.length === 0 && <p>{text.nobody}</p>}
          {found?.map(({ id, name, licenses }) => (
            <article class="candidate">
              <div>
                <h2>{name}</h2>
                <p class="quiet small">{licenses.map(({ called }) => called).join(', ')}</p>
              </div>
              <a class="button" href={`${at}/merge?into=${id}`}>
                {text.choose}
              </a>
            </article>
          ))}
        </section>
      </>
    ),
  }
}

async function mergePage(visit: StaffVisit, from: KnownCustomer, named: string, wrongs: Wrongs) {
  const { deps, words, person } = visit
  const into = await readCustomer(deps.db, named)
  const text = words.merge
  const at = `/console/customers/${from.id}`
  const licenses = await licensesOfCustomer(deps.db, from.id, mostCounted)
  return {
    title: text.title,
    body: (
      <>
        <MergeHead visit={visit} from={from} />
        <section class="sheet narrow">
          <WrongNote visit={visit} wrongs={wrongs} pointers={['/reason']} />
          <div class="hero">
            <p class="when">{text.becomes(from.name, into.name)}</p>
            <p>{text.means(licenses.length, from.contacts.length)}</p>
          </div>
          <p>
            <strong>{text.final}</strong>
          </p>
          <Form action={`${at}/merge`} token={person.formToken}>
            <input type="hidden" name="into" value={into.id} />
            <ReasonField visit={visit} wrongs={wrongs} />
            <div class="acts">
              <button class="grave">{text.do(into.name)}</button>
              <a class="button plain" href={`${at}/merge`}>
                {text.others}
              </a>
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
