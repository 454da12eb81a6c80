import { issueLicense, licenseBody } from '../api/licenses.ts'
import { misfitsFrom } from '../api/misfits.ts'
import { licenseOnWire } from '../api/wire.ts'
import { Problem } from '../license/problem.ts'
import { optionText, required } from './command.ts'
import type { Invocation } from './command.ts'
import { city, writtenDate } from './dates.ts'
import { visitHouse } from './house.ts'
import { markOf } from './terminal.ts'

/** `auszug issue --plan CODE --customer ID --time-zone ZONE [--starts-on DAY] [--ends-on DAY]`: issues a license with its key. */
export async function issueCommand(invocation: Invocation): Promise<void> {
  const { config, terminal, json } = invocation
  const body = licenseBody.safeParse({
    plan: required(invocation, 'plan'),
    customer: required(invocation, 'customer'),
    time_zone: required(invocation, 'time-zone'),
    starts_on: optionText(invocation, 'starts-on'),
    ends_on: optionText(invocation, 'ends-on'),
  })
  if (!body.success) throw new Problem('unfit', { errors: misfitsFrom(body.error) })
  const house = await visitHouse(config)
  try {
    const now = await house.deps.now()
    const { license, key } = await issueLicense(
      house.deps,
      body.data,
      { id: 'cli', role: 'admin' },
      now,
    )
    const { term, objection, decision, time_zone } = licenseOnWire(license, now, 0)
    if (json) {
      terminal.write(JSON.stringify({ ...licenseOnWire(license, now, 0), key }))
      return
    }
    terminal.write(
      `${markOf(terminal, decision.mode)} ${license.id}  ${decision.mode} (${decision.reason})`,
    )
    if (term?.ends_on)
      terminal.write(
        `  first term   to the end of ${writtenDate(term.ends_on)} (${city(time_zone)})`,
      )
    if (objection?.last_day)
      terminal.write(`  objections   in time until the end of ${writtenDate(objection.last_day)}`)
    terminal.write(`  key          ${key}`)
  } finally {
    await house.close()
  }
}
