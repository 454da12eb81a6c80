import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'

/** The value of a parameter of one question. */
type Value = string | null

/** Asks one question; null where the statement has no answer to it. */
export type Asking<Row> = (db: Database, ...parameters: readonly Value[]) => Promise<Row | null>

/**
 * The questions of a {@link gathered} statement as rows of `q`, by their place and the names of their parameters. The arrays stand in
 * selects of their own, so that no plan depends on how many ask: PostgreSQL would else plan anew at every call, which takes longer than the answer.
 */
export function questions(parameters: Readonly<Record<string, string>>): RawBuilder<unknown> {
  const arrays = Object.values(parameters).map((type, n) =>
    sql.raw(`(select $${n + 1}::${type}[])`),
  )
  const names = [...Object.keys(parameters), 'place'].map((name) => sql.id(name))
  return sql`unnest(${sql.join(arrays)}) with ordinality q (${sql.join(names)})`
}

/**
 * A statement that answers many questions at once: those that come within one turn of the event loop share a round trip. A question
 * by itself waits for nobody.
 *
 * @param statement reads its {@link questions} and answers each
 *   with at most one row, in which `place` says which it was, from 1.
 */
export function gathered<Row extends { readonly place: number }>(
  name: string,
  statement: RawBuilder<Row>,
): Asking<Row> {
  const ask = prepared<Row>(name, statement)
  const waiting = new WeakMap<Database, Question<Row>[]>()
  return (db, ...parameters) =>
    new Promise((resolve, reject) => {
      const question = { parameters, resolve, reject }
      const others = waiting.get(db)
      if (others !== undefined && others.length < mostTogether) {
        others.push(question)
        return
      }
      const together = [question]
      waiting.set(db, together)
      setImmediate(() => {
        if (waiting.get(db) === together) waiting.delete(db)
        void answer(ask, db, together)
      })
    })
}

/** More than these go by another connection, at the same time. */
const mostTogether = 50

interface Question<Row> {
  readonly parameters: readonly Value[]
  readonly resolve: (row: Row | null) => void
  readonly reject: (error: unknown) => void
}

async function answer<Row extends { readonly place: number }>(
  ask: ReturnType<typeof prepared<Row>>,
  db: Database,
  questions: readonly Question<Row>[],
): Promise<void> {
  try {
    const [first] = questions
    const columns = first?.parameters.map((_, n) => questions.map((each) => each.parameters[n]))
    const rows: (Row | undefined)[] = []
    for (const row of await ask(db, ...(columns ?? []))) rows[row.place - 1] = row
    for (const [n, { resolve }] of questions.entries()) resolve(rows[n] ?? null)
  } catch (error) {
    for (const { reject } of questions) reject(error)
  }
}
