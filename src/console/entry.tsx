import { inZone } from '../license/calendar.ts'
import type { License } from '../license/license.ts'
import { unfit } from '../license/problem.ts'
import { readers, supporters } from '../license/roles.ts'
import { mendInquiry, strikeEntry } from '../store/enter-inquiry.ts'
import { listInquiries, readInquiry } from '../store/inquiry.ts'
import type { KeptInquiry } from '../store/inquiry.ts'
import { readLicense } from '../store/read-license.ts'
import { dayAndTime } from '../web/day.ts'
import { Field, Form } from '../web/form.tsx'
import { askedIn } from './asked-in.ts'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { Asking } from './inquiry.tsx'
import { logPath } from './log-form.tsx'
import type { Draft, DraftFaults } from './log-form.tsx'
import { Note } from '../web/note.tsx'
import { filled, may, named, page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'

const path = '/console/licenses/:license/inquiries/:inquiry'
const hour = 3_600_000

export const entryPages = [
  page('GET', path, readers, (visit) => entryPage(visit)),
  page('POST', path, supporters, async (visit) => {
    const read = askedIn(visit)
    if (read.asked === null)
      return { ...(await entryPage(visit, read.draft, read.faults)), status: 422 }
    const named = entryNamed(visit)
    await mendInquiry(visit.deps.db, named, read.asked, correctionIn(visit), visit.now)
    return { to: `${path.replace(':license', named.license).replace(':inquiry', named.inquiry)}` }
  }),
  page('POST', `${path}/strike`, supporters, async (visit) => {
    const named = entryNamed(visit)
    await strikeEntry(visit.deps.db, named, correctionIn(visit), visit.now)
    return { to: `${path.replace(':license', named.license).replace(':inquiry', named.inquiry)}` }
  }),
]

function entryNamed(visit: StaffVisit) {
  return { license: named(visit, 'license'), inquiry: named(visit, 'inquiry') }
}

/** @throws Problem unfit for a reason that is too long to be kept. */
function correctionIn(visit: StaffVisit) {
  const reason = filled(visit, 'reason') || filled(visit, 'why')
  if (reason.length > 2000) throw unfit('/reason', visit.words.ledger.inquiry.reasonWrong)
  return { by: visit.person, reason: reason === '' ? null : reason }
}

async function entryPage(
  visit: StaffVisit,
  draft?: Draft,
  faults: DraftFaults = {},
): Promise<Drawn> {
  const { deps, words, now } = visit
  const text = words.ledger.inquiry
  const { license } = await readLicense(deps.db, named(visit, 'license'), now)
  const inquiry = await readInquiry(deps.db, license.id, named(visit, 'inquiry'))
  const earlier = await earlierThan(visit, inquiry)
  return {
    title: text.one,
    body: (
      <>
        <Head
          title={inquiry.subject ?? text.erased}
          path={[
            ...(await pathToLicense(deps.db, license)),
            [`/console/inquiries?license=${license.id}`, text.many],
          ]}
        />
        <Facts
          visit={visit}
          inquiry={inquiry}
          earlier={earlier.find(({ id }) => id === inquiry.repeats)}
        />
        {inquiry.struckAt === null && may(visit, supporters) && (
          <Mending
            visit={visit}
            license={license}
            inquiry={inquiry}
            earlier={earlier}
            draft={draft ?? draftOf(inquiry)}
            faults={faults}
          />
        )}
      </>
    ),
  }
}

async function earlierThan({ deps }: StaffVisit, inquiry: KeptInquiry) {
  const before = { license: inquiry.license, after: inquiry.id, limit: 20 }
  return (await listInquiries(deps.db, before)).data.filter(({ struckAt }) => struckAt === null)
}

function draftOf({ topic, repeats, subject, channel, minutes, contact }: KeptInquiry): Draft {
  return {
    topic,
    repeats: repeats ?? '',
    subject: subject ?? '',
    channel,
    minutes: minutes === null ? '' : String(minutes),
    contact: contact ?? '',
  }
}

function Facts({
  visit: { words, language },
  inquiry,
  earlier,
}: {
  readonly visit: StaffVisit
  readonly inquiry: KeptInquiry
  /** The one that it asks again, where that is at hand. */
  readonly earlier: KeptInquiry | undefined
}) {
  const text = words.ledger.inquiry
  const { at, recordedAt, timeZone, topic, repeats, channel, minutes, contact, entitled } = inquiry
  const { correctedAt, struckAt, license } = inquiry
  const time = (instant: number): string => dayAndTime(inZone(instant, timeZone), language)
  return (
    <section class="sheet narrow">
      {struckAt !== null && (
        <Note kind="ends">
          <p>{text.struckAt(time(struckAt))}</p>
        </Note>
      )}
      <dl class="facts">
        <dt>{text.at}</dt>
        <dd>{time(at)}</dd>
        <dt>{text.topic}</dt>
        <dd>{words.ledger.topics[topic]}</dd>
        {repeats !== null && (
          <>
            <dt>{text.repeatOf}</dt>
            <dd>
              <a href={`${logPath(license)}/${repeats}`}>{earlier?.subject ?? text.one}</a>
            </dd>
          </>
        )}
        <dt>{text.channel}</dt>
        <dd>{words.channels[channel]}</dd>
        <dt>{text.contact}</dt>
        <dd>{contact ?? '–'}</dd>
        <dt>{text.minutes}</dt>
        <dd>{minutes ?? '–'}</dd>
        <dt>{text.entitled}</dt>
        <dd>{entitled ? text.yes : text.no}</dd>
        <dt>{text.loggedAt}</dt>
        <dd>
          {time(recordedAt)}
          {correctedAt !== null && ` · ${text.correctedAt(time(correctedAt))}`}
        </dd>
      </dl>
    </section>
  )
}

/** Within the hour by who logged it; later by an admin, with a reason. */
function Mending({
  visit,
  license,
  inquiry,
  earlier,
  draft,
  faults,
}: {
  readonly visit: StaffVisit
  readonly license: License
  readonly inquiry: KeptInquiry
  readonly earlier: readonly KeptInquiry[]
  readonly draft: Draft
  readonly faults: DraftFaults
}) {
  const { words, person, now } = visit
  const text = words.ledger.inquiry
  const isOwn = person.id === inquiry.agent && now - inquiry.recordedAt <= hour
  if (!isOwn && person.role !== 'admin') return <p class="quiet">{text.tooLate}</p>
  const action = `${logPath(license.id)}/${inquiry.id}`
  return (
    <div class="pair">
      <section class="sheet">
        <h2>{text.correctTitle}</h2>
        <p class="quiet">{text.correctLead}</p>
        <Form action={action} token={person.formToken}>
          <Asking visit={visit} license={license} recent={earlier} draft={draft} faults={faults} />
          <Reason visit={visit} name="reason" isNeeded={!isOwn} />
          <div class="acts">
            <button>{text.correctDo}</button>
          </div>
        </Form>
      </section>
      <section class="sheet">
        <h2>{text.strike}</h2>
        <p class="quiet">{text.strikeLead}</p>
        <Form action={`${action}/strike`} token={person.formToken}>
          <Reason visit={visit} name="why" isNeeded={!isOwn} />
          <div class="acts">
            <button class="second">{text.strikeDo}</button>
          </div>
        </Form>
      </section>
    </div>
  )
}

/** @param name another in each form of the page. */
function Reason({
  visit: { words },
  name,
  isNeeded,
}: {
  readonly visit: StaffVisit
  readonly name: string
  readonly isNeeded: boolean
}) {
  const text = words.ledger.inquiry
  return (
    <Field
      name={name}
      label={isNeeded ? text.reason : `${text.reason} (${words.frame.optional})`}
      hint={text.reasonHint}
      required={isNeeded}
    />
  )
}
