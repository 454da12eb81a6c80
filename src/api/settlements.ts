import { z } from 'zod'
import { daysLater, firstMoment } from '../license/calendar.ts'
import { unfit } from '../license/problem.ts'
import { listSettlements } from '../store/settlement.ts'
import type { Settlement } from '../store/settlement.ts'
import { settlementAnswer } from './answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { admins, readers } from './roles.ts'
import { noQuery, route } from './route.ts'
import { date, instant, toInstant } from './schema.ts'
import { newId } from '../store/id.ts'
import { utc } from './wire.ts'

const settlementBody = z.strictObject({
  dry_run: z.boolean().optional(),
  as_of: instant.optional(),
})

export const settlementRoutes = [
  route({
    method: 'POST',
    path: '/v1/settlements',
    who: admins,
    summary:
      'Records what the clock has made true, or with dry_run lists what would be, by an instant if one is given.',
    body: settlementBody,
    query: noQuery,
    handle: async ({ deps, now, body }) => {
      if (body.dry_run !== true && body.as_of !== undefined)
        throw unfit('/as_of', 'An instant goes with dry_run alone.')
      if (body.dry_run !== true) {
        const settled = await deps.clock.settle(deps.db, now)
        const { renewed, ended, failed } = settled
        deps.meter?.note({ event: 'settled', renewed, ended, failed })
        return { body: onWire(settled) }
      }
      const at = body.as_of === undefined ? now : toInstant(body.as_of)
      return {
        body: onWire({ id: newId('stl', now), at, ...(await deps.clock.foresee(deps.db, at)) }),
      }
    },
  }),
  listRoute({
    path: '/v1/settlements',
    who: readers,
    summary:
      'Lists past settlements, newest first; of some days (UTC), or those that set something aside.',
    query: pageQuery.extend({
      from: date.optional(),
      to: date.optional(),
      failed: z.literal('true').optional(),
    }),
    item: settlementAnswer,
    read: async ({ deps, query: { from, to, failed } }, part) => {
      const run = {
        from: from === undefined ? undefined : firstMoment(from, 'UTC'),
        before: to === undefined ? undefined : firstMoment(daysLater(to, 1), 'UTC'),
        failed: failed === 'true',
      }
      return pageOnWire(await listSettlements(deps.db, { ...run, ...part }), onWire)
    },
  }),
]

function onWire({ id, at, renewed, ended, failed, transitions }: Settlement) {
  return { id, at: utc(at), renewed, ended, failed, transitions }
}
