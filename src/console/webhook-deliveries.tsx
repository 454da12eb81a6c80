import { eventTypes } from '../license/event.ts'
import { listDeliveries, trialType } from '../store/delivery.ts'
import type { Delivery } from '../store/delivery.ts'
import { licenseHolders } from '../store/license-holder.ts'
import type { Webhook } from '../store/webhook.ts'
import { Field, Select } from '../web/form.tsx'
import { filterIn, List } from './list.tsx'
import { cursorIn, pageSize } from './pager.tsx'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import type { StaffVisit } from './visit.ts'
import { answerInWords, DeliveryState, When } from './webhook-state.tsx'

const filterNames = ['state', 'type', 'license'] as const
const states = ['waiting', 'delivered', 'failed'] as const

/** What a webhook was told, and how it went. */
export async function Deliveries({
  visit,
  webhook,
}: {
  readonly visit: StaffVisit
  readonly webhook: Webhook
}) {
  const text = visit.words.webhooks
  const chosen = filterIn(visit, filterNames)
  const list = await listDeliveries(visit.deps.db, webhook.id, {
    state: states.find((each) => each === chosen['state']),
    type: chosen['type'],
    license: chosen['license'],
    after: cursorIn(visit),
    limit: pageSize,
  })
  const licenses = list.data.flatMap(({ license }) => license ?? [])
  const holders = await licenseHolders(visit.deps.db, licenses)
  return (
    <section class="sheet" id="deliveries">
      <h2>{text.deliveries}</h2>
      <List
        visit={visit}
        name="deliveries"
        within={{ webhook: webhook.id }}
        filter={{ names: filterNames, fields: <Fields visit={visit} chosen={chosen} /> }}
        next={list.next}
        isEmpty={list.data.length === 0}
        none={
          <div class="empty">
            <h3>{text.noDelivery}</h3>
            <p class="quiet">{text.noDeliveryLead}</p>
          </div>
        }
      >
        <Rows<Delivery> items={list.data} columns={columnsOf(visit, holders)} />
      </List>
    </section>
  )
}

function Fields({
  visit: { words },
  chosen,
}: {
  readonly visit: StaffVisit
  readonly chosen: Readonly<Record<string, string>>
}) {
  const text = words.webhooks
  const types = [...Object.keys(eventTypes), trialType]
  return (
    <>
      <Select
        name="state"
        label={text.state}
        options={[['', text.any], ...states.map((each) => [each, text.delivery[each]] as const)]}
        chosen={chosen['state']}
      />
      <Select
        name="type"
        label={text.type}
        options={[['', text.any], ...types.map((each) => [each, each] as const)]}
        chosen={chosen['type']}
      />
      <Field name="license" label={text.license} value={chosen['license']} />
    </>
  )
}

function columnsOf(
  visit: StaffVisit,
  holders: ReadonlyMap<string, { readonly name: string }>,
): Column<Delivery>[] {
  const text = visit.words.webhooks
  return [
    {
      head: text.when,
      cell: ({ webhook, message, recordedAt }) => (
        <a href={`/console/webhooks/${webhook}/deliveries/${message}`}>
          <When visit={visit} at={recordedAt} />
        </a>
      ),
    },
    { head: text.type, cell: ({ type }) => <code class="whole">{type}</code> },
    {
      head: text.license,
      cell: ({ license }) =>
        license === null ? (
          text.unset
        ) : (
          <a href={`/console/licenses/${license}`}>{holders.get(license)?.name ?? license}</a>
        ),
    },
    { head: text.state, cell: (each) => <DeliveryState visit={visit} delivery={each} /> },
    { head: text.answer, cell: (each) => answerInWords(visit, each) },
    { head: text.attempts, isNumber: true, cell: ({ attempts }) => attempts },
  ]
}
