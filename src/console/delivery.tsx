import { admins } from '../license/roles.ts'
import { readDelivery, redeliver } from '../store/delivery.ts'
import type { DeliveryAttempt, WholeDelivery } from '../store/delivery.ts'
import { readWebhook } from '../store/webhook.ts'
import { Form } from '../web/form.tsx'
import { Head } from './head.tsx'
import { Rows } from './rows.tsx'
import { named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { answerInWords, DeliveryState, nameOf, When } from './webhook-state.tsx'

const at = '/console/webhooks/:webhook/deliveries/:delivery'

export const deliveryPages = [
  page('GET', at, admins, deliveryPage),
  page('POST', at, admins, async (visit) => {
    const [webhook, message] = [named(visit, 'webhook'), named(visit, 'delivery')]
    await redeliver(visit.deps.db, webhook, message, visit.now)
    return { to: `/console/webhooks/${webhook}/deliveries/${message}` }
  }),
]

async function deliveryPage(visit: StaffVisit) {
  const { deps, words, person, here } = visit
  const text = words.webhooks
  const webhook = await readWebhook(deps.db, named(visit, 'webhook'))
  const delivery = await readDelivery(deps.db, webhook.id, named(visit, 'delivery'))
  const isWaiting = delivery.state === 'waiting'
  return {
    title: delivery.type,
    body: (
      <>
        <Head
          title={<code>{delivery.type}</code>}
          path={[
            ['/console/access', words.places.access],
            ['/console/webhooks', text.title],
            [`/console/webhooks/${webhook.id}`, nameOf(webhook)],
          ]}
          line={<DeliveryState visit={visit} delivery={delivery} />}
        >
          {isWaiting && (
            <a class="button" href={here}>
              {text.lookAgain}
            </a>
          )}
          {!isWaiting && (
            <Form action={here} token={person.formToken} kind="acts">
              <button>{text.resend}</button>
            </Form>
          )}
        </Head>
        <Facts visit={visit} delivery={delivery} />
        <Attempts visit={visit} tried={delivery.tried} />
        <Sent visit={visit} delivery={delivery} />
      </>
    ),
  }
}

function Facts({
  visit,
  delivery,
}: {
  readonly visit: StaffVisit
  readonly delivery: WholeDelivery
}) {
  const text = visit.words.webhooks
  const { message, license, recordedAt, dueAt } = delivery
  return (
    <section class="sheet">
      <dl class="facts">
        <dt>{text.id}</dt>
        <dd>
          <code>{message}</code>
        </dd>
        <dt>{text.license}</dt>
        <dd>
          {license === null ? (
            text.unset
          ) : (
            <a class="mono" href={`/console/licenses/${license}`}>
              {license}
            </a>
          )}
        </dd>
        <dt>{text.when}</dt>
        <dd>
          <When visit={visit} at={recordedAt} />
        </dd>
        {dueAt !== null && (
          <>
            <dt>{text.next}</dt>
            <dd>{dueAt <= visit.now ? text.soon : <When visit={visit} at={dueAt} />}</dd>
          </>
        )}
      </dl>
      {dueAt === null && <p class="quiet small">{text.resendHint}</p>}
    </section>
  )
}

function Attempts({
  visit,
  tried,
}: {
  readonly visit: StaffVisit
  readonly tried: readonly DeliveryAttempt[]
}) {
  const text = visit.words.webhooks
  return (
    <section class="sheet">
      <h2>{text.attempts}</h2>
      {tried.length === 0 ? (
        <p class="quiet">{text.noAttempt}</p>
      ) : (
        <Rows<DeliveryAttempt>
          items={tried.toReversed()}
          columns={[
            { head: text.when, cell: (each) => <When visit={visit} at={each.at} /> },
            { head: text.answer, cell: (each) => answerInWords(visit, each) },
            { head: text.took, isNumber: true, cell: ({ ms }) => text.ms(ms) },
            {
              head: text.said,
              cell: ({ answer }) =>
                answer === null || answer === '' ? (
                  <span class="quiet">{text.saidNothing}</span>
                ) : (
                  <code>{answer}</code>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}

function Sent({
  visit: { words },
  delivery: { body, tried },
}: {
  readonly visit: StaffVisit
  readonly delivery: WholeDelivery
}) {
  const text = words.webhooks
  return (
    <section class="sheet">
      <h2>{text.sent}</h2>
      {body === null ? (
        <p class="quiet">{tried.some(({ ms }) => ms > 0) ? text.erased : text.notSent}</p>
      ) : (
        <pre class="sent" tabindex={0} aria-label={text.sent}>
          {spread(body)}
        </pre>
      )}
    </section>
  )
}

/** Line by line, for people: what was sent stands on one. */
function spread(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2)
}
