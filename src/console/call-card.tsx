import type { License } from '../license/license.ts'
import { standingObjection } from '../license/objection.ts'
import { recorders } from '../license/roles.ts'
import { settle } from '../license/settle.ts'
import type { Found, FoundLicense } from '../store/lookup.ts'
import { daysFrom, longDay } from '../web/day.ts'
import { Logged } from './inquiry.tsx'
import { LedgerLines, Logging, SupportLines } from './ledger-lines.tsx'
import { StateOf } from './standing.tsx'
import { standingOf } from '../web/standing.ts'
import type { Standing } from '../web/standing.ts'
import { may } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** One license of who calls, with all that is to be known and done while they are on the line. */
export function CallCard({
  visit,
  found,
  back,
}: {
  readonly visit: StaffVisit
  readonly found: FoundLicense
  /** The address of this page. */
  readonly back: string
}) {
  const { words, now } = visit
  const { license } = settle(found.license, now)
  const standing = standingOf(license, now)
  const text = words.ledger.call
  return (
    <section class="sheet call">
      <Logged visit={visit} license={license} />
      <dl class="lines">
        <dt>{text.license}</dt>
        <dd>
          <a class="called" href={`/console/licenses/${license.id}`}>
            {found.called}
          </a>
          <StateOf standing={standing} words={words} />
          <span>{untilLine(visit, standing)}</span>
          <span class="aside">{thenLine(visit, standing)}</span>
        </dd>
        <SupportLines visit={visit} license={license} found={found} />
      </dl>
      <Logging visit={visit} license={license} found={found} back={back} />
      <LedgerLines visit={visit} license={license} found={found} />
      <EndRenewal visit={visit} license={license} standing={standing} />
    </section>
  )
}

/** Until when it is full, in days too. */
function untilLine({ words, language }: StaffVisit, standing: Standing): string {
  const { lastDay, today, worth, reason } = standing
  if (lastDay === null) return reason === null ? words.license.perpetual : ''
  const day = longDay(lastDay, language)
  if (worth === 'export-only') return reason === 'ended' ? words.license.lastDayWas(day) : ''
  return words.ledger.call.until(day, words.license.daysLeft(daysFrom(today, lastDay)))
}

function thenLine({ words }: StaffVisit, { worth, renews, lastDay }: Standing): string {
  if (worth === 'export-only') return words.license.exportStays
  if (lastDay === null) return ''
  return renews ? words.ledger.call.renews : words.ledger.call.endsThen
}

/** The one act that ends something, with what it ends beside it. */
function EndRenewal({
  visit,
  license,
  standing,
}: {
  readonly visit: StaffVisit
  readonly license: License
  readonly standing: Standing
}) {
  const { words, language, now } = visit
  const text = words.ledger.call
  const { lastDay, lastObjectionDay, worth } = standing
  const isOpen = lastObjectionDay !== null && standingObjection(license, 'vendor', now) === null
  if (worth === 'export-only' || lastDay === null) return null
  if (!isOpen) return <p class="ending quiet">{text.endedAlready(longDay(lastDay, language))}</p>
  if (!may(visit, recorders)) return null
  return (
    <p class="ending">
      <a class="button" href={`/console/licenses/${license.id}/end`} data-keys="e">
        {words.objection.end}… <kbd aria-hidden="true">e</kbd>
      </a>
      <span>{text.endsLicense(longDay(lastDay, language))}</span>
    </p>
  )
}

/** Which of a customer’s licenses a call is most likely about: who asked last, else the newest that is not over. */
export function likeliest({ licenses, keyed }: Found, now: number): FoundLicense | undefined {
  const byKey = licenses.find(({ license }) => license.id === keyed)
  if (byKey !== undefined) return byKey
  const last = licenses.toSorted((a, b) => (b.recent[0]?.at ?? 0) - (a.recent[0]?.at ?? 0))[0]
  if (last?.recent[0] !== undefined) return last
  const running = licenses.find(
    ({ license }) => standingOf(settle(license, now).license, now).worth !== 'export-only',
  )
  return running ?? licenses[0]
}
