import { z } from 'zod'
import { inZone } from '../license/calendar.ts'
import { draftWarning, recordWarning } from '../store/draft-warning.ts'
import { readLicense } from '../store/read-license.ts'
import { listWarnings, readWarning } from '../store/warning.ts'
import type { KeptWarning } from '../store/warning.ts'
import { warningAnswer } from './ledger-answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { readers, supporters } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import { instant, text, toInstant } from './schema.ts'

const language = z.enum(['de', 'en'])

const warningBody = z.strictObject({
  form: z.enum(['letter', 'spoken']),
  delivery: z.enum(['mail', 'by_hand']).optional(),
  language: language.optional(),
  at: instant.optional(),
  recipient: text(200).optional(),
  text: text(10_000).optional(),
})

export const warningRoutes = [
  route({
    method: 'GET',
    path: '/v1/licenses/:license/warning-letter',
    who: readers,
    summary:
      'The words of a warning to begin with, filled in from the ledger, in German or English.',
    body: noBody,
    query: z.strictObject({ language: language.optional() }),
    handle: async ({ deps: { db }, now, params, query }) => {
      const { license } = await readLicense(db, param({ params }, 'license'), now)
      return { body: await draftWarning(db, license, query, now) }
    },
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/warnings',
    who: supporters,
    summary:
      'Records a formal request to stop using support out of scope, in the words that were sent or said; left out, in those of the template. With delivery “mail” the letter goes out by mail; else somebody sends it by hand.',
    body: warningBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const at = body.at === undefined ? null : toInstant(body.at)
      const given = { ...body, at, mails: deps.letters.sendMail !== null }
      const warning = await recordWarning(deps.db, param(ask, 'license'), given, actor, now)
      return {
        status: 201,
        body: warningOnWire(warning),
        headers: { location: `/v1/licenses/${warning.license}/warnings/${warning.id}` },
      }
    },
  }),
  listRoute({
    path: '/v1/licenses/:license/warnings',
    who: readers,
    summary: 'Lists a license’s warnings, the newest entry first.',
    query: pageQuery,
    item: warningAnswer,
    read: async (ask, part) => {
      const { db } = ask.deps
      const { id } = (await readLicense(db, param(ask, 'license'), ask.now)).license
      return pageOnWire(await listWarnings(db, id, part), warningOnWire)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/licenses/:license/warnings/:warning',
    who: readers,
    summary: 'Reads a warning in the words that were sent or said.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { db } = ask.deps
      return {
        body: warningOnWire(await readWarning(db, param(ask, 'license'), param(ask, 'warning'))),
      }
    },
  }),
]

function warningOnWire(warning: KeptWarning) {
  const { id, license, at, timeZone, form, delivery, recipient, text: sent, agent } = warning
  return {
    id,
    license,
    at: inZone(at, timeZone),
    form,
    delivery,
    language: warning.language,
    recipient,
    text: sent,
    agent,
    recorded_at: inZone(warning.recordedAt, timeZone),
    event: warning.event,
  }
}
