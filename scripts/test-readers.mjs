// Reads our exports and backups with the programs that people have, and installs those first (Debian packages, as root). CI calls it
// as `npm run test:readers`. Where they cannot be had, as without a network, nothing is checked: it says so in one line and
// ends with 69, by which CI knows that from a failure.
import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'

const debian = {
  soffice: 'libreoffice-calc',
  sqlite3: 'sqlite3',
  xmllint: 'libxml2-utils',
  unzip: 'unzip',
  psql: 'postgresql-client',
  pg_createcluster: 'postgresql',
  python3: 'python3',
}
const missing = Object.entries(debian).filter(([program]) => !isThere(program))
if (missing.length > 0) install(missing.map(([, name]) => name))

try {
  run(process.execPath, ['--test', ...globSync('test/readers/*.check.ts')])
} catch {
  process.exit(1)
}

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
 * Only what keeps the lists of packages from being read is excused: a package that is not in them is a fault of this file.
 *
 * @param {string[]} packages
 */
function install(packages) {
  try {
    const once = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=30']
    run('apt-get', ['update', '-qq', '-o', 'APT::Update::Error-Mode=any', ...once])
  } catch {
    console.log(`READERS NOT RUN: apt-get cannot be asked for ${packages.join(', ')}.`)
    process.exit(69)
  }
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  // Without a locale of UTF-8 unzip warns of names that are no ASCII, and says so by its exit code.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' }
  execFileSync(program, args, { stdio: 'inherit', env })
}
