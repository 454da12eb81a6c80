import { z } from 'zod'
import type { License, Objection, Side } from '../license/license.ts'
import { object, receive } from '../license/objection.ts'
import { Problem } from '../license/problem.ts'
import { withdraw } from '../license/withdrawal.ts'
import { signedCheckpoint } from '../store/checkpoint.ts'
import { newId } from '../store/id.ts'
import { changeLicense } from '../store/license.ts'
import { readLicense } from '../store/read-license.ts'
import { readers, recorders, supporters } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Ask } from './route.ts'
import { channel, instant, side, text, toInstant } from './schema.ts'
import { withdrawalBody, withdrawalFrom } from './withdrawal-body.ts'
import { objectionOnWire } from './wire.ts'

const objectionBody = z.strictObject({
  side,
  channel,
  declared_by: text(200).optional(),
  reason: text(2000).optional(),
  received_at: instant.optional(),
})

const receiptBody = z.strictObject({
  received_at: instant.optional(),
  reason: text(2000).optional(),
})

export const objectionRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses/:license/objections',
    who: recorders,
    summary:
      'Records one side’s objection to the renewal; with preview=true tells its effect without recording it.',
    body: objectionBody,
    query: z.strictObject({ preview: z.enum(['true', 'false']).optional() }),
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const id = param(ask, 'license')
      const declaration = {
        id: newId('obj', now),
        side: body.side,
        channel: body.channel,
        declaredBy: body.declared_by ?? null,
        reason: body.reason ?? null,
        receivedAt: body.received_at === undefined ? null : toInstant(body.received_at),
        by: actor,
      }
      if (ask.query.preview === 'true') {
        const { license } = await readLicense(deps.db, id, now)
        const preview = object(license, declaration, now)
        return { body: objectionOnWire(preview.license, preview.objection, now) }
      }
      const { license, events, objection } = await changeLicense(
        deps.db,
        id,
        now,
        actor,
        (before) => object(before, declaration, now),
      )
      const isNew = events.some(({ type }) => type === 'license.objected')
      return {
        status: isNew ? 201 : 200,
        body: await receiptOnWire(ask, license, objection),
        ...(isNew && {
          headers: { location: `/v1/licenses/${license.id}/objections/${body.side}` },
        }),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/v1/licenses/:license/objections/:side',
    who: readers,
    summary: 'Reads the side’s last objection.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { license } = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      const last = license.objections.findLast((each) => each.side === sideIn(ask))
      if (last === undefined) throw new Problem('no-objection', { side: sideIn(ask) })
      return { body: await receiptOnWire(ask, license, last) }
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/licenses/:license/objections/:side/receipt',
    who: recorders,
    summary: 'Records the receipt of a letter on its way: from it on it has its effect.',
    body: receiptBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const receipt = {
        side: sideIn(ask),
        receivedAt: body.received_at === undefined ? null : toInstant(body.received_at),
        reason: body.reason ?? null,
        by: actor,
      }
      const { license, objection } = await changeLicense(
        deps.db,
        param(ask, 'license'),
        now,
        actor,
        (before) => receive(before, receipt, now),
      )
      return { body: await receiptOnWire(ask, license, objection) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/objections/:side/withdrawal',
    who: supporters,
    summary:
      'Takes an objection back, by the other side’s consent or as the correction of an error.',
    body: withdrawalBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const { license, objection } = await changeLicense(
        deps.db,
        param(ask, 'license'),
        now,
        actor,
        (before) => withdraw(before, sideIn(ask), withdrawalFrom(body, actor), now),
      )
      return { body: await receiptOnWire(ask, license, objection) }
    },
  }),
]

/** An objection with how far the history has come: nobody can change unseen what led to it. */
async function receiptOnWire(
  { deps, now }: Pick<Ask, 'deps' | 'now'>,
  license: License,
  objection: Objection,
) {
  const checkpoint = await signedCheckpoint(deps, license.id, now)
  return { ...objectionOnWire(license, objection, now), checkpoint }
}

/** @throws Problem not-found if the path names no side. */
function sideIn(ask: Pick<Ask, 'params'>): Side {
  const named = side.safeParse(param(ask, 'side'))
  if (!named.success) throw new Problem('not-found')
  return named.data
}
