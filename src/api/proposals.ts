import { z } from 'zod'
import type { Actor } from '../license/actor.ts'
import { inZone } from '../license/calendar.ts'
import type { License } from '../license/license.ts'
import { Problem, unfit } from '../license/problem.ts'
import { accept, decline, propose, stateOf } from '../license/proposal.ts'
import type { Asked, Proposal, ProposedAgreement } from '../license/proposal.ts'
import { sellers, supporters } from '../license/roles.ts'
import { findDocument } from '../store/document.ts'
import { newId } from '../store/id.ts'
import { planNamed } from '../store/plan.ts'
import { findProduct } from '../store/product.ts'
import { answerProposal, findProposal, keepProposal, listProposals } from '../store/proposal.ts'
import { readLicense } from '../store/read-license.ts'
import { listRoute } from './list.ts'
import { override, overrideFrom } from './override.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { overrides, termsFrom } from './plan-members.ts'
import { proposalAnswer } from './proposal-answer.ts'
import { readers, recorders } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Ask } from './route.ts'
import { id, idOrCode, side, text, webAddress } from './schema.ts'

const proposalBody = z.strictObject({
  kind: z.enum(['amendment', 'withdrawal']),
  amendment: overrides
    .extend({ from: z.enum(['now', 'next_term']), plan: idOrCode.optional() })
    .optional(),
  agreement: z
    .strictObject({
      title: text(200),
      version: text(100),
      language: text(35).optional(),
      url: webAddress.optional(),
      document: id('doc').optional(),
    })
    .optional()
    .meta({ description: 'What the customer accepts with the amendment; attached then.' }),
  side: side.optional().meta({ description: 'Whose objection is to be taken back.' }),
  reason: text(2000).optional(),
  override,
})

export const proposalRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses/:license/proposals',
    who: recorders,
    summary:
      'Proposes an amendment, or that an objection is taken back, to the customer: it changes nothing until a contact who may sign accepts it in the portal, and lapses at the next deadline.',
    body: proposalBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      checkRole(actor, body.kind)
      const { license } = await readLicense(deps.db, param(ask, 'license'), now)
      const offer = {
        id: newId('prp', now),
        side: 'vendor',
        asked: await askedBy(ask, license),
        reason: body.reason ?? null,
        proposedBy: null,
        by: actor,
      } as const
      const proposal = await keepProposal(
        deps.db,
        license.id,
        (before) => propose(before, offer, now),
        actor,
        now,
      )
      return {
        status: 201,
        body: onWire(proposal, license, now),
        headers: { location: `/v1/licenses/${license.id}/proposals` },
      }
    },
  }),
  listRoute({
    path: '/v1/licenses/:license/proposals',
    who: readers,
    summary: 'Lists what one side has proposed to the other, and what became of it.',
    query: pageQuery,
    item: proposalAnswer,
    read: async (ask, part) => {
      const { license } = await readLicense(ask.deps.db, param(ask, 'license'), ask.now)
      const page = await listProposals(ask.deps.db, license.id, part)
      return pageOnWire(page, (each) => onWire(each, license, ask.now))
    },
  }),
  route({
    method: 'POST',
    path: '/v1/licenses/:license/proposals/:proposal/acceptance',
    who: supporters,
    summary: 'Accepts what the customer has proposed: that their objection is taken back.',
    body: z.strictObject({}),
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor } = ask
      const { license } = await readLicense(deps.db, param(ask, 'license'), now)
      const proposal = await answerProposal(
        deps.db,
        license.id,
        param(ask, 'proposal'),
        (before, found) => {
          if (found.side === 'vendor') throw new Problem('other-side', { set_by: found.side })
          return accept(before, found, { by: actor, name: 'vendor' }, now)
        },
        actor,
        now,
      )
      return { body: onWire(proposal, license, now) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/licenses/:license/proposals/:proposal',
    who: recorders,
    summary: 'Takes the vendor’s own proposal back, or declines the customer’s.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor } = ask
      const { license } = await readLicense(deps.db, param(ask, 'license'), now)
      const known = await findProposal(deps.db, license.id, param(ask, 'proposal'))
      if (known !== null) checkRole(actor, known.asked.kind)
      const proposal = await answerProposal(
        deps.db,
        license.id,
        param(ask, 'proposal'),
        (before, found) =>
          decline(before, found, { by: actor, name: 'vendor', side: 'vendor' }, now),
        actor,
        now,
      )
      return { body: onWire(proposal, license, now) }
    },
  }),
]

