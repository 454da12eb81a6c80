import { foreseeDue } from '../clock/settle-due.ts'
import type { Settled } from '../clock/settle-due.ts'
import { tick } from '../clock/tick.ts'
import { firstMoment, inUtc, instantOf, isDate } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import { CommandError, optionText } from './command.ts'
import type { Invocation } from './command.ts'
import { writtenDate } from './dates.ts'
import { visitHouse } from './house.ts'
import { progress } from './progress.ts'
import { answered, serverNamed } from './remote.ts'
import { columns, markOf } from './terminal.ts'

/** `auszug settle [--dry-run] [--as-of DATE] [--server URL]`: records what the clock has made true, or lists what would be. */
export async function settleCommand(invocation: Invocation): Promise<void> {
  const { options, terminal, json } = invocation
  const dryRun = options['dry-run'] === true
  const asOf = optionText(invocation, 'as-of')
  if (asOf !== undefined && !dryRun) throw new CommandError('--as-of goes with --dry-run.')
  const asked = asOf === undefined ? null : instantFrom(asOf)
  const server = serverNamed(invocation)
  const { renewed, ended, failed, transitions, failures } = await progress(
    'Looking at what is due',
    async () =>
      server === null ? settledHere(invocation, dryRun, asked) : settledBy(server, dryRun, asked),
  )
  if (json) return terminal.write(JSON.stringify({ renewed, ended, failed, transitions }))
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
  for (const { license, error } of failures)
    terminal.write(`${terminal.paint('red', '×')} ${license}  ${error}`)
}

/** What is told of a settlement, here or by a server. */
interface Told extends Pick<Settled, 'renewed' | 'ended' | 'failed'> {
  readonly transitions: readonly {
    readonly license: string
    readonly kind: 'renewed' | 'ended'
    readonly on: string
  }[]
  readonly failures: readonly { readonly license: string; readonly error: string }[]
}

/** In the database itself. */
async function settledHere(
  { config }: Invocation,
  dryRun: boolean,
  asked: Instant | null,
): Promise<Told> {
  const house = await visitHouse(config)
  try {
    const at = asked ?? (await house.deps.now())
    return dryRun
      ? await foreseeDue(house.deps.db, at)
      : await tick(house.deps.db, at, { asked: true })
  } finally {
    await house.close()
  }
}

/** By a running server; why it set a license aside stands in its own log. */
async function settledBy(
  server: NonNullable<ReturnType<typeof serverNamed>>,
  dryRun: boolean,
  asked: Instant | null,
): Promise<Told> {
  const as_of = asked === null ? {} : { as_of: inUtc(asked) }
  const body = { dry_run: dryRun, ...as_of }
  const settled = await answered(server.POST('/v1/settlements', { body }))
  return { ...settled, failures: [] }
}

/** A day means its first moment in UTC. */
function instantFrom(text: string): Instant {
  const at = isDate(text) ? firstMoment(text, 'UTC') : instantOf(text)
  if (at === null) throw new CommandError('--as-of is a day (2026-10-01) or an RFC 3339 instant.')
  return at
}
