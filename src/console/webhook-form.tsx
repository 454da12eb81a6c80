import { checkedUrl, webhookBody, webhookEdit } from '../api/webhook-body.ts'
import { eventTypes } from '../license/event.ts'
import { admins } from '../license/roles.ts'
import { editWebhook, insertWebhook, readWebhook } from '../store/webhook.ts'
import type { Webhook } from '../store/webhook.ts'
import { Choices, Field, Form } from '../web/form.tsx'
import { fitting, nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { madeOnce, Once } from './made-once.tsx'
import { Tick } from './tick.tsx'
import { filled, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { nameOf } from './webhook-state.tsx'
import { WrongNote } from './wrong-note.tsx'

export const webhookFormPages = [
  page('GET', '/console/new-webhook', admins, (visit) => formPage(visit, null, nothingWrong)),
  page('POST', '/console/new-webhook', admins, (visit) =>
    orAgain(
      visit,
      () => madeOnce(visit, add),
      (wrongs) => formPage(visit, null, wrongs),
    ),
  ),
  page('GET', '/console/webhooks/:webhook/edit', admins, async (visit) =>
    formPage(visit, await readWebhook(visit.deps.db, named(visit, 'webhook')), nothingWrong),
  ),
  page('POST', '/console/webhooks/:webhook/edit', admins, async (visit) => {
    const known = await readWebhook(visit.deps.db, named(visit, 'webhook'))
    return orAgain(
      visit,
      () => save(visit, known),
      (wrongs) => formPage(visit, known, wrongs),
    )
  }),
]

async function add(visit: StaffVisit) {
  const { deps, now, words, person } = visit
  const body = fitting(webhookBody, saidIn(visit))
  const terms = {
    url: checkedUrl(deps, body.url),
    description: body.description ?? '',
    eventTypes: body.event_types ?? null,
  }
  const { webhook, secret } = await insertWebhook(deps.db, deps.kek, terms, person, now)
  const { shown, shownLead: lead } = words.webhooks
  const back = `/console/webhooks/${webhook.id}`
  return { secret: { title: shown(nameOf(webhook)), lead, secret, back } }
}

async function save(visit: StaffVisit, { id }: Webhook) {
  const { deps, now, person } = visit
  const body = fitting(webhookEdit, saidIn(visit))
  await editWebhook(deps.db, id, person, now, (before) => ({
    url: body.url === undefined ? before.url : checkedUrl(deps, body.url),
    description: body.description ?? '',
    eventTypes: body.event_types ?? null,
  }))
  return { to: `/console/webhooks/${id}` }
}

/** What the form says, in the words of the API. */
function saidIn(visit: StaffVisit) {
  const chosen = Object.keys(eventTypes).filter((type) => visit.form[`type_${type}`] !== undefined)
  return {
    url: filled(visit, 'url'),
    description: filled(visit, 'description'),
    event_types: filled(visit, 'told') === 'some' ? chosen : null,
  }
}

const pointers = ['/url', '/description', '/event_types']

async function formPage(visit: StaffVisit, kept: Webhook | null, wrongs: Wrongs) {
  const { words, person } = visit
  const text = words.webhooks
  const title = kept === null ? text.add : text.edit
  const at = kept === null ? '/console/webhooks' : `/console/webhooks/${kept.id}`
  return {
    title,
    body: (
      <>
        <Head
          title={title}
          path={[
            ['/console/access', words.places.access],
            ['/console/webhooks', text.title],
            ...(kept === null ? [] : ([[at, nameOf(kept)]] as const)),
          ]}
        />
        <section class="sheet narrow">
          <Form
            action={kept === null ? '/console/new-webhook' : `${at}/edit`}
            token={person.formToken}
          >
            {kept === null && <Once visit={visit} />}
            <WrongNote visit={visit} wrongs={wrongs} pointers={pointers} />
            <Fields visit={visit} kept={kept} wrongs={wrongs} />
            <div class="acts">
              <button>{kept === null ? text.addDo : text.editDo}</button>
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

interface Parts {
  readonly visit: StaffVisit
  readonly kept: Webhook | null
  readonly wrongs: Wrongs
}

function Fields({ visit, kept, wrongs }: Parts) {
  const { words, form } = visit
  const text = words.webhooks
  return (
    <>
      <Field
        name="url"
        type="url"
        label={text.url}
        hint={text.urlHint}
        value={form['url'] ?? kept?.url}
        wrong={wrongs.at('/url')}
      />
      <Field
        name="description"
        label={text.description}
        hint={text.descriptionHint}
        value={form['description'] ?? kept?.description}
        wrong={wrongs.at('/description')}
      />
      <TypeFields visit={visit} kept={kept} wrongs={wrongs} />
    </>
  )
}

/** Everything, or types of event, which are out of sight as long as nobody wants to choose. */
function TypeFields({ visit, kept, wrongs }: Parts) {
  const { words, form, sends } = visit
  const text = words.webhooks
  const known: readonly string[] = kept?.eventTypes ?? []
  const isSome = sends ? filled(visit, 'told') === 'some' : known.length > 0
  return (
    <>
      <Choices
        name="told"
        legend={text.told}
        hint={text.toldHint}
        options={[
          ['all', text.toldAll],
          ['some', text.choose],
        ]}
        chosen={isSome ? 'some' : 'all'}
        wrong={wrongs.at('/event_types')}
      />
      <details open={isSome}>
        <summary>{text.types}</summary>
        <div class="types">
          {Object.keys(eventTypes).map((type) => (
            <Tick
              name={`type_${type}`}
              label={type}
              checked={sends ? form[`type_${type}`] !== undefined : known.includes(type)}
              isCode
            />
          ))}
        </div>
      </details>
    </>
  )
}
