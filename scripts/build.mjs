// npm run build: the doors (dist/node.js, dist/cli.js, dist/worker.js) and the SDK with its own manifest (dist/sdk).
// `--doors` makes what `npm start` and `npm run demo` need, `--worker` what wrangler runs, `--quiet` says only what is wrong.
import './check-node.mjs'
import { parseArgs } from 'node:util'

const { values: options } = parseArgs({
  options: { doors: { type: 'boolean' }, worker: { type: 'boolean' }, quiet: { type: 'boolean' } },
})
const say = options.quiet ? () => {} : console.log

// Only now, since an old Node shall hear the sentence of check-node and not a syntax error.
const { bundleDoor } = await import('./build-doors.mjs')
const { buildSdk } = await import('./build-sdk.mjs')

process.on('uncaughtException', (error) => {
  console.error(`The build failed. ${error.message}`)
  process.exit(1)
})

/** @type {import('./build-doors.mjs').Door[]} */
const forNode = options.worker ? [] : ['node', 'cli']
/** @type {import('./build-doors.mjs').Door[]} */
const forWorkers = options.doors ? [] : ['worker']
for (const door of [...forNode, ...forWorkers]) say(await bundleDoor(door))
if (!options.doors && !options.worker) say(await buildSdk())
