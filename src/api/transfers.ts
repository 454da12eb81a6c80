import { z } from 'zod'
import { customerNamed } from '../store/read-customer.ts'
import { transferLicense } from '../store/transfer.ts'
import { agreementBody } from './agreement-body.ts'
import { agreementFrom } from './agreements.ts'
import { override, overrideFrom } from './override.ts'
import { admins } from './roles.ts'
import { noQuery, param, route } from './route.ts'
import { id as idOf, text } from './schema.ts'
import { licenseOnWire } from './wire.ts'

const transferBody = z.strictObject({
  customer: idOf('cus'),
  reason: text(2000),
  agreements: z.strictObject({ giver: agreementBody, receiver: agreementBody }),
  override,
})

export const transferRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses/:license/transfer',
    who: admins,
    summary:
      'Hands a license over to another customer, with what giver and receiver agreed to on record. Keys and machines stay.',
    body: transferBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const receiver = await customerNamed(deps.db, body.customer, '/customer')
      const id = param(ask, 'license')
      const { giver, receiver: takes } = body.agreements
      const asked = {
        to: receiver.id,
        reason: body.reason,
        giver: await agreementFrom(deps.db, giver, id, '/agreements/giver', now),
        receiver: await agreementFrom(deps.db, takes, id, '/agreements/receiver', now),
      }
      const { license, seatsUsed } = await transferLicense(
        deps.db,
        id,
        asked,
        overrideFrom(body.override, actor),
        actor,
        now,
      )
      return {
        status: 201,
        body: licenseOnWire(license, now, seatsUsed),
        headers: { location: `/v1/licenses/${license.id}` },
      }
    },
  }),
]
