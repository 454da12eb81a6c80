import { inUtc } from '../license/calendar.ts'
import { checkChain } from './check-chain.ts'
import { checkRecords } from './check-records.ts'
import { readCheckpoint } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Dossier } from './dossier.ts'
import type { EvidenceKey } from './evidence-key.ts'
import { TokenFault } from './fault.ts'
import type { Finding } from './finding.ts'
import { isDoubt } from './finding.ts'
import { readJws } from './jws.ts'
import { isRecord } from './record.ts'

type Json = Readonly<Record<string, unknown>>

/** What was found out about a dossier. */
export interface Verdict {
  /** Every part holds; it holds, but its key has leaked since; something was changed. */
  readonly outcome: 'holds' | 'doubtful' | 'broken'
  readonly findings: readonly Finding[]
  /** What it says of itself; empty texts where it says nothing that can be read. */
  readonly issuer: string
  readonly license: string
  readonly madeAt: string
  readonly events: number
  readonly head: string
  /** The key that signed it; null where none of the keys did. */
  readonly kid: string | null
  /** Texts that were erased, or are another customer's. */
  readonly erased: readonly { readonly n: number; readonly field: string }[]
  /** The checkpoints that its events agree with. */
  readonly checkpoints: readonly Checkpoint[]
  /** The dossier as far as it can be shown; null where nothing holds. */
  readonly dossier: Dossier | null
}

/** Characters of the longest dossier that is looked into at all. */
export const longestDossier = 32_000_000

/**
 * Whether a dossier is whole: signed by the issuer, each event what was hashed and in its place, each text the one that was
 * committed to, each record as its event says, and nothing missing that a checkpoint knows of.
 *
 * @param text the file's: a compact JWS, or its payload alone, which is then told to be unsigned.
 * @param keys the issuer's evidence keys, from a source that is trusted.
 * @param checkpoints signed ones, such as came with receipts.
 */
export async function verifyDossier(
  text: string,
  keys: readonly EvidenceKey[],
  checkpoints: readonly string[] = [],
): Promise<Verdict> {
  const file = text.trim()
  const dossier = payloadOf(file)
  if (dossier === null) return nothing([{ code: 'unreadable' }])
  const events: readonly unknown[] = Array.isArray(dossier.events) ? dossier.events : []
  const license = textOf(dossier.sub)
  const signed = await checkSignature(file, dossier, keys)
  const own = typeof dossier.checkpoint === 'string' ? [dossier.checkpoint] : []
  const anchored = await checkCheckpoints(dossier, events, keys, [...checkpoints, ...own])
  const findings = [
    ...signed.findings,
    ...checkChain(events, license),
    ...checkRecords(dossier),
    ...anchored.findings,
    ...(own.length === 0
      ? [{ code: 'checkpoint-wrong', at: checkpoints.length + 1 } as const]
      : []),
  ]
  return {
    outcome: outcomeOf(findings),
    findings,
    issuer: textOf(dossier.iss),
    license,
    madeAt: textOf(dossier.made_at),
    events: events.length,
    head: hashIn(events.at(-1)),
    kid: signed.kid,
    erased: events.flatMap(erasedIn),
    checkpoints: anchored.held,
    dossier: isWhole(dossier, findings) ? dossier : null,
  }
}

function outcomeOf(findings: readonly Finding[]): Verdict['outcome'] {
  if (findings.length === 0) return 'holds'
  return findings.every(isDoubt) ? 'doubtful' : 'broken'
}

function nothing(findings: readonly Finding[]): Verdict {
  const unknown = { issuer: '', license: '', madeAt: '', events: 0, head: '', kid: null }
  return { outcome: 'broken', findings, ...unknown, erased: [], checkpoints: [], dossier: null }
}

/** What the file says, signed or not. */
function payloadOf(file: string): Json | null {
  if (file.length > longestDossier) return null
  try {
    const body = file.startsWith('{') ? file : decoded(file.split('.')[1] ?? '')
    const value: unknown = JSON.parse(body)
    return isRecord(value) && Array.isArray(value.events) ? value : null
  } catch {
    return null
  }
}

function decoded(part: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url'))
}

/** Where no finding speaks against what the issuer signed, it has the shape that the issuer gave it. */
function isWhole(dossier: Json, findings: readonly Finding[]): dossier is Json & Dossier {
  return dossier.version === 1 && findings.every(isDoubt)
}

