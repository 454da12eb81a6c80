import type { Deps } from '../deps.ts'

/** Whether cookies can be kept to https. */
export function isSecure({ publicUrl }: Pick<Deps, 'publicUrl'>): boolean {
  return publicUrl.startsWith('https:')
}

/** An address of the console to go on to; its start in place of any other, so that no link leads out by way of the sign-in. */
export function within(address: string | undefined): string {
  const isOurs = /^\/console(\/[\w./~-]*)?(\?[^#\\\s]*)?$/.test(address ?? '')
  return isOurs && address !== undefined && !address.includes('//') ? address : '/console'
}
