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

interface Place {
  /** The event, from 1 on. */
  readonly n: number
}

interface Text extends Place {
  readonly field: string
}

interface Key {
  readonly kid: string
}

interface RecordOf {
  readonly list: RecordList
  readonly id: string
}

/** What can be wrong with a dossier, and what is told of it. */
interface FindingFacts {
  /** It cannot be read as a dossier at all. */
  readonly unreadable: object
  /** There is no signature around it. */
  readonly unsigned: object
  readonly 'signature-wrong': object
  /** Its key is none of the issuer's. */
  readonly 'key-unknown': Key
  readonly 'key-revoked': Key & { readonly at: string }
  /** It bears a time at which its key did not sign. */
  readonly 'key-out-of-time': Key
  /** It has not exactly the members of an event. */
  readonly 'event-malformed': Place
  /** It is not what was hashed. */
  readonly 'event-changed': Place
  /** Events from `n` to `to` are not there. */
  readonly 'event-dropped': Place & { readonly to: number }
  /** Its predecessor is not the one that it goes on from: that was replaced, or dropped and the rest numbered anew. */
  readonly 'event-before-replaced': Place
  /** It stands at a place that is not its own. */
  readonly 'event-moved': Place & { readonly belongs: number }
  readonly 'event-repeated': Place
  readonly 'event-of-another': Place & { readonly license: string }
  /** A text beside the chain is not the one that was committed to. */
  readonly 'text-changed': Text
  /** A text that was committed to is neither shown nor named as erased. */
  readonly 'text-missing': Text
  /** A text that the event was never committed to. */
  readonly 'text-added': Text
  /** A record says another thing than its event. */
  readonly 'record-changed': RecordOf & Place & { readonly member: string }
  /** There is no event for a record. */
  readonly 'record-unfounded': RecordOf
  /** The events know of a record that the list lacks. */
  readonly 'record-missing': RecordOf & Place
  /** The checkpoint at this place cannot be read, is not signed by the issuer, or is about something else. */
  readonly 'checkpoint-wrong': { readonly at: number }
  /** A checkpoint knows more events than there are: the end is missing. */
  readonly 'tail-dropped': { readonly has: number; readonly knew: number; readonly when: string }
  /** At a checkpoint's event stands another one: somewhere in these events the history was written anew. */
  readonly rewritten: { readonly from: number; readonly to: number; readonly when: string }
}

export type FindingCode = keyof FindingFacts

/** What is wrong with a dossier, as precisely as it can be told. */
export type Finding<Code extends FindingCode = FindingCode> = {
  [C in Code]: { readonly code: C } & FindingFacts[C]
}[Code]

/** A sentence for each. */
export type FindingWords = {
  readonly [C in FindingCode]: (finding: Finding<C>) => string
}

export function wordsFor<C extends FindingCode>(words: FindingWords, finding: Finding<C>): string {
  return words[finding.code](finding)
}

/** What alone does not disprove a dossier: it says how far it can be relied on. */
const doubts: readonly FindingCode[] = ['key-revoked']

export function isDoubt({ code }: Finding): boolean {
  return doubts.includes(code)
}
