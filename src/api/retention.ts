import { z } from 'zod'
import { checkRetention, retentionRules } from '../license/retention.ts'
import type { Deps } from '../deps.ts'
import { keepRetention, listRuns, readRetention } from '../store/retention.ts'
import { admins, readers } from './roles.ts'
import { noBody, noQuery, route } from './route.ts'
import { text } from './schema.ts'

const period = text(20).nullable().optional()

const retentionBody = z.strictObject({
  inquiries: period,
  evidence: period,
  machines: period,
  sign_ins: period,
  deliveries: period,
  access: period,
})

/** The last days on which something was erased. */
const mostRuns = 50

export const retentionRoutes = [
  route({
    method: 'GET',
    path: '/v1/retention',
    who: readers,
    summary:
      'How long texts, names and records are kept before they are erased by themselves, and what was erased lately.',
    body: noBody,
    query: noQuery,
    handle: async ({ deps }) => ({ body: await retentionOnWire(deps) }),
  }),
  route({
    method: 'PUT',
    path: '/v1/retention',
    who: admins,
    summary:
      'Says how long a class is kept: an ISO 8601 length, or null for ever. Classes left out stay. It takes effect with the next day’s run.',
    body: retentionBody,
    query: noQuery,
    handle: async ({ deps, now, actor, body }) => {
      const asked = Object.fromEntries(
        Object.entries(body).filter(([, length]) => length !== undefined),
      )
      checkRetention(asked)
      await keepRetention(deps.db, asked, actor, now)
      return { body: await retentionOnWire(deps) }
    },
  }),
]

async function retentionOnWire({ db }: Pick<Deps, 'db'>) {
  const runs = await listRuns(db, mostRuns)
  return {
    keeps: await readRetention(db),
    usual: {
      inquiries: retentionRules.inquiries.usual,
      evidence: retentionRules.evidence.usual,
      machines: retentionRules.machines.usual,
      sign_ins: retentionRules.sign_ins.usual,
      deliveries: retentionRules.deliveries.usual,
      access: retentionRules.access.usual,
    },
    runs: runs.map(({ class: of, day, erased }) => ({ class: of, day, erased })),
  }
}
