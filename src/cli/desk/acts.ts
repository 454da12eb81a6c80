import { amend } from '../../license/amendment.ts'
import type { Actor } from '../../license/actor.ts'
import { activate } from '../../license/activation.ts'
import { system } from '../../license/actor.ts'
import type { LicenseEvent } from '../../license/event.ts'
import type { Activation, Agreement, Channel, Instant, Side } from '../../license/license.ts'
import { object, receive } from '../../license/objection.ts'
import { suspend, resume } from '../../license/suspension.ts'
import { terminate } from '../../license/termination.ts'
import type { Ending } from '../../license/termination.ts'
import { withdraw } from '../../license/withdrawal.ts'
import { seatHistory } from '../../store/activation.ts'
import { newId } from '../../store/id.ts'
import { changeLicense } from '../../store/license.ts'
import { findPlan } from '../../store/plan.ts'
import { findProduct } from '../../store/product.ts'
import { saltedFingerprintSync } from '../../token/fingerprint-sync.ts'
import type { Firm } from './firms.ts'
import type { Contract, Year } from './year.ts'

const dayMs = 86_400_000

/** One side objects; what travels arrives so many days later, or is on its way still. */
export function objects(
  year: Year,
  when: Instant,
  contract: Contract,
  said: {
    readonly side: Side
    readonly channel: Channel
    readonly reason?: string
    /** Null: on its way. */
    readonly arrivesAfter?: number | null
    readonly by?: Actor
  },
): void {
  const { side, channel, reason = null, arrivesAfter = 2 } = said
  const [agent] = year.staff.support
  const by = said.by ?? agent
  const declaredBy = side === 'customer' ? speakerOf(contract.firm) : null
  const receivedAt = null
  year.does(when, contract, by, (license, now) =>
    object(
      license,
      { id: newId('obj', now), side, channel, declaredBy, reason, receivedAt, by },
      now,
    ),
  )
  const travels = channel === 'letter' || channel === 'email'
  if (travels && arrivesAfter !== null)
    year.does(when + arrivesAfter * dayMs, contract, by, (license, now) =>
      receive(license, { side, receivedAt, reason: null, by }, now),
    )
}

export function withdraws(
  year: Year,
  when: Instant,
  contract: Contract,
  side: Side,
  kind: 'agreed' | 'error',
): void {
  const [by] = year.staff.support
  year.does(when, contract, by, (license, now) => {
    const agreed = { by: speakerOf(contract.firm), at: now - 60_000, how: 'am Telefon' }
    const withdrawal = { kind, reason: null, agreed: kind === 'agreed' ? agreed : null, by }
    return withdraw(license, side, withdrawal, now)
  })
}

export function suspends(
  year: Year,
  when: Instant,
  contract: Contract,
  reason: string,
  effectiveAt: Instant | null = null,
): void {
  year.does(when, contract, year.staff.shop, (license, now) =>
    suspend(license, { id: newId('sus', now), reason, effectiveAt }, now),
  )
}

export function resumes(year: Year, when: Instant, contract: Contract): void {
  year.does(when, contract, year.staff.shop, resume)
}

export function terminates(
  year: Year,
  when: Instant,
  contract: Contract,
  ending: Pick<Ending, 'side' | 'kind' | 'reason'> & { readonly effectiveAt?: Instant },
): void {
  const by = year.staff.admin
  year.does(when, contract, by, (license, now) =>
    terminate(license, { effectiveAt: null, ...ending, id: newId('trm', now), by }, now),
  )
}

/** Machines take seats, one after the other. */
export function runsOn(
  year: Year,
  when: Instant,
  contract: Contract,
  machines: readonly string[],
): void {
  year.plays(when, (now) =>
    changeLicense(year.deps.db, contract.id, now, system, async (locked, _, trx) => {
      const known: Activation[] = await seatHistory(trx, locked.id)
      const events: LicenseEvent[] = []
      let license = locked
      for (const machine of machines) {
        const fingerprint = saltedFingerprintSync(locked.id, `${contract.firm.number} ${machine}`)
        const seated = activate(
          license,
          known,
          { id: newId('act', now), fingerprint, machine },
          now,
        )
        license = seated.license
        events.push(...seated.events)
        if (seated.activation !== null) known.push(seated.activation)
      }
      return { license, events, activations: known }
    }),
  )
}

/** Both sides agree on something else, from now on or from the next term. */
export function amends(
  year: Year,
  when: Instant,
  contract: Contract,
  { from, changes = {}, plan: named }: Amended,
): void {
  year.plays(when, async (now) => {
    const { db } = year.deps
    const plan = named === undefined ? null : await findPlan(db, named)
    await changeLicense(db, contract.id, now, year.staff.shop, async (license, _, trx) => {
      const { capabilities: catalog = [] } = (await findProduct(trx, license.product)) ?? {}
      const agreement = agreementOf(contract.firm, 'Nachtrag', now)
      return amend(license, { from, changes, plan, catalog, agreement }, now)
    })
  })
}

interface Amended {
  readonly from: 'now' | 'next_term'
  readonly changes?: { readonly seats?: number }
  readonly plan?: string
}

/** What a firm has agreed to just now. */
export function agreementOf(firm: Firm, title: string, now: Instant): Agreement {
  return {
    id: newId('agr', now),
    title,
    version: '1',
    language: firm.language.startsWith('de') ? 'de' : 'en',
    url: null,
    document: null,
    sha256: null,
    acceptedAt: now - 60_000,
    acceptedBy: speakerOf(firm),
    recordedAt: now,
  }
}

export function speakerOf({ contacts: [first], name }: Firm): string {
  return first?.name ?? name
}
