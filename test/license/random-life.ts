import { activate } from '../../src/license/activation.ts'
import { amend } from '../../src/license/amendment.ts'
import { daysLater } from '../../src/license/calendar.ts'
import type { Outcome } from '../../src/license/event.ts'
import { decideAt, termShown } from '../../src/license/facts.ts'
import { addTerm } from '../../src/license/hand-term.ts'
import { logInquiry } from '../../src/license/inquiry.ts'
import type { Activation, Instant, License, Objection } from '../../src/license/license.ts'
import { nextDue } from '../../src/license/next-due.ts'
import { object, receive } from '../../src/license/objection.ts'
import { accept, decline, propose } from '../../src/license/proposal.ts'
import type { Asked } from '../../src/license/proposal.ts'
import { Problem } from '../../src/license/problem.ts'
import { reinstate } from '../../src/license/reinstatement.ts'
import { settle } from '../../src/license/settle.ts'
import { resume, suspend } from '../../src/license/suspension.ts'
import { daysOf } from '../../src/license/series.ts'
import { terminate, withdrawTermination } from '../../src/license/termination.ts'
import { warn } from '../../src/license/warning.ts'
import { transfer } from '../../src/license/transfer.ts'
import { withdraw } from '../../src/license/withdrawal.ts'
import { admin, issued } from './lives.ts'
import { dayFrom } from './random-plot.ts'
import type { Command, Plot, Wait } from './random-plot.ts'

/** One change in a life: a run of the job, or a command that was not refused. */
export interface Moment {
  readonly now: Instant
  readonly command: Command | 'job'
  readonly before: License
  /** As the command found it. */
  readonly settled: License
  readonly after: License
  readonly events: Outcome['events']
  /** The objection that a command recorded, received or withdrew. */
  readonly objection: Objection | null
}

export interface Life {
  readonly plot: Plot
  readonly born: License
  readonly moments: readonly Moment[]
  readonly license: License
  /** When the last step was. */
  readonly now: Instant
}

const catalog = ['orders:read', 'orders:write']
const day = 86_400_000
/** Lives go beyond the limits of their preset, too. */
const override = { reason: 'as agreed', by: admin }
const theEnd = Date.UTC(2190, 0)

export function live(plot: Plot): Life {
  const born = frozen(birth(plot))
  const moments: Moment[] = []
  let license = born
  let now = plot.createdAt
  for (const [n, { wait, job, race, command }] of plot.steps.entries()) {
    const at = Math.max(now, after(license, now, wait))
    if (at > theEnd || license.terms.length > 60) break
    const request = Math.max(now, at - race)
    now = at
    if (job || race > 0) {
      const { license: settled, events } = settle(license, at)
      moments.push(moment(at, 'job', license, license, { license: settled, events }))
      license = frozen(settled)
    }
    const changed = change(license, request, command, `${n}`)
    if (changed === null) continue
    moments.push(changed)
    license = frozen(changed.after)
  }
  return { plot, born, moments, license, now }
}

function birth({
  timeZone,
  createdAt,
  startsInDays,
  firstTermDays,
  onShelf,
  terms,
}: Plot): License {
  const startsOn = startsInDays === null ? undefined : dayFrom(createdAt, startsInDays)
  const day = startsOn ?? dayFrom(createdAt, 0) ?? '2026-01-01'
  const asked = { timeZone, startsOn: day, override }
  if (onShelf && (startsInDays ?? 0) > 1)
    return issued(
      terms,
      { timeZone, startsOn: undefined, startBy: asked.startsOn, override },
      createdAt,
    )
  if (firstTermDays === null) return issued(terms, asked, createdAt)
  const endsOn = daysLater(asked.startsOn, firstTermDays)
  try {
    return issued(terms, { ...asked, endsOn }, createdAt)
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal
    return issued(terms, asked, createdAt)
  }
}

