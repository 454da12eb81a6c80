import { openLicense as open } from './index.ts'
import { machineId } from './machine-id.ts'
import type { OpenLicense } from './open-license.ts'
import type { Options } from './options.ts'

export * from './index.ts'
export { fileStore } from './file-store.ts'
export { machineId } from './machine-id.ts'

/** Opens a product's license as `auszug/client` does; the machine is known by the id that its operating system gives it. */
export async function openLicense(options: Options): Promise<OpenLicense> {
  return open({ ...options, fingerprint: options.fingerprint ?? (await machineId()) })
}
