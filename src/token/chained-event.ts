import type { EventLink } from './chain.ts'
import { isRecord } from './record.ts'

/** An event as a dossier bears it: what is hashed, its place, and what stands beside the chain. */
export interface ChainedEvent extends EventLink {
  /** Its place in the history, from 1 on. */
  readonly n: number
  readonly data: Readonly<Record<string, unknown>>
  readonly hash: string
  /** By field, each with the salt of its commitment; null once it is erased. */
  readonly personal: Readonly<
    Record<string, { readonly value: string; readonly salt: string } | null>
  >
}

const members = [
  'n',
  'license',
  'type',
  'occurred_at',
  'recorded_at',
  'actor',
  'data',
  'previous_hash',
  'hash',
  'personal',
]

/** What stands here as an event; null if it has not exactly the members of one. */
export function chainedEvent(value: unknown): ChainedEvent | null {
  if (!isRecord(value) || Object.keys(value).length !== members.length) return null
  const { n, license, type, occurred_at, recorded_at, actor, data, previous_hash, hash } = value
  const personal = personalIn(value.personal)
  if (
    typeof n !== 'number' ||
    typeof license !== 'string' ||
    typeof type !== 'string' ||
    typeof occurred_at !== 'string' ||
    typeof recorded_at !== 'string' ||
    typeof actor !== 'string' ||
    !isRecord(data) ||
    (previous_hash !== null && typeof previous_hash !== 'string') ||
    typeof hash !== 'string' ||
    personal === null
  )
    return null
  const link = { license, type, occurred_at, recorded_at, actor, data, previous_hash }
  return { n, ...link, hash, personal }
}

function personalIn(value: unknown): ChainedEvent['personal'] | null {
  if (!isRecord(value)) return null
  const entries = Object.entries(value).map(([field, kept]) => [field, keptIn(kept)] as const)
  if (entries.some(([, kept]) => kept === undefined)) return null
  return Object.fromEntries(entries.map(([field, kept]) => [field, kept ?? null]))
}

function keptIn(value: unknown): ChainedEvent['personal'][string] | undefined {
  if (value === null) return null
  if (!isRecord(value) || Object.keys(value).length !== 2) return undefined
  const { value: text, salt } = value
  return typeof text === 'string' && typeof salt === 'string' ? { value: text, salt } : undefined
}