/** As the hinge does it: time acts first, then the command; a refusal leaves everything as it was. */
function change(license: License, now: Instant, command: Command, id: string): Moment | null {
  const settled = settle(license, now)
  try {
    const outcome = run(frozen(settled.license), now, command, id)
    const events = [...settled.events, ...outcome.events]
    return { ...moment(now, command, license, settled.license, { ...outcome, events }) }
  } catch (refusal) {
    if (refusal instanceof Problem) return null
    throw refusal
  }
}

function moment(
  now: Instant,
  command: Command | 'job',
  before: License,
  settled: License,
  outcome: Outcome & { readonly objection?: Objection },
): Moment {
  const { license: after, events, objection = null } = outcome
  return { now, command, before, settled, after, events, objection }
}

function run(
  license: License,
  now: Instant,
  command: Command,
  id: string,
): Outcome & { readonly objection?: Objection } {
  const later = (days: number | null): Instant | null => (days === null ? null : now + days * day)
  switch (command.type) {
    case 'object':
      return object(license, { ...declared(command, now), id: `obj_${id}` }, now)
    case 'receive':
      return receive(license, declared({ ...command, channel: 'letter' }, now), now)
    case 'withdraw':
      return withdraw(license, command.side, consent(command, now), now)
    case 'terminate': {
      const { side, kind, inDays } = command
      const ending = { side, kind, reason: 'r', effectiveAt: later(inDays), by: admin }
      return terminate(license, { ...ending, id: `trm_${id}` }, now)
    }
    case 'withdraw termination':
      return withdrawTermination(license, { ...consent(command, now), side: command.side }, now)
    case 'suspend':
      return suspend(
        license,
        { id: `sus_${id}`, reason: 'unpaid', effectiveAt: later(command.inDays) },
        now,
      )
    case 'resume':
      return resume(license, now)
    case 'reinstate':
      return comeBack(license, command, now)
    case 'add term': {
      const { days } = command
      const last = license.terms.at(-1)?.endsOn ?? null
      return addTerm(license, days === null || last === null ? null : daysLater(last, days), now)
    }
    case 'amend': {
      const { from, changes, plan: terms } = command
      const plan = terms && ({ id: 'pln_3', code: 'third', terms, presetOverride: null } as const)
      const amendment = { from, changes, plan, catalog, agreement: null, override }
      return amend(license, amendment, now)
    }
    case 'activate':
      return seat(license, command.machine, now)
    case 'transfer':
      return handOver(license, command, now)
    case 'inquire': {
      const asked = { at: null, topic: 'in_scope', channel: 'phone', subject: 's' } as const
      const more = { repeats: null, minutes: null, contact: null }
      return logInquiry(license, 'inq_0', { ...asked, ...more }, admin, now)
    }
    case 'warn': {
      const request = { at: null, form: 'letter', language: 'de', recipient: null } as const
      return warn(license, 'wrn_0', { ...request, text: 'text' }, admin, now)
    }
    case 'propose': {
      const { side } = command
      const said = { side, asked: more, reason: null, proposedBy: null, by: admin }
      return propose(license, { ...said, id: `prp_${id}` }, now)
    }
    case 'answer':
      return reply(license, command, now)
  }
}

/** What is proposed in a life. */
const more: Asked = {
  kind: 'amendment',
  amendment: { from: 'now', changes: { seats: 7 }, plan: null, catalog, override },
  agreement: null,
}

function reply(
  license: License,
  { answer }: Extract<Command, { type: 'answer' }>,
  now: Instant,
): Outcome {
  const offered = license.proposals.at(-1)
  if (offered === undefined) throw new Problem('not-found')
  const made = { license: license.id, asked: more, reason: null, proposedBy: null }
  const proposal = { ...made, recordedBy: admin.id, recordedAt: 0, answer: null, answeredBy: null }
  const who = { by: admin, name: 'N. Beispiel' }
  const full = { ...proposal, ...offered }
  // An answered one bears its answer; which one makes no difference here.
  const known = offered.answeredAt === null ? full : { ...full, answer: 'declined' as const }
  return answer === 'accept'
    ? accept(license, known, who, now)
    : decline(license, known, { ...who, side: 'customer' }, now)
}

