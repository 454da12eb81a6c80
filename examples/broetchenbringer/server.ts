// node examples/broetchenbringer/server.ts: the bakery's program by itself, beside a license server that runs already.
import { once } from 'node:events'
import { openBakery } from './open-bakery.ts'
import { sandboxClock } from './sandbox.ts'

const {
  LICENSE_SERVER = 'http://localhost:3000',
  LICENSE_KEY,
  PORT,
  BAKERY_DATA,
  SANDBOX,
} = process.env
const isSandbox = SANDBOX === '1'

const bakery = await openBakery({
  directory: BAKERY_DATA ?? 'data/broetchenbringer',
  server: LICENSE_SERVER,
  key: LICENSE_KEY,
  sandbox: isSandbox,
  port: Number(PORT ?? 3001),
  now: isSandbox ? sandboxClock(LICENSE_SERVER, new Date().toISOString()) : Date.now,
})
console.log(`Brötchenbringer: ${bakery.address}, ${bakery.license.mode} (${bakery.license.reason})`)
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
await bakery.stop()
