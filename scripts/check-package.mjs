// npm run check:package: what a product would install, looked at from outside.
import './check-node.mjs'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const FOLDER = resolve('dist/sdk')
const TSC = resolve('node_modules/typescript/bin/tsc')
const STRICT = '--noEmit --strict --module nodenext --target es2023 --types'.split(' ')

run('.', process.execPath, 'scripts/build.mjs')
run('.', 'npx', 'publint', '--strict', FOLDER)
run('.', 'npm', 'pack', '--dry-run', FOLDER)

const product = mkdtempSync(join(tmpdir(), 'auszug-product-'))
process.on('exit', () => rmSync(product, { recursive: true, force: true }))

console.log('\nIn an empty folder:')
run(product, 'npm', 'pack', '--silent', FOLDER)
writeFileSync(join(product, 'package.json'), '{ "type": "module" }\n')
run(
  product,
  'npm',
  'install',
  '--silent',
  ...readdirSync(product).filter((it) => it.endsWith('.tgz')),
)
run(product, 'npm', 'ls', '--all')
run(product, 'npm', 'install', '--silent', 'openapi-fetch')

const doors = [
  'client',
  'client/browser',
  'client/testing',
  'client/node',
  'leases',
  'export',
  'api',
].map((door) => `auszug/${door}`)
writeFileSync(
  join(product, 'index.ts'),
  doors.map((door, i) => `import * as it${i} from '${door}'\nvoid it${i}\n`).join(''),
)
run(product, process.execPath, TSC, ...STRICT, '', 'index.ts')
for (const door of doors) {
  const names = `console.log('${door}:', Object.keys(await import('${door}')).join(', '))`
  run(product, process.execPath, '--input-type=module', '--eval', names)
}

/**
 * @param {string} cwd
 * @param {string} program
 * @param {...string} words
 */
function run(cwd, program, ...words) {
  const { status } = spawnSync(program, words, { cwd, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
