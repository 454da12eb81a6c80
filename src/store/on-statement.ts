import type { KyselyConfig } from 'kysely'

/** Hears of a statement once it is over: its text, whose values stand apart, how long it took, and what went wrong. */
export type OnStatement = (text: string, ms: number, error?: unknown) => void

/** The same for Kysely, which measures a statement only where somebody listens. */
export function loggingTo(onStatement: OnStatement | undefined): Pick<KyselyConfig, 'log'> {
  if (onStatement === undefined) return {}
  return {
    log: (event) =>
      onStatement(
        event.query.sql,
        event.queryDurationMillis,
        event.level === 'error' ? event.error : undefined,
      ),
  }
}

/** The same for a statement that does not go through Kysely. */
export async function heard<T>(
  onStatement: OnStatement | undefined,
  text: string,
  statement: () => Promise<T>,
): Promise<T> {
  if (onStatement === undefined) return statement()
  const started = performance.now()
  try {
    const result = await statement()
    onStatement(text, performance.now() - started)
    return result
  } catch (error) {
    onStatement(text, performance.now() - started, error)
    throw error
  }
}
