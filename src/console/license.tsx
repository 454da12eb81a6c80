import { inUtc, inZone } from '../license/calendar.ts'
import type { Instant, License, Term } from '../license/license.ts'
import { standingObjection } from '../license/objection.ts'
import { readers, recorders, supporters } from '../license/roles.ts'
import { entitlement } from '../license/support.ts'
import { findCustomer } from '../store/customer.ts'
import { findLicenseCard } from '../store/lookup.ts'
import { readLicense } from '../store/read-license.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { dayAndTime, longDay } from '../web/day.ts'
import { History, historyOf } from './history.tsx'
import { DoneNote } from './done-note.tsx'
import { Head } from './head.tsx'
import { LicenseMenu } from './license-menu.tsx'
import { LicenseLedger } from './ledger-lines.tsx'
import { Agreements } from './license-papers.tsx'
import { Pending } from './license-pending.tsx'
import { LicenseTimeline } from './license-timeline.tsx'
import { Proposals, proposalsOf } from './proposals.tsx'
import { Note } from '../web/note.tsx'
import { planName } from '../store/plan-name.ts'
import { StateOf, untilDay } from './standing.tsx'
import { standingOf } from '../web/standing.ts'
import type { Standing } from '../web/standing.ts'
import { may, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const licensePages = [
  page('GET', '/console/licenses/:license', readers, async (visit) => {
    const { deps, words, now } = visit
    const shown = await readLicense(deps.db, named(visit, 'license'), now)
    const { license } = shown
    const customer = await findCustomer(deps.db, license.customer)
    const standing = standingOf(license, now)
    const called = await planName(deps.db, license)
    const events = await historyOf(visit, license)
    const proposals = await proposalsOf(visit, license)
    const card = await findLicenseCard(deps.db, license.id)
    const name = customer?.name ?? license.customer
    return {
      title: `${name} · ${called}`,
      body: (
        <>
          <Head
            title={called}
            path={[
              ['/console/customers', words.places.customers],
              [`/console/customers/${license.customer}`, name],
            ]}
            line={<StateOf standing={standing} words={words} />}
          >
            <Acts visit={visit} license={license} standing={standing} />
          </Head>
          <DoneNote visit={visit} license={license} events={events} />
          <section class="sheet">
            <Hero visit={visit} license={license} standing={standing} />
            <LicenseTimeline visit={visit} license={license} standing={standing} ledger={card} />
          </section>
          <Pending visit={visit} license={license} />
          <Objections visit={visit} license={license} />
          <Proposals visit={visit} license={license} known={proposals} />
          {card !== null && <LicenseLedger visit={visit} found={card} />}
          <Facts visit={visit} shown={shown} />
          <Agreements visit={visit} license={license} />
          <History visit={visit} license={license} events={events} />
        </>
      ),
    }
  }),
]

/** What can be done about the renewal, by the role that may. */
function Acts({ visit, license, standing }: Parts) {
  const { words, now } = visit
  const at = `/console/licenses/${license.id}`
  const open = (side: 'vendor' | 'customer'): boolean =>
    standing.lastObjectionDay !== null && standingObjection(license, side, now) === null
  const mayDeclare = may(visit, recorders)
  return (
    <>
      {mayDeclare && open('customer') && (
        <a class="button second" href={`${at}/objection`}>
          {words.objection.customers}
        </a>
      )}
      {mayDeclare && open('vendor') && (
        <a class="button" href={`${at}/end`} data-keys="e">
          {words.objection.end} <kbd>e</kbd>
        </a>
      )}
      <LicenseMenu visit={visit} license={license} />
    </>
  )
}

interface Parts {
  readonly visit: StaffVisit
  readonly license: License
  readonly standing: Standing
}

/** Until when, and what happens then. */
function Hero({ visit, license, standing }: Parts) {
  const { words, language } = visit
  const { renews, lastObjectionDay, worth } = standing
  const text = words.license
  return (
    <div class="hero">
      <p class="when">{whenOf(visit, license, standing)}</p>
      {worth === 'export-only' && <p>{text.exportNow}</p>}
      {worth !== 'export-only' && (
        <p>
          {renews ? text.renewsThen : text.endsThen}
          {renews &&
            lastObjectionDay !== null &&
            ` ${text.objectionUntil(longDay(lastObjectionDay, language))}`}
        </p>
      )}
    </div>
  )
}

/** The day that matters most now, in one line. */
function whenOf(visit: StaffVisit, { timeZone }: License, standing: Standing): string {
  const { words, language } = visit
  const { lastDay, reason, term, today } = standing
  const text = words.license
  if (reason === 'not_started')
    return term === null ? text.startsLater : text.startsOn(longDay(term.startsOn, language))
  if (lastDay === null) return reason === null ? text.perpetual : words.reasons[reason]
  if (reason === 'suspended')
    return text.suspendedUntil(untilDay(visit, lastDay, { today, timeZone }))
  if (reason !== null) return text.lastDayWas(longDay(lastDay, language))
  return text.fullUntil(untilDay(visit, lastDay, { today, timeZone }))
}

/** Each objection that stands, with what can still be done about it. */
function Objections({ visit, license }: Pick<Parts, 'visit' | 'license'>) {
  const { words, language, now } = visit
  const at = `/console/licenses/${license.id}`
  const standing = (['vendor', 'customer'] as const).flatMap(
    (side) => standingObjection(license, side, now) ?? [],
  )
  return (
    <>
      {standing.map((objection) => (
        <Note kind="ends">
          <h2>{words.objection.stands[objection.side]}</h2>
          <p>
            {objection.effectiveOn === null
              ? words.objection.onItsWay
              : words.objection.effective(longDay(objection.effectiveOn, language))}
          </p>
          <p class="acts">
            <a href={`${at}/receipt/${objection.side}`}>{words.objection.receipt}</a>
            {may(visit, supporters) && (
              <a href={`${at}/withdrawal/${objection.side}`}>{words.objection.takeBack}</a>
            )}
          </p>
        </Note>
      ))}
    </>
  )
}

function Facts({
  visit,
  shown: { license, seatsUsed },
}: {
  readonly visit: StaffVisit
  readonly shown: LicenseNow
}) {
  const { words, language, now } = visit
  const grant = license.grants.findLast(({ from }) => from <= now) ?? license.grants[0]
  const time = (at: Instant) => (
    <time datetime={inUtc(at)}>{dayAndTime(inZone(at, license.timeZone), language)}</time>
  )
  const text = words.license
  return (
    <section class="sheet">
      <h2>{text.agreed}</h2>
      <dl class="facts">
        <dt>{text.term}</dt>
        <dd>{daysOf(visit, standingOf(license, now).term)}</dd>
        <dt>{text.seats}</dt>
        <dd>
          {grant?.seats == null ? text.seatsAny(seatsUsed) : text.seatsOf(seatsUsed, grant.seats)}
        </dd>
        <dt>{text.capabilities}</dt>
        <dd>
          {grant?.capabilities.map((each) => (
            <code>{each} </code>
          ))}
        </dd>
        <Named entries={grant?.limits ?? {}} />
        <dt>{text.support}</dt>
        <dd>{supportOf(visit, license)}</dd>
        <dt>{text.zone}</dt>
        <dd>{license.timeZone}</dd>
        <dt>{text.issued}</dt>
        <dd>{time(license.createdAt)}</dd>
        <Named entries={license.externalRefs} />
        <dt>{text.id}</dt>
        <dd>
          <code>{license.id}</code>
        </dd>
      </dl>
    </section>
  )
}

/** What bears a name of its own: limits, and references of other systems. */
function Named({ entries }: { readonly entries: Readonly<Record<string, string | number>> }) {
  return (
    <>
      {Object.entries(entries).map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </>
  )
}

function daysOf({ words, language }: StaffVisit, term: Term | null): string {
  if (term === null) return '–'
  const last = term.endsOn === null ? words.license.perpetual : longDay(term.endsOn, language)
  return `${longDay(term.startsOn, language)} – ${last}`
}

function supportOf({ words, language, now }: StaffVisit, license: License): string {
  const support = entitlement(license, now)
  if (support === null) return words.license.supportNone
  if (!support.entitled) return words.license.supportNot
  const until = support.until === null ? null : longDay(support.until, language)
  return words.license.supportUntil(support.level, until)
}
