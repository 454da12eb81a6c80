import { toProvider } from './address.ts'
import type { Errand } from './errand.ts'
import type { Provider, ProviderFault } from './provider.ts'
import type { Shown, Visit } from './visit.ts'

/** Why somebody who came by the provider does not get in. */
export type TurnedAway =
  ProviderFault['why'] | 'stale' | 'wait' | 'unknown' | 'unverified' | 'uninvited' | 'other'

const statuses: Readonly<Record<TurnedAway, number>> = {
  unreachable: 503,
  declined: 401,
  unbelieved: 502,
  stale: 400,
  wait: 429,
  unknown: 403,
  unverified: 403,
  uninvited: 403,
  other: 403,
}

/** Where the account itself is the trouble, the same one would only come again. */
const ofTheAccount: readonly TurnedAway[] = ['unknown', 'unverified', 'other']

/** What it is, why, and the next step: again, or by a password. */
export function turnedAway(
  visit: Visit,
  { name }: Provider,
  why: TurnedAway,
  about: Partial<Errand> & { readonly email?: string | null } = {},
): Shown {
  const { words } = visit
  const { next = '/console', invitation = null, email = null } = about
  const { title, lead } = words.provider.turnedAway[why]
  const another = ofTheAccount.includes(why)
  const byPassword =
    invitation === null
      ? `/console/sign-in?next=${encodeURIComponent(next)}`
      : `/console/invitation/${invitation}`
  return {
    title: title(name),
    status: statuses[why],
    bare: true,
    body: (
      <section class="sheet">
        <h1>{title(name)}</h1>
        {email !== null && (
          <dl class="facts">
            <dt>{words.provider.at(name)}</dt>
            <dd>{email}</dd>
          </dl>
        )}
        <p>{lead(name)}</p>
        <div class="acts">
          <a class="button" href={toProvider({ next, invitation }, another)}>
            {another ? words.provider.another(name) : words.provider.again(name)}
          </a>
          <a class="button second" href={byPassword}>
            {invitation === null ? words.provider.byPassword : words.provider.toInvitation}
          </a>
        </div>
      </section>
    ),
  }
}
