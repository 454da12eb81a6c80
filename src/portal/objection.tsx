import { inZone } from '../license/calendar.ts'
import type { License, Objection } from '../license/license.ts'
import { object, standingObjection } from '../license/objection.ts'
import type { Declaration } from '../license/objection.ts'
import { newId } from '../store/id.ts'
import { changeLicense } from '../store/license.ts'
import { planName } from '../store/plan-name.ts'
import { dayAndTime, longDay, placeOf, plainDay } from '../web/day.ts'
import { Field, Form } from '../web/form.tsx'
import { Note } from '../web/note.tsx'
import { When } from '../web/when.tsx'
import { spokenReference } from '../license/spoken-reference.ts'
import { Title } from './frame.tsx'
import { addressOf } from './address-of.ts'
import { isConfirmedByLetter } from './confirmed-by-letter.ts'
import { checkOwn, ownLicense } from './own-license.ts'
import { post } from '../store/post-portal-mail.ts'
import { checkMay, filled, page } from './visit.ts'
import type { GuestVisit, Shown } from './visit.ts'

export const objectionPages = [
  page('GET', '/portal/licenses/:license/objection', async (visit) => {
    checkMay(visit, 'object')
    const { license } = await ownLicense(visit)
    // Who has objected already is shown what they have of it.
    return standingObjection(license, 'customer', visit.now) === null
      ? preview(visit, license)
      : { to: `/portal/licenses/${license.id}/receipt` }
  }),
  page('POST', '/portal/licenses/:license/objection', async (visit) => {
    checkMay(visit, 'object')
    const { license } = await ownLicense(visit)
    return declare(visit, license)
  }),
]

/** The day that somebody was shown is no longer the one that it would be: nothing is recorded, and they look again. */
class DayHasPassed extends Error {}

async function declare(visit: GuestVisit, known: License): Promise<Shown> {
  const { deps, now, guest } = visit
  try {
    const { license, objection, events } = await changeLicense(
      deps.db,
      known.id,
      now,
      guest,
      (before) => {
        checkOwn(visit, before)
        const outcome = object(before, declarationOf(visit), now)
        if (outcome.objection.effectiveOn !== filled(visit, 'effective_on'))
          throw new DayHasPassed()
        return outcome
      },
    )
    if (events.some(({ type }) => type === 'license.objected'))
      await confirm(visit, license, objection)
    return { to: `/portal/licenses/${license.id}/receipt` }
  } catch (error) {
    if (error instanceof DayHasPassed)
      return { ...(await preview(visit, known, true)), status: 409 }
    throw error
  }
}

function declarationOf(visit: GuestVisit): Declaration {
  const { now, guest } = visit
  const reason = filled(visit, 'reason', 2000)
  return {
    id: newId('obj', now),
    side: 'customer',
    channel: 'portal',
    declaredBy: guest.name,
    reason: reason === '' ? null : reason,
    receivedAt: null,
    by: guest,
  }
}

/**
 * Confirms on paper, as far as a mail is one: content, time of receipt, and the end. Where a letter does so, to the same address, that is
 * the one confirmation.
 */
async function confirm(
  { deps, words, language, guest, now, vendor }: GuestVisit,
  license: License,
  objection: Objection,
): Promise<void> {
  const to = await addressOf(deps.db, guest)
  const { receivedAt, effectiveOn } = objection
  if (to === null || receivedAt === null || effectiveOn === null) return
  if (await isConfirmedByLetter(deps.db, vendor, guest.customer, to)) return
  const called = await planName(deps.db, license)
  const text = words.objection
  const mail = {
    kind: 'receipt',
    to,
    subject: text.mailSubject(called),
    text: text.mailText(
      called,
      `${dayAndTime(inZone(receivedAt, license.timeZone), language)} (${placeOf(license.timeZone)})`,
      longDay(effectiveOn, language),
      spokenReference(objection.id),
      guest.name,
    ),
  } as const
  await post(deps, mail, now)
}

/** What would happen, with its date, before anything has. */
async function preview(visit: GuestVisit, license: License, dayHasPassed = false): Promise<Shown> {
  const { deps, words, language, now, guest, form } = visit
  const text = words.objection
  const { objection } = object(license, declarationOf(visit), now)
  const { effectiveOn, timely } = objection
  if (effectiveOn === null) throw new TypeError('what is declared here is received at once')
  const at = `/portal/licenses/${license.id}`
  const called = await planName(deps.db, license)
  return {
    title: text.title,
    body: (
      <>
        <Title title={text.title} back={[at, called]} />
        <section class="sheet narrow">
          {dayHasPassed && (
            <Note kind="wrong">
              <p>{text.dayHasPassed}</p>
            </Note>
          )}
          <div class="hero">
            <When
              text={text.endsAfter(longDay(effectiveOn, language), placeOf(license.timeZone))}
            />
            {timely === false && <p>{text.late}</p>}
            <p>{text.until}</p>
          </div>
          <Form action={`${at}/objection`} token={guest.formToken}>
            <input type="hidden" name="effective_on" value={effectiveOn} />
            <Field
              name="reason"
              label={`${text.reason} (${words.frame.optional})`}
              hint={text.reasonHint}
              value={form['reason']}
              lines
            />
            <p class="quiet small">{text.by(guest.name)}</p>
            <div class="acts">
              <button>{text.confirm(plainDay(effectiveOn, language))}</button>
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
