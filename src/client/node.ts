import { saltedFingerprintSync } from '../token/fingerprint-sync.ts'
import { machineId } from './machine-id.ts'
import { OpenLicense } from './open-license.ts'
import type { Options } from './options.ts'

export * from './index.ts'
export { fileStore } from './file-store.ts'
export { machineId } from './machine-id.ts'

/** Opens a product's license as `auszug/client` does; the machine is known by the id that its operating system gives it. */
export async function openLicense(options: Options): Promise<OpenLicense> {
  const fingerprint = options.fingerprint ?? (await machineId())
  return OpenLicense.open({ ...options, fingerprint, salt: saltedFingerprintSync })
}
