import { eventTypes } from './event.ts'
import type { EventType } from './event.ts'
import { lettersOf } from './letter-kind.ts'

/**
 * The types of event that somebody may get a letter about: each gets an entry in the outbox, with the target `letters`, in the event's
 * own transaction. What the letter says, to whom, and whether there is one after all is found out when it is written.
 */
export const toldByLetter: readonly EventType[] = typesOf(eventTypes).filter(
  (type) => lettersOf[type].length > 0,
)

function typesOf<T extends string>(types: Readonly<Record<T, true>>): T[] {
  const found: T[] = []
  for (const type in types) found.push(type)
  return found
}
