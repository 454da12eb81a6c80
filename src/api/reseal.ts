import type { JsonRow } from '../export/read-package.ts'
import { Problem } from '../license/problem.ts'
import { hashLicenseKey } from '../token/new-license-key.ts'
import { isRecord } from '../token/record.ts'
import { keyEncryptionKey, seal, unseal, WrongSecret } from '../token/secret.ts'

/** What was sealed on the server that records come from, to be kept here. */
export interface Seals {
  /** How many were sealed anew under this server's own secret. */
  readonly sealedAnew: () => number
  /** The row as it is to be kept, once what is sealed in it has been opened and found to be what it should. */
  readonly licenseKey: (row: JsonRow) => Promise<JsonRow>
  readonly signingKey: (row: JsonRow) => Promise<JsonRow>
  readonly evidenceKey: (row: JsonRow) => Promise<JsonRow>
}

/**
 * @param check what the other server had sealed to know its own secret.
 * @param oldSecret the other server's secret; null if it is the same.
 * @throws Problem other-secret if neither opens it.
 */
export async function sealsOf(
  kek: Uint8Array,
  check: string,
  oldSecret: string | null,
): Promise<Seals> {
  const oldKek = await kekThatOpens(check, kek, oldSecret)
  const isSame = oldKek === kek
  let count = 0
  const kept = async (row: JsonRow, text: string): Promise<JsonRow> => {
    if (isSame) return row
    count += 1
    return { ...row, sealed: await seal(kek, text) }
  }
  return {
    sealedAnew: () => count,
    licenseKey: async (row) => {
      const key = await opened(oldKek, row, 'license_keys')
      if (hashLicenseKey(key) !== row.hash) throw broken(row, 'license_keys')
      return kept(row, key)
    },
    signingKey: async (row) => {
      const text = await opened(oldKek, row, 'signing_keys')
      if (!isPairOf(text, row)) throw broken(row, 'signing_keys')
      return kept(row, text)
    },
    evidenceKey: async (row) => {
      if (row.sealed === null) return row
      const text = await opened(oldKek, row, 'evidence_keys')
      if (!isPairOf(text, row)) throw broken(row, 'evidence_keys')
      return kept(row, text)
    },
  }
}

async function kekThatOpens(
  check: string,
  kek: Uint8Array,
  oldSecret: string | null,
): Promise<Uint8Array> {
  const given = oldSecret === null || oldSecret.trim() === '' ? [] : [keyEncryptionKey(oldSecret)]
  for (const each of [kek, ...given]) if (await opens(each, check)) return each
  throw new Problem('other-secret')
}

async function opens(kek: Uint8Array, sealed: string): Promise<boolean> {
  try {
    await unseal(kek, sealed)
    return true
  } catch (error) {
    if (error instanceof WrongSecret) return false
    throw error
  }
}

async function opened(kek: Uint8Array, row: JsonRow, table: string): Promise<string> {
  try {
    return await unseal(kek, String(row.sealed))
  } catch (error) {
    throw error instanceof WrongSecret ? broken(row, table) : error
  }
}

/** Whether the private half belongs to the public one beside it. */
function isPairOf(text: string, { public_key: half, kid }: JsonRow): boolean {
  const jwk = parsed(text)
  return isRecord(jwk) && isRecord(half) && jwk.x === half.x && half.kid === kid
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function broken({ id, kid }: JsonRow, table: string): Problem {
  const why = 'What is sealed in it is not the key that it says.'
  return new Problem('broken-package', { table, key: id ?? kid, why })
}
