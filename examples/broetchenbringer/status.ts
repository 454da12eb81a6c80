import type { OpenLicense, Standing } from 'auszug/client'
import { z } from 'zod'
import { dayOf, daysBetween, longDay, many, writtenDay } from './german.ts'
import { one, run } from './store/database.ts'
import type { DatabaseSync } from './store/database.ts'

/** What a page says about the license. */
export interface Status {
  readonly mark: 'full' | 'ends' | 'export-only'
  /** Two or three words for the corner of each page. */
  readonly short: string
  /** One sentence; empty as long as there is nothing to say. */
  readonly sentence: string
  /** What helps, if anything does. */
  readonly next: { readonly text: string; readonly at: string } | null
}

/** How far ahead an end is announced on every page. */
const announcedDays = 60

/**
 * What the license allows now, in the user's words.
 *
 * @param since the day on which the program became export-only, where the license itself does not tell.
 */
export function statusOf(standing: Standing, now: number, since: string): Status {
  if (standing.mode === 'export-only') return restricted(standing, now, since)
  const last = lastDay(standing)
  const days = last === null ? Infinity : daysBetween(dayOf(now), last)
  if (last === null || !doesEnd(standing))
    return { mark: 'full', short: 'Lizenz gültig', sentence: '', next: null }
  const left = days === 0 ? 'heute ist der letzte Tag' : `noch ${many(days, 'Tag', 'Tage')}`
  return {
    mark: 'ends',
    short: `Endet am ${writtenDay(last)}`,
    sentence:
      days > announcedDays
        ? ''
        : `Ihre Lizenz läuft bis zum Ende des ${writtenDay(last)} (${left}); danach exportiert Brötchenbringer Ihre Daten, und alles andere ist abgeschaltet.`,
    next: null,
  }
}

/** The last day of the term; null where it has no end. */
export function lastDay({ term }: Pick<Standing, 'term'>): string | null {
  return term?.endsAt == null ? null : dayOf(term.endsAt - 1)
}

function doesEnd({ renewal, reason }: Standing): boolean {
  return reason !== 'in_leeway' && (renewal === null || renewal.ends || !renewal.automatic)
}

function restricted(standing: Standing, now: number, since: string): Status {
  const { term, reason } = standing
  const isOver = reason === 'ended' && term?.endsAt != null && term.endsAt <= now
  const from = isOver && term.endsAt != null ? dayOf(term.endsAt) : since
  return {
    mark: 'export-only',
    short: 'Nur Export',
    sentence: `Seit ${longDay(from)}, exportiert Brötchenbringer Ihre Daten und tut sonst nichts, ${because(standing)}.`,
    next: next[reason] ?? null,
  }
}

function because(standing: Standing): string {
  const last = lastDay(standing)
  if (standing.reason === 'ended' && last !== null)
    return `weil Ihre Lizenz mit dem Ende des ${writtenDay(last)} geendet hat`
  return reasons[standing.reason] ?? 'weil Ihre Lizenz hier nicht geprüft werden kann'
}

const reasons: Readonly<Record<string, string>> = {
  ended: 'weil Ihre Lizenz geendet hat',
  terminated: 'weil Ihre Lizenz gekündigt ist',
  suspended: 'weil Ihre Lizenz gesperrt ist',
  not_started: 'weil Ihre Lizenz noch nicht begonnen hat',
  unlicensed: 'weil hier kein Lizenzschlüssel eingetragen ist',
  stale: 'weil Ihre Lizenz seit längerem nicht geprüft werden konnte',
  clock: 'weil die Uhr dieses Rechners falsch geht',
  no_seat: 'weil alle Plätze Ihrer Lizenz belegt sind',
  wrong_machine: 'weil die gespeicherte Lizenz zu einem anderen Rechner gehört',
}

const enterKey = { text: 'Lizenzschlüssel eintragen', at: '/license' }
const next: Readonly<Record<string, Status['next']>> = {
  unlicensed: enterKey,
  wrong_machine: enterKey,
  invalid_token: enterKey,
  store_unreadable: enterKey,
  stale: { text: 'Jetzt prüfen', at: '/license' },
  no_seat: { text: 'Zur Lizenz', at: '/license' },
}

const entry = z.object({ mode: z.string(), reason: z.string(), changed_at: z.string() })

export type HistoryEntry = z.infer<typeof entry>

/** Notes down what has changed since the last look. */
export function recordStanding(db: DatabaseSync, license: OpenLicense, now: number): void {
  const { mode, reason } = license
  const last = one(db, entry, 'select * from license_history order by id desc limit 1')
  if (last?.mode === mode && last.reason === reason) return
  const sql = 'insert into license_history (changed_at, mode, reason) values (?, ?, ?)'
  run(db, sql, new Date(now).toISOString(), mode, reason)
}

/** The day since which there was nothing but the export, whatever the reasons were meanwhile. */
export function restrictedSince(db: DatabaseSync, now: number): string {
  const sql = `select * from license_history where mode = 'export-only'
    and id > coalesce((select max(id) from license_history where mode = 'full'), 0) order by id limit 1`
  return dayOf(Date.parse(one(db, entry, sql)?.changed_at ?? new Date(now).toISOString()))
}
