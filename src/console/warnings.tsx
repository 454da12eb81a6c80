import { inZone } from '../license/calendar.ts'
import type { License, WarningId } from '../license/license.ts'
import type { LetterLanguage } from '../license/warning.ts'
import { Problem } from '../license/problem.ts'
import { readers, supporters } from '../license/roles.ts'
import { findCustomer } from '../store/customer.ts'
import { draftWarning, recordWarning } from '../store/draft-warning.ts'
import { wayByMail } from '../store/mailable.ts'
import type { WayByMail } from '../store/mailable.ts'
import { readLicense } from '../store/read-license.ts'
import { findWarning, listWarnings, readWarning } from '../store/warning.ts'
import type { KeptWarning } from '../store/warning.ts'
import { dayAndTime } from '../web/day.ts'
import { Choices, Field, Form } from '../web/form.tsx'
import { languages } from '../web/language.ts'
import { documentsPath } from './documents.tsx'
import { Head } from './head.tsx'
import { once } from './once.ts'
import { cursorIn, Pager, pageSize } from './pager.tsx'
import { planName } from '../store/plan-name.ts'
import { Rows } from './rows.tsx'
import { entryField, entryIn } from './sent-once.ts'
import { filled, named, page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'

const license = '/console/licenses/:license'
const mostCharacters = 10_000
/** How a warning is given, in one choice. */
const ways = ['mail', 'letter', 'spoken'] as const

export const warningPages = [
  page('GET', `${license}/warning`, supporters, (visit) => draftPage(visit)),
  page('POST', `${license}/warnings`, supporters, async (visit) => {
    const { deps, now, person } = visit
    const id = named(visit, 'license')
    const given = givenIn(visit)
    if (given === null) return { ...(await draftPage(visit, true)), status: 422 }
    const entry = entryIn(visit, 'wrn')
    try {
      await once(
        () => findWarning(deps.db, id, entry),
        () => recordWarning(deps.db, id, given, person, now, entry),
      )
    } catch (error) {
      // It could be mailed when the form was opened: the form says what hinders that now.
      if (!(error instanceof Problem && error.code === 'not-mailable')) throw error
      return { ...(await draftPage(visit)), status: 409 }
    }
    return { to: warningPath(id, entry) }
  }),
  page('GET', `${license}/warnings`, readers, listPage),
  page('GET', `${license}/warnings/:warning`, readers, async (visit) => {
    const { deps, words, now } = visit
    const { license: known } = await readLicense(deps.db, named(visit, 'license'), now)
    const warning = await readWarning(deps.db, known.id, named(visit, 'warning'))
    const text = words.ledger.warning
    return {
      title: text.given[warning.form],
      body: (
        <>
          <Head
            title={text.given[warning.form]}
            path={await pathTo(visit, known)}
            {...(warning.form === 'letter' && { line: text.printHint })}
          >
            <a class="button second" href={documentsPath(known.id, warning.id)}>
              {words.ledger.documents.title}
            </a>
            {warning.form === 'letter' && warning.text !== null && (
              <button class="second" type="button" data-print="">
                {text.print}
              </button>
            )}
          </Head>
          <Given visit={visit} warning={warning} />
        </>
      ),
    }
  }),
]

export function warningPath(of: string, id: WarningId): string {
  return `${license.replace(':license', of)}/warnings/${id}`
}

async function pathTo({ deps, words }: StaffVisit, known: License) {
  const customer = await findCustomer(deps.db, known.customer)
  return [
    ['/console/customers', words.places.customers],
    [`/console/customers/${known.customer}`, customer?.name ?? known.customer],
    [`/console/licenses/${known.id}`, await planName(deps.db, known)],
  ] as const
}

/** All of a license's warnings, the newest entry first. */
async function listPage(visit: StaffVisit): Promise<Drawn> {
  const { deps, words, now, language } = visit
  const text = words.ledger.warning
  const { license: known } = await readLicense(deps.db, named(visit, 'license'), now)
  const list = await listWarnings(deps.db, known.id, { after: cursorIn(visit), limit: pageSize })
  return {
    title: text.many,
    body: (
      <>
        <Head title={text.many} path={await pathTo(visit, known)} />
        <section class="sheet">
          {list.data.length === 0 ? (
            <p class="quiet">{text.none}</p>
          ) : (
            <Rows<KeptWarning>
              items={list.data}
              columns={[
                {
                  head: text.at,
                  cell: ({ id, at, timeZone }) => (
                    <a href={warningPath(known.id, id)}>
                      {dayAndTime(inZone(at, timeZone), language)}
                    </a>
                  ),
                },
                { head: text.form, cell: ({ form }) => text.formNouns[form] },
                { head: text.recipient, cell: ({ recipient }) => recipient ?? '–' },
              ]}
            />
          )}
          <Pager visit={visit} next={list.next} />
        </section>
      </>
    ),
  }
}

/** What the form says; null where its words cannot be recorded. */
function givenIn(visit: StaffVisit) {
  const way = ways.find((each) => each === visit.form['form'])
  const text = filled(visit, 'text')
  const recipient = filled(visit, 'recipient').slice(0, 200)
  if (way === undefined || text === '' || text.length > mostCharacters) return null
  return {
    form: way === 'spoken' ? ('spoken' as const) : ('letter' as const),
    delivery: way === 'mail' ? ('mail' as const) : ('by_hand' as const),
    mails: visit.deps.letters.sendMail !== null,
    at: null,
    language: languageIn(filled(visit, 'language')),
    ...(recipient !== '' && { recipient }),
    text,
  }
}

function languageIn(text: string | undefined): LetterLanguage | undefined {
  return languages.find((each) => each === text)
}

/** The letter filled in, to be changed and recorded. */
async function draftPage(visit: StaffVisit, isWrong = false): Promise<Drawn> {
  const { deps, words, now, form, query } = visit
  const text = words.ledger.warning
  const { license: known } = await readLicense(deps.db, named(visit, 'license'), now)
  const language = languageIn(form['language'] ?? query['language'])
  const draft = await draftWarning(deps.db, known, { language }, now)
  const mails = deps.letters.sendMail !== null
  const byMail = await wayByMail(deps.db, 'warning', known.customer, mails)
  const at = `/console/licenses/${known.id}`
  return {
    title: text.title,
    body: (
      <>
        <Head title={text.title} path={await pathTo(visit, known)} line={text.lead} />
        <section class="sheet">
          <nav class="switches" aria-label={text.language}>
            <span class="quiet small">{text.language}</span>
            {languages.map((each) => (
              <a
                href={`${at}/warning?language=${each}`}
                lang={each}
                {...(each === draft.language && { 'aria-current': 'true' as const })}
              >
                {text.languages[each]}
              </a>
            ))}
            <span class="quiet small">{text.languageHint}</span>
          </nav>
          <DraftForm
            visit={visit}
            license={known}
            draft={draft}
            byMail={byMail}
            isWrong={isWrong}
          />
        </section>
      </>
    ),
  }
}

function DraftForm({
  visit,
  license: known,
  draft,
  byMail,
  isWrong,
}: {
  readonly visit: StaffVisit
  readonly license: License
  readonly draft: Awaited<ReturnType<typeof draftWarning>>
  readonly byMail: WayByMail
  readonly isWrong: boolean
}) {
  const { words, person, form } = visit
  const text = words.ledger.warning
  const at = `/console/licenses/${known.id}`
  return (
    <Form action={`${at}/warnings`} token={person.formToken} kind="fields letter-form">
      <input type="hidden" name={entryField} value={entryIn(visit, 'wrn')} />
      <input type="hidden" name="language" value={draft.language} />
      <div class="two">
        <WayChoice visit={visit} byMail={byMail} />
        <Field
          name="recipient"
          label={text.recipient}
          value={form['recipient'] ?? draft.recipient ?? ''}
        />
      </div>
      <Field
        name="text"
        label={text.text}
        hint={text.textHint}
        wrong={isWrong ? text.textWrong : undefined}
        value={form['text'] ?? draft.text}
        required
        lines
      />
      <p>{text.itGoes}</p>
      <div class="acts">
        <button>{text.record}</button>
        <a class="button plain" href={at}>
          {words.frame.cancel}
        </a>
      </div>
    </Form>
  )
}

/** Mail first, where it can be had; else what is missing. */
function WayChoice({
  visit: { words, form },
  byMail: { recipients, hindrance },
}: {
  readonly visit: StaffVisit
  readonly byMail: WayByMail
}) {
  const text = words.ledger.warning
  const offered = ways.filter((each) => each !== 'mail' || hindrance === null)
  return (
    <Choices
      name="form"
      legend={text.form}
      hint={
        hindrance === null
          ? text.mailedTo(recipients.map(({ email }) => email).join(', '))
          : text.notMailed[hindrance]
      }
      options={offered.map((each) => [each, text.ways[each]] as const)}
      chosen={offered.find((each) => each === form['form']) ?? offered[0]}
    />
  )
}

/** A warning as it was given; printed, it is the letter and nothing else. */
function Given({
  visit: { words, language },
  warning,
}: {
  readonly visit: StaffVisit
  readonly warning: KeptWarning
}) {
  const text = words.ledger.warning
  const { license: of, at, recordedAt, timeZone, recipient, delivery } = warning
  const time = (instant: number): string => dayAndTime(inZone(instant, timeZone), language)
  return (
    <>
      <section class="sheet no-print">
        <dl class="facts">
          <dt>{text.at}</dt>
          <dd>{time(at)}</dd>
          <dt>{text.recordedAt}</dt>
          <dd>
            {time(recordedAt)}
            <br />
            <span class="quiet">{text.deliveries[delivery]}</span>
            {delivery === 'mail' && (
              <>
                {' '}
                <a href={`/console/letters?license=${of}&kind=warning`}>{text.letters}</a>
              </>
            )}
          </dd>
          <dt>{text.recipient}</dt>
          <dd>{recipient ?? '–'}</dd>
        </dl>
      </section>
      <article class="sheet letter" lang={warning.language}>
        {warning.text ?? text.erased}
      </article>
    </>
  )
}
