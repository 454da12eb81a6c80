import type { Deps } from '../deps.ts'
import { Problem } from '../license/problem.ts'
import { joinByInvitation, linkByAddress, personBehind } from '../store/identity.ts'
import type { Linking } from '../store/identity.ts'
import { makeSecretText } from '../store/secret-text.ts'
import { beginSession } from '../store/sign-in.ts'
import { giveBackAttempt, takeAttempt } from '../store/sign-in-failure.ts'
import { seal } from '../token/secret.ts'
import { isSecure, setCookie } from '../web/cookie.ts'
import { providerStart, within } from './address.ts'
import { entered, halfEntered } from './entering.ts'
import { errandOf, passportFor } from './errand.ts'
import type { Errand } from './errand.ts'
import { ProviderFault } from './provider.ts'
import type { Claimed, ClaimedAddress, Provider } from './provider.ts'
import { turnedAway } from './turned-away.tsx'
import { openPage } from './visit.ts'
import type { Shown, Visit } from './visit.ts'

const back = `${providerStart}/callback`

/** Signing in at an identity provider: there, and back again. */
export const byProviderPages = [
  openPage('GET', providerStart, async (visit) => {
    const provider = providerOf(visit.deps)
    const errand = { next: shortEnough(within(visit.query.next)), invitation: invitationIn(visit) }
    // Another site's link could have somebody take up an invitation that is not theirs: they are asked first.
    if (errand.invitation !== null && !visit.fromHere)
      return { to: `/console/invitation/${errand.invitation}` }
    if (errand.invitation === null && visit.person !== null) return { to: errand.next }
    return orTurnedAway(visit, errand, provider, () => leave(visit, provider, errand))
  }),
  openPage('GET', back, async (visit) => {
    const { deps, cookies, query, person } = visit
    const provider = providerOf(deps)
    const errand = await errandOf(deps.kek, cookies.away, query.state ?? '')
    if (errand === null)
      return person === null ? turnedAway(visit, provider, 'stale') : { to: '/console' }
    return orTurnedAway(visit, errand, provider, async () => {
      const attempt = { login: '', address: visit.address, known: '' }
      if (!(await takeAttempt(deps.db, deps.kek, 'errand', attempt)))
        return turnedAway(visit, provider, 'wait', errand)
      const claimed = await provider.whoIs(errand, new URL(visit.here, addressOf(deps)))
      await giveBackAttempt(deps.db, deps.kek, 'errand', attempt)
      return received(visit, provider, errand, claimed)
    })
  }),
]

/** @throws ProviderFault */
async function leave(visit: Visit, provider: Provider, errand: Errand): Promise<Shown> {
  const { deps, cookies, query } = visit
  const browser = /^[\w-]{43}$/.test(cookies.away) ? cookies.away : makeSecretText()
  const passport = await passportFor(deps.kek, browser, errand)
  return {
    to: await provider.addressFor(passport, addressOf(deps), query.another !== undefined),
    cookies: [setCookie('away', browser, isSecure(deps))],
  }
}

/** @throws ProviderFault */
async function received(
  visit: Visit,
  provider: Provider,
  errand: Errand,
  claimed: Claimed,
): Promise<Shown> {
  const { deps, now } = visit
  const { issuer, subject } = claimed
  if (errand.invitation !== null || (await personBehind(deps.db, claimed)) === null) {
    const address = await claimed.address()
    const { email, isVerified } = address
    const linking =
      errand.invitation !== null
        ? await joinByInvitation(deps.db, errand.invitation, { issuer, subject, email }, now)
        : email !== null && isVerified
          ? await linkByAddress(deps.db, { issuer, subject, email }, now)
          : 'unknown'
    if (linking !== 'linked')
      return turnedAway(visit, provider, whyNot(linking, errand, address), { ...errand, email })
  }
  const person = await personBehind(deps.db, claimed)
  if (person === null) throw new TypeError('who was linked is not there')
  const { id, login, asksForCode } = person
  const idToken = await seal(deps.kek, claimed.idToken)
  const session = await beginSession(deps.db, id, { awaitsCode: asksForCode, idToken }, now)
  const shown = asksForCode
    ? await halfEntered(visit, session, errand.next)
    : await entered(visit, login, session, errand.next)
  // What came back once does not come back again.
  const cookies = [...(shown.cookies ?? []), setCookie('away', '', isSecure(deps))]
  return { ...shown, cookies }
}

function whyNot(
  linking: Exclude<Linking, 'linked'>,
  { invitation }: Errand,
  { email, isVerified }: ClaimedAddress,
) {
  if (linking === 'other') return 'other'
  if (invitation !== null) return 'uninvited'
  return email !== null && !isVerified ? 'unverified' : 'unknown'
}

/** What the provider does wrong, or does not do, turns nobody's way into a fault of ours. */
async function orTurnedAway(
  visit: Visit,
  errand: Errand,
  provider: Provider,
  walk: () => Promise<Shown>,
): Promise<Shown> {
  try {
    return await walk()
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error
    visit.deps.log({ event: 'provider-fault', why: error.why, error: error.code })
    return turnedAway(visit, provider, error.why, errand)
  }
}

/** @throws Problem not-found where no provider is configured. */
function providerOf({ provider }: Pick<Deps, 'provider'>): Provider {
  if (provider === null) throw new Problem('not-found')
  return provider
}

function addressOf({ publicUrl }: Pick<Deps, 'publicUrl'>): string {
  return `${publicUrl}${back}`
}

function invitationIn({ query }: Visit): string | null {
  return /^[\w-]{43}$/.exec(query.invitation ?? '')?.[0] ?? null
}

/** It travels within the state, and providers take no addresses of any length. */
function shortEnough(next: string): string {
  return next.length > 500 ? '/console' : next
}
