import { unseal, WrongSecret } from '../token/secret.ts'
import { Note } from '../web/note.tsx'
import type { Shown, Visit } from './visit.ts'

/**
 * What somebody is told who came by the provider and signs out: that they are still signed in there, and where to change it. They are
 * asked, since it would sign them out of everything else that they use it for.
 *
 * @param sealed what the provider gave at the sign-in.
 * @returns null where the provider offers no such place, or cannot be reached.
 */
export async function signedOut(visit: Visit, sealed: string): Promise<Shown | null> {
  const { deps, words } = visit
  const { provider } = deps
  const idToken = await idTokenIn(deps.kek, sealed)
  if (provider === null || idToken === null) return null
  const there = await provider.leavingAddress(idToken, `${deps.publicUrl}/console/sign-in`)
  if (there === null) return null
  const text = words.signedOut
  return {
    title: text.title,
    bare: true,
    body: (
      <section class="sheet">
        <h1>{text.title}</h1>
        <Note kind="ends">
          <p>{text.lead(provider.name)}</p>
        </Note>
        <div class="acts">
          <a class="button" href={there}>
            {text.there(provider.name)}
          </a>
          <a class="button second" href="/console/sign-in">
            {words.signIn.title}
          </a>
        </div>
      </section>
    ),
  }
}

/** Null where the secret has changed since: nothing is lost by it. */
async function idTokenIn(kek: Uint8Array, sealed: string): Promise<string | null> {
  try {
    return await unseal(kek, sealed)
  } catch (error) {
    if (error instanceof WrongSecret) return null
    throw error
  }
}
