import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { customerBody, customerEdit, edited, newCustomer } from '../api/customer-body.ts'
import { id as idOf } from '../api/schema.ts'
import { sellers } from '../license/roles.ts'
import { findCustomer, insertCustomer, lockCustomer, updateCustomer } from '../store/customer.ts'
import type { KnownCustomer } from '../store/customer.ts'
import { inTransaction } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { readCustomer } from '../store/read-customer.ts'
import { Field, Form, Select } from '../web/form.tsx'
import { ContactFields, contactsIn } from './contact-fields.tsx'
import { CustomerNow } from './customer-now.tsx'
import { fitting, nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { Note } from '../web/note.tsx'
import { once } from './once.ts'
import { ReferenceFields, referenceEdits, referencesIn } from './reference-fields.tsx'
import { filled, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { WrongNote } from './wrong-note.tsx'

export const customerFormPages = [
  page('GET', '/console/new-customer', sellers, (visit) => newPage(visit, nothingWrong)),
  page('POST', '/console/new-customer', sellers, (visit) =>
    filled(visit, 'more') === ''
      ? orAgain(
          visit,
          () => add(visit),
          (wrongs) => newPage(visit, wrongs),
        )
      : newPage(visit, nothingWrong),
  ),
  page('GET', '/console/customers/:customer/edit', sellers, async (visit) =>
    editPage(visit, await readCustomer(visit.deps.db, named(visit, 'customer')), nothingWrong),
  ),
  page('POST', '/console/customers/:customer/edit', sellers, async (visit) => {
    const known = await readCustomer(visit.deps.db, named(visit, 'customer'))
    if (filled(visit, 'more') !== '') return editPage(visit, known, nothingWrong)
    return orAgain(
      visit,
      () => save(visit, known),
      (wrongs) => editPage(visit, known, wrongs),
    )
  }),
]

async function add(visit: StaffVisit) {
  const { deps, now } = visit
  const { id } = fitting(z.strictObject({ id: idOf('cus') }), { id: filled(visit, 'id') })
  const language = filled(visit, 'language')
  const body = fitting(customerBody, {
    name: filled(visit, 'name'),
    language,
    contacts: contactsIn(visit, null, language),
    external_refs: referencesIn(visit),
  })
  await once(
    () => findCustomer(deps.db, id),
    () => insertCustomer(deps.db, { ...newCustomer(body, now), id }),
  )
  return { to: `/console/customers/${id}` }
}

/** Keeps what was typed, if the customer is still as the form had shown. */
async function save(visit: StaffVisit, known: KnownCustomer) {
  const { deps, now } = visit
  const language = filled(visit, 'language')
  const body = fitting(customerEdit, {
    name: filled(visit, 'name'),
    language,
    contacts: contactsIn(visit, known, language),
    external_refs: referenceEdits(visit, known.externalRefs),
  })
  const isKept = await inTransaction(deps.db, async (trx) => {
    const before = await lockCustomer(trx, known.id)
    if (before === null || String(before.revision) !== filled(visit, 'revision')) return false
    await updateCustomer(trx, before, edited(before, body, now), now)
    return true
  })
  if (isKept) return { to: `/console/customers/${known.id}` }
  const current = await readCustomer(deps.db, known.id)
  return { ...(await editPage(visit, current, nothingWrong, true)), status: 412 }
}

async function newPage(visit: StaffVisit, wrongs: Wrongs) {
  const { words, now } = visit
  const title = words.customerForm.add
  return {
    title,
    body: (
      <>
        <Head title={title} path={[['/console/customers', words.places.customers]]} />
        <section class="sheet narrow">
          <CustomerForm
            visit={visit}
            kept={null}
            wrongs={wrongs}
            action="/console/new-customer"
            back="/console/customers"
          >
            <input type="hidden" name="id" value={visit.form['id'] ?? newId('cus', now)} />
          </CustomerForm>
        </section>
      </>
    ),
  }
}

async function editPage(
  visit: StaffVisit,
  kept: KnownCustomer,
  wrongs: Wrongs,
  hasChanged = false,
) {
  const { words, form } = visit
  const text = words.customerForm
  const at = `/console/customers/${kept.id}`
  const shown = filled(visit, 'revision')
  return {
    title: text.edit,
    body: (
      <>
        <Head
          title={text.edit}
          path={[
            ['/console/customers', words.places.customers],
            [at, kept.name],
          ]}
        />
        {hasChanged && (
          <>
            <Note kind="wrong">
              <p>{text.changedMeanwhile}</p>
            </Note>
            <CustomerNow visit={visit} customer={kept} />
          </>
        )}
        <section class="sheet narrow">
          {hasChanged && <h2>{text.yours}</h2>}
          <CustomerForm visit={visit} kept={kept} wrongs={wrongs} action={`${at}/edit`} back={at}>
            <input
              type="hidden"
              name="revision"
              value={hasChanged || form['revision'] === undefined ? String(kept.revision) : shown}
            />
          </CustomerForm>
        </section>
      </>
    ),
  }
}

const pointers = ['/name', '/language', '/contacts', '/external_refs']

interface Parts {
  readonly visit: StaffVisit
  readonly kept: KnownCustomer | null
  readonly wrongs: Wrongs
  readonly action: string
  readonly back: string
  readonly children?: Child
}

function CustomerForm({ visit, kept, wrongs, action, back, children }: Parts) {
  const { words, form, person } = visit
  const text = words.customerForm
  return (
    <Form action={action} token={person.formToken}>
      <WrongNote visit={visit} wrongs={wrongs} pointers={pointers} />
      {children}
      <Field
        name="name"
        label={words.people.name}
        hint={text.nameHint}
        value={form['name'] ?? kept?.name}
        wrong={wrongs.at('/name')}
        required
      />
      <Select
        name="language"
        label={words.frame.language}
        hint={text.languageHint}
        options={languageOptions(visit, kept)}
        chosen={form['language'] ?? kept?.language ?? visit.language}
        wrong={wrongs.at('/language')}
      />
      <h2>{words.customers.contacts}</h2>
      <p class="quiet">{words.contacts.lead}</p>
      <ContactFields visit={visit} kept={kept} wrongs={wrongs} />
      <ReferenceFields visit={visit} kept={kept?.externalRefs ?? {}} wrongs={wrongs} />
      <FormActs visit={visit} text={kept === null ? text.addDo : text.editDo} back={back} />
    </Form>
  )
}

function FormActs({
  visit: { words },
  text,
  back,
}: Pick<Parts, 'visit' | 'back'> & { readonly text: string }) {
  return (
    <div class="acts">
      <button>{text}</button>
      <button class="second" name="more" value="1">
        {words.contacts.more}
      </button>
      <a class="button plain" href={back}>
        {words.frame.cancel}
      </a>
    </div>
  )
}

const usual = [
  'de',
  'de-AT',
  'de-CH',
  'en',
  'en-GB',
  'en-US',
  'fr',
  'it',
  'nl',
  'pl',
  'es',
  'cs',
  'da',
]

/** The usual languages by their names, and the one that the customer has. */
function languageOptions({ language }: StaffVisit, kept: KnownCustomer | null) {
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const tags = kept === null || usual.includes(kept.language) ? usual : [kept.language, ...usual]
  return tags.map((tag) => [tag, names.of(tag) ?? tag] as const)
}
