import type { Outcome } from './event.ts'
import type { Instant, License } from './license.ts'
import { recorded } from './recording.ts'

/** What an integrator notes about a license, by name: null takes a name away, and one that is not named stays. */
export interface Edit {
  readonly metadata?: Readonly<Record<string, unknown>> | undefined
  readonly externalRefs?: Readonly<Record<string, string | null>> | undefined
}

/** Edits what a license says to other systems. Nothing of it was agreed, so nobody needs to consent. */
export function edit(license: License, { metadata, externalRefs }: Edit, now: Instant): Outcome {
  const at = Math.max(now, license.recordedAt)
  const edited = {
    ...license,
    metadata: merged(license.metadata, metadata),
    externalRefs: merged<string>(license.externalRefs, externalRefs),
  }
  const members = [
    ...(edited.metadata === license.metadata ? [] : ['metadata']),
    ...(edited.externalRefs === license.externalRefs ? [] : ['external_refs']),
  ]
  if (members.length === 0) return { license, events: [] }
  return {
    license: recorded(edited, at),
    events: [{ type: 'license.edited', at, data: { members } }],
  }
}

/**
 * Names with what they are to hold from now on, as in a merge patch (RFC 7396): null takes one away. The very same where nothing
 * changes.
 */
export function merged<T>(
  held: Readonly<Record<string, T>>,
  given: Readonly<Record<string, T | null>> = {},
): Readonly<Record<string, T>> {
  const after = new Map(Object.entries(held))
  for (const [name, value] of Object.entries(given))
    if (value === null) after.delete(name)
    else after.set(name, value)
  const result = Object.fromEntries(after)
  return JSON.stringify(result) === JSON.stringify(held) ? held : result
}
