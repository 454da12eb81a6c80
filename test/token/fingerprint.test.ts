import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saltedFingerprintSync } from '../../src/token/fingerprint-sync.ts'
import { saltedFingerprint } from '../../src/token/fingerprint.ts'

test.each(['machine', '', 'Kasse 1 – Bäckerei', '\ud800', 'x'.repeat(100_000)])(
  'server and client salt %j alike',
  async (fingerprint) => {
    expect(await saltedFingerprint('lic_01', fingerprint)).toBe(
      saltedFingerprintSync('lic_01', fingerprint),
    )
  },
)

test('it is SHA-256 over license, colon and fingerprint, as docs/token.md shows', async () => {
  const hash = createHash('sha256').update('lic_01:machine').digest('base64url')
  expect(await saltedFingerprint('lic_01', 'machine')).toBe(hash)
  expect(readFileSync(join(import.meta.dirname, '../../docs/token.md'), 'utf8')).toContain(
    `\`${hash}\``,
  )
})

test('one machine looks different to two licenses', async () => {
  expect(await saltedFingerprint('lic_01', 'machine')).not.toBe(
    await saltedFingerprint('lic_02', 'machine'),
  )
})
