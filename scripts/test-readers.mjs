// Reads our exports with the programs that people have, and installs those first (Debian packages, as root). CI calls it
// as `npm run test:readers`.
import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'

const debian = {
  soffice: 'libreoffice-calc',
  sqlite3: 'sqlite3',
  xmllint: 'libxml2-utils',
  unzip: 'unzip',
  psql: 'postgresql-client',
  python3: 'python3',
}
const missing = Object.entries(debian).filter(([program]) => !isThere(program))
if (missing.length > 0) {
  run('apt-get', ['update', '-qq'])
  const packages = missing.map(([, name]) => name)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

run(process.execPath, ['--test', ...globSync('test/readers/*.check.ts')])

/** @param {string} program */
function isThere(program) {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync(program, args, { stdio: 'inherit', env })
}
