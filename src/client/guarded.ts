import type { Mark } from './marks.ts'
import { RestrictedError } from './restricted-error.ts'
import type { Guarding } from './restriction.ts'

/**
 * A function that a product offers by other ways than HTTP. Marked, it runs in every mode; unmarked it throws in export-only.
 *
 * @throws RestrictedError
 */
export function guarded<A extends readonly unknown[], R>(
  license: Guarding,
  run: (...args: A) => R,
  mark: Mark | null = null,
): (...args: A) => R {
  return (...args) => {
    const { standing, locale } = license
    if (mark === null && standing.mode !== 'full') throw new RestrictedError(null, standing, locale)
    return run(...args)
  }
}
