import type { Role } from '../license/actor.ts'
import type { LetterKind } from '../license/letter-kind.ts'
import type { Instant } from '../license/license.ts'
import type { LetterLanguage } from '../license/warning.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'

export type AccessEventId = `acc_${string}`

/** What somebody signs in by first. */
export type SignInWay = 'password' | 'provider'

/**
 * What is told of each type of event. People and tokens stand under their ids alone; no secret, no address of a network, and nothing
 * that was typed at a sign-in.
 */
export interface AccessEventData {
  'person.invited': { readonly role: Role }
  'person.invited_again': Nothing
  'person.joined': { readonly by: SignInWay }
  'person.linked': Nothing
  'person.unlinked': Nothing
  'person.role_changed': { readonly from: Role; readonly to: Role }
  'person.signed_out': Nothing
  'person.removed': Nothing
  'password.changed': Nothing
  'password.removed': Nothing
  'second_factor.set': Nothing
  'second_factor.removed': Nothing
  'sign_in.succeeded': { readonly by: SignInWay; readonly code: boolean }
  'sign_in.failed': { readonly at: 'password' | 'code' }
  'sign_in.locked': { readonly at: 'password' | 'code' }
  'api_token.made': { readonly name: string; readonly role: Role }
  'api_token.revoked': Nothing
  'signing_key.made': { readonly algorithm: SigningAlgorithm }
  'signing_key.rotated': { readonly algorithm: SigningAlgorithm; readonly former: string }
  'signing_key.revoked': { readonly reason: string | null }
  'evidence_key.made': Nothing
  'evidence_key.rotated': { readonly former: readonly string[] }
  'evidence_key.revoked': { readonly reason: string | null }
  'webhook.added': { readonly name: string }
  'webhook.edited': { readonly name: string; readonly changed: readonly string[] }
  'webhook.secret_changed': { readonly name: string }
  'webhook.enabled': { readonly name: string }
  'webhook.disabled': { readonly name: string; readonly why: 'by_hand' | 'gone' }
  'webhook.removed': { readonly name: string }
  'settings.changed': { readonly changed: readonly string[] }
  'wording.written': WordingOf
  'wording.withdrawn': WordingOf
  'retention.changed': { readonly keeps: Readonly<Record<string, string | null>> }
}

type Nothing = Readonly<Record<never, never>>

interface WordingOf {
  readonly kind: LetterKind
  readonly language: LetterLanguage
  readonly version: number
}

export type AccessEventType = keyof AccessEventData

/** What an event is about, roughly. */
export type AccessGroup = 'people' | 'sign_ins' | 'tokens' | 'keys' | 'webhooks' | 'settings'

/** Every type, with the group that it belongs to. */
export const accessEventTypes: Readonly<Record<AccessEventType, AccessGroup>> = {
  'person.invited': 'people',
  'person.invited_again': 'people',
  'person.joined': 'people',
  'person.linked': 'people',
  'person.unlinked': 'people',
  'person.role_changed': 'people',
  'person.signed_out': 'people',
  'person.removed': 'people',
  'password.changed': 'people',
  'password.removed': 'people',
  'second_factor.set': 'people',
  'second_factor.removed': 'people',
  'sign_in.succeeded': 'sign_ins',
  'sign_in.failed': 'sign_ins',
  'sign_in.locked': 'sign_ins',
  'api_token.made': 'tokens',
  'api_token.revoked': 'tokens',
  'signing_key.made': 'keys',
  'signing_key.rotated': 'keys',
  'signing_key.revoked': 'keys',
  'evidence_key.made': 'keys',
  'evidence_key.rotated': 'keys',
  'evidence_key.revoked': 'keys',
  'webhook.added': 'webhooks',
  'webhook.edited': 'webhooks',
  'webhook.secret_changed': 'webhooks',
  'webhook.enabled': 'webhooks',
  'webhook.disabled': 'webhooks',
  'webhook.removed': 'webhooks',
  'settings.changed': 'settings',
  'wording.written': 'settings',
  'wording.withdrawn': 'settings',
  'retention.changed': 'settings',
}

export const accessGroups = [
  'people',
  'sign_ins',
  'tokens',
  'keys',
  'webhooks',
  'settings',
] as const satisfies readonly AccessGroup[]

/** An event as readers see it, with what its type tells. */
export type AccessEvent = {
  readonly [Type in AccessEventType]: {
    readonly id: AccessEventId
    readonly type: Type
    readonly at: Instant
    /** By whom: the id of a person or a token, `cli`, `system` for the server itself, or `stranger` who failed to sign in. */
    readonly actor: string
    /** The id of whom or what it is about; null where there is none. */
    readonly about: string | null
    readonly data: AccessEventData[Type]
  }
}[AccessEventType]

/** The types that belong to a group. */
export function typesOf(group: AccessGroup): readonly string[] {
  return Object.entries(accessEventTypes).flatMap(([type, theirs]) =>
    theirs === group ? [type] : [],
  )
}