/** Who may do a thing may propose it. @throws Problem forbidden */
function checkRole({ role }: Actor, kind: Asked['kind']): void {
  const needs = kind === 'amendment' ? sellers : supporters
  if (!needs.some((each) => each === role)) throw new Problem('forbidden', { role, needs })
}

/** @throws Problem unfit */
async function askedBy(ask: Ask<z.infer<typeof proposalBody>>, license: License): Promise<Asked> {
  const { body, deps, actor } = ask
  const { kind, amendment, side: whose } = body
  if (kind === 'withdrawal') {
    if (whose === undefined) throw unfit('/side', 'Say whose objection is to be taken back.')
    const last = license.objections.findLast((each) => each.side === whose)
    if (last === undefined) throw new Problem('no-objection', { side: whose })
    return { kind, side: whose, objection: last.id }
  }
  if (amendment === undefined) throw unfit('/amendment', 'Say what is to change, and from when on.')
  const { from, plan: named, ...changes } = amendment
  const plan = named === undefined ? null : await planNamed(deps.db, named)
  if (plan !== null && plan.product.id !== license.product)
    throw unfit('/amendment/plan', 'The plan belongs to another product.')
  const { capabilities: catalog = [] } = (await findProduct(deps.db, license.product)) ?? {}
  return {
    kind,
    amendment: {
      from,
      changes: termsFrom(changes),
      plan: plan && {
        id: plan.id,
        code: plan.code,
        terms: plan.terms,
        presetOverride: plan.presetOverride,
      },
      catalog,
      override: overrideFrom(body.override, actor),
    },
    agreement: await agreementOf(ask, license),
  }
}

/** @throws Problem unfit for a document that there is not. */
async function agreementOf(
  { deps, now, body: { agreement } }: Ask<z.infer<typeof proposalBody>>,
  { id: license }: License,
): Promise<ProposedAgreement | null> {
  if (agreement === undefined) return null
  const { document: named, language = null, url = null, ...rest } = agreement
  const document = named === undefined ? null : await findDocument(deps.db, named)
  const isTheirs = document?.license === null || document?.license === license
  if (named !== undefined && (document === null || !isTheirs))
    throw unfit('/agreement/document', 'There is no such document for this license.')
  return {
    id: newId('agr', now),
    ...rest,
    language,
    url,
    document: document?.id ?? null,
    sha256: document?.sha256 ?? null,
  }
}

function onWire(proposal: Proposal, { timeZone }: License, now: number) {
  const at = (instant: number | null) => (instant === null ? null : inZone(instant, timeZone))
  const { id: proposalId, license, side: by, asked } = proposal
  return {
    id: proposalId,
    license,
    side: by,
    kind: asked.kind,
    state: stateOf(proposal, now),
    members: asked.kind === 'amendment' ? membersOf(asked) : [],
    objection: asked.kind === 'withdrawal' ? asked.objection : null,
    reason: proposal.reason,
    proposed_by: proposal.proposedBy,
    recorded_at: inZone(proposal.recordedAt, timeZone),
    lapses_at: at(proposal.lapsesAt),
    answered_at: proposal.answer === null ? null : at(proposal.answeredAt),
  }
}

function membersOf({ amendment }: Extract<Asked, { kind: 'amendment' }>): string[] {
  const names = Object.keys(amendment.changes).map((name) =>
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  )
  return amendment.plan === null ? names : ['plan', ...names]
}
