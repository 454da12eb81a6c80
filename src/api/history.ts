import { z } from 'zod'
import { decideAt } from '../license/facts.ts'
import { listEvents, readFeed } from '../store/event.ts'
import type { HistoryEvent } from '../store/event.ts'
import { readLicense } from '../store/read-license.ts'
import { limitOf, listAnswer, pageQuery } from './page.ts'
import { readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import { queryInstant, toInstant } from './schema.ts'
import { decisionOnWire, termOnWire } from './wire.ts'

export const historyRoutes = [
  route({
    method: 'GET',
    path: '/v1/licenses/:license/decision',
    who: readers,
    summary: 'What a license allows, now or at any instant, past or future.',
    body: noBody,
    query: z.strictObject({ at: queryInstant.optional() }),
    handle: async (ask) => {
      const { license } = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      const at = ask.query.at === undefined ? ask.now : toInstant(ask.query.at)
      return { body: decisionOnWire(decideAt(license, at), license.timeZone) }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/licenses/:license/terms',
    who: readers,
    summary: 'Lists a license’s recorded terms.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { license } = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      return {
        body: { data: license.terms.map((term) => termOnWire(term, license.timeZone)), next: null },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/licenses/:license/events',
    who: readers,
    summary: 'Lists a license’s history, oldest first.',
    body: noBody,
    query: pageQuery,
    handle: async (ask) => {
      const id = param(ask, 'license')
      await readLicense(ask.deps.db, id, ask.now)
      const page = await listEvents(ask.deps.db, id, {
        after: ask.query.after,
        limit: limitOf(ask.query),
      })
      return listAnswer(ask, `/v1/licenses/${id}/events`, page.data.map(eventOnWire), page.next)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/events',
    who: readers,
    summary: 'The one feed of all events, in order, for other systems.',
    body: noBody,
    query: pageQuery,
    handle: async (ask) => {
      const page = await readFeed(ask.deps.db, {
        after: ask.query.after,
        limit: limitOf(ask.query),
      })
      return listAnswer(ask, '/v1/events', page.data.map(eventOnWire), page.next)
    },
  }),
]

/** The seven chained members exactly as they were hashed, instants in UTC with milliseconds; personal values beside them. */
function eventOnWire({
  id,
  license,
  type,
  occurredAt,
  recordedAt,
  actor,
  data,
  previousHash,
  hash,
  quiet,
  personal,
}: HistoryEvent) {
  return {
    id,
    license,
    type,
    occurred_at: new Date(occurredAt).toISOString(),
    recorded_at: new Date(recordedAt).toISOString(),
    actor,
    data,
    previous_hash: previousHash,
    hash,
    quiet,
    personal,
  }
}
