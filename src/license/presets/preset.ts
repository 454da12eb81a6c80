/** The limits and customs of a kind of contract, as dated data with its sources: never an `if` in the code. */
export interface Preset {
  readonly code: string
  /** The day on which the facts were last checked, `YYYY-MM-DD`. */
  readonly checkedOn: string
  readonly sources: readonly string[]
  /** Whose nationwide holidays count where a last objection day is no working day; null: weekends only. */
  readonly country: 'DE' | null
  /** How many days before the last objection day a reminder goes out, most first. */
  readonly reminderDays: readonly number[]
  /** The wall-clock time of reminders in the license's zone. */
  readonly reminderTime: string
}
