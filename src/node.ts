import { schedule } from 'node-cron'
import { parseArgs } from 'node:util'
import { openMeter } from './api/meter.ts'
import { createApp } from './app.ts'
import { clientAddress } from './cli/client-address.ts'
import { fail } from './cli/fail.ts'
import { openHouse } from './cli/house.ts'
import { listen, socketAddress } from './cli/listen.ts'
import { terminalOn } from './cli/terminal.ts'
import { welcome } from './cli/welcome.ts'
import { beat, deliver } from './clock/beat.ts'
import { configFrom } from './config.ts'
import type { Config } from './config.ts'
import type { Deps, LogEntry } from './deps.ts'
import { sendBySocket } from './outbox/by-socket.ts'
import { openTraces } from './trace/traces.ts'

// The Node door, `node dist/node.js [--sandbox] [--json]`; `auszug serve` goes through it too.

const options = { sandbox: { type: 'boolean' }, json: { type: 'boolean' } } as const

try {
  const { values } = parseArgs({ options, allowPositionals: true })
  const config = configFrom(values.sandbox === true ? { AUSZUG_SANDBOX: '1' } : {})
  await serve(config, values.json === true)
} catch (error) {
  fail(error)
}

/** Opens the house, listens, lets the clock beat, and runs until it is told to stop; what was asked by then is answered. */
async function serve(config: Config, json: boolean): Promise<void> {
  const addressOf = clientAddress(config.trustedProxies)
  const meter = openMeter()
  const traces = config.tracesTo === null ? null : await openTraces(config.tracesTo)
  const { deps, firstAdminToken, firstAdminLink, close } = await openHouse(config, {
    meter,
    follow: traces?.follow,
    onStatement: traces?.onStatement,
    log: (entry) => {
      meter.note(entry)
      log(entry)
    },
    sendWebhook: sendBySocket(config.webhookAllow),
    addressOf: (request, env) =>
      addressOf(socketAddress(env), request.headers.get('x-forwarded-for')),
  })
  try {
    const socket = await listen(createApp(deps), config)
    const clock = startClock(deps)
    const shown = config.adminToken === null ? firstAdminToken : null
    welcome(
      terminalOn(process.stdout),
      config,
      {
        address: socket.address,
        firstAdminToken: shown,
        firstAdminLink,
        issuer: deps.issuer,
        sandbox: deps.sandbox,
      },
      json,
    )
    await toldToStop()
    await socket.stop()
    await clock.stop()
  } finally {
    await close()
    await traces?.close()
  }
}

function log(entry: LogEntry): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`)
}

/** A second signal is not waited for: it ends the process as it would have without us. */
function toldToStop(): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve).once('SIGINT', resolve)
  })
}

/**
 * Beats every minute, and between the beats takes out of the house what waits, each time after the other is done. A sandbox's clock
 * beats when it is moved.
 */
function startClock(deps: Deps): { readonly stop: () => Promise<void> } {
  const beating = deps.sandbox ? null : every('* * * * *', () => beat(deps))
  const delivering = every(deps.sandbox ? '* * * * * *' : '*/5 * * * * *', () => deliver(deps))
  return {
    stop: async () => {
      await beating?.stop()
      await delivering.stop()
    },
  }
}

function every(times: string, work: () => Promise<void>): { readonly stop: () => Promise<void> } {
  let working = Promise.resolve()
  const task = schedule(times, () => (working = work()), { noOverlap: true })
  return {
    stop: async () => {
      await task.destroy()
      await working
    },
  }
}
