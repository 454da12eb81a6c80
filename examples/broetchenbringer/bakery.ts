import type { OpenLicense } from 'auszug/client'
import type { ExportBoard } from './export-board.ts'
import type { Status } from './status.ts'
import type { DatabaseSync } from './store/database.ts'
import type { Person } from './store/people.ts'

/** The program of one bakery. */
export interface Bakery {
  readonly db: DatabaseSync
  /** The database's file, for snapshots and backups. */
  readonly file: string
  readonly license: OpenLicense
  readonly now: () => number | Promise<number>
  readonly exports: ExportBoard
}

/** What every request knows. */
export interface Env {
  Variables: {
    readonly now: number
    /** The bakery's day. */
    readonly today: string
    readonly status: Status
    readonly person: Person | null
  }
}
