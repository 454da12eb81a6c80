import { admins } from '../license/roles.ts'
import { eventTypes } from '../license/event.ts'
import {
  dismissFailed,
  failedDeliveries,
  listDeliveries,
  redeliverFailed,
  trialType,
  tryWebhook,
} from '../store/delivery.ts'
import type { Delivery, FailingWebhook } from '../store/delivery.ts'
import { licenseHolders } from '../store/license-holder.ts'
import { editWebhook, readWebhook, removeWebhook, rotateSecret } from '../store/webhook.ts'
import type { Webhook } from '../store/webhook.ts'
import { Field, Form, Select } from '../web/form.tsx'
import { Head } from './head.tsx'
import { filterIn, List } from './list.tsx'
import { Note } from '../web/note.tsx'
import { cursorIn, pageSize } from './pager.tsx'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { secretPage } from './secret.tsx'
import { named, page } from './visit.ts'
import type { Shown, StaffVisit } from './visit.ts'
import {
  answerInWords,
  DeliveryState,
  nameOf,
  WebhookState,
  When,
  whenIn,
} from './webhook-state.tsx'

const day = 86_400_000

export const webhookPages = [
  page('GET', '/console/webhooks/:webhook', admins, webhookPage),
  act('test', async ({ deps, now }, id) => {
    const message = await tryWebhook(deps.db, id, now)
    return { to: `/console/webhooks/${id}/deliveries/${message}` }
  }),
  act('secret', async (visit, id) => {
    const { deps, now, words } = visit
    const { webhook, secret } = await rotateSecret(deps.db, deps.kek, id, now + day)
    return secretPage(visit, {
      title: words.webhooks.shown(nameOf(webhook)),
      lead: words.webhooks.shownLead,
      secret,
      back: `/console/webhooks/${id}`,
    })
  }),
  act('enabling', ({ deps, now }, id) => switched(deps, id, now, true)),
  act('disabling', ({ deps, now }, id) => switched(deps, id, now, false)),
  act('removal', async ({ deps }, id) => {
    if ((await readWebhook(deps.db, id)).disabledAt === null)
      return { to: `/console/webhooks/${id}` }
    await removeWebhook(deps.db, id)
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
  { db }: StaffVisit['deps'],
  id: string,
  now: number,
  enabled: boolean,
): Promise<Shown> {
  await editWebhook(db, id, now, () => ({ enabled }))
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

const filterNames = ['state', 'type', 'license'] as const
const states = ['waiting', 'delivered', 'failed'] as const

async function Deliveries({
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
