import { sql } from 'kysely'
import type { License, LicenseId } from '../license/license.ts'
import type { Known, RecordedEvent } from '../license/occasion.ts'
import { asOf } from '../license/past.ts'
import type { LetterLanguage } from '../license/warning.ts'
import { findCustomer } from './customer.ts'
import type { Customer } from './customer.ts'
import type { Database } from './database.ts'
import { holderAt } from './holder.ts'
import { loadLicenses } from './load-licenses.ts'
import { findPlan } from './plan.ts'
import { findProduct } from './product.ts'
import { findProposal } from './proposal.ts'
import type { EventId } from './tables.ts'

/** What the letters of an event are written from. */
export interface LetterSource {
  readonly event: RecordedEvent & { readonly id: EventId }
  /** As it was known when the event was recorded. */
  readonly license: License
  /** Whose the license was by the event. */
  readonly customer: Customer
  /** The product's name, and the plan's. */
  readonly product: string
  readonly plan: string
  /** Whether the license was issued to start with its first activation. */
  readonly waited: boolean
  /** Whose it was before, where the event hands it over. */
  readonly giver: Customer | null
  /** What an event about a proposal is about, and who of the customer's answered it. */
  readonly proposal: Known['proposal']
  /** A warning's words and their language, where they go by mail. */
  readonly warning: { readonly text: string; readonly language: LetterLanguage } | null
}

/** Null for an event that there is not. */
export async function readLetterSource(db: Database, event: string): Promise<LetterSource | null> {
  const { rows } = await sql<Row>`
    select
      e.id, e.type, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.data, e.license,
      case when e.type = 'license.transferred' then coalesce(m.merged_into, e.data ->> 'to')
        else ${holderAt(sql`e.license`, sql`t.n >= e.n`)}
      end as customer,
      case when e.type = 'license.transferred' then coalesce(g.merged_into, e.data ->> 'from') end as giver,
      e.data ->> 'proposal' as proposal,
      exists (
        select from events i
        where i.license = e.license and i.type = 'license.issued' and i.data ? 'start_by'
      ) as waited,
      (
        select json_build_object('text', p.value, 'language', w.language)
        from warnings w join event_personal p on p.event = w.event and p.field = 'text'
        where w.event = e.id and w.delivery = 'mail'
      ) as warning
    from events e
      left join merged_customers m on m.id = e.data ->> 'to'
      left join merged_customers g on g.id = e.data ->> 'from'
    where e.id = ${event}`.execute(db)
  const [row] = rows
  if (row === undefined) return null
  const [kept] = await loadLicenses(db, [row.license])
  const customer = await findCustomer(db, row.customer)
  if (kept === undefined || customer === null) throw new TypeError('a license is somebody’s')
  const license = asOf(kept.license, row.recordedAt)
  const plan = await findPlan(db, license.plan)
  const product = await findProduct(db, license.product)
  const { waited, warning, giver, proposal, ...recorded } = row
  return {
    event: recorded,
    license,
    customer,
    product: product?.name ?? license.productCode,
    plan: plan?.name ?? license.planCode,
    waited,
    warning,
    giver: giver === null ? null : await findCustomer(db, giver),
    proposal: proposal === null ? null : await proposalOf(db, license.id, proposal, customer),
  }
}

/** Null once the license is another customer's: what was asked of the one before is told nobody any more. */
async function proposalOf(
  db: Database,
  license: LicenseId,
  id: string,
  { contacts }: Customer,
): Promise<Known['proposal']> {
  const made = await findProposal(db, license, id)
  if (made === null) return null
  const answering = contacts.find((contact) => contact.id === made.answeredBy)
  return { made, answeredBy: answering?.name ?? null }
}

type Row = RecordedEvent &
  Pick<LetterSource, 'waited' | 'warning'> & {
    readonly id: EventId
    readonly license: LicenseId
    readonly customer: string
    readonly giver: string | null
    readonly proposal: string | null
  }
