import { inZone } from '../license/calendar.ts'
import type { License, WarningId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { readers, supporters } from '../license/roles.ts'
import { recordWarning } from '../store/draft-warning.ts'
import { readLicense } from '../store/read-license.ts'
import { findWarning, listWarnings, readWarning } from '../store/warning.ts'
import type { KeptWarning } from '../store/warning.ts'
import { dayAndTime } from '../web/day.ts'
import { documentsPath } from './documents.tsx'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { once } from './once.ts'
import { List } from './list.tsx'
import { inOrder, orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn } from './pager.tsx'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { entryIn } from './sent-once.ts'
import { named, page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'
import { draftPage, givenIn } from './warning-draft.tsx'

const license = '/console/licenses/:license'

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
  return [
    ['/console/customers', words.places.customers],
    ...(await pathToLicense(deps.db, known)),
  ] as const
}

/** So many stand in order on one page. */
const most = 200

const placeOf = {
  at: ({ at }: KeptWarning) => at,
  form: ({ form }: KeptWarning) => form,
  recipient: ({ recipient }: KeptWarning) => recipient ?? '',
}

/** All of a license's warnings, the newest entry first. */
async function listPage(visit: StaffVisit): Promise<Drawn> {
  const { deps, words, now, language } = visit
  const text = words.ledger.warning
  const { license: known } = await readLicense(deps.db, named(visit, 'license'), now)
  const list = await listWarnings(deps.db, known.id, { after: cursorIn(visit), limit: most })
  const usual = { by: 'at', descending: true } as const
  const order = orderingOf(visit, ['at', 'form', 'recipient'], usual)
  const labels = { at: text.at, form: text.form, recipient: text.recipient }
  return {
    title: text.many,
    body: (
      <>
        <Head title={text.many} path={await pathTo(visit, known)} />
        <section class="sheet">
          <List
            visit={visit}
            name="warnings"
            within={{ license: known.id }}
            order={{ chosen: order, labels }}
            next={list.next}
            isEmpty={list.data.length === 0}
            none={<p class="quiet">{text.none}</p>}
          >
            <Rows<KeptWarning>
              items={inOrder(list.data, order, placeOf, language)}
              columns={columnsOf(visit, order)}
            />
          </List>
        </section>
      </>
    ),
  }
}

function columnsOf(
  { words, language }: StaffVisit,
  order: Ordering<'at' | 'form' | 'recipient'>,
): Column<KeptWarning>[] {
  const text = words.ledger.warning
  return [
    {
      head: text.at,
      order: order.link('at'),
      cell: ({ license: of, id, at, timeZone }) => (
        <a href={warningPath(of, id)}>{dayAndTime(inZone(at, timeZone), language)}</a>
      ),
    },
    { head: text.form, order: order.link('form'), cell: ({ form }) => text.formNouns[form] },
    {
      head: text.recipient,
      order: order.link('recipient'),
      cell: ({ recipient }) => recipient ?? '–',
    },
  ]
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
