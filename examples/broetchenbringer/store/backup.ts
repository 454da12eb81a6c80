import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { atomically, count, pragma, run } from './database.ts'
import { applicationId, bakeryTables, schemaVersion } from './schema.ts'

/** The whole file, without the passwords and secrets of this installation. It is written aside when the first byte is asked for. */
export function backupOf(db: DatabaseSync): ReadableStream<Uint8Array> {
  return ReadableStream.from(
    (async function* () {
      const directory = await mkdtemp(join(tmpdir(), 'broetchenbringer-'))
      const path = join(directory, 'backup.sqlite')
      try {
        run(db, 'vacuum into ?', path)
        const copy = new DatabaseSync(path)
        copy.exec('delete from settings; delete from people; delete from license_history; vacuum')
        copy.close()
        for await (const chunk of createReadStream(path))
          if (chunk instanceof Uint8Array) yield chunk
      } finally {
        await rm(directory, { recursive: true, force: true })
      }
    })(),
  )
}

/** Whether nothing has been entered yet, so that a backup overwrites nothing. */
export function isEmptyHouse(db: DatabaseSync): boolean {
  return count(db, 'select count(*) as n from customers') === 0
}

/**
 * Puts a backup into an empty installation. All of it or nothing.
 *
 * @returns a sentence about what is wrong with the file; null if nothing is.
 */
export function restoreFrom(db: DatabaseSync, path: string): string | null {
  if (!isEmptyHouse(db)) return 'Hier sind schon Daten; eine Sicherung würde sie überschreiben.'
  const fault = faultOf(path)
  if (fault !== null) return fault
  run(db, 'attach ? as backup', path)
  try {
    atomically(db, () => {
      for (const name of bakeryTables.toReversed()) db.exec(`delete from main.${name}`)
      for (const name of bakeryTables)
        db.exec(`insert into main.${name} select * from backup.${name}`)
    })
  } finally {
    db.exec('detach backup')
  }
  return null
}

/** A file from outside is looked at before anything of it is used: whose it is, its version, that it is whole, and that it holds tables only. */
function faultOf(path: string): string | null {
  try {
    const file = new DatabaseSync(path, { readOnly: true })
    try {
      file.exec('pragma trusted_schema = off')
      if (pragma(file, 'application_id') !== applicationId)
        return 'Die Datei ist keine Sicherung von Brötchenbringer.'
      if (pragma(file, 'user_version') !== schemaVersion)
        return 'Die Sicherung stammt aus einer anderen Fassung von Brötchenbringer.'
      const odd =
        "select count(*) as n from sqlite_schema where type in ('view', 'trigger') or sql like 'create virtual%'"
      const check = file.prepare('pragma integrity_check').get()
      return count(file, odd) > 0 || check?.integrity_check !== 'ok'
        ? 'Die Sicherung ist beschädigt.'
        : null
    } finally {
      file.close()
    }
  } catch {
    return 'Die Datei ist keine Sicherung von Brötchenbringer.'
  }
}
