import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const HOUSE = join(import.meta.dirname, '..')

/** A file, what is wrong in it, and the rule that must say so. */
const BREACHES = [
  ['src/license/a.ts', `import 'kysely'`, 'boundaries(dependencies)'],
  ['src/license/b.ts', `import type { Context } from 'hono'`, 'boundaries(dependencies)'],
  ['src/license/c.ts', `import 'node:crypto'`, 'boundaries(dependencies)'],
  ['src/license/d.ts', `import '../store/fine.ts'`, 'boundaries(dependencies)'],
  ['src/license/e.ts', `export const now = Date.now()`, 'eslint(no-restricted-properties)'],
  ['src/license/f.ts', `export const now = new Date()`, 'law(no-clock)'],
  ['src/license/g.ts', `export const now = Date()`, 'law(no-clock)'],
  ['src/license/h.ts', `export const luck = Math.random()`, 'eslint(no-restricted-properties)'],
  ['src/license/i.ts', `export const now = performance.now()`, 'eslint(no-restricted-properties)'],
  [
    'src/license/j.ts',
    `export const n = Temporal.Now.instant()`,
    'eslint(no-restricted-properties)',
  ],
  [
    'src/license/decide.ts',
    `import { Temporal } from 'temporal-polyfill'`,
    'boundaries(dependencies)',
  ],
  ['src/license/capability.ts', `import './calendar.ts'`, 'boundaries(dependencies)'],
  ['src/license/one.ts', `export * from './two.ts'`, 'import(no-cycle)'],
  ['src/token/a.ts', `import '../store/fine.ts'`, 'boundaries(dependencies)'],
  ['src/store/a.ts', `import '../api/fine.ts'`, 'boundaries(dependencies)'],
  ['src/store/b.ts', `import 'node:fs'`, 'boundaries(dependencies)'],
  ['src/outbox/a.ts', `import '../token/verify.ts'`, 'boundaries(dependencies)'],
  ['src/clock/a.ts', `import '../api/fine.ts'`, 'boundaries(dependencies)'],
  ['src/clock/b.ts', `import 'node-cron'`, 'boundaries(dependencies)'],
  ['src/api/a.ts', `import 'pg'`, 'boundaries(dependencies)'],
  ['src/api/otel.ts', `import '@opentelemetry/api'`, 'boundaries(dependencies)'],
  ['src/cli/o.ts', `import '@opentelemetry/api'`, 'boundaries(dependencies)'],
  ['src/api/b.ts', `import '../clock/fine.ts'`, 'boundaries(dependencies)'],
  ['src/api/c.ts', `export const port = process.env.PORT`, 'eslint(no-restricted-properties)'],
  ['src/web/a.ts', `import '../store/fine.ts'`, 'boundaries(dependencies)'],
  ['src/export/a.ts', `import '../license/fine.ts'`, 'boundaries(dependencies)'],
  ['src/client/a.ts', `import 'kysely'`, 'boundaries(dependencies)'],
  ['src/client/b.ts', `import 'temporal-polyfill'`, 'boundaries(dependencies)'],
  ['src/client/c.ts', `import '../license/calendar.ts'`, 'boundaries(dependencies)'],
  ['src/client/d.ts', `import type { Day } from '../license/terms.ts'`, 'boundaries(dependencies)'],
  ['src/client/e.ts', `import '../license/fine.ts'`, 'boundaries(dependencies)'],
  ['src/client/f.ts', `import '../token/sign.ts'`, 'boundaries(dependencies)'],
  ['src/client/g.ts', `import './node.ts'`, 'boundaries(dependencies)'],
  ['src/client/h.ts', `console.log('hello')`, 'eslint(no-console)'],
  ['src/client/index.ts', `import 'node:fs'`, 'boundaries(dependencies)'],
  ['src/cli/a.ts', `import '../worker.ts'`, 'boundaries(dependencies)'],
  ['src/worker.ts', `import 'node-cron'`, 'eslint(no-restricted-imports)'],
  ['src/app.ts', `import './store/pglite.ts'`, 'eslint(no-restricted-imports)'],
  ['src/api/d.ts', `export default 1`, 'import(no-default-export)'],
  ['src/utils/a.ts', `export const pad = 1`, 'boundaries(no-unknown-files)'],
  ['src/helpers.ts', `export const pad = 1`, 'boundaries(no-unknown-files)'],
  ['src/api/e.ts', `import '../utils/a.ts'`, 'boundaries(no-unknown-dependencies)'],
  ['migrations/a.ts', `import '../src/license/fine.ts'`, 'boundaries(dependencies)'],
  ['src/api/f.ts', `export const any: any = 1`, 'typescript(no-explicit-any)'],
  ['src/api/g.ts', `Promise.resolve(1)`, 'typescript(no-floating-promises)'],
  [
    'src/api/h.ts',
    `export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1 } return 2 }`,
    'typescript(switch-exhaustiveness-check)',
  ],
  [
    'src/api/i.ts',
    `export function f(x: 'a' | 'b') { switch (x) { case 'a': case 'b': return 1; default: return 2 } }`,
    'typescript(switch-exhaustiveness-check)',
  ],
] as const

