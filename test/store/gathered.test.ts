import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gathered, questions } from '../../src/store/gathered.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})

afterAll(() => database.close())

interface Told {
  readonly place: number
  readonly said: string
  readonly together: number
}

const say = gathered<Told>(
  'say',
  sql`
    select q.place::integer, q.word || coalesce(q.more, '') as said, (count(*) over ())::integer as together
    from ${questions({ word: 'text', more: 'text' })}
    where q.word <> 'unknown'
    order by q.word desc`,
)

test('questions that come within one turn share a statement, and each gets its own answer', async () => {
  const words = ['a', 'b', 'unknown', '{"c"}', 'd,\\e']
  const asked = words.map((word, n) => say(database.db, word, n === 1 ? null : '!'))
  const answers = await Promise.all(asked)
  expect(answers.map((each) => each?.said ?? null)).toEqual(['a!', 'b', null, '{"c"}!', 'd,\\e!'])
  expect(answers[0]?.together).toBe(4)
})

test('a question by itself waits for nobody', async () => {
  expect(await say(database.db, 'alone', null)).toMatchObject({ said: 'alone', together: 1 })
})

test('a crowd goes in several statements, and nobody gets the answer of another', async () => {
  const crowd = Array.from({ length: 230 }, (_, n) => `word ${n}`)
  const answers = await Promise.all(crowd.map((word) => say(database.db, word, null)))
  expect(answers.map((each) => each?.said)).toEqual(crowd)
  expect(Math.max(...answers.map((each) => each?.together ?? 0))).toBe(50)
})

test('where the statement fails, every question of it fails, and the next ones are answered', async () => {
  const divide = gathered<{ readonly place: number; readonly part: number }>(
    'divide',
    sql`
      select q.place::integer, 12 / q.n::integer as part
      from ${questions({ n: 'text' })}`,
  )
  const asked = await Promise.allSettled(['3', '0'].map((n) => divide(database.db, n)))
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await divide(database.db, '4')).toEqual({ place: 1, part: 3 })
})
