import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onPostgres } from '../database.ts'
import { blocksOf } from './blocks.ts'

const root = join(import.meta.dirname, '../..')
const blocks = blocksOf('README.md')
const directory = mkdtempSync(join(tmpdir(), 'auszug-readme-'))
const token = 'the-token-that-npm-start-has-printed-0123456789'
const door = join(root, 'dist', 'cli.js')
let port = 0
let server: ReturnType<typeof spawn>

beforeAll(async () => {
  if (onPostgres) return
  spawnSync(process.execPath, ['scripts/build.mjs', '--doors', '--quiet'], { cwd: root })
  port = await freePort()
  const environment = { PORT: String(port), AUSZUG_DATA: directory, AUSZUG_ADMIN_TOKEN: token }
  server = spawn(process.execPath, [door, 'serve'], {
    env: { ...process.env, DATABASE_URL: '', ...environment },
  })
  await listening(server)
})

afterAll(async () => {
  if (onPostgres) return
  server.kill('SIGTERM')
  await once(server, 'exit')
  rmSync(directory, { recursive: true, force: true })
})

test('every script that the README names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const named = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => code.match(/npm (run )?[a-z:]+/g) ?? [])
  const names = named
    .map((call) => call.replace(/^npm (run )?/, ''))
    .filter((name) => name !== 'ci')
  expect(names.filter((name) => !(name in scripts))).toEqual([])
  expect(names).toEqual(expect.arrayContaining(['start', 'test', 'demo']))
})

test.skipIf(onPostgres)('the five steps to the first license work when they are pasted', () => {
  const steps = blocks.filter(
    ({ heading, language }) => heading === 'The first license' && language === 'sh',
  )
  expect(steps).toHaveLength(6)
  const script = steps.map(({ code }) => code.replaceAll(':3000', `:${port}`)).join('\n')
  const pasted = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    input: `${token}\n`,
    encoding: 'utf8',
  })
  expect(pasted.stderr).toBe('')
  const answers = pasted.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
  const [product, plan, license, started, preview, objection] = answers
  expect(product).toMatchObject({ code: 'broetchenbringer' })
  expect(plan).toMatchObject({ code: 'annual', renewal_leeway: 'P3D' })
  expect(license).toMatchObject({ decision: { mode: 'full', reason: 'in_term' } })
  expect(started).toMatchObject({ decision: { mode: 'full' }, token: expect.any(String) })
  expect(preview).toMatchObject({ effective_on: license.term.ends_on })
  expect(objection).toMatchObject({
    side: 'vendor',
    timely: true,
    effective_on: license.term.ends_on,
  })
})

test.skipIf(onPostgres)('the ten lines in the product run as they stand', async () => {
  const [block] = blocks.filter(
    ({ heading, language }) => heading === 'In the product' && language === 'ts',
  )
  const jwks = await (await fetch(`http://127.0.0.1:${port}/.well-known/jwks.json`)).text()
  const code = (block?.code ?? '')
    .replace('https://license.example', `http://127.0.0.1:${port}`)
    .replace("'license.json'", JSON.stringify(join(directory, 'license.json')))
    .replace("key: 'AUSZUG-…'", `key: ${JSON.stringify(await aKey())}, timeout: 10_000`)
  const product = join(root, 'test', 'readme', `.product-${process.pid}.ts`)
  writeFileSync(
    product,
    `const pinnedKeys = ${jwks}\n${code}\nconsole.log(license.mode, license.allows('orders:write'))\nlicense.close()\n`,
  )
  try {
    const run = spawnSync(process.execPath, [product], { encoding: 'utf8', cwd: root })
    expect(run.stderr).toBe('')
    expect(run.stdout).toBe('full true\n')
  } finally {
    rmSync(product)
  }
})

async function aKey(): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const post = async (path: string, body: object) => {
    const address = `http://127.0.0.1:${port}/v1/${path}`
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
    return JSON.parse(await response.text())
  }
  const customer = await post('customers', { name: 'Bäckerei Beispiel' })
  const license = await post('licenses', {
    plan: 'annual',
    customer: customer.id,
    time_zone: 'Europe/Berlin',
  })
  return license.key
}

async function listening(process: ReturnType<typeof spawn>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.once('exit', () => reject(new Error('the server has ended')))
    process.stdout?.on('data', (chunk) => String(chunk).includes('listens on') && resolve())
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