function declared(
  { side, channel, ago, role }: Omit<Extract<Command, { type: 'object' }>, 'type'>,
  now: Instant,
) {
  const receivedAt = ago === null ? null : now - ago
  const by = { id: role, role }
  return { id: 'obj_0', side, channel, declaredBy: null, reason: 'r', receivedAt, by } as const
}

function consent(
  { kind, agreed, role }: Pick<Extract<Command, { type: 'withdraw' }>, 'kind' | 'agreed' | 'role'>,
  now: Instant,
) {
  const given = agreed ? { by: 'N. Beispiel', at: now, how: 'phone' } : null
  return { kind, reason: 'r', agreed: given, by: { id: role, role } }
}

function comeBack(
  license: License,
  { inDays, terms }: Extract<Command, { type: 'reinstate' }>,
  now: Instant,
): Outcome {
  const named = { id: 'pln_2', code: 'other', catalog, presetOverride: null } as const
  const plan = terms && { ...named, terms }
  const startsOn = inDays === null ? null : dayFrom(now, inDays)
  return reinstate(license, { startsOn, plan, reason: 'back', override }, now)
}

function handOver(
  license: License,
  { to, acceptedIn }: Extract<Command, { type: 'transfer' }>,
  now: Instant,
): Outcome {
  const text = {
    title: 't',
    version: '1',
    language: null,
    url: null,
    document: null,
    sha256: null,
  } as const
  const agreement = {
    ...text,
    acceptedAt: now + acceptedIn,
    acceptedBy: 'N. Beispiel',
    recordedAt: now,
  }
  const giver = { id: 'agr_1', ...agreement } as const
  const receiver = { id: 'agr_2', ...agreement } as const
  return transfer(license, { to: `cus_${to}`, reason: 'sold', giver, receiver }, now)
}

function seat(license: License, machine: number | null, now: Instant): Outcome {
  const { createdAt } = license
  const taken = { id: 'act_1', fingerprint: '1', machine: null, createdAt } as const
  const live: Activation[] = [
    { ...taken, lastSeenAt: createdAt, freedAt: null, replacedBy: null, heldUntil: null },
  ]
  const fingerprint = machine === null ? null : `${machine}`
  return activate(license, live, { id: 'act_2', fingerprint, machine: null }, now)
}

function after(license: License, now: Instant, wait: Wait): Instant {
  switch (wait.unit) {
    case 'ms':
      return now + wait.count
    case 'hours':
      return now + wait.count * 3_600_000
    case 'days':
      return now + Math.min(wait.count * day, 25 * termLength(license, now))
    case 'terms':
      return now + wait.count * termLength(license, now)
    case 'years':
      // So many terms, at most, that a life stays cheap.
      return now + Math.min(wait.count * 365 * day, 25 * termLength(license, now))
    case 'due':
      return Math.min(nextDue(license) ?? now, now + 25 * termLength(license, now)) + wait.offset
    case 'deadline':
      return (termShown(license, now)?.deadline ?? now) + wait.offset
    case 'end':
      return (decideAt(license, now).term?.endsAt ?? now) + wait.offset
  }
}

/** The shorter of the last term's and the next one's length. */
function termLength({ terms, rules }: License, now: Instant): number {
  const { startsAt, endsAt } = terms.at(-1) ?? { startsAt: now, endsAt: null }
  const next = daysOf(rules.at(-1)?.renewalTerm ?? 'P1Y').fewest * day
  return Math.max(day, Math.min(next, (endsAt ?? startsAt + 365 * day) - startsAt))
}

/** No command may change what it was given. */
function frozen(license: License): License {
  const { terms, objections, suspensions, terminations, rules, grants, proposals } = license
  for (const list of [terms, objections, suspensions, terminations, rules, grants, proposals]) {
    for (const fact of list) Object.freeze(fact)
    Object.freeze(list)
  }
  return Object.freeze(license)
}
