import { foreseeDue } from '../clock/settle-due.ts'
import { tick } from '../clock/tick.ts'
import { firstMoment, instantOf, isDate } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import { CommandError, optionText } from './command.ts'
import type { Invocation } from './command.ts'
import { writtenDate } from './dates.ts'
import { visitHouse } from './house.ts'
import { progress } from './progress.ts'
import { columns, markOf } from './terminal.ts'

/** `auszug settle [--dry-run] [--as-of DATE]`: records what the clock has made true, or lists what would be. */
export async function settleCommand(invocation: Invocation): Promise<void> {
  const { config, options, terminal, json } = invocation
  const dryRun = options['dry-run'] === true
  const asOf = optionText(invocation, 'as-of')
  if (asOf !== undefined && !dryRun) throw new CommandError('--as-of goes with --dry-run.')
  const asked = asOf === undefined ? null : instantFrom(asOf)
  const house = await visitHouse(config)
  try {
    const at = asked ?? (await house.deps.now())
    const settled = await progress('Looking at what is due', () =>
      dryRun ? foreseeDue(house.deps.db, at) : tick(house.deps.db, at, { asked: true }),
    )
    const { renewed, ended, failed, transitions } = settled
    if (json) {
      terminal.write(JSON.stringify({ renewed, ended, failed, transitions }))
      return
    }
    terminal.write(
      `${dryRun ? 'Would be recorded' : 'Recorded'}: ${renewed} renewed, ${ended} ended, ${failed} set aside.`,
    )
    const rows = transitions.map(({ license, kind, on }) => [
      kind === 'renewed' ? 'renews after' : 'ends after',
      writtenDate(on),
      license,
    ])
    columns(rows).forEach((line, n) =>
      terminal.write(
        `${markOf(terminal, transitions[n]?.kind === 'ended' ? 'export-only' : 'full')} ${line}`,
      ),
    )
    for (const { license, error } of settled.failures)
      terminal.write(`${terminal.paint('red', '×')} ${license}  ${error}`)
  } finally {
    await house.close()
  }
}

/** A day means its first moment in UTC. */
function instantFrom(text: string): Instant {
  const at = isDate(text) ? firstMoment(text, 'UTC') : instantOf(text)
  if (at === null) throw new CommandError('--as-of is a day (2026-10-01) or an RFC 3339 instant.')
  return at
}
