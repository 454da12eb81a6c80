import { createHash, createHmac, createPublicKey, verify } from 'node:crypto'

// Written from docs/dossier.md alone: it shares no line with the product, and takes node:crypto where that takes WebCrypto.

interface Payload {
  readonly iss: string
  readonly sub: string
  readonly checkpoint: string
  readonly events: readonly Event[]
}

interface Event {
  readonly n: number
  readonly license: string
  readonly previous_hash: string | null
  readonly hash: string
  readonly data: { readonly personal?: Readonly<Record<string, string>> }
  readonly personal: Readonly<Record<string, { value: string; salt: string } | null>>
}

interface Jwk {
  readonly kid: string
  readonly kty: string
  readonly crv: string
  readonly x: string
}

/** The first thing that does not hold, in words; null if all does. */
export function foreignVerdict(
  file: string,
  keys: readonly Jwk[],
  checkpoints: readonly string[] = [],
): string | null {
  const payload = signedBy<Payload>(file, 'vnd.auszug.dossier+jwt', keys)
  if (payload === null) return 'the signature'
  const { events, iss, sub } = payload
  let before: string | null = null
  for (const [at, event] of events.entries()) {
    const name = `event ${at + 1}`
    if (event.n !== at + 1 || event.license !== sub) return name
    if (event.previous_hash !== before || hashOf(event) !== event.hash) return name
    if (!textsHold(event)) return `a text of ${name}`
    before = event.hash
  }
  for (const each of [payload.checkpoint, ...checkpoints]) {
    const point = signedBy<Checkpoint>(each, 'vnd.auszug.checkpoint+jwt', keys)
    if (point === null || point.iss !== iss || point.sub !== sub) return 'a checkpoint'
    if (events[point.events - 1]?.hash !== point.head) return `the events up to ${point.events}`
  }
  return null
}

interface Checkpoint {
  readonly iss: string
  readonly sub: string
  readonly events: number
  readonly head: string
}

function signedBy<T>(jws: string, typ: string, keys: readonly Jwk[]): T | null {
  const [head = '', body = '', signature = ''] = jws.split('.')
  const header: { alg: string; typ: string; kid: string } = JSON.parse(text(head))
  const key = keys.find(({ kid }) => kid === header.kid)
  if (header.alg !== 'Ed25519' || header.typ !== typ || key === undefined) return null
  const { kty, crv, x } = key
  const publicKey = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
  const isGood = verify(
    null,
    Buffer.from(`${head}.${body}`),
    publicKey,
    Buffer.from(signature, 'base64url'),
  )
  return isGood ? JSON.parse(text(body)) : null
}

function text(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8')
}

const hashed = ['license', 'type', 'occurred_at', 'recorded_at', 'actor', 'data', 'previous_hash']

function hashOf(event: object): string {
  const seven = Object.entries(event).filter(([name]) => hashed.includes(name))
  const bytes = sorted(Object.fromEntries(seven))
  return createHash('sha256').update(bytes).digest('base64url')
}

/** Canonical JSON: what JSON.stringify writes, with the members in order. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

function textsHold({ data, personal }: Event): boolean {
  const committed = data.personal ?? {}
  const names = [...new Set([...Object.keys(committed), ...Object.keys(personal)])]
  return names.every((name) => {
    const shown = personal[name]
    if (shown === undefined || committed[name] === undefined) return false
    if (shown === null) return true
    const key = Buffer.from(shown.salt, 'base64url')
    return createHmac('sha256', key).update(shown.value).digest('base64url') === committed[name]
  })
}
