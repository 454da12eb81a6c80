import { admins } from '../license/roles.ts'
import { dismissFailed, failedDeliveries, redeliverFailed, tryWebhook } from '../store/delivery.ts'
import type { FailingWebhook } from '../store/delivery.ts'
import { editWebhook, readWebhook, removeWebhook, rotateSecret } from '../store/webhook.ts'
import type { Webhook } from '../store/webhook.ts'
import { Form } from '../web/form.tsx'
import { Head } from './head.tsx'
import { Note } from '../web/note.tsx'
import { secretPage } from './secret.tsx'
import { named, page } from './visit.ts'
import type { Shown, StaffVisit } from './visit.ts'
import { Deliveries } from './webhook-deliveries.tsx'
import { nameOf, WebhookState, When, whenIn } from './webhook-state.tsx'

const day = 86_400_000

export const webhookPages = [
  page('GET', '/console/webhooks/:webhook', admins, webhookPage),
  act('test', async ({ deps, now }, id) => {
    const message = await tryWebhook(deps.db, id, now)
    return { to: `/console/webhooks/${id}/deliveries/${message}` }
  }),
  act('secret', async (visit, id) => {
    const { deps, now, words, person } = visit
    const until = now + day
    const { webhook, secret } = await rotateSecret(deps.db, deps.kek, id, until, person, now)
    return secretPage(visit, {
      title: words.webhooks.shown(nameOf(webhook)),
      lead: words.webhooks.shownLead,
      secret,
      back: `/console/webhooks/${id}`,
    })
  }),
  act('enabling', (visit, id) => switched(visit, id, true)),
  act('disabling', (visit, id) => switched(visit, id, false)),
  act('removal', async ({ deps, person, now }, id) => {
    if ((await readWebhook(deps.db, id)).disabledAt === null)
      return { to: `/console/webhooks/${id}` }
    await removeWebhook(deps.db, id, person, now)
    return { to: '/console/webhooks' }
  }),
  act('resend', async ({ deps, now }, id) => {
    await redeliverFailed(deps.db, id, now)
    return { to: `/console/webhooks/${id}` }
  }),
  act('dismissal', async ({ deps, now }, id) => {
    await dismissFailed(deps.db, id, now)
    return { to: `/console/webhooks/${id}` }
  }),
]

function act(path: string, work: (visit: StaffVisit, id: string) => Promise<Shown>) {
  return page('POST', `/console/webhooks/:webhook/${path}`, admins, (visit) =>
    work(visit, named(visit, 'webhook')),
  )
}

async function switched(
  { deps, person, now }: StaffVisit,
  id: string,
  enabled: boolean,
): Promise<Shown> {
  await editWebhook(deps.db, id, person, now, () => ({ enabled }))
  return { to: `/console/webhooks/${id}` }
}

async function webhookPage(visit: StaffVisit) {
  const { deps, words, person } = visit
  const text = words.webhooks
  const webhook = await readWebhook(deps.db, named(visit, 'webhook'))
  const at = `/console/webhooks/${webhook.id}`
  const failing = (await failedDeliveries(deps.db)).find((each) => each.webhook === webhook.id)
  return {
    title: nameOf(webhook),
    body: (
      <>
        <Head
          title={nameOf(webhook)}
          path={[
            ['/console/access', words.places.access],
            ['/console/webhooks', text.title],
          ]}
          line={<WebhookState visit={visit} webhook={webhook} />}
        >
          <Form action={`${at}/test`} token={person.formToken} kind="acts">
            <button>{text.try}</button>
          </Form>
          <a class="button second" href={`${at}/edit`}>
            {text.edit}
          </a>
        </Head>
        {failing !== undefined && <Failing visit={visit} failing={failing} />}
        <Facts visit={visit} webhook={webhook} />
        <Deliveries visit={visit} webhook={webhook} />
        <Deeds visit={visit} webhook={webhook} />
      </>
    ),
  }
}

/** What a person is to look at, and what can be done about it. */
function Failing({
  visit,
  failing: { webhook, givenUp, goneAt },
}: {
  readonly visit: StaffVisit
  readonly failing: FailingWebhook
}) {
  const { words, person } = visit
  const text = words.webhooks
  const at = `/console/webhooks/${webhook}`
  return (
    <Note kind="wrong">
      {goneAt !== null && <p>{text.goneNote(whenIn(visit, goneAt))}</p>}
      {givenUp > 0 && (
        <>
          <p>{text.failedNote(givenUp)}</p>
          <div class="acts">
            <Form action={`${at}/resend`} token={person.formToken} kind="acts">
              <button class="second">{text.resendAll}</button>
            </Form>
            <Form action={`${at}/dismissal`} token={person.formToken} kind="acts">
              <button class="second">{text.dismiss}</button>
            </Form>
          </div>
        </>
      )}
    </Note>
  )
}

function Facts({ visit, webhook }: { readonly visit: StaffVisit; readonly webhook: Webhook }) {
  const text = visit.words.webhooks
  const { url, eventTypes: types, formerUntil, createdAt } = webhook
  const isChanging = formerUntil !== null && formerUntil > visit.now
  return (
    <section class="sheet">
      <dl class="facts">
        <dt>{text.url}</dt>
        <dd>
          <code>{url}</code>
        </dd>
        <dt>{text.told}</dt>
        <dd>{types === null ? text.toldAll : <code>{types.join(', ')}</code>}</dd>
        <dt>{text.secret}</dt>
        <dd>
          {text.secretKept}
          {isChanging && `; ${text.formerUntil(whenIn(visit, formerUntil))}`}
        </dd>
        <dt>{text.since}</dt>
        <dd>
          <When visit={visit} at={createdAt} />
        </dd>
      </dl>
    </section>
  )
}

/** What is done seldom, each with what follows from it. */
function Deeds({ visit, webhook }: { readonly visit: StaffVisit; readonly webhook: Webhook }) {
  const { words, person } = visit
  const text = words.webhooks
  const at = `/console/webhooks/${webhook.id}`
  const isOn = webhook.disabledAt === null
  const deeds = [
    ['secret', text.rotate, text.rotateLead, 'second'],
    // Only what is disabled is removed: nobody loses by one click what a system still counts on.
    ...(isOn
      ? ([['disabling', text.disable, text.disableLead, 'second']] as const)
      : ([
          ['enabling', text.enable, text.enableLead, 'second'],
          ['removal', text.remove, text.removeLead, 'grave'],
        ] as const)),
  ] as const
  return (
    <section class="sheet">
      <h2>{text.more}</h2>
      <div class="deeds">
        {deeds.map(([path, label, lead, kind]) => (
          <div class="deed">
            <div>
              <h3>{label}</h3>
              <p>{lead}</p>
            </div>
            <Form action={`${at}/${path}`} token={person.formToken} kind="acts">
              <button class={kind}>{label}</button>
            </Form>
          </div>
        ))}
      </div>
    </section>
  )
}
