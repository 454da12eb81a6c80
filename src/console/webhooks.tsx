import { admins } from '../license/roles.ts'
import { failedDeliveries } from '../store/delivery.ts'
import { listWebhooks } from '../store/webhook.ts'
import type { Webhook } from '../store/webhook.ts'
import { deliveryPages } from './delivery.tsx'
import { Head } from './head.tsx'
import { List } from './list.tsx'
import { inOrder, orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn } from './pager.tsx'
import { Rows } from './rows.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { nameOf, WebhookState, When, Wrong } from './webhook-state.tsx'
import { webhookFormPages } from './webhook-form.tsx'
import { webhookPages as oneWebhookPages } from './webhook.tsx'

export const webhookPages = [
  page('GET', '/console/webhooks', admins, listPage),
  ...webhookFormPages,
  ...oneWebhookPages,
  ...deliveryPages,
]

/** So many stand in order on one page. */
const most = 200

const placeOf = {
  name: (each: Webhook) => nameOf(each),
  since: ({ createdAt }: Webhook) => createdAt,
}

async function listPage(visit: StaffVisit) {
  const { deps, words } = visit
  const text = words.webhooks
  const list = await listWebhooks(deps.db, { after: cursorIn(visit), limit: most })
  const order = orderingOf(visit, ['name', 'since'], { by: 'since', descending: false })
  const webhooks = inOrder(list.data, order, placeOf, visit.language)
  const failing = new Map(
    (await failedDeliveries(deps.db)).map(({ webhook, givenUp }) => [webhook, givenUp]),
  )
  const isEmpty = list.data.length === 0
  return {
    title: text.title,
    body: (
      <>
        <Head title={text.title} path={[['/console/access', words.places.access]]} line={text.lead}>
          {!isEmpty && (
            <a class="button" href="/console/new-webhook">
              {text.add}
            </a>
          )}
        </Head>
        <section class="sheet">
          <List
            visit={visit}
            name="webhooks"
            order={{ chosen: order, labels: { name: text.description, since: text.since } }}
            next={list.next}
            isEmpty={isEmpty}
            none={<Nothing visit={visit} />}
          >
            <WebhookTable visit={visit} webhooks={webhooks} failing={failing} order={order} />
          </List>
        </section>
      </>
    ),
  }
}

function Nothing({ visit: { words } }: { readonly visit: StaffVisit }) {
  return (
    <div class="empty">
      <h2>{words.webhooks.none}</h2>
      <p class="quiet">{words.webhooks.noneLead}</p>
      <a class="button" href="/console/new-webhook">
        {words.webhooks.add}
      </a>
    </div>
  )
}

function WebhookTable({
  visit,
  webhooks,
  failing,
  order,
}: {
  readonly visit: StaffVisit
  readonly webhooks: readonly Webhook[]
  readonly failing: ReadonlyMap<string, number>
  readonly order: Ordering<'name' | 'since'>
}) {
  const text = visit.words.webhooks
  return (
    <Rows<Webhook>
      items={webhooks}
      columns={[
        {
          head: text.description,
          order: order.link('name'),
          cell: (each) => <Name webhook={each} />,
        },
        {
          head: text.told,
          cell: ({ eventTypes: types }) =>
            types === null ? text.toldAll : text.toldSome(types.length),
        },
        {
          head: text.state,
          cell: (each) => <WebhookState visit={visit} webhook={each} />,
        },
        {
          head: text.failed,
          cell: ({ id }) => {
            const count = failing.get(id) ?? 0
            return count === 0 ? text.unset : <Wrong>{String(count)}</Wrong>
          },
        },
        {
          head: text.since,
          order: order.link('since'),
          cell: ({ createdAt }) => <When visit={visit} at={createdAt} />,
        },
      ]}
    />
  )
}

function Name({ webhook }: { readonly webhook: Webhook }) {
  return (
    <>
      <a href={`/console/webhooks/${webhook.id}`}>{nameOf(webhook)}</a>
      <br />
      <span class="quiet small address">{webhook.url}</span>
    </>
  )
}
