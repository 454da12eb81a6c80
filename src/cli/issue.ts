import { issueLicense, licenseBody } from '../api/license-body.ts'
import { misfitsFrom } from '../api/misfits.ts'
import { licenseOnWire } from '../api/wire.ts'
import { Problem } from '../license/problem.ts'
import { optionText, required } from './command.ts'
import type { Invocation } from './command.ts'
import { city, writtenDate } from './dates.ts'
import { visitHouse } from './house.ts'
import { answered, serverNamed } from './remote.ts'
import { markOf } from './terminal.ts'

/**
 * `auszug issue --plan CODE --customer ID --time-zone ZONE [--starts-on DAY] [--ends-on DAY] [--server URL]`: issues a license with its
 * key.
 */
export async function issueCommand(invocation: Invocation): Promise<void> {
  const { terminal, json } = invocation
  const startsOn = optionText(invocation, 'starts-on')
  const endsOn = optionText(invocation, 'ends-on')
  const asked = {
    plan: required(invocation, 'plan'),
    customer: required(invocation, 'customer'),
    time_zone: required(invocation, 'time-zone'),
    ...(startsOn !== undefined && { starts_on: startsOn }),
    ...(endsOn !== undefined && { ends_on: endsOn }),
  }
  const server = serverNamed(invocation)
  const issued =
    server === null
      ? await issuedHere(invocation, asked)
      : await answered(server.POST('/v1/licenses', { body: asked }))
  if (json) return terminal.write(JSON.stringify(issued))
  const { id, term, objection, decision, time_zone, key } = issued
  terminal.write(`${markOf(terminal, decision.mode)} ${id}  ${decision.mode} (${decision.reason})`)
  if (term?.ends_on)
    terminal.write(`  first term   to the end of ${writtenDate(term.ends_on)} (${city(time_zone)})`)
  if (objection?.last_day)
    terminal.write(`  objections   in time until the end of ${writtenDate(objection.last_day)}`)
  terminal.write(`  key          ${key}`)
}

/** In the database itself. */
async function issuedHere({ config }: Invocation, asked: object) {
  const body = licenseBody.safeParse(asked)
  if (!body.success) throw new Problem('unfit', { errors: misfitsFrom(body.error) })
  const house = await visitHouse(config)
  try {
    const now = await house.deps.now()
    const by = { id: 'cli', role: 'admin' } as const
    const { license, key } = await issueLicense(house.deps, body.data, by, now)
    return { ...licenseOnWire(license, now, 0), key }
  } finally {
    await house.close()
  }
}
