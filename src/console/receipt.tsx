import { inZone } from '../license/calendar.ts'
import type { License, Objection, Side } from '../license/license.ts'
import { receive } from '../license/objection.ts'
import { Problem } from '../license/problem.ts'
import { readers, recorders } from '../license/roles.ts'
import { signedCheckpoint } from '../store/checkpoint.ts'
import { changeLicense } from '../store/license.ts'
import { readLicense } from '../store/read-license.ts'
import { dayAndTime, longDay, placeOf } from '../web/day.ts'
import { Form } from '../web/form.tsx'
import { spokenReference } from '../license/spoken-reference.ts'
import { documentsPath } from './documents.tsx'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { Note } from '../web/note.tsx'
import { standingOf } from '../web/standing.ts'
import { may, named, page } from './visit.ts'
import type { StaffVisit, Visit } from './visit.ts'

export const receiptPages = [
  page('GET', '/console/licenses/:license/receipt/:side', readers, async (visit) => {
    const { deps, words, now } = visit
    const { license } = await readLicense(deps.db, named(visit, 'license'), now)
    const objection = lastOf(license, sideIn(visit))
    return {
      title: words.objection.receipt,
      body: (
        <>
          <Head
            title={words.objection.recorded[objection.side]}
            path={await pathToLicense(deps.db, license)}
          />
          <Receipt visit={visit} license={license} objection={objection} />
          <Anchor visit={visit} checkpoint={await signedCheckpoint(deps, license.id, now)} />
        </>
      ),
    }
  }),
  page('POST', '/console/licenses/:license/receipt/:side', recorders, async (visit) => {
    const { deps, now, person } = visit
    const side = sideIn(visit)
    const receipt = { side, receivedAt: null, reason: null, by: person }
    const id = named(visit, 'license')
    await changeLicense(deps.db, id, now, person, (before) => receive(before, receipt, now))
    return { to: `/console/licenses/${id}/receipt/${side}` }
  }),
]

/** @throws Problem not-found if the address names no side. */
export function sideIn(visit: Visit): Side {
  const side = named(visit, 'side')
  if (side !== 'vendor' && side !== 'customer') throw new Problem('not-found')
  return side
}

/** @throws Problem not-found */
function lastOf(license: License, side: Side): Objection {
  const last = license.objections.findLast((each) => each.side === side)
  if (last === undefined) throw new Problem('not-found')
  return last
}

interface Parts {
  readonly visit: StaffVisit
  readonly license: License
  readonly objection: Objection
}

function Receipt({ visit, license, objection }: Parts) {
  const { words, language, now } = visit
  const text = words.objection
  const { effectiveOn, withdrawnAt } = objection
  const time = (at: number): string => dayAndTime(inZone(at, license.timeZone), language)
  const by = standingOf(license, now).lastObjectionDay
  return (
    <section class="sheet narrow">
      {withdrawnAt !== null && (
        <Note>
          <p>{text.withdrawnAt(time(withdrawnAt))}</p>
        </Note>
      )}
      <div class="hero">
        <p class="when">
          {effectiveOn === null
            ? text.onItsWay
            : text.endsAfter(longDay(effectiveOn, language), placeOf(license.timeZone))}
        </p>
        <p>
          {effectiveOn !== null
            ? text.until
            : by === null
              ? ''
              : text.arriveBy(longDay(by, language))}
        </p>
      </div>
      <div>
        <p class="quiet small">{text.reference}</p>
        <p class="reference">{spokenReference(objection.id)}</p>
      </div>
      <Declared visit={visit} license={license} objection={objection} />
      <Acts visit={visit} license={license} objection={objection} />
    </section>
  )
}

/** What can be done with it: what proves it is attached, a letter that has come is received. */
function Acts({ visit, license, objection }: Parts) {
  const { words } = visit
  const { id, side, receivedAt, withdrawnAt } = objection
  return (
    <div class="acts">
      <a class="button" href={`/console/licenses/${license.id}`}>
        {words.objection.toLicense}
      </a>
      {receivedAt === null && withdrawnAt === null && may(visit, recorders) && (
        <Form
          action={`/console/licenses/${license.id}/receipt/${side}`}
          token={visit.person.formToken}
          kind="acts"
        >
          <button class="second">{words.objection.arrived}</button>
        </Form>
      )}
      <a class="button second" href={documentsPath(license.id, id)}>
        {words.ledger.documents.title}
      </a>
    </div>
  )
}

/** What the customer can keep along with the receipt, so that nobody changes unseen what led to it. */
function Anchor({
  visit: { words },
  checkpoint,
}: {
  readonly visit: StaffVisit
  readonly checkpoint: string
}) {
  return (
    <section class="sheet narrow">
      <details open>
        <summary>{words.dossier.ofReceipt}</summary>
        <p class="quiet small">{words.dossier.ofReceiptLead}</p>
        <p>
          <code class="hash">{checkpoint}</code>
        </p>
      </details>
    </section>
  )
}

/** Who declared it, how, and when it came. */
function Declared({ visit: { words, language }, license, objection }: Parts) {
  const text = words.objection
  const { side, channel, declaredBy, reason, receivedAt, recordedAt } = objection
  const time = (at: number): string => dayAndTime(inZone(at, license.timeZone), language)
  return (
    <dl class="facts">
      <dt>{text.from}</dt>
      <dd>{[words.sides[side], declaredBy].filter((each) => each !== null).join(' · ')}</dd>
      <dt>{text.channel}</dt>
      <dd>{words.channels[channel]}</dd>
      <dt>{text.received}</dt>
      <dd>{receivedAt === null ? text.notYet : time(receivedAt)}</dd>
      <dt>{text.recordedAt}</dt>
      <dd>{time(recordedAt)}</dd>
      <dt>{text.reason}</dt>
      <dd>{reason ?? '–'}</dd>
    </dl>
  )
}
