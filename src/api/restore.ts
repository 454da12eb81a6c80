import type { Deps } from '../deps.ts'
import { PackageError } from '../export/package-error.ts'
import { openPackage } from '../export/read-package.ts'
import type { JsonRow, OpenedPackage } from '../export/read-package.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { checkHistories } from '../store/check-histories.ts'
import { checkLaw } from '../store/check-law.ts'
import { inTransaction } from '../store/database.ts'
import type { Database } from '../store/database.ts'
import { insertRecords } from '../store/insert-records.ts'
import { server } from '../store/kept-tables.ts'
import type { KeptTable } from '../store/kept-tables.ts'
import {
  checkWhole,
  continueFeed,
  forgetSigningKeys,
  keepSandboxClock,
  lockEmpty,
} from '../store/restore.ts'
import { serverRecords } from '../store/server-records.ts'
import { serverPackage } from './export.ts'
import { brokenPackage, recordRows } from './record-rows.ts'
import { aboutTable, packageVersion } from './records-package.ts'
import { sealsOf } from './reseal.ts'
import type { Seals } from './reseal.ts'
import { toInstant } from './schema.ts'

/** What was brought back. */
export interface Restored {
  readonly issuer: string
  /** When the package was made: RFC 3339. */
  readonly madeAt: string
  /** By table. */
  readonly rows: Readonly<Record<string, number>>
  readonly sealedAnew: number
}

/** What a package says of the server that it was made on. */
export interface Origin {
  readonly issuer: string
  readonly sandbox: boolean
  readonly sandboxNow: Instant | null
  readonly secretCheck: string
  readonly madeAt: string
}

/**
 * Brings the records of a server back into one that holds none: all of them, in one transaction, or nothing. The same histories,
 * decisions and keys; the API tokens are those of the new server.
 *
 * @param oldSecret of the server that the records come from, where it was another.
 * @throws Problem not-empty, other-server, other-secret, broken-package
 */
export async function restoreRecords(
  deps: Pick<Deps, 'db' | 'kek' | 'issuer' | 'sandbox' | 'signers'>,
  archive: Blob,
  oldSecret: string | null,
  now: Instant,
): Promise<Restored> {
  const opened = await openServerPackage(archive)
  const origin = await originOf(opened)
  if (origin.issuer !== deps.issuer || origin.sandbox !== deps.sandbox)
    throw new Problem('other-server', {
      needs: { PUBLIC_URL: origin.issuer, sandbox: origin.sandbox },
    })
  const restored = await inTransaction(deps.db, async (trx) => {
    await lockEmpty(trx)
    const seals = await sealsOf(deps.kek, origin.secretCheck, oldSecret)
    await forgetSigningKeys(trx)
    const rows = await insertAll(trx, opened, seals)
    if (origin.sandboxNow !== null) await keepSandboxClock(trx, origin.sandboxNow)
    await checkWhole(trx)
    await checkHistories(trx)
    await checkLaw(trx, now)
    await continueFeed(trx)
    const { issuer, madeAt } = origin
    return { issuer, madeAt, rows, sealedAnew: seals.sealedAnew() }
  })
  deps.signers.reread()
  return restored
}

/** @throws Problem broken-package */
export async function openServerPackage(archive: Blob): Promise<OpenedPackage> {
  try {
    return await openPackage(archive)
  } catch (error) {
    throw error instanceof PackageError ? brokenPackage(error) : error
  }
}

/** @throws Problem broken-package for a package of something else, or of another version. */
export async function originOf(opened: OpenedPackage): Promise<Origin> {
  const about = await onlyRow(opened, aboutTable)
  if (about.kind !== serverPackage || about.version !== packageVersion)
    throw new Problem('broken-package', {
      why: `This is a package of “${String(about.kind)}”, version ${String(about.version)}: wanted is “${serverPackage}”, version ${packageVersion}.`,
    })
  const row = await onlyRow(opened, server)
  const { issuer, sandbox, sandbox_now: sandboxNow, secret_check: secretCheck } = row
  if (typeof issuer !== 'string' || typeof secretCheck !== 'string')
    throw new Problem('broken-package', { table: server.name, why: 'The server had not begun.' })
  return {
    issuer,
    sandbox: sandbox === true,
    sandboxNow: typeof sandboxNow === 'string' ? toInstant(sandboxNow) : null,
    secretCheck,
    madeAt: String(about.made_at),
  }
}

async function onlyRow(opened: OpenedPackage, table: KeptTable): Promise<JsonRow> {
  const all: JsonRow[] = []
  for await (const rows of recordRows(opened, table)) all.push(...rows)
  const [row] = all
  if (row !== undefined && all.length === 1) return row
  throw new Problem('broken-package', { table: table.name, why: 'It has one row, and no other.' })
}

async function insertAll(
  trx: Database,
  opened: OpenedPackage,
  seals: Seals,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of serverRecords) {
    if (table === server) continue
    counts[table.name] = 0
    for await (const rows of recordRows(opened, table)) {
      await insertRecords(trx, table, await resealed(table, rows, seals))
      counts[table.name] = (counts[table.name] ?? 0) + rows.length
    }
  }
  return counts
}

async function resealed(
  { name }: KeptTable,
  rows: readonly JsonRow[],
  seals: Seals,
): Promise<readonly JsonRow[]> {
  if (name === 'license_keys') return Promise.all(rows.map(seals.licenseKey))
  if (name === 'signing_keys') return Promise.all(rows.map(seals.signingKey))
  if (name === 'evidence_keys') return Promise.all(rows.map(seals.evidenceKey))
  return rows
}
