import { inZone } from '../license/calendar.ts'
import { adviceAt } from '../license/inquiry.ts'
import type { License } from '../license/license.ts'
import { supporters } from '../license/roles.ts'
import { enterInquiry } from '../store/enter-inquiry.ts'
import { findInquiry, listInquiries } from '../store/inquiry.ts'
import { readLicense } from '../store/read-license.ts'
import { dayAndTime } from '../web/day.ts'
import { Field, Form } from '../web/form.tsx'
import { within } from './address.ts'
import { askedIn } from './asked-in.ts'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { Earlier, logPath, More, TopicChoice } from './log-form.tsx'
import type { Draft, DraftFaults } from './log-form.tsx'
import { Note } from '../web/note.tsx'
import { once } from './once.ts'
import { entryField, entryIn } from './sent-once.ts'
import { filled, named, page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'

export const inquiryPages = [
  page('GET', '/console/licenses/:license/inquiry', supporters, (visit) => logPage(visit, {})),
  page('POST', '/console/licenses/:license/inquiries', supporters, async (visit) => {
    const { deps, now, person } = visit
    const license = named(visit, 'license')
    const read = askedIn(visit)
    if (read.asked === null)
      return { ...(await logPage(visit, read.draft, read.faults)), status: 422 }
    const id = entryIn(visit, 'inq')
    const { asked } = read
    await once(
      () => findInquiry(deps.db, license, id),
      () => enterInquiry(deps.db, license, asked, person, now, id),
    )
    return { to: loggedAt(backIn(visit), id) }
  }),
]

/** Where it goes on: where the form was, or the license. */
function backIn(visit: StaffVisit): string {
  const back = filled(visit, 'back')
  return back === '' ? `/console/licenses/${named(visit, 'license')}` : within(back)
}

/** The same address, which is to say that it was logged. */
function loggedAt(address: string, inquiry: string): string {
  const { pathname, searchParams } = new URL(address, 'http://desk.invalid')
  searchParams.set('logged', inquiry)
  return `${pathname}?${searchParams.toString()}`
}

/** Says that an inquiry was just logged, with what is to be known where support is not owed. */
export async function Logged({
  visit,
  license,
}: {
  readonly visit: StaffVisit
  readonly license: License
}) {
  const { deps, words, language, query } = visit
  const text = words.ledger.inquiry
  const id = query['logged'] ?? ''
  const logged = id === '' ? null : await findInquiry(deps.db, license.id, id)
  if (logged === null || logged.struckAt !== null) return null
  const time = dayAndTime(inZone(logged.recordedAt, license.timeZone), language).slice(-5)
  return (
    <Note kind={logged.entitled ? 'full' : 'ends'}>
      <p>
        <strong>{text.logged(time)}</strong>: {words.ledger.topics[logged.topic]}
        {' · '}
        {logged.subject ?? text.erased}{' '}
        <a class="no-print" href={`${logPath(license.id)}/${logged.id}`}>
          {text.correct}
        </a>
      </p>
      {!logged.entitled && <p>{text.advice[adviceAt(license, logged.at)]}</p>}
    </Note>
  )
}

/** The form on a page of its own: where it came back with something to mend, or where there is more to say. */
async function logPage(visit: StaffVisit, draft: Draft, faults: DraftFaults = {}): Promise<Drawn> {
  const { deps, words, now, person } = visit
  const text = words.ledger.inquiry
  const { license } = await readLicense(deps.db, named(visit, 'license'), now)
  const recent = (await listInquiries(deps.db, { license: license.id, limit: 5 })).data
  return {
    title: text.title,
    body: (
      <>
        <Head title={text.title} path={await pathToLicense(deps.db, license)} />
        <section class="sheet narrow">
          <Form action={logPath(license.id)} token={person.formToken}>
            <input type="hidden" name={entryField} value={entryIn(visit, 'inq')} />
            <input type="hidden" name="back" value={visit.form['back'] ?? ''} />
            <Asking visit={visit} license={license} recent={recent} draft={draft} faults={faults} />
            <div class="acts">
              <button>{text.log}</button>
              <a class="button plain" href={`/console/licenses/${license.id}`}>
                {words.frame.cancel}
              </a>
            </div>
          </Form>
        </section>
      </>
    ),
  }
}

/** All of the form’s fields, each with what is wrong with it. */
export function Asking({
  visit,
  license,
  recent,
  draft,
  faults,
}: {
  readonly visit: StaffVisit
  readonly license: Pick<License, 'timeZone'>
  readonly recent: Parameters<typeof Earlier>[0]['recent']
  readonly draft: Draft
  readonly faults: DraftFaults
}) {
  const text = visit.words.ledger.inquiry
  return (
    <>
      <div class="log-fields">
        <TopicChoice visit={visit} chosen={draft.topic} />
        {faults.topic !== undefined && <span class="wrong">{faults.topic}</span>}
        <Earlier visit={visit} timeZone={license.timeZone} recent={recent} chosen={draft.repeats} />
      </div>
      <Field
        name="subject"
        label={text.subject}
        value={draft.subject}
        wrong={faults.subject}
        required
      />
      <More visit={visit} draft={draft} faults={faults} />
    </>
  )
}
