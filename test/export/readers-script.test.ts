import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const script = join(import.meta.dirname, '../../scripts/test-readers.mjs')

test('where the readers can neither be found nor installed, one line says that they did not run', () => {
  const env = { PATH: import.meta.dirname }
  const { status, stdout } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' })
  expect(status).toBe(69)
  expect(stdout).toMatch(/^READERS NOT RUN: .*\n$/)
})
