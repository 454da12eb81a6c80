import { admins } from '../license/roles.ts'
import { failedDeliveries } from '../store/delivery.ts'
import { listWebhooks } from '../store/webhook.ts'
import type { Webhook } from '../store/webhook.ts'
import { deliveryPages } from './delivery.tsx'
import { Head } from './head.tsx'
import { cursorIn, Pager, pageSize } from './pager.tsx'
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

async function listPage(visit: StaffVisit) {
  const { deps, words } = visit
  const text = words.webhooks
  const list = await listWebhooks(deps.db, { after: cursorIn(visit), limit: pageSize })
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
          {isEmpty ? (
            <Nothing visit={visit} />
          ) : (
            <WebhookTable visit={visit} webhooks={list.data} failing={failing} />
          )}
          <Pager visit={visit} next={list.next} />
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
}: {
  readonly visit: StaffVisit
  readonly webhooks: readonly Webhook[]
  readonly failing: ReadonlyMap<string, number>
}) {
  const text = visit.words.webhooks
  return (
    <Rows<Webhook>
      items={webhooks}
      columns={[
        {
          head: text.description,
          cell: (each) => (
            <>
              <a href={`/console/webhooks/${each.id}`}>{nameOf(each)}</a>
              <br />
              <span class="quiet small address">{each.url}</span>
            </>
          ),
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
          cell: ({ createdAt }) => <When visit={visit} at={createdAt} />,
        },
      ]}
    />
  )
}
