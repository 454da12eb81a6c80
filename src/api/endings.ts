import { z } from 'zod'
import type { Outcome } from '../license/event.ts'
import { addTerm } from '../license/hand-term.ts'
import { unfit } from '../license/problem.ts'
import { reinstate } from '../license/reinstatement.ts'
import { resume, suspend } from '../license/suspension.ts'
import { terminate, withdrawTermination } from '../license/termination.ts'
import { unlessEnded } from '../store/ended-relation.ts'
import { newId } from '../store/id.ts'
import { changeLicense } from '../store/license.ts'
import type { Command } from '../store/license.ts'
import { planNamed } from '../store/plan.ts'
import { override, overrideFrom } from './override.ts'
import { admins, sellers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Answer, Ask } from './route.ts'
import { date, idOrCode, instant, side, text, toInstant } from './schema.ts'
import { withdrawalBody, withdrawalFrom } from './withdrawal-body.ts'
import { licenseOnWire } from './wire.ts'

const reason = text(2000)

const suspensionBody = z.strictObject({ reason, effective_at: instant.optional() })

const terminationBody = z.strictObject({
  side: z.enum(['vendor', 'customer', 'both']),
  kind: z.enum(['good_cause', 'mutual', 'rescission', 'switching', 'mistake']),
  reason,
  effective_at: instant.optional(),
})

const reinstatementBody = z.strictObject({
  starts_on: date.optional(),
  plan: idOrCode.optional(),
  reason,
  override,
})

export const endingRoutes = [
  route({
    method: 'PUT',
    path: '/v1/licenses/:license/suspension',
    who: sellers,
    summary: 'Suspends a license, now or from an announced instant: export-only while it lasts.',
    body: suspensionBody,
    query: noQuery,
    handle: async (ask) => {
      const { now, body } = ask
      const pause = {
        id: newId('sus', now),
        reason: body.reason,
        effectiveAt: optionalInstant(body.effective_at),
      }
      return changed(ask, 200, (license) => suspend(license, pause, now))
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/licenses/:license/suspension',
    who: sellers,
    summary: 'Ends a suspension, or calls an announced one off.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => changed(ask, 200, (license) => resume(license, ask.now)),
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/termination',
    who: admins,
    summary: 'Ends a license at an instant, now or later.',
    body: terminationBody,
    query: noQuery,
    handle: async (ask) => {
      const { now, actor, body } = ask
      const ending = {
        id: newId('trm', now),
        side: body.side,
        kind: body.kind,
        reason: body.reason,
        effectiveAt: optionalInstant(body.effective_at),
        by: actor,
      }
      return changed(ask, 201, (license) => terminate(license, ending, now))
    },
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/termination/withdrawal',
    who: admins,
    summary:
      'Takes a termination back before it takes effect: the side that set it, with the other side’s consent.',
    body: withdrawalBody.extend({ side: side.optional() }),
    query: noQuery,
    handle: async (ask) => {
      const { now, actor, body } = ask
      const withdrawal = { ...withdrawalFrom(body, actor), side: body.side ?? null }
      return changed(ask, 200, (license) => withdrawTermination(license, withdrawal, now))
    },
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/reinstatement',
    who: admins,
    summary: 'Lets a customer come back after the end, with a new term on the same license.',
    body: reinstatementBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const plan = body.plan === undefined ? null : await planNamed(deps.db, body.plan)
      const asked = {
        startsOn: body.starts_on ?? null,
        plan: plan && {
          id: plan.id,
          code: plan.code,
          terms: plan.terms,
          presetOverride: plan.presetOverride,
          catalog: plan.product.capabilities,
        },
        reason: body.reason,
        override: overrideFrom(body.override, actor),
      }
      return changed(ask, 201, (license, _, trx) => {
        if (plan !== null && plan.product.id !== license.product)
          throw unfit('/plan', 'The plan belongs to another product.')
        const back = reinstate(license, asked, now)
        return unlessEnded(trx, back, 'reinstate', overrideFrom(body.override, actor))
      })
    },
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/terms',
    who: sellers,
    summary: 'Adds the next term by hand, where nothing renews by itself.',
    body: z.strictObject({ ends_on: date.nullable().optional(), override }),
    query: noQuery,
    handle: async (ask) => {
      const { now, actor, body } = ask
      return changed(ask, 201, (license, _, trx) => {
        const longer = addTerm(license, body.ends_on ?? null, now)
        return unlessEnded(trx, longer, 'add_term', overrideFrom(body.override, actor))
      })
    },
  }),
]

/** Gives a command to the license of the path and answers with the license. */
async function changed(ask: Ask, status: 200 | 201, command: Command<Outcome>): Promise<Answer> {
  const { deps, now, actor } = ask
  const id = param(ask, 'license')
  const { license, seatsUsed } = await changeLicense(deps.db, id, now, actor, command)
  return {
    status,
    body: licenseOnWire(license, now, seatsUsed),
    ...(status === 201 && { headers: { location: `/v1/licenses/${license.id}` } }),
  }
}

function optionalInstant(value: string | undefined): number | null {
  return value === undefined ? null : toInstant(value)
}
