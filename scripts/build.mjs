// npm run build: the doors (dist/node.js, dist/cli.js, dist/worker.js) and the SDK with its own manifest (dist/sdk).
// `--doors` makes what `npm start` and `npm run demo` need, `--worker` what wrangler runs, `--quiet` says only what is wrong.
import './check-node.mjs'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({
  options: { doors: { type: 'boolean' }, worker: { type: 'boolean' }, quiet: { type: 'boolean' } },
})
const say = options.quiet ? () => {} : console.log

// Only now, since an old Node shall hear the sentence of check-node and not a syntax error.
const { bundleDoor } = await import('./build-doors.mjs')
const { buildSdk, SDK } = await import('./build-sdk.mjs')

process.on('uncaughtException', (error) => {
  console.error(`The build failed. ${error.message}`)
  process.exit(1)
})

/** @type {import('./build-doors.mjs').Door[]} */
const forNode = options.worker ? [] : ['node', 'cli']
/** @type {import('./build-doors.mjs').Door[]} */
const forWorkers = options.doors ? [] : ['worker']
for (const door of [...forNode, ...forWorkers]) {
  if (existsSync(`src/${door}.ts`)) say(await bundleDoor(door))
  else console.warn(`src/${door}.ts does not exist yet: no dist/${door}.js.`)
}

if (!options.doors && !options.worker) {
  const missing = Object.values(SDK).filter((path) => !existsSync(path))
  if (missing.length === 0) say(await buildSdk())
  else console.warn(`${missing.join(', ')}: do not exist yet, so no dist/sdk.`)
}
