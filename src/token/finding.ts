/** A list of a dossier whose records each have an event. */
export type RecordList =
  | 'agreements'
  | 'terms'
  | 'objections'
  | 'suspensions'
  | 'terminations'
  | 'inquiries'
  | 'warnings'
  | 'documents'

/** What is wrong with a dossier, as precisely as it can be told. Events are numbered from 1 on. */
export type Finding =
  /** It cannot be read as a dossier at all. */
  | { readonly code: 'unreadable' }
  /** There is no signature around it. */
  | { readonly code: 'unsigned' }
  | { readonly code: 'signature-wrong' }
  /** Its key is none of the issuer's. */
  | { readonly code: 'key-unknown'; readonly kid: string }
  | { readonly code: 'key-revoked'; readonly kid: string; readonly at: string }
  /** It bears a time at which its key did not sign. */
  | { readonly code: 'key-out-of-time'; readonly kid: string }
  | { readonly code: 'issuer-other'; readonly issuer: string }
  | { readonly code: 'event-malformed'; readonly n: number }
  /** The event is not what was hashed. */
  | { readonly code: 'event-changed'; readonly n: number }
  /** Events from `n` to `to` are not there. */
  | { readonly code: 'event-dropped'; readonly n: number; readonly to: number }
  /** The event's predecessor is not the one that it goes on from: it was replaced, or one was dropped and the rest numbered anew. */
  | { readonly code: 'event-before-replaced'; readonly n: number }
  /** The event stands at a place that is not its own. */
  | { readonly code: 'event-moved'; readonly n: number; readonly belongs: number }
  | { readonly code: 'event-repeated'; readonly n: number }
  | { readonly code: 'event-of-another'; readonly n: number; readonly license: string }
  /** A text beside the chain is not the one that was committed to. */
  | { readonly code: 'text-changed'; readonly n: number; readonly field: string }
  /** A text that was committed to is neither shown nor named as erased. */
  | { readonly code: 'text-missing'; readonly n: number; readonly field: string }
  /** A text that the event was never committed to. */
  | { readonly code: 'text-added'; readonly n: number; readonly field: string }
  /** A record says another thing than its event. */
  | {
      readonly code: 'record-changed'
      readonly list: RecordList
      readonly id: string
      readonly member: string
      readonly n: number
    }
  /** There is no event for a record. */
  | { readonly code: 'record-unfounded'; readonly list: RecordList; readonly id: string }
  /** The events know of a record that the list lacks. */
  | {
      readonly code: 'record-missing'
      readonly list: RecordList
      readonly id: string
      readonly n: number
    }
  /** A checkpoint cannot be read, is not signed by the issuer, or is about something else. */
  | { readonly code: 'checkpoint-wrong'; readonly at: number }
  /** A checkpoint knows more events than there are: the end is missing. */
  | {
      readonly code: 'tail-dropped'
      readonly has: number
      readonly knew: number
      readonly when: string
    }
  /** At a checkpoint's event stands another one: somewhere in these events the history was written anew. */
  | {
      readonly code: 'rewritten'
      readonly from: number
      readonly to: number
      readonly when: string
    }

/** What alone does not disprove a dossier: it says how far it can be relied on. */
const doubts: readonly Finding['code'][] = ['key-revoked']

export function isDoubt({ code }: Finding): boolean {
  return doubts.includes(code)
}
