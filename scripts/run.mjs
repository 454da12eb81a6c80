// node scripts/run.mjs DOOR [ARGUMENT…]: builds the doors and goes through one, in this very process, so that signals arrive.
import './check-node.mjs'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [door = 'node', ...rest] = process.argv.slice(2)
const path = join(process.cwd(), 'dist', `${door}.js`)

// After `npm ci --omit=dev` there is no bundler: what was built before is what there is.
if (existsSync('node_modules/rolldown')) {
  const build = ['scripts/build.mjs', '--doors', '--quiet']
  const { status } = spawnSync(process.execPath, build, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
if (!existsSync(path)) {
  console.error(`There is no dist/${door}.js. Please run \`npm ci && npm run build\` first.`)
  process.exit(1)
}

process.argv = [process.execPath, path, ...rest]
await import(pathToFileURL(path).href)
