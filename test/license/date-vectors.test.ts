import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  daysLater,
  firstMoment,
  inUtc,
  inZone,
  lengthOf,
  momentAfter,
  momentAt,
} from '../../src/license/calendar.ts'
import { decideAt } from '../../src/license/facts.ts'
import type { License } from '../../src/license/license.ts'
import { object } from '../../src/license/objection.ts'
import { lastDay, lastDayFor } from '../../src/license/series.ts'
import { firstTerm, termAfter } from '../../src/license/terms.ts'
import { admin, annual, at, issued, settled } from './lives.ts'

interface Contract {
  readonly start: string
  readonly initial: string
  readonly renewal: string
  readonly notice: string
  readonly renewal_notice?: string
  readonly tz: string
  readonly objections?: readonly {
    by: 'vendor' | 'customer'
    receivedAt: string
    recordedAt?: string
  }[]
}

interface Vector {
  readonly id: string
  readonly fn: string
  // The arguments differ by function; each function below reads its own.
  readonly args: Record<string, string> & {
    contract: Contract
    objection: { receivedAt: string }
    count: number
  }
  readonly expect: Record<string, string> & string
  readonly note?: string
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../vectors/dates.json', import.meta.url), 'utf8'),
)

function licenseOf(contract: Contract): License {
  const { start, initial, renewal, notice, renewal_notice, tz } = contract
  let license = issued(
    {
      term: initial,
      renewalTerm: renewal,
      notice,
      renewalNotice: renewal_notice,
      renewalLeeway: 'P0D',
    },
    { startsOn: start, timeZone: tz },
  )
  for (const { by, receivedAt, recordedAt } of contract.objections ?? []) {
    const recorded = at(recordedAt ?? receivedAt)
    const declaration = {
      id: 'obj_1',
      side: by,
      channel: 'letter',
      declaredBy: null,
      reason: 'a vector',
      by: admin,
    } as const
    license = object(
      settled(license, recorded),
      { ...declaration, receivedAt: at(receivedAt) },
      recorded,
    ).license
  }
  return license
}

const answers: Record<string, (args: Vector['args']) => unknown> = {
  end_at: ({ last_day = '', tz = '' }) => {
    const instant = momentAfter(last_day, tz)
    return {
      instant: inUtc(instant),
      epoch: instant / 1000,
      local: `${inZone(instant, tz)}[${tz}]`,
    }
  },
  term_end: ({ start = '', period = '' }) => lastDay(start, period),
  last_objection_day: ({ term_end = '', notice = '' }) => lastDayFor(notice, term_end),
  term_series: ({ start = '', period, initial, renewal, first_ends_on, count }) => {
    const license = issued(
      { ...annual, term: initial ?? period, renewalTerm: renewal ?? period, renewalLeeway: 'P0D' },
      { startsOn: start, timeZone: 'UTC' },
    )
    const terms = [firstTerm(license, start, first_ends_on ?? null, 'issue', 0)]
    while (terms.length < count) {
      const last = terms.at(-1)
      if (last !== undefined) terms.push(termAfter(license, last, 'renewal', 0))
    }
    return terms.map(({ startsOn, endsOn }) => `${startsOn}/${endsOn}`)
  },
  objection_target: ({ contract, objection }) => {
    const received = at(objection.receivedAt)
    const license = settled(licenseOf(contract), received)
    const declared = {
      id: 'obj_1',
      side: 'customer',
      channel: 'portal',
      declaredBy: null,
      reason: null,
      receivedAt: null,
      by: admin,
    } as const
    const { objection: recorded, license: after } = object(license, declared, received)
    const ended = settled(after, recorded.effectiveAt ?? 0).terms.find(
      ({ endsOn }) => endsOn === recorded.effectiveOn,
    )
    return { ends_term_on: recorded.effectiveOn, deadline: inUtc(ended?.deadline ?? 0) }
  },
  state_at: ({ contract, now = '' }) => {
    const license = licenseOf(contract)
    const { mode, term, renewal } = decideAt(license, at(now))
    if (mode === 'full')
      return {
        state: renewal.ends ? 'active_ending' : 'active',
        term: `${term?.startsOn}..${term?.endsOn}`,
      }
    const since = license.objections[0]?.effectiveAt ?? 0
    return { state: 'export_only', since: inUtc(since), termEnd: term?.endsOn }
  },
  hours: ({ first = '', last = '', tz = '' }) =>
    (momentAfter(last, tz) - firstMoment(first, tz)) / 3_600_000,
  reminder_at: ({ last_day = '', before = '', time = '', tz = '' }) =>
    inUtc(momentAt(daysLater(last_day, -lengthOf(before).count), time, tz)),
  earliest_erasure: ({ term_end = '', retrieval = '', tz = '' }) =>
    inUtc(momentAfter(daysLater(term_end, lengthOf(retrieval).count), tz)),
}

test.each(
  vectors.map((vector) => [`${vector.id} ${vector.fn} ${vector.note ?? ''}`, vector] as const),
)('%s', (_, { fn, args, expect: expected }) => {
  const answer = answers[fn]
  if (answer === undefined) throw new TypeError(`no such rule: ${fn}`)
  expect(answer(args)).toEqual(expected)
})

test('there are 48 vectors', () => {
  expect(vectors).toHaveLength(48)
})

const isChild = process.env['AUSZUG_ZONE_CHILD'] === '1'

test
  .skipIf(isChild)
  .each(['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'America/Santiago'])(
  'the zone of the process (%s) changes no answer',
  (TZ) => {
    const args = [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'unit',
      'test/license/date-vectors.test.ts',
    ]
    const run = spawnSync(process.execPath, args, {
      env: { ...process.env, TZ, AUSZUG_ZONE_CHILD: '1', VITEST: '' },
      encoding: 'utf8',
    })
    expect(run.stdout + run.stderr).toMatch(/49 passed/)
    expect(run.status).toBe(0)
  },
  60_000,
)
