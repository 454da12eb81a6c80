import { z } from 'zod'
import type { Actor } from '../license/actor.ts'
import { memberNames } from '../license/amendment.ts'
import { inZone } from '../license/calendar.ts'
import type { License } from '../license/license.ts'
import { Problem, unfit } from '../license/problem.ts'
import { accept, decline, propose, proposers, stateOf } from '../license/proposal.ts'
import type { Asked, Proposal } from '../license/proposal.ts'
import { supporters } from '../license/roles.ts'
import { paperOf } from '../store/agreement.ts'
import { newId } from '../store/id.ts'
import { planNamed } from '../store/plan.ts'
import { findProduct } from '../store/product.ts'
import { answerProposal, findProposal, keepProposal, listProposals } from '../store/proposal.ts'
import { readLicense } from '../store/read-license.ts'
import { listRoute } from './list.ts'
import { overrideFrom } from './override.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { termsFrom } from './plan-members.ts'
import { proposalAnswer } from './proposal-answer.ts'
import { givenPaper, proposalBody } from './proposal-body.ts'
import { readers, recorders } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Ask } from './route.ts'

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
      const { proposal } = await keepProposal(
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
      const { proposal } = await answerProposal(
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
      const { proposal } = await answerProposal(
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
  const needs = proposers[kind]
  if (!needs.some((each) => each === role)) throw new Problem('forbidden', { role, needs })
}

/** @throws Problem unfit */
async function askedBy(ask: Ask<z.infer<typeof proposalBody>>, license: License): Promise<Asked> {
  const { body, deps, actor, now } = ask
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
    agreement:
      body.agreement === undefined
        ? null
        : await paperOf(deps.db, givenPaper(body.agreement), license.id, '/agreement', now),
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
    members: asked.kind === 'amendment' ? membersOf(asked.amendment) : [],
    objection: asked.kind === 'withdrawal' ? asked.objection : null,
    reason: proposal.reason,
    proposed_by: proposal.proposedBy,
    recorded_at: inZone(proposal.recordedAt, timeZone),
    lapses_at: at(proposal.lapsesAt),
    answered_at: proposal.answer === null ? null : at(proposal.answeredAt),
  }
}

function membersOf({ changes, plan }: Extract<Asked, { kind: 'amendment' }>['amendment']) {
  return [...(plan === null ? [] : ['plan']), ...memberNames(changes)]
}
