import { z } from 'zod'
import { inZone } from '../license/calendar.ts'
import { letterKinds } from '../license/letter-kind.ts'
import { Problem } from '../license/problem.ts'
import { letterStates, listLetters, markHanded, readLetter } from '../store/letter.ts'
import type { KeptLetter } from '../store/letter.ts'
import { readLicense } from '../store/read-license.ts'
import { sendLetterAgain } from '../store/send-letter-again.ts'
import { keptLetterAnswer } from './letter-answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { readers, supporters } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import { id } from './schema.ts'

const ofLicense = pageQuery.extend({
  kind: z.enum(letterKinds).optional(),
  state: z.enum(letterStates).optional(),
})

export const letterRoutes = [
  listRoute({
    path: '/v1/letters',
    who: readers,
    summary: 'Lists the letters that were written, the newest first.',
    query: ofLicense.extend({ customer: id('cus').optional(), license: id('lic').optional() }),
    item: keptLetterAnswer,
    read: async ({ deps, query: { kind, state, customer, license } }, part) => {
      const filter = { kind, state, customer, license, ...part }
      return pageOnWire(await listLetters(deps.db, filter), letterOnWire)
    },
  }),
  listRoute({
    path: '/v1/licenses/:license/letters',
    who: readers,
    summary: 'Lists the letters about a license, the newest first.',
    query: ofLicense,
    item: keptLetterAnswer,
    read: async (ask, part) => {
      const { db } = ask.deps
      const { license } = await readLicense(db, param(ask, 'license'), ask.now)
      const { kind, state } = ask.query
      const list = await listLetters(db, { license: license.id, kind, state, ...part })
      return pageOnWire(list, letterOnWire)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/letters/:letter',
    who: readers,
    summary: 'Reads a letter as it was written, in plain text and in HTML.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => ({
      body: wholeOnWire(await readLetter(ask.deps.db, param(ask, 'letter'))),
    }),
  }),
  route({
    method: 'POST',
    path: '/v1/letters/:letter/mailing',
    who: supporters,
    summary:
      'Mails a letter once more, in its words, to whom it is to now. One that is on its way already stays on it.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now } = ask
      const { id: letter } = await readLetter(deps.db, param(ask, 'letter'))
      const sent =
        deps.letters.sendMail === null ? 'no_mail' : await sendLetterAgain(deps.db, letter, now)
      if (typeof sent === 'string') throw new Problem('not-mailable', { reason: sent })
      return {
        status: 202,
        body: wholeOnWire(sent),
        headers: { location: `/v1/letters/${letter}` },
      }
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/letters/:letter/handover',
    who: supporters,
    summary:
      'Marks a letter as sent by hand. One that waits to be mailed is not mailed any more; marked again, it stays as it was.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor } = ask
      const { id: letter } = await readLetter(deps.db, param(ask, 'letter'))
      await markHanded(deps.db, letter, actor, now)
      return { body: wholeOnWire(await readLetter(deps.db, letter)) }
    },
  }),
]

function letterOnWire(letter: KeptLetter) {
  const { timeZone, mailedAt, handedAt } = letter
  return {
    id: letter.id,
    license: letter.license,
    customer: letter.customer,
    event: letter.event,
    kind: letter.kind,
    state: letter.state,
    language: letter.language,
    subject: letter.subject,
    recipients: letter.recipients,
    reply_to: letter.replyTo,
    wording: letter.wording,
    written_at: inZone(letter.writtenAt, timeZone),
    mailed_at: mailedAt === null ? null : inZone(mailedAt, timeZone),
    refused: letter.refused,
    failed: letter.failed,
    handed_at: handedAt === null ? null : inZone(handedAt, timeZone),
    handed_by: letter.handedBy,
  }
}

function wholeOnWire(letter: KeptLetter) {
  return { ...letterOnWire(letter), plain: letter.plain, html: letter.html }
}
