import { admins, sellers } from '../license/roles.ts'
import type { KnownCustomer } from '../store/customer.ts'
import { Note } from '../web/note.tsx'
import { endedSentence } from './relation.tsx'
import { may } from './visit.ts'
import type { StaffVisit } from './visit.ts'

interface Parts {
  readonly visit: StaffVisit
  readonly customer: KnownCustomer
}

/** What can be done about a customer, by the role that may. */
export function CustomerActs({ visit, customer }: Parts) {
  const { words } = visit
  const at = `/console/customers/${customer.id}`
  if (!may(visit, sellers)) return null
  return (
    <>
      <a class="button second" href={`${at}/issue`}>
        {words.issue.title}
      </a>
      <a class="button second" href={`${at}/edit`}>
        {words.customerForm.edit}
      </a>
      {may(visit, admins) && (
        <details class="more">
          <summary class="button second">{words.acts.more}</summary>
          <div>
            <ul>
              {[
                [
                  'relation',
                  customer.endedRelation === null ? words.relation.end : words.relation.resume,
                ],
                ['merge', words.merge.title],
                ['erasure', words.erasure.title],
              ].map(([path, label]) => (
                <li>
                  <a href={`${at}/${path}`}>{label}</a>
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </>
  )
}

/** That the relation with a customer is ended, where it is. */
export function RelationNote({ visit, customer }: Parts) {
  const sentence = endedSentence(visit, customer)
  if (sentence === null) return null
  return (
    <Note kind="ends">
      <p>{sentence}</p>
      <p>{visit.words.relation.endMeans}</p>
    </Note>
  )
}
