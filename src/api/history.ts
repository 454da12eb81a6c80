import { z } from 'zod'
import { daysLater, firstMoment } from '../license/calendar.ts'
import { eventTypes } from '../license/event.ts'
import { eventGroups } from '../license/event-group.ts'
import { decideAt } from '../license/facts.ts'
import { listAudit } from '../store/audit.ts'
import { listEvents, readFeed } from '../store/event.ts'
import type { HistoryEvent } from '../store/event.ts'
import { readLicense } from '../store/read-license.ts'
import { eventAnswer, termAnswer } from './answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery, partOf } from './page.ts'
import { readers } from './roles.ts'
import { noBody, param, route } from './route.ts'
import { date, id, queryInstant, text, toInstant } from './schema.ts'
import { decisionOnWire, termOnWire } from './wire.ts'

const eventQuery = pageQuery.extend({
  type: z
    .string()
    .refine((type) => Object.hasOwn(eventTypes, type), 'There is no such type of event.')
    .optional(),
})

/** The days are UTC's. */
const auditQuery = eventQuery.extend({
  group: z.enum(eventGroups).optional(),
  license: id('lic').optional(),
  customer: id('cus').optional(),
  actor: text(64).optional(),
  from: date.optional(),
  to: date.optional(),
})

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
  listRoute({
    path: '/v1/licenses/:license/terms',
    who: readers,
    summary: 'Lists a license’s recorded terms.',
    query: pageQuery,
    item: termAnswer,
    read: async (ask, part) => {
      const { license } = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      const places = [...license.terms.entries()]
      const page = partOf(places, part, ([n]) => String(n))
      return pageOnWire(page, ([, term]) => termOnWire(term, license.timeZone))
    },
  }),
  listRoute({
    path: '/v1/licenses/:license/events',
    who: readers,
    summary: 'Lists a license’s history, oldest first.',
    query: eventQuery,
    item: eventAnswer,
    read: async (ask, part) => {
      const license = param(ask, 'license')
      await readLicense(ask.deps.db, license, ask.now)
      const { type } = ask.query
      return pageOnWire(await listEvents(ask.deps.db, license, { type, ...part }), eventOnWire)
    },
  }),
  listRoute({
    path: '/v1/events',
    who: readers,
    summary:
      'The one feed of all events, in order, for other systems; after takes the id of the last event that was read, too.',
    query: eventQuery,
    item: eventAnswer,
    read: async ({ deps, query: { type } }, part) =>
      pageOnWire(await readFeed(deps.db, { type, ...part }), eventOnWire),
  }),
  listRoute({
    path: '/v1/history',
    who: readers,
    summary:
      'Lists what has happened to all licenses, newest first, by kind, license, customer, actor and days (UTC). Where a kind or an actor is asked for, a page may hold fewer than the limit: next says whether more follow.',
    query: auditQuery,
    item: eventAnswer,
    read: async ({ deps, query: { from, to, ...filter } }, part) => {
      const recorded = {
        from: from === undefined ? undefined : firstMoment(from, 'UTC'),
        before: to === undefined ? undefined : firstMoment(daysLater(to, 1), 'UTC'),
      }
      const asked = { ...filter, ...recorded, ...part }
      return pageOnWire(await listAudit(deps.db, asked), eventOnWire)
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
