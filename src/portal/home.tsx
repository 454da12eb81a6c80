import type { Instant } from '../license/license.ts'
import type { Contact } from '../store/customer.ts'
import { findCustomer } from '../store/customer.ts'
import { planNames } from '../store/plan-name.ts'
import { openProposals } from '../store/proposal.ts'
import type { LicenseNow } from '../store/read-license.ts'
import { State } from '../web/mark.tsx'
import { Note } from '../web/note.tsx'
import { standingOf } from '../web/standing.ts'
import { When } from '../web/when.tsx'
import { Title } from './frame.tsx'
import { ownLicenses } from './own-license.ts'
import { sentencesOf } from './sentences.ts'
import type { Sentences } from './sentences.ts'
import type { GuestVisit, Shown } from './visit.ts'

/** A card for each license. */
export async function home(visit: GuestVisit): Promise<Shown> {
  const { deps, words, guest, now } = visit
  const licenses = (await ownLicenses(visit)).toSorted(
    (a, b) => Number(isOver(a, now)) - Number(isOver(b, now)),
  )
  const called = await planNames(
    deps.db,
    licenses.map(({ license }) => license),
  )
  const { contacts = [] } = (await findCustomer(deps.db, guest.customer)) ?? {}
  const waiting = await Promise.all(
    licenses.map(async ({ license }) => openProposals(deps.db, license.id, now)),
  )
  return {
    title: words.home.title,
    body: (
      <>
        <Title title={words.home.title} />
        {licenses.length === 0 && <Empty visit={visit} />}
        <div class="portal-cards">
          {licenses.map((shown, n) => (
            <Card
              visit={visit}
              shown={shown}
              called={called.get(shown.license.plan) ?? shown.license.planCode}
              isAlone={
                licenses.filter(({ license }) => license.plan === shown.license.plan).length === 1
              }
              contacts={contacts}
              hasProposal={(waiting[n] ?? []).some(({ side }) => side === 'vendor')}
            />
          ))}
        </div>
      </>
    ),
  }
}

/** What has ended stands behind what has not. */
function isOver({ license }: LicenseNow, now: Instant): boolean {
  const { reason } = standingOf(license, now)
  return reason === 'ended' || reason === 'terminated'
}

function Empty({ visit: { words } }: { readonly visit: GuestVisit }) {
  return (
    <section class="empty">
      <p>{words.home.none}</p>
      <p class="quiet">{words.home.noneWhy}</p>
      <a class="button second" href="/portal/data">
        {words.frame.takeAlong}
      </a>
    </section>
  )
}

function Card({
  visit,
  shown: { license },
  called,
  isAlone,
  contacts,
  hasProposal,
}: {
  readonly visit: GuestVisit
  readonly shown: LicenseNow
  readonly called: string
  /** Whether no other license is called so; else its number tells them apart. */
  readonly isAlone: boolean
  readonly contacts: readonly Contact[]
  readonly hasProposal: boolean
}) {
  const { words } = visit
  const said = sentencesOf(visit, license, contacts)
  const at = `/portal/licenses/${license.id}`
  return (
    <article class="sheet">
      <header>
        <h2>
          <a href={at}>{called}</a>
        </h2>
        <State worth={said.standing.worth} word={words.worth[said.standing.worth]} />
      </header>
      {hasProposal && (
        <Note kind="ends">
          <p>
            <a href={at}>{words.home.proposal}</a>
          </p>
        </Note>
      )}
      <Said visit={visit} said={said} />
      {!isAlone && (
        <p class="quiet small">
          {words.license.id} <code>{license.id}</code>
        </p>
      )}
      <CardActs visit={visit} at={at} said={said} />
    </article>
  )
}

function CardActs({
  visit: { words },
  at,
  said,
}: {
  readonly visit: GuestVisit
  readonly at: string
  readonly said: Sentences
}) {
  return (
    <div class="acts">
      {said.mayObject && (
        <a class="button" href={`${at}/objection`}>
          {words.license.object}
        </a>
      )}
      <a class="button second" href={at}>
        {words.home.open}
      </a>
      <a class="button plain" href="/portal/data">
        {words.frame.takeAlong}
      </a>
    </div>
  )
}

/** The four sentences, the day as their hero. */
export function Said({
  visit: { words },
  said,
}: {
  readonly visit: GuestVisit
  readonly said: Sentences
}) {
  const text = words.card
  return (
    <>
      <div class="hero">
        <When text={said.until} />
        {said.left !== null && <p class="quiet figures">{said.left}</p>}
      </div>
      <dl class="facts">
        <dt>{text.allows}</dt>
        <dd>{said.allows}</dd>
        <dt>{text.next}</dt>
        <dd>{said.next}</dd>
        <dt>{text.can}</dt>
        <dd>{said.can}</dd>
      </dl>
    </>
  )
}
