import type { Instant } from '../license/license.ts'

/** How far two clocks may be apart without either being wrong. */
const tolerance = 60_000
/** For so long an answer corrects a clock that was found wrong; a client that is online asks sooner. */
const corrected = 90_000_000

/** The client's clock. It never runs backwards, but for a server's word. */
export interface Clock {
  /** Now, and not before the latest time seen. */
  read(): Instant
  /** What this machine's clock says, corrected by the last answer; it may lie behind the latest time seen. */
  own(): Instant
  /** A token from the store or from anywhere: it can only raise the latest time seen. */
  seen(at: Instant): void
  /** An answer to this very request: its time is the time, also if that is earlier. */
  answered(at: Instant): void
}

/**
 * The rules of docs/token.md, "The clock", over a machine's clock that may be wrong.
 *
 * @param mark The latest time seen, from the run before.
 */
export function clockFrom(now: () => Instant, mark: Instant): Clock {
  let latest = mark
  let anchor: { readonly own: Instant; readonly at: Instant } | null = null
  const own = () => {
    const machine = now()
    const passed = machine - (anchor?.own ?? machine)
    // A jump means that somebody has set the clock since: it is taken at its word again.
    if (passed < 0 || passed > corrected) anchor = null
    return anchor === null ? machine : anchor.at + passed
  }
  return {
    own,
    read: () => (latest = Math.max(latest, own())),
    seen: (at) => {
      if (at > own() + tolerance) latest = Math.max(latest, at)
    },
    answered: (at) => {
      const machine = now()
      anchor = Math.abs(machine - at) > tolerance ? { own: machine, at } : null
      latest = at
    },
  }
}