async function checkSignature(
  file: string,
  dossier: Json,
  keys: readonly EvidenceKey[],
): Promise<{ readonly findings: readonly Finding[]; readonly kid: string | null }> {
  if (file.startsWith('{')) return { findings: [{ code: 'unsigned' }], kid: null }
  try {
    const publicKeys = keys.map(({ publicKey }) => publicKey)
    const { header } = await readJws(file, publicKeys, longestDossier)
    const kid = textOf(header.kid)
    const key = keys.find(({ publicKey }) => publicKey.kid === kid)
    if (header.typ !== 'vnd.auszug.dossier+jwt' || key === undefined)
      return { findings: [{ code: 'signature-wrong' }], kid: null }
    return { findings: keyFaults(key, dossier.iat), kid }
  } catch (error) {
    const isUnknown = error instanceof TokenFault && error.code === 'untrusted_key'
    const finding: Finding = isUnknown
      ? { code: 'key-unknown', kid: kidIn(file) }
      : { code: 'signature-wrong' }
    return { findings: [finding], kid: null }
  }
}

/** A second is how exactly both times are told. */
function keyFaults(
  { publicKey: { kid }, createdAt, retiredAt, revokedAt }: EvidenceKey,
  iat: unknown,
): readonly Finding[] {
  const at = typeof iat === 'number' ? iat * 1000 : NaN
  const isIn = at >= createdAt - 1000 && at <= (retiredAt ?? Infinity) + 1000
  const isLate = revokedAt !== null && !(at < revokedAt)
  return [
    ...(isIn && !isLate ? [] : [{ code: 'key-out-of-time', kid } as const]),
    ...(revokedAt === null ? [] : [{ code: 'key-revoked', kid, at: dateText(revokedAt) } as const]),
  ]
}

function kidIn(file: string): string {
  try {
    const header: unknown = JSON.parse(decoded(file.split('.')[0] ?? ''))
    return isRecord(header) ? textOf(header.kid) : ''
  } catch {
    return ''
  }
}

interface Anchored {
  readonly findings: readonly Finding[]
  readonly held: readonly Checkpoint[]
}

/** Against each checkpoint, from the oldest on: between one that holds and one that does not the history was written anew. */
async function checkCheckpoints(
  dossier: Json,
  events: readonly unknown[],
  keys: readonly EvidenceKey[],
  given: readonly string[],
): Promise<Anchored> {
  const read = await Promise.all(given.map((each) => checkpointIn(each, keys)))
  const wrong = read.flatMap((checkpoint, at): readonly Finding[] =>
    checkpoint === null || checkpoint.issuer !== dossier.iss || checkpoint.license !== dossier.sub
      ? [{ code: 'checkpoint-wrong', at: at + 1 }]
      : [],
  )
  const ours = read
    .flatMap((checkpoint) => checkpoint ?? [])
    .filter(({ issuer, license }) => issuer === dossier.iss && license === dossier.sub)
    .toSorted((one, other) => one.events - other.events)
  const held = ours.filter(({ events: n, head }) => hashIn(events[n - 1]) === head)
  // Where its event stands at another place, the chain has told already what is missing before it.
  const there = new Set(events.map(hashIn))
  const others = ours.filter((each) => !held.includes(each) && !there.has(each.head))
  return { findings: [...wrong, ...others.map((each) => againstIt(each, held, events))], held }
}

function againstIt(
  { events: knew, at }: Checkpoint,
  held: readonly Checkpoint[],
  events: readonly unknown[],
): Finding {
  const when = dateText(at)
  if (knew > events.length) return { code: 'tail-dropped', has: events.length, knew, when }
  const before = held.findLast((each) => each.events < knew)?.events ?? 0
  return { code: 'rewritten', from: before + 1, to: knew, when }
}

async function checkpointIn(jwt: string, keys: readonly EvidenceKey[]): Promise<Checkpoint | null> {
  try {
    return await readCheckpoint(
      jwt.trim(),
      keys.map(({ publicKey }) => publicKey),
    )
  } catch {
    return null
  }
}

function erasedIn(value: unknown, at: number): Verdict['erased'] {
  if (!isRecord(value) || !isRecord(value.personal)) return []
  return Object.entries(value.personal)
    .filter(([, kept]) => kept === null)
    .map(([field]) => ({ n: at + 1, field }))
}

function hashIn(value: unknown): string {
  return isRecord(value) ? textOf(value.hash) : ''
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function dateText(at: number): string {
  return Number.isFinite(at) ? inUtc(at) : ''
}
