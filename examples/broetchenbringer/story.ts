// npm run story: a sandbox license server, and the bakery's program beside it.
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { makeContract } from './contract.ts'
import type { Contract } from './contract.ts'
import { openBakery } from './open-bakery.ts'
import type { RunningBakery } from './open-bakery.ts'
import { sandboxClock, startSandbox } from './sandbox.ts'
import type { Sandbox } from './sandbox.ts'
import { demo } from './store/people.ts'

const start = '2026-09-28T09:00:00+02:00'
const { LICENSE_PORT = '3000', BAKERY_PORT = '3001' } = process.env

const bold = (text: string) => styleText('bold', text, { stream: process.stdout })
const dim = (text: string) => styleText('dim', text, { stream: process.stdout })
const say = (text = '') => console.log(text)

say(dim('Starting the license server and filling the bakery. This takes a few seconds.'))
const sandbox = await startSandbox(Number(LICENSE_PORT), start)
const directory = await mkdtemp(join(tmpdir(), 'broetchenbringer-'))
try {
  const contract = await makeContract(sandbox)
  const bakery = await openBakery({
    directory,
    server: sandbox.address,
    key: contract.key,
    sandbox: true,
    port: Number(BAKERY_PORT),
    now: sandboxClock(sandbox.address, start),
  })
  tell(sandbox, contract, bakery)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await bakery.stop()
} finally {
  await sandbox.stop()
  await sandbox.remove()
  await rm(directory, { recursive: true, force: true })
}

function tell(sandbox: Sandbox, { license, key }: Contract, bakery: RunningBakery): void {
  const { mode, reason } = bakery.license
  const mark = mode === 'full' ? '●' : '○'
  const row = (name: string, value: string) => say(`  ${name.padEnd(18)}${value}`)
  say(`\n${bold('The bakery')}`)
  row('Brötchenbringer', bold(bakery.address))
  row('sign in as', `${demo.signIn}, ${demo.password}`)
  row(
    'license',
    `${mark} ${mode} (${reason}), until the end of Wed 30 September 2026, renews automatically`,
  )
  say(`\n${bold('The vendor')}`)
  row('license server', bold(sandbox.address))
  row('license key', key)
  row('its clock', 'Mon 28 September 2026, 09:00 (Berlin); it stands still until it is moved')
  say(`\n${bold('The story')}`)
  say('  1  Write an order in the bakery.')
  say('  2  End the renewal, as the supporter does on the telephone:\n')
  say(
    curl('POST', `${sandbox.address}/v1/licenses/${license}/objections`, {
      side: 'vendor',
      channel: 'phone',
    }),
  )
  say('\n  3  Move the clock over midnight:\n')
  say(curl('PUT', `${sandbox.address}/v1/sandbox/clock`, { now: '2026-10-01T00:00:00+02:00' }))
  say(
    '\n  4  Write another order: within two seconds the bakery exports its data and does nothing else.',
  )
  say(dim('\nCtrl+C ends both and throws everything away.'))
}

function curl(method: string, url: string, body: object): string {
  return [
    `     curl -X ${method} ${url} \\`,
    `       -H 'authorization: Bearer ${sandbox.adminToken}' -H 'content-type: application/json' \\`,
    `       -d '${JSON.stringify(body)}'`,
  ].join('\n')
}
