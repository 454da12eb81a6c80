import { isDeepStrictEqual } from 'node:util'
import { decideAt } from '../../src/license/facts.ts'
import { goodUntil } from '../../src/license/good-until.ts'
import type { Term } from '../../src/license/license.ts'
import { nextDue } from '../../src/license/next-due.ts'
import { isOver } from '../../src/license/over.ts'
import { settle } from '../../src/license/settle.ts'
import { turnsOf } from '../../src/license/turns.ts'
import { rulesOn } from '../../src/license/terms.ts'
import { dateAt, firstMoment, dateAfter, nextDay, inUtc } from '../../src/license/calendar.ts'
import {
  ahead,
  between,
  check,
  day,
  decisions,
  edges,
  outcome,
  same,
  snapshots,
  some,
  termDays,
  unrecorded,
} from './look.ts'
import { aboutObjections } from './promises-about-objections.ts'
import { aboutParties } from './promises-about-parties.ts'
import type { Life } from './random-life.ts'

/** A promise looks at a whole life and throws where it is broken. */
export type Promised = (life: Life) => void

export const promises: Readonly<Record<string, Promised>> = {
  'the floor: every decision holds data:export and at least one export format': (life) => {
    for (const { decision } of decisions(life)) {
      check(decision.capabilities.includes('data:export'), 'no data:export', decision)
      check(decision.exportFormats.length >= 1, 'no export format', decision)
    }
  },

  'export-only grants nothing but the export, and full grants what was agreed': (life) => {
    for (const { license, decision } of decisions(life)) {
      const { mode, capabilities, limits, support, reason } = decision
      check((mode === 'full') === (reason === 'in_term'), 'full is in a term', decision)
      const grants = license.grants.map((grant) => [...grant.capabilities, 'data:export'].sort())
      if (mode === 'full')
        check(
          grants.some((grant) => isDeepStrictEqual(grant, capabilities)),
          'not what was agreed',
          decision,
        )
      else {
        check(isDeepStrictEqual(capabilities, ['data:export']), 'more than the export', decision)
        check(isDeepStrictEqual(limits, {}), 'a limit', decision)
        check(!(support?.entitled ?? false), 'support', decision)
      }
    }
  },

  'the turns that are kept say when it ends for good, and when its term is followed by another': (
    life,
  ) => {
    for (const { license } of snapshots(life)) {
      const { settledAt, timeZone } = license
      const { renewsAfter, endsAfter } = turnsOf(license)
      const isBy = (date: string | null, by: string) => date !== null && date <= by
      const turn = decideAt(license, settledAt)
      for (const at of edges(license).filter((each) => each >= settledAt)) {
        const date = dateAt(at, timeZone)
        const after = Math.max(firstMoment(nextDay(date), timeZone), settledAt)
        const ends = !isOver(license, settledAt) && isOver(license, after)
        check(ends === isBy(endsAfter, date), 'another end', { at, date, ends, endsAfter })
        const end = turn.term?.endsAt ?? null
        if (!turn.conditions.includes('in_term')) continue
        const next = end === null || end > after ? null : decideAt(license, end)
        const follows =
          next !== null && next.conditions.includes('in_term') && next.term?.startsAt === end
        check(follows === isBy(renewsAfter, date), 'another turn', { at, date, renewsAfter })
      }
    }
  },

  'full lies in a term, and its term is the one that the instant lies in': (life) => {
    for (const { decision } of decisions(life)) {
      const { at, mode, term } = decision
      if (mode === 'full')
        check(
          term !== null && term.startsAt <= at && at < (term.endsAt ?? Infinity),
          'the term does not hold the instant',
          decision,
        )
    }
  },

  'no instant inside a term that renewed is export-only for having ended': (life) => {
    const { license } = life
    for (const [n, term] of license.terms.entries()) {
      if (license.terms[n + 1]?.origin !== 'renewal' || term.endsAt === null) continue
      if (n > 3 && n < license.terms.length - 6) continue
      const begun = license.terms.slice(0, n + 1).findLast(({ origin }) => origin !== 'renewal')
      const since = begun?.origin === 'issue' ? -Infinity : (begun?.recordedAt ?? 0)
      const end = Math.min(term.endsAt, term.cutAt ?? Infinity)
      for (const at of [term.startsAt, end - 1, between(life, term.startsAt, end)])
        if (at >= term.startsAt && at < end && at >= since)
          check(!decideAt(license, at).conditions.includes('ended'), 'ended', { at, term })
    }
  },

  'nothing is full after an effective end, unless the renewal had been recorded before the objection':
    (life) => {
      for (const { after, now } of life.moments)
        for (const objection of after.objections) {
          const { effectiveAt, effectiveOn, withdrawnAt, closedAt, receiptRecordedAt } = objection
          if (effectiveAt === null || withdrawnAt !== null || closedAt !== null) continue
          for (const at of [effectiveAt, effectiveAt + 1, ...ahead(life, effectiveAt)])
            check(decideAt(after, at).mode !== 'full', 'full after the end', {
              at: inUtc(at),
              objection,
            })
          const ended = after.terms.findLast((term) => term.endsOn === effectiveOn)
          if (ended === undefined || ended.endsAt === null || effectiveAt <= ended.endsAt) continue
          const renewed = after.terms.find(({ startsAt }) => startsAt === ended.endsAt)
          check(
            renewed !== undefined && renewed.recordedAt <= (receiptRecordedAt ?? now),
            'ended later than its term without a recorded renewal',
            objection,
          )
        }
    },

  'deciding gives the same before and after settling at any earlier instant': (life) => {
    for (const [n, { license, now }] of snapshots(life).entries()) {
      const soon = now + 1 + (life.plot.dice % (20 * termDays(license) * day))
      const until = [soon, now, nextDue(license) ?? now][n % 3] ?? now
      const settled = settle(license, until).license
      for (const at of some(life, n, [
        ...edges(license),
        ...edges(settled),
        ...ahead(life, until),
        until,
      ]))
        if (at >= until) same(decideAt(license, at), decideAt(settled, at), 'settling changed it')
    }
  },

  'terms never overlap and leave no gap while renewing': (life) => {
    for (const { license, now } of snapshots(life)) {
      const { terms } = settle(license, now + (life.plot.dice % (400 * day))).license
      let before: Term | null = null
      for (const term of terms) {
        const { startsAt, endsAt, cutAt, origin, startsOn } = term
        check(endsAt === null || startsAt <= endsAt, 'ends before it starts', term)
        if (origin === 'renewal')
          check(
            startsAt === before?.endsAt && startsOn === nextDay(before.endsOn ?? ''),
            'a gap, or an overlap',
            { before, term },
          )
        if (cutAt !== null && cutAt <= startsAt) continue
        if (before !== null) {
          const end = Math.min(before.endsAt ?? Infinity, before.cutAt ?? Infinity)
          check(end <= startsAt, 'overlap', { before, term })
        }
        before = term
      }
    }
  },

  'settling twice does nothing': (life) => {
    for (const { license, now } of snapshots(life)) {
      const once = settle(license, now).license
      const twice = settle(once, now)
      check(twice.events.length === 0, 'events again', twice.events)
      same(once, twice.license, 'another license')
    }
  },

  'settling late, once, gives the same history as settling often': (life) => {
    const { license, now } = life
    const span = Math.min(40 * termDays(license), 3000) * day
    const until = now + 1 + (life.plot.dice % span)
    const late = settle(license, until)
    let often = license
    const events = []
    for (let step = 1; step <= 25; step++) {
      const run = settle(often, now + Math.floor(((until - now) * step) / 25))
      often = run.license
      events.push(...run.events)
    }
    same(unrecorded(late.license.terms), unrecorded(often.terms), 'other terms')
    const letters = ({ type }: { type: string }) => type === 'renewal.reminder'
    same(
      late.events.filter((event) => !letters(event)),
      events.filter((event) => !letters(event)),
      'other events',
    )
  },

  'of several missed reminders only the last goes out, and only while its deadline is ahead': (
    life,
  ) => {
    for (const { license, now } of snapshots(life)) {
      const until = now + (life.plot.dice % (500 * day))
      const { license: settled, events } = settle(license, until)
      const reminders = events.filter(({ type }) => type === 'renewal.reminder')
      check(reminders.length <= 1, 'more than one', reminders)
      if (reminders.length === 1)
        check((settled.terms.at(-1)?.deadline ?? 0) > until, 'too late', reminders)
    }
  },

  'after settling nothing is due that lies in the past': (life) => {
    for (const { license, now } of snapshots(life)) {
      const due = nextDue(settle(license, now).license)
      check(due === null || due > now, 'due in the past', { due, now })
    }
  },

  ...aboutObjections,
  ...aboutParties,

  'what is recorded later never changes an earlier answer': (life) => {
    for (const { before, after, now } of life.moments) {
      const past = some(life, 1, [
        ...edges(before),
        ...edges(after),
        between(life, before.createdAt, now),
      ])
      const recorded = Math.max(now, before.recordedAt)
      for (const at of past)
        if (at < recorded && recorded > before.createdAt)
          same(decideAt(before, at), decideAt(after, at), 'another answer')
    }
  },

  'validUntil is exact: nothing changes before it by the clock alone, and something at it': (
    life,
  ) => {
    for (const { license, now } of snapshots(life))
      for (const at of [now, ahead(life, now)[1 + (life.plot.dice % 3)] ?? now]) {
        const decision = decideAt(license, at)
        const until = decision.validUntil ?? Infinity
        check(until > at, 'in the past', decision)
        const probes = [...some(life, 2, edges(license)), ...ahead(life, at), until - 1]
        for (const probe of probes)
          if (probe > at && probe < until)
            same(outcome(decision), outcome(decideAt(license, probe)), 'changed before')
        if (until < Infinity)
          check(
            !isDeepStrictEqual(outcome(decision), outcome(decideAt(license, until))),
            'nothing changed',
            decision,
          )
      }
  },

  'a token is never good for longer than the law allows': (life) => {
    for (const { license, now } of snapshots(life)) {
      const decision = decideAt(license, now)
      const until = goodUntil(license, decision)
      const probes = [...edges(settle(license, now).license), ...ahead(life, now)]
      if (decision.mode === 'export-only') {
        if (until === null) continue
        check(
          license.terms.some(({ startsAt }) => startsAt === until && until > now),
          'no start',
          until,
        )
        continue
      }
      check(until !== null && until > now, 'not good at all', decision)
      for (const at of [...probes, (until ?? now) - 1])
        if (at >= now && at < (until ?? 0))
          check(decideAt(license, at).mode === 'full', 'good while export-only', { at, until })
      const { term, renewal } = decision
      if (term === null || term.endsOn === null) continue
      const { renewalLeeway } = rulesOn(license, term.startsOn)
      const latest = firstMoment(dateAfter(nextDay(term.endsOn), renewalLeeway), license.timeZone)
      const isLast = renewal.ends || !renewal.automatic
      check((until ?? 0) <= (isLast ? (term.endsAt ?? 0) : latest), 'past the leeway', decision)
    }
  },
}
