import type { Decision } from '../license/decide.ts'

/** What a status list says of a token. */
export type Status = 0 | 1 | 2 | 3

/** By name. The standard's own are the first three; the fourth it leaves to the application. @see draft-ietf-oauth-status-list-21, section 7 */
export const status = {
  valid: 0,
  /** For ever: whoever holds such a token asks for another. */
  void: 1,
  suspended: 2,
  exportOnly: 3,
} as const satisfies Record<string, Status>

/** What is to be said of the tokens of a license that decides so. */
export function statusOf({ mode, reason }: Pick<Decision, 'mode' | 'reason'>): Status {
  if (mode === 'full') return status.valid
  return reason === 'suspended' ? status.suspended : status.exportOnly
}
