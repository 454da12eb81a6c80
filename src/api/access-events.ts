import { z } from 'zod'
import { daysLater, firstMoment } from '../license/calendar.ts'
import { accessEventTypes, accessGroups } from '../store/access-event.ts'
import type { AccessEvent } from '../store/access-event.ts'
import { listAccess } from '../store/list-access.ts'
import { accessEventAnswer } from './access-answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { admins } from './roles.ts'
import { date, text } from './schema.ts'
import { utc } from './wire.ts'

/** The days are UTC's. */
const accessQuery = pageQuery.extend({
  group: z.enum(accessGroups).optional(),
  type: z
    .string()
    .refine((type) => Object.hasOwn(accessEventTypes, type), 'There is no such type of event.')
    .optional(),
  who: text(64).optional(),
  from: date.optional(),
  to: date.optional(),
  order: z.enum(['when', '-when']).optional(),
})

export const accessEventRoutes = [
  listRoute({
    path: '/v1/access-events',
    who: admins,
    summary:
      'Lists who changed people, API tokens, keys, webhooks and settings, and who signed in, newest first (order=when: oldest first); by kind, by days (UTC), and by who: the id of who did it, or of whom or what it is about.',
    query: accessQuery,
    item: accessEventAnswer,
    read: async ({ deps, query: { from, to, order, ...filter } }, part) => {
      const asked = {
        from: from === undefined ? undefined : firstMoment(from, 'UTC'),
        before: to === undefined ? undefined : firstMoment(daysLater(to, 1), 'UTC'),
        oldestFirst: order === 'when',
      }
      const page = await listAccess(deps.db, { ...filter, ...asked, ...part })
      return pageOnWire(page, accessEventOnWire)
    },
  }),
]

function accessEventOnWire({ id, type, at, actor, about, data }: AccessEvent) {
  return { id, type, at: utc(at), actor, about, data }
}
