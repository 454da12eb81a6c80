import { Problem } from '../license/problem.ts'
import { admins } from '../license/roles.ts'
import { revokeSigningKey } from '../store/signers.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import type { KeptSigningKey } from '../store/signing-key.ts'
import { Form } from '../web/form.tsx'
import { Head } from './head.tsx'
import { named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

const path = '/console/access/signing-keys/:kid/revocation'

/** Takes the trust from a key that has leaked: first what that leads to, then the act. */
export const keyRevocationPages = [
  page('GET', path, admins, async (visit) => {
    const { words, person } = visit
    const { publicKey, state } = await keyIn(visit)
    const text = words.keyRevocation
    return {
      title: text.title,
      body: (
        <>
          <Head title={text.title} path={[['/console/access', words.places.access]]} />
          <section class="sheet narrow">
            <p>
              <code>{publicKey.kid}</code>
            </p>
            <p>{text.leads[state]}</p>
            <p>{text.drop}</p>
            <p class="quiet">{text.otherwise}</p>
            <Form
              action={`/console/access/signing-keys/${publicKey.kid}/revocation`}
              token={person.formToken}
              kind="acts"
            >
              <button class="grave">{text.revoke(publicKey.kid.slice(0, 8))}</button>
              <a class="button second" href="/console/access#signing-keys">
                {words.frame.cancel}
              </a>
            </Form>
          </section>
        </>
      ),
    }
  }),
  page('POST', path, admins, async (visit) => {
    const { deps, now, person } = visit
    const { publicKey } = await keyIn(visit)
    await revokeSigningKey(deps.db, deps.kek, { kid: publicKey.kid, reason: null }, person, now)
    deps.signers.reread()
    return { to: '/console/access#signing-keys' }
  }),
]

/** @throws Problem not-found also for one that is revoked already. */
async function keyIn(visit: StaffVisit): Promise<KeptSigningKey & { readonly state: Revocable }> {
  const kid = named(visit, 'kid')
  const keys = await listSigningKeys(visit.deps.db)
  const found = keys.find(({ publicKey }) => publicKey.kid === kid)
  if (found === undefined || found.state === 'revoked') throw new Problem('not-found')
  return { ...found, state: found.state }
}

type Revocable = Exclude<KeptSigningKey['state'], 'revoked'>
