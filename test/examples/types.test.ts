import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'

test('what runs in a browser is type-checked against a browser', async () => {
  const output = await new Promise<string>((resolve) => {
    const command = ['node_modules/typescript/bin/tsc', '-p', 'examples/tsconfig.browser.json']
    execFile(process.execPath, command, (error, stdout) => resolve(error === null ? '' : stdout))
  })
  expect(output).toBe('')
}, 120_000)
