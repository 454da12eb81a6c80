// npm run dev: builds src/node.ts at every change and starts the server anew. Further arguments are the server's.
import './check-node.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'

const { bundleDoor } = await import('./build-doors.mjs')

/** @type {import('node:child_process').ChildProcess | undefined} */
let server
/** @type {Promise<unknown>} */
let turn = Promise.resolve()
/** @type {NodeJS.Timeout | undefined} */
let soon

async function restart() {
  try {
    await bundleDoor('node')
  } catch (error) {
    console.error(error)
    return
  }
  await stop()
  server = spawn(process.execPath, ['dist/node.js', ...process.argv.slice(2)], { stdio: 'inherit' })
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  server.kill('SIGTERM')
  await once(server, 'exit')
}

for (const folder of ['src', 'migrations'])
  watch(folder, { recursive: true }, () => {
    clearTimeout(soon)
    soon = setTimeout(() => {
      turn = turn.then(restart)
    }, 100)
  })
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void turn.then(stop).then(() => process.exit(0)))

turn = turn.then(restart)
