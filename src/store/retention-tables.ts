import type { CalendarDate, Period } from '../license/license.ts'
import type { RetentionClass } from '../license/retention.ts'
import type { Timestamp } from './column.ts'

/** How long a class is kept, where an admin has said so. */
export interface RetentionPeriodTable {
  class: RetentionClass
  /** Null for ever. */
  period: Period | null
  changed_at: Timestamp
  /** The opaque id of who said so. */
  changed_by: string
}

/** What was erased of a class on a day. */
export interface RetentionRunTable {
  class: RetentionClass
  day: CalendarDate
  erased: number
  reached: string
  finished: boolean
}
