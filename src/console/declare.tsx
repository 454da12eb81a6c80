import type { Channel, License, Objection, Side } from '../license/license.ts'
import { object } from '../license/objection.ts'
import type { Declaration } from '../license/objection.ts'
import { Problem } from '../license/problem.ts'
import { recorders } from '../license/roles.ts'
import { findCustomer } from '../store/customer.ts'
import { newId } from '../store/id.ts'
import { changeLicense } from '../store/license.ts'
import { readLicense } from '../store/read-license.ts'
import { longDay, placeOf, plainDay } from '../web/day.ts'
import { Choices, Field, Form } from '../web/form.tsx'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { Note } from '../web/note.tsx'
import { standingOf } from '../web/standing.ts'
import { filled, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { wordsIn } from './words/words.ts'

const license = '/console/licenses/:license'

export const declarePages = [
  page('GET', `${license}/end`, recorders, (visit) => preview(visit, 'vendor')),
  page('POST', `${license}/end`, recorders, (visit) => declare(visit, 'vendor')),
  page('GET', `${license}/objection`, recorders, (visit) => preview(visit, 'customer')),
  page('POST', `${license}/objection`, recorders, (visit) => declare(visit, 'customer')),
]

/** How a declaration comes at a desk. */
const channels = ['phone', 'in_person', 'letter', 'email'] as const satisfies Channel[]

/** The day that somebody was shown is no longer the one that it would be: nothing is recorded, and they look again. */
class DayHasPassed extends Error {}

/** Records the declaration, if it still ends what the page had said; then leads to its receipt. */
async function declare(visit: StaffVisit, side: Side) {
  const { deps, now, person } = visit
  const declaration = declarationIn(visit, side)
  try {
    const { license: after } = await changeLicense(
      deps.db,
      named(visit, 'license'),
      now,
      person,
      (before) => {
        const outcome = object(before, declaration, now)
        const { effectiveOn } = outcome.objection
        if (effectiveOn !== null && effectiveOn !== filled(visit, 'effective_on'))
          throw new DayHasPassed()
        return outcome
      },
    )
    return { to: `/console/licenses/${after.id}/receipt/${side}` }
  } catch (error) {
    if (error instanceof DayHasPassed) return { ...(await preview(visit, side, true)), status: 409 }
    throw error
  }
}

/** @throws Problem malformed */
function declarationIn(visit: StaffVisit, side: Side): Declaration {
  const channel = channels.find((each) => each === (visit.form['channel'] ?? 'phone'))
  if (channel === undefined) throw new Problem('malformed')
  const reason = filled(visit, 'reason').slice(0, 2000)
  const declaredBy =
    side === 'vendor' ? visit.person.name : filled(visit, 'declared_by').slice(0, 200)
  return {
    id: newId('obj', visit.now),
    side,
    channel,
    declaredBy: declaredBy === '' ? null : declaredBy,
    reason: reason === '' ? null : reason,
    receivedAt: null,
    by: visit.person,
  }
}

/** What would happen, with its date, before anything has. */
async function preview(visit: StaffVisit, side: Side, dayHasPassed = false) {
  const { deps, words, now } = visit
  const { license: known } = await readLicense(deps.db, named(visit, 'license'), now)
  const spoken = { ...declarationIn(visit, side), channel: 'phone' as const }
  const { objection } = object(known, spoken, now)
  const customer = await findCustomer(deps.db, known.customer)
  const title = words.objection.title[side]
  return {
    title,
    body: (
      <>
        <Head title={title} path={await pathToLicense(deps.db, known)} />
        <section class="sheet narrow">
          {dayHasPassed && (
            <Note kind="wrong">
              <p>{words.objection.dayHasPassed}</p>
            </Note>
          )}
          <Consequence visit={visit} license={known} objection={objection} />
          {side === 'vendor' && (
            <Aloud language={customer?.language ?? 'en'} objection={objection} />
          )}
          <DeclarationForm
            visit={visit}
            license={known}
            objection={objection}
            contacts={customer?.contacts ?? []}
          />
        </section>
      </>
    ),
  }
}

interface Parts {
  readonly visit: StaffVisit
  readonly license: License
  readonly objection: Objection
}

function Consequence({ visit, license: known, objection }: Parts) {
  const { words, language } = visit
  if (objection.effectiveOn === null) return null
  return (
    <div class="hero">
      <p class="when">
        {words.objection.endsAfter(
          longDay(objection.effectiveOn, language),
          placeOf(known.timeZone),
        )}
      </p>
      <p>{objection.timely === false ? words.objection.late : words.objection.until}</p>
    </div>
  )
}

/** A sentence to say on the phone, in the customer's own language where we have it. */
function Aloud({
  language,
  objection,
}: {
  readonly language: string
  readonly objection: Objection
}) {
  const theirs = language.startsWith('de') ? 'de' : 'en'
  const text = wordsIn(theirs).objection
  if (objection.effectiveOn === null) return null
  return (
    <p class="aloud" lang={theirs}>
      {text.aloud(longDay(objection.effectiveOn, theirs))}
    </p>
  )
}

function DeclarationForm({
  visit,
  license: known,
  objection,
  contacts,
}: Parts & { readonly contacts: readonly { readonly name: string }[] }) {
  const { words, language, person, form } = visit
  const text = words.objection
  const { side, effectiveOn } = objection
  const by = standingOf(known, visit.now).lastObjectionDay
  const at = `/console/licenses/${known.id}`
  return (
    <Form action={`${at}/${side === 'vendor' ? 'end' : 'objection'}`} token={person.formToken}>
      <input type="hidden" name="effective_on" value={effectiveOn ?? ''} />
      {side === 'customer' && (
        <Field
          name="declared_by"
          label={text.declaredBy}
          value={form['declared_by'] ?? contacts[0]?.name}
          required
        />
      )}
      <Choices
        name="channel"
        legend={text.channel}
        {...(by !== null && { hint: text.letterHint(longDay(by, language)) })}
        options={channels.map((each) => [each, words.channels[each]])}
        chosen={form['channel'] ?? 'phone'}
      />
      <Field
        name="reason"
        label={`${text.reason} (${words.frame.optional})`}
        hint={text.reasonHint}
        value={form['reason']}
        lines
      />
      <div class="acts">
        <button>
          {effectiveOn === null ? text.record : text.confirm[side](plainDay(effectiveOn, language))}
        </button>
        <a class="button plain" href={at}>
          {words.frame.cancel}
        </a>
      </div>
    </Form>
  )
}
