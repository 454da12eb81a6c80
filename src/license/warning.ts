import type { Outcome } from './event.ts'
import type { Instant, License } from './license.ts'

/** Records a formal request to stop using support out of scope. */
export function warn(
  license: License,
  form: 'letter' | 'spoken',
  text: string,
  now: Instant,
): Outcome {
  return {
    license,
    events: [{ type: 'warning.given', at: now, data: { form }, personal: { text } }],
  }
}
