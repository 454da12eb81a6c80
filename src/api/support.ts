import { z } from 'zod'
import { entitlement, logInquiry, warn } from '../license/support.ts'
import type { EventRecord } from '../store/append-events.ts'
import { changeLicense } from '../store/license.ts'
import { supporters } from './roles.ts'
import { noQuery, param, route } from './route.ts'
import type { Answer } from './route.ts'
import { channel, text } from './schema.ts'

const inquiryBody = z.strictObject({
  topic: z.enum(['in_scope', 'out_of_scope', 'repeat']),
  channel,
  subject: text(500),
  contact: text(200).optional(),
  minutes: z.int().min(0).max(1440).optional(),
})

const warningBody = z.strictObject({ form: z.enum(['letter', 'spoken']), text: text(10_000) })

export const supportRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses/:license/inquiries',
    who: supporters,
    summary: 'Logs one time that the customer asked support, also after the end.',
    body: inquiryBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const inquiry = { ...body, contact: body.contact ?? null, minutes: body.minutes ?? null }
      const { license, recorded } = await changeLicense(
        deps.db,
        param(ask, 'license'),
        now,
        actor,
        (before) => logInquiry(before, inquiry, now),
      )
      const entitled = entitlement(license, now)?.entitled ?? false
      const warning = entitled ? null : afterTheEnd
      return createdEvent(recorded, (event) => ({ event, entitled, warning }))
    },
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/warnings',
    who: supporters,
    summary: 'Records a formal request to stop using support out of scope.',
    body: warningBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const { recorded } = await changeLicense(
        deps.db,
        param(ask, 'license'),
        now,
        actor,
        (before) => warn(before, body.form, body.text, now),
      )
      return createdEvent(recorded, (event) => ({ event }))
    },
  }),
]

/** What was logged is an event, to be read in its place of the license's history. */
function createdEvent(recorded: readonly EventRecord[], body: (event: string) => unknown): Answer {
  const event = recorded.at(-1)
  if (event === undefined) throw new TypeError('what is logged is an event')
  const { id, license, n } = event
  const location = `/v1/licenses/${license}/events?after=${n - 1}&limit=1`
  return { status: 201, body: body(id), headers: { location } }
}

/** Services that go on after the end can be read as going on with the contract (§ 625 BGB). */
const afterTheEnd =
  'Support is not part of this license now. Help with the export is harmless; answering more can be read as going on with the contract.'
