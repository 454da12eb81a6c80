import { issueMany } from '../../api/issue-many.ts'
import { issueLicense } from '../../api/license-body.ts'
import { deliver } from '../../clock/beat.ts'
import { moveSandboxClock } from '../../clock/sandbox-clock.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../license/actor.ts'
import { dateAt, daysLater, momentAt, weekday } from '../../license/calendar.ts'
import type { Outcome } from '../../license/event.ts'
import type {
  CalendarDate,
  CustomerId,
  InquiryId,
  Instant,
  License,
  LicenseId,
} from '../../license/license.ts'
import { changeLicense } from '../../store/license.ts'
import type { Firm } from './firms.ts'
import type { Staff } from './staff.ts'

/** Where the vendor of the demonstration sits. */
export const timeZone = 'Europe/Berlin'

/** The morning on which the vendor began with Auszug, and brought the contracts along that there were. */
export const opening = at('2025-09-24', '09:00')

/** An instant by the vendor's clock on the wall. */
export function at(date: CalendarDate, time: string): Instant {
  return momentAt(date, time, timeZone)
}

/** The day itself, or the Monday that follows it. */
export function workday(date: CalendarDate): CalendarDate {
  return daysLater(date, [0, 0, 0, 0, 0, 2, 1][weekday(date) - 1] ?? 0)
}

/** A license that will have been issued by the time that something else happens to it. */
export class Contract {
  readonly firm: Firm
  readonly plan: string
  /** Whether it ran already when the year began. */
  readonly movedIn: boolean
  /** What was asked last, so that it can be asked again. */
  lastInquiry: InquiryId | null = null
  #issued: { readonly id: LicenseId; readonly key: string } | null = null

  constructor(firm: Firm, plan: string, movedIn: boolean) {
    this.firm = firm
    this.plan = plan
    this.movedIn = movedIn
  }

  get id(): LicenseId {
    return this.#theIssued.id
  }

  get key(): string {
    return this.#theIssued.key
  }

  takes(issued: { readonly license: Pick<License, 'id'>; readonly key: string }): void {
    this.#issued = { id: issued.license.id, key: issued.key }
  }

  get #theIssued() {
    if (this.#issued === null) throw new TypeError('the license is issued before it is touched')
    return this.#issued
  }
}

/** What happens, and when. */
interface Scene {
  readonly at: Instant
  readonly play: (now: Instant) => Promise<unknown>
}

type Body = Parameters<typeof issueLicense>[1]

/** What is asked for of a license, beside plan and customer. */
export type Asked = Pick<Body, 'starts_on' | 'start_by' | 'ends_on' | 'overrides'>

/**
 * A year as a list of scenes in any order. They are played in the order of time, and between them the clock moves on as it would
 * have: from due instant to due instant.
 */
export class Year {
  readonly deps: Deps
  readonly staff: Staff
  readonly #customers: ReadonlyMap<Firm, CustomerId>
  readonly #scenes: Scene[] = []
  readonly #movingIn: { readonly contract: Contract; readonly asked: Asked }[] = []

  constructor(deps: Deps, staff: Staff, customers: ReadonlyMap<Firm, CustomerId>) {
    this.deps = deps
    this.staff = staff
    this.#customers = customers
  }

  customerOf(firm: Firm): CustomerId {
    const id = this.#customers.get(firm)
    if (id === undefined) throw new TypeError('every firm is a customer')
    return id
  }

  /** A contract that runs already when the year begins. */
  movesIn(firm: Firm, plan: string, asked: Asked): Contract {
    const contract = new Contract(firm, plan, true)
    this.#movingIn.push({ contract, asked })
    return contract
  }

  issues(when: Instant, firm: Firm, plan: string, asked: Asked = {}): Contract {
    const contract = new Contract(firm, plan, false)
    this.plays(when, async (now) => {
      const body = bodyFor(this.customerOf(firm), contract, asked, now)
      contract.takes(await issueLicense(this.deps, body, this.staff.shop, now))
    })
    return contract
  }

  /** A command of the law. */
  does(
    when: Instant,
    contract: Contract,
    by: Actor,
    command: (license: License, now: Instant) => Outcome,
  ): void {
    this.plays(when, (now) =>
      changeLicense(this.deps.db, contract.id, now, by, (license) => command(license, now)),
    )
  }

  plays(when: Instant, play: Scene['play']): void {
    this.#scenes.push({ at: when, play })
  }

  /** Plays what lies before an instant, and leaves the clock standing there. */
  async runs(until: Instant): Promise<void> {
    await this.#movesAllIn()
    let day = ''
    for (const { at: when, play } of this.#scenes.toSorted((a, b) => a.at - b.at)) {
      if (when > until) throw new RangeError('a scene lies after the year')
      if (dateAt(when, timeZone) !== day) await this.#comesTo(when)
      day = dateAt(when, timeZone)
      await play(when)
    }
    await this.#comesTo(until)
  }

  /** What has come true by then is settled, and customers are written to. */
  async #comesTo(now: Instant): Promise<void> {
    await moveSandboxClock(this.deps.db, now)
    await deliver(this.deps)
  }

  async #movesAllIn(): Promise<void> {
    const bodies = this.#movingIn.map(({ contract, asked }) =>
      bodyFor(this.customerOf(contract.firm), contract, asked, opening),
    )
    const issued = await issueMany(this.deps, bodies, this.staff.admin, opening)
    for (const [n, each] of issued.entries()) {
      if (each instanceof Error) throw each
      this.#movingIn[n]?.contract.takes(each)
    }
  }
}

function bodyFor(customer: CustomerId, { firm, plan }: Contract, asked: Asked, now: Instant): Body {
  const [first] = firm.contacts
  return {
    plan,
    customer,
    time_zone: firm.timeZone,
    ...asked,
    ...(asked.start_by !== undefined && { starts: 'first_activation' as const }),
    ...(plan !== 'trial' && {
      agreement: {
        title: firm.language.startsWith('de')
          ? 'Lizenz- und Supportvertrag'
          : 'License and support agreement',
        version: '2025-07',
        language: firm.language.startsWith('de') ? 'de' : 'en',
        accepted_at: new Date(now - 3_600_000).toISOString(),
        accepted_by: first?.name ?? firm.name,
      },
    }),
  }
}
