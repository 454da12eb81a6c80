import type { Errand } from './errand.ts'

/** An address of the console to go on to; its start in place of any other, so that no link leads out by way of the sign-in. */
export function within(address: string | undefined): string {
  const isOurs = /^\/console(\/[\w./~-]*)?(\?[^#\\\s]*)?$/.test(address ?? '')
  return isOurs && address !== undefined && !address.includes('//') ? address : '/console'
}

/** Where a sign-in at the identity provider begins. */
export const providerStart = '/console/sign-in/oidc'

/**
 * The same with what it is for.
 *
 * @param another whether the provider is to ask who it is, though somebody is signed in there.
 */
export function toProvider({ next, invitation }: Partial<Errand>, another = false): string {
  const query = new URLSearchParams()
  if (next !== undefined && next !== '/console') query.set('next', next)
  if (invitation !== undefined && invitation !== null) query.set('invitation', invitation)
  if (another) query.set('another', '1')
  return query.size === 0 ? providerStart : `${providerStart}?${query.toString()}`
}
