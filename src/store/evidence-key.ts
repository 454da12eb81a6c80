import { sql } from 'kysely'
import { system } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import type { EvidenceKey } from '../token/evidence-key.ts'
import type { PublicKey } from '../token/public-key.ts'
import { seal, unseal } from '../token/secret.ts'
import { signer } from '../token/sign.ts'
import type { Signer } from '../token/sign.ts'
import { newSigningKey } from '../token/signing-key.ts'
import type { PrivateJwk } from '../token/signing-key.ts'
import { json, timestamp } from './column.ts'
import { inTransaction } from './database.ts'
import type { Database } from './database.ts'
import { noteAccess } from './note-access.ts'
import type { By } from './note-access.ts'

/** What evidence is signed with: dossiers, receipts and checkpoints. License keys sign tokens, and nothing of these. */
export interface EvidenceSigner {
  /** The signer of the active key, within the transaction where there is one; a rotation by another process is noticed at once. */
  readonly signer: (db: Database) => Promise<Signer>
}

/** @param kek opens the private half. */
export function openEvidence(kek: Uint8Array): EvidenceSigner {
  const opened = new Map<string, Signer>()
  return {
    async signer(db) {
      const { rows } = await sql<{ kid: string; sealed: string }>`
        select kid, sealed from evidence_keys
        where retired_at is null and revoked_at is null`.execute(db)
      const [active] = rows
      if (active === undefined) throw new TypeError('there is no active evidence key')
      const known = opened.get(active.kid)
      if (known !== undefined) return known
      const sign = await open(db, active.kid, active.sealed, kek)
      opened.set(active.kid, sign)
      return sign
    },
  }
}

/** A key with why it was revoked; null where nobody has said, and while it is not. */
export interface KeptEvidenceKey extends EvidenceKey {
  readonly revokedWhy: string | null
}

/** Every key that has ever been made here, the oldest first. */
export async function listEvidenceKeys(db: Database): Promise<readonly KeptEvidenceKey[]> {
  return db
    .selectFrom('evidence_keys')
    .select([
      'public_key as publicKey',
      'created_at as createdAt',
      'retired_at as retiredAt',
      'revoked_at as revokedAt',
      'revoked_why as revokedWhy',
    ])
    .orderBy('created_at')
    .orderBy('kid')
    .execute()
}

/** Makes the first key, or the one in place of a key that was retired or revoked. */
export async function ensureEvidenceKey(
  db: Database,
  kek: Uint8Array,
  now: Instant,
): Promise<void> {
  if (await hasActive(db)) return
  await inTransaction(db, async (trx) => {
    await lock(trx)
    if (!(await hasActive(trx))) await addKey(trx, kek, now)
  })
}

/** A new key signs from now on. The private half of the one before goes: nothing can be dated back with it. */
export function rotateEvidenceKey(
  db: Database,
  kek: Uint8Array,
  by: By,
  now: Instant,
): Promise<void> {
  return inTransaction(db, async (trx) => {
    await lock(trx)
    const { rows } = await sql<{ kid: string }>`
      update evidence_keys set retired_at = ${timestamp(now)}, sealed = null
      where retired_at is null and revoked_at is null
      returning kid`.execute(trx)
    const { kid } = await addKey(trx, kek, now)
    const former = rows.map((each) => each.kid)
    await noteAccess(trx, 'evidence_key.rotated', kid, { former }, by, now)
  })
}

/**
 * Revokes a leaked key, which stays published with that date; if it signs, a new one does from now on. Revoking it again changes
 * nothing.
 *
 * @param reason why; null where nobody has said.
 * @returns false if there is no such key.
 */
export function revokeEvidenceKey(
  db: Database,
  kek: Uint8Array,
  { kid, reason }: { readonly kid: string; readonly reason: string | null },
  by: By,
  now: Instant,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await lock(trx)
    const { rows } = await sql`
      update evidence_keys
      set revoked_at = ${timestamp(now)}, revoked_why = ${reason}, sealed = null
      where kid = ${kid} and revoked_at is null returning kid`.execute(trx)
    if (rows.length === 0) return isKnown(trx, kid)
    await noteAccess(trx, 'evidence_key.revoked', kid, { reason }, by, now)
    await ensureEvidenceKey(trx, kek, now)
    return true
  })
}

async function hasActive(db: Database): Promise<boolean> {
  const { rows } = await sql`
    select from evidence_keys where retired_at is null and revoked_at is null`.execute(db)
  return rows.length > 0
}

async function isKnown(trx: Database, kid: string): Promise<boolean> {
  const { rows } = await sql`select from evidence_keys where kid = ${kid}`.execute(trx)
  return rows.length > 0
}

/** Two that start or rotate at once make one key after the other. */
async function lock(trx: Database): Promise<void> {
  await trx.selectFrom('server').select('sandbox').forUpdate().execute()
}

async function addKey(trx: Database, kek: Uint8Array, now: Instant): Promise<PublicKey> {
  const { publicKey, privateJwk } = await newSigningKey('Ed25519')
  await trx
    .insertInto('evidence_keys')
    .values({
      kid: publicKey.kid,
      public_key: json(publicKey),
      sealed: await seal(kek, JSON.stringify(privateJwk)),
      created_at: timestamp(now),
      retired_at: null,
      revoked_at: null,
      revoked_why: null,
    })
    .execute()
  await noteAccess(trx, 'evidence_key.made', publicKey.kid, {}, system, now)
  return publicKey
}

async function open(db: Database, kid: string, sealed: string, kek: Uint8Array): Promise<Signer> {
  const { public_key: publicKey } = await db
    .selectFrom('evidence_keys')
    .select('public_key')
    .where('kid', '=', kid)
    .executeTakeFirstOrThrow()
  const privateJwk: PrivateJwk = JSON.parse(await unseal(kek, sealed))
  return signer({ publicKey, privateJwk })
}