/** What the house allows; the fence must not bite here. */
const FINE: Record<string, string> = {
  'src/license/fine.ts': `import { Temporal } from 'temporal-polyfill'\nexport const day = (at: number) => [new Date(at), Temporal]`,
  'src/license/calendar.ts': `export const day = 1`,
  'src/license/terms.ts': `export type Day = 1`,
  'src/license/two.ts': `export * from './one.ts'`,
  'src/license/license.ts': `export type License = 1`,
  'src/token/verify.ts': `import 'jose'\nimport 'node:crypto'\nimport '../license/fine.ts'`,
  'src/token/sign.ts': `import 'jose'`,
  'src/store/fine.ts': `import 'kysely'\nimport 'pg'\nimport '../token/sign.ts'\nimport '../../migrations/index.ts'`,
  'src/store/pglite.ts': `import '@electric-sql/pglite'\nimport 'node:net'`,
  'src/clock/fine.ts': `import '../store/fine.ts'\nexport type { Deps } from '../deps.ts'`,
  'src/api/fine.ts': `import 'hono/cors'\nimport 'zod'\nimport '../store/fine.ts'\nexport type { Deps } from '../deps.ts'`,
  'src/export/fine.ts': `import 'node:zlib'\nimport 'hyparquet-writer'\nimport '@noble/hashes/sha2.js'`,
  'src/client/node.ts': `import 'node:fs'\nimport 'node:os'`,
  'src/client/fine.ts': `import 'jose'\nimport '../token/verify.ts'\nimport type { License } from '../license/license.ts'\nexport type X = License`,
  'src/cli/fine.ts': `import '../app.ts'\nimport 'node:fs'\nimport 'hono'\nimport '../client/fine.ts'`,
  'src/config.ts': `export const port = process.env.PORT`,
  'src/node.ts': `import 'node-cron'\nimport './store/pglite.ts'`,
  'src/deps.ts': `import type { Hono } from 'hono'\nexport type Deps = Hono`,
  'migrations/index.ts': `import 'kysely'`,
}

let copy: string
let findings: readonly { filename: string; code: string }[]

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'auszug-fence-'))
  for (const path of [
    'oxlint.config.ts',
    'scripts/no-clock.mjs',
    'tsconfig.base.json',
    'package.json',
  ])
    await cp(join(HOUSE, path), join(copy, path))
  await cp(join(HOUSE, 'src/license/tsconfig.json'), join(copy, 'src/license/tsconfig.json'))
  await writeFile(
    join(copy, 'src/license/effects.json'),
    `{ "extends": "./tsconfig.json", "include": ["effects.ts"] }`,
  )
  await symlink(join(HOUSE, 'node_modules'), join(copy, 'node_modules'))
  const files = [...BREACHES.map(([path, text]) => [path, text] as const), ...Object.entries(FINE)]
  for (const [path, text] of files) {
    await mkdir(dirname(join(copy, path)), { recursive: true })
    await writeFile(join(copy, path), `${text}\n`)
  }
  const { stdout } = await run('oxlint', '--format', 'json', 'src', 'migrations')
  findings = JSON.parse(stdout).diagnostics
})

afterAll(() => rm(copy, { recursive: true, force: true }))

test.each(BREACHES)('%s with %j is refused by %s', (path, _, rule) => {
  expect(codesIn(path)).toContain(rule)
})

test.each(Object.keys(FINE))('%s may enter what it enters', (path) => {
  const cycle = path === 'src/license/two.ts' ? ['import(no-cycle)'] : []
  expect(codesIn(path)).toEqual(cycle)
})

test('the law has no network, no process and no console', async () => {
  const effects = ['fetch', 'process', 'console', 'setTimeout', 'crypto', 'performance']
  await writeFile(
    join(copy, 'src/license/effects.ts'),
    effects.map((it) => `void ${it}\n`).join(''),
  )
  const { stdout } = await run('tsc', '-p', 'src/license/effects.json')
  for (const name of effects) expect(stdout).toContain(`Cannot find name '${name}'`)
})

test('the hall holds types alone', async () => {
  const hall = await readFile(join(HOUSE, 'src/deps.ts'), 'utf8').catch(() => '')
  expect(
    stripTypeScriptTypes(hall)
      .replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
      .trim(),
  ).toBe('')
})

function codesIn(path: string): string[] {
  return findings.filter(({ filename }) => filename === path).map(({ code }) => code)
}

/** The tool's own exit is not asked: it says what it found. */
function run(tool: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const path = join(HOUSE, 'node_modules/.bin', tool)
  return new Promise((resolve) => {
    const options = { cwd: copy, maxBuffer: 64 << 20 }
    execFile(path, args, options, (_, stdout, stderr) => resolve({ stdout, stderr }))
  })
}
