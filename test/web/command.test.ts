import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { freePort } from './house.ts'

test('one command starts both, says how to go on, and ends without a trace', async () => {
  const [licensePort, bakeryPort] = [await freePort(), await freePort()]
  const story = spawn(process.execPath, ['examples/broetchenbringer/story.ts'], {
    env: { ...process.env, LICENSE_PORT: String(licensePort), BAKERY_PORT: String(bakeryPort) },
  })
  let told = ''
  story.stdout.on('data', (text) => (told += String(text)))
  story.stderr.on('data', (text) => (told += String(text)))
  try {
    await expect.poll(() => told, { timeout: 90_000 }).toContain('Ctrl+C')
    expect(told).toContain(`http://127.0.0.1:${bakeryPort}`)
    expect(told).toMatch(/license key +AUSZUG-/)
    expect(told).toContain('● full (in_term)')
    expect((await fetch(`http://127.0.0.1:${bakeryPort}/health`)).status).toBe(200)
    const [, body = ''] = /clock \\\n.*\n +-d '(.+)'/.exec(told) ?? []
    const [, token = ''] = /Bearer (\S+)'/.exec(told) ?? []
    const moved = await fetch(`http://127.0.0.1:${licensePort}/v1/sandbox/clock`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    })
    expect(moved.status).toBe(200)
  } finally {
    story.kill('SIGINT')
    const [code] = await once(story, 'exit')
    expect(code).toBe(0)
  }
}, 120_000)
