import { z } from 'zod'
import { inZone } from '../license/calendar.ts'
import { fairUse } from '../license/fair-use.ts'
import { adviceAt } from '../license/inquiry.ts'
import type { Advice, Asked } from '../license/inquiry.ts'
import { enterInquiry, mendInquiry, strikeEntry } from '../store/enter-inquiry.ts'
import type { EntryPath } from '../store/enter-inquiry.ts'
import { inquiriesInWindow, listInquiries, readInquiry } from '../store/inquiry.ts'
import type { KeptInquiry } from '../store/inquiry.ts'
import type { Page, PageQuery } from '../store/page.ts'
import { readLicense } from '../store/read-license.ts'
import { inquiryAnswer } from './ledger-answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { readers, supporters } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Ask } from './route.ts'
import { channel, id, instant, queryInstant, text, toInstant, topic } from './schema.ts'
import { fairUseOnWire } from './support.ts'

const inquiryBody = z.strictObject({
  at: instant.optional(),
  channel,
  topic,
  repeats: id('inq').optional(),
  minutes: z.int().min(0).max(1440).optional(),
  contact: text(200).optional(),
  subject: text(500),
})

const reason = text(2000).optional()

const listQuery = pageQuery.extend({ topic: topic.optional(), since: queryInstant.optional() })

export const inquiryRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses/:license/inquiries',
    who: supporters,
    summary: 'Logs one time that the customer asked support, also after the end.',
    body: inquiryBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor } = ask
      const asked = askedFrom(ask.body)
      const entered = await enterInquiry(deps.db, param(ask, 'license'), asked, actor, now)
      const { license, inquiry } = entered
      const advice = inquiry.entitled ? null : adviceAt(license, inquiry.at)
      const counted = await inquiriesInWindow(deps.db, license, now)
      return {
        status: 201,
        body: {
          ...inquiryOnWire(inquiry),
          warning: advice && warnings[advice],
          fair_use: fairUseOnWire(fairUse(license, counted, now), license.timeZone),
        },
        headers: { location: `/v1/licenses/${license.id}/inquiries/${inquiry.id}` },
      }
    },
  }),
  listRoute({
    path: '/v1/licenses/:license/inquiries',
    who: readers,
    summary: 'Lists a license’s inquiries, the newest entry first.',
    query: listQuery,
    item: inquiryAnswer,
    read: async (ask, part) => {
      const { license } = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      return inquiriesOf(ask, part, { license: license.id })
    },
  }),
  listRoute({
    path: '/v1/inquiries',
    who: readers,
    summary: 'Lists the inquiries of all licenses, the newest entry first.',
    query: listQuery.extend({
      customer: id('cus').optional(),
      license: id('lic').optional(),
    }),
    item: inquiryAnswer,
    read: async (ask, part) =>
      inquiriesOf(ask, part, {
        customer: ask.query.customer,
        license: ask.query.license,
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/licenses/:license/inquiries/:inquiry',
    who: readers,
    summary: 'Reads an inquiry.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const found = await readInquiry(ask.deps.db, param(ask, 'license'), param(ask, 'inquiry'))
      return { body: inquiryOnWire(found) }
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/licenses/:license/inquiries/:inquiry',
    who: supporters,
    summary: 'Corrects an inquiry: within the hour who logged it, later an admin with a reason.',
    body: inquiryBody.extend({ reason }),
    query: noQuery,
    handle: async (ask) => {
      const { deps, actor: by, now, body } = ask
      const correction = { by, reason: body.reason ?? null }
      const { inquiry } = await mendInquiry(deps.db, entry(ask), askedFrom(body), correction, now)
      return { body: inquiryOnWire(inquiry) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/licenses/:license/inquiries/:inquiry',
    who: supporters,
    summary: 'Strikes an inquiry that was logged by mistake: it counts nowhere from then on.',
    body: z.strictObject({ reason }),
    query: noQuery,
    handle: async (ask) => {
      const { deps, actor: by, now, body } = ask
      const correction = { by, reason: body.reason ?? null }
      const { inquiry } = await strikeEntry(deps.db, entry(ask), correction, now)
      return { body: inquiryOnWire(inquiry) }
    },
  }),
]

function entry(ask: Pick<Ask, 'params'>): EntryPath {
  return { license: param(ask, 'license'), inquiry: param(ask, 'inquiry') }
}

function askedFrom(body: z.infer<typeof inquiryBody>): Asked {
  return {
    at: body.at === undefined ? null : toInstant(body.at),
    channel: body.channel,
    topic: body.topic,
    repeats: body.repeats ?? null,
    minutes: body.minutes ?? null,
    contact: body.contact ?? null,
    subject: body.subject,
  }
}

const notOwed = 'Support is not part of this license now.'

const warnings: Readonly<Record<Advice, string>> = {
  not_owed: notOwed,
  after_the_end: `${notOwed} Help with the export is harmless; answering more can be read as going on with the contract.`,
}

async function inquiriesOf(
  { deps, query }: Ask<unknown, z.infer<typeof listQuery>>,
  part: PageQuery,
  of: Pick<Parameters<typeof listInquiries>[1], 'license' | 'customer'>,
): Promise<Page<object>> {
  const since = query.since === undefined ? undefined : toInstant(query.since)
  const page = await listInquiries(deps.db, { ...of, topic: query.topic, since, ...part })
  return pageOnWire(page, inquiryOnWire)
}

function inquiryOnWire(inquiry: KeptInquiry) {
  const { timeZone, at, recordedAt, correctedAt, struckAt } = inquiry
  const { id: name, license, channel: by, topic: judged, repeats, minutes } = inquiry
  const { contact, subject, entitled, agent, event } = inquiry
  return {
    id: name,
    license,
    at: inZone(at, timeZone),
    channel: by,
    topic: judged,
    repeats,
    minutes,
    contact,
    subject,
    entitled,
    agent,
    recorded_at: inZone(recordedAt, timeZone),
    corrected_at: correctedAt && inZone(correctedAt, timeZone),
    struck_at: struckAt && inZone(struckAt, timeZone),
    event,
  }
}
