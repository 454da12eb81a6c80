import { deriveKey, seal, unseal, WrongSecret } from '../token/secret.ts'
import { hashOfSecret } from '../store/secret-text.ts'
import { z } from 'zod'

/** What a browser is sent to the identity provider for, and goes on with when it is back. */
export interface Errand {
  /** Where in the console to go on. */
  readonly next: string
  /** The end of the invitation that is taken up by this; null where somebody signs in. */
  readonly invitation: string | null
}

/** What goes along with a browser, and must come back with it. */
export interface Passport {
  /** The errand, sealed: it comes back as it is, and no database keeps it. */
  readonly state: string
  /** Stands in the ID token then (OpenID Connect Core, section 3.1.2.1). */
  readonly nonce: string
  /** Known to this browser and us alone until the code is redeemed (RFC 7636). */
  readonly verifier: string
}

/** @param browser the secret that the browser keeps while it is away. */
export async function passportFor(
  kek: Uint8Array,
  browser: string,
  errand: Errand,
): Promise<Passport> {
  const kept = { ...errand, browser: hashOfSecret(browser) }
  return passportOf(browser, await seal(keyOf(kek), JSON.stringify(kept)))
}

/** The errand of whom comes back with this state; null where it is not ours, or another browser was sent with it. */
export async function errandOf(
  kek: Uint8Array,
  browser: string,
  state: string,
): Promise<(Errand & Passport) | null> {
  const sealed = await opened(kek, state)
  if (browser === '' || sealed === null || sealed.browser !== hashOfSecret(browser)) return null
  const { next, invitation } = sealed
  return { next, invitation, ...passportOf(browser, state) }
}

const sealedErrand = z.strictObject({
  next: z.string(),
  invitation: z.string().nullable(),
  browser: z.string(),
})

async function opened(kek: Uint8Array, state: string) {
  try {
    return sealedErrand.parse(JSON.parse(await unseal(keyOf(kek), state)))
  } catch (error) {
    if (error instanceof WrongSecret) return null
    throw error
  }
}

/** What else goes along follows from both: it needs no place of its own, and two windows do not get in each other's way. */
function passportOf(browser: string, state: string): Passport {
  return {
    state,
    nonce: hashOfSecret(`nonce ${browser} ${state}`),
    verifier: hashOfSecret(`verifier ${browser} ${state}`),
  }
}

function keyOf(kek: Uint8Array): Uint8Array {
  return deriveKey(kek, 'errand to the identity provider')
}
