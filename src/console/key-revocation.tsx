import { revocationBody } from '../api/revocation-body.ts'
import { Problem } from '../license/problem.ts'
import { admins } from '../license/roles.ts'
import { listEvidenceKeys, revokeEvidenceKey } from '../store/evidence-key.ts'
import { revokeSigningKey } from '../store/signers.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import { Field, Form } from '../web/form.tsx'
import { fitting, nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { filled, named, page } from './visit.ts'
import type { Shown, StaffVisit } from './visit.ts'

/** What signs tokens, and what signs evidence. */
type Kind = 'signing' | 'evidence'

/** Takes the trust from a key that has leaked: first what that leads to, then the act, with its reason. */
export const keyRevocationPages = (['signing', 'evidence'] as const).flatMap((kind) => {
  const path = `${listOf(kind)}/:kid/revocation`
  return [
    page('GET', path, admins, (visit) => revocationPage(visit, kind, nothingWrong)),
    page('POST', path, admins, (visit) =>
      orAgain(
        visit,
        () => revoke(visit, kind),
        (wrongs) => revocationPage(visit, kind, wrongs),
      ),
    ),
  ]
})

function listOf(kind: Kind): string {
  return `/console/access/${kind}-keys`
}

async function revoke(visit: StaffVisit, kind: Kind): Promise<Shown> {
  const { deps, now, person } = visit
  const { kid } = await keyIn(visit, kind)
  const said = filled(visit, 'reason')
  const { reason = null } = fitting(revocationBody, said === '' ? {} : { reason: said })
  const revokeIt = kind === 'signing' ? revokeSigningKey : revokeEvidenceKey
  await revokeIt(deps.db, deps.kek, { kid, reason }, person, now)
  deps.signers.reread()
  return { to: `/console/access#${kind}-keys` }
}

async function revocationPage(visit: StaffVisit, kind: Kind, wrongs: Wrongs): Promise<Shown> {
  const { words, person, form } = visit
  const { kid, lead } = await keyIn(visit, kind)
  const text = words.keyRevocation
  const { title, drop, otherwise } = text.of[kind]
  return {
    title,
    body: (
      <>
        <Head title={title} path={[['/console/access', words.places.access]]} />
        <section class="sheet narrow">
          <p>
            <code>{kid}</code>
          </p>
          <p>{lead}</p>
          <p>{drop}</p>
          <p class="quiet">{otherwise}</p>
          <Form action={`${listOf(kind)}/${kid}/revocation`} token={person.formToken}>
            <Field
              name="reason"
              label={`${words.objection.reason} (${words.frame.optional})`}
              hint={text.reasonHint}
              value={form['reason']}
              wrong={wrongs.at('/reason')}
              lines
            />
            <div class="acts">
              <button class="grave">{text.revoke(kid.slice(0, 8))}</button>
              <a class="button second" href={`/console/access#${kind}-keys`}>
                {words.frame.cancel}
              </a>
            </div>
          </Form>
        </section>
      </>
    ),
  }
}

/** The key, and what its revocation leads to first. @throws Problem not-found also for one that is revoked already. */
async function keyIn(
  visit: StaffVisit,
  kind: Kind,
): Promise<{ readonly kid: string; readonly lead: string }> {
  const { deps, words } = visit
  const kid = named(visit, 'kid')
  const { leads, evidenceLeads } = words.keyRevocation
  if (kind === 'signing') {
    const key = (await listSigningKeys(deps.db)).find(({ publicKey }) => publicKey.kid === kid)
    if (key === undefined || key.state === 'revoked') throw new Problem('not-found')
    return { kid, lead: leads[key.state] }
  }
  const key = (await listEvidenceKeys(deps.db)).find(({ publicKey }) => publicKey.kid === kid)
  if (key === undefined || key.revokedAt !== null) throw new Problem('not-found')
  return { kid, lead: key.retiredAt === null ? evidenceLeads.active : evidenceLeads.retired }
}
