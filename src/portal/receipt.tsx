import { inZone } from '../license/calendar.ts'
import type { Instant, License, Objection } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { planName } from '../store/plan-name.ts'
import { signedCheckpoint } from '../store/checkpoint.ts'
import { dayAndTime, longDay, placeOf } from '../web/day.ts'
import { Note } from '../web/note.tsx'
import { When } from '../web/when.tsx'
import { spokenReference } from '../license/spoken-reference.ts'
import { addressOf } from './address-of.ts'
import { Title } from './frame.tsx'
import { ownLicense } from './own-license.ts'
import { page } from './visit.ts'
import type { GuestVisit } from './visit.ts'

export const receiptPages = [
  page('GET', '/portal/licenses/:license/receipt', async (visit) => {
    const { deps, words, guest, now } = visit
    const { license } = await ownLicense(visit)
    const objection = license.objections.findLast(({ side }) => side === 'customer')
    if (objection === undefined) throw new Problem('not-found')
    const called = await planName(deps.db, license)
    const to = await addressOf(deps.db, guest)
    const checkpoint = await signedCheckpoint(deps, license.id, now)
    return {
      title: words.objection.receipt,
      body: (
        <>
          <Title
            title={words.objection.recorded}
            back={[`/portal/licenses/${license.id}`, called]}
          />
          <Receipt visit={visit} license={license} objection={objection} called={called} />
          {to !== null && objection.recordedBy === guest.id && (
            <p class="quiet no-print">{words.objection.mailed(to)}</p>
          )}
          <p class="quiet no-print">{words.objection.print}</p>
          <details>
            <summary>{words.objection.checkpoint}</summary>
            <p class="quiet small">{words.objection.checkpointWhy}</p>
            <p>
              <code>{checkpoint}</code>
            </p>
          </details>
        </>
      ),
    }
  }),
]

interface Parts {
  readonly visit: GuestVisit
  readonly license: License
  readonly objection: Objection
  readonly called: string
}

function Receipt({ visit, license, objection, called }: Parts) {
  const { words, language } = visit
  const text = words.objection
  const { effectiveOn, withdrawnAt } = objection
  return (
    <section class="sheet narrow">
      {withdrawnAt !== null && (
        <Note>
          <p>{text.taken(timeOf(visit, license, withdrawnAt))}</p>
        </Note>
      )}
      {effectiveOn !== null && (
        <div class="hero">
          <When text={text.endsAfter(longDay(effectiveOn, language), placeOf(license.timeZone))} />
          <p>{text.until}</p>
        </div>
      )}
      <div>
        <p class="quiet small">{text.reference}</p>
        <p class="reference">{spokenReference(objection.id)}</p>
      </div>
      <Content visit={visit} license={license} objection={objection} called={called} />
    </section>
  )
}

function Content({ visit, license, objection, called }: Parts) {
  const text = visit.words.objection
  const { receivedAt, declaredBy, reason } = objection
  return (
    <dl class="facts">
      <dt>{text.content}</dt>
      <dd>
        {text.contentIs} {called}
      </dd>
      <dt>{visit.words.license.id}</dt>
      <dd>
        <code>{license.id}</code>
      </dd>
      <dt>{text.received}</dt>
      <dd>{receivedAt === null ? '–' : timeOf(visit, license, receivedAt)}</dd>
      {declaredBy !== null && (
        <>
          <dt>{text.declaredBy}</dt>
          <dd>{declaredBy}</dd>
        </>
      )}
      <dt>{text.onBehalfOf}</dt>
      <dd>{visit.guest.customerName}</dd>
      {reason !== null && (
        <>
          <dt>{text.reason}</dt>
          <dd>{reason}</dd>
        </>
      )}
    </dl>
  )
}

function timeOf({ language }: GuestVisit, { timeZone }: License, at: Instant): string {
  return `${dayAndTime(inZone(at, timeZone), language)} (${placeOf(timeZone)})`
}
