import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { one, run } from './database.ts'
import type { DatabaseSync } from './database.ts'

/** Who works with the program. */
export interface Person {
  readonly id: number
  readonly name: string
}

/** The one person of the example. */
export const demo = { signIn: 'backstube', password: 'guten-morgen', name: 'Backstube' }

const person = z.object({ id: z.int(), name: z.string() })
const secret = person.extend({ password_hash: z.string() })

export async function ensureDemoPerson(db: DatabaseSync): Promise<void> {
  const sql =
    'insert into people (sign_in, name, password_hash) values (?, ?, ?) on conflict do nothing'
  run(db, sql, demo.signIn, demo.name, await hashOf(demo.password, randomBytes(16)))
}

export function personById(db: DatabaseSync, id: number): Person | null {
  return one(db, person, 'select id, name from people where id = ?', id)
}

/** Whom a name and a password belong to. A name that is not known takes as long as a wrong password. */
export async function personBySignIn(
  db: DatabaseSync,
  signIn: string,
  password: string,
): Promise<Person | null> {
  const found = one(db, secret, 'select * from people where sign_in = ?', signIn)
  const hash = found?.password_hash ?? `${'0'.repeat(32)}:`
  const given = await hashOf(password, Buffer.from(hash.slice(0, 32), 'hex'))
  const isRight =
    hash.length === given.length && timingSafeEqual(Buffer.from(hash), Buffer.from(given))
  return found !== null && isRight ? { id: found.id, name: found.name } : null
}

function hashOf(password: string, salt: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, (error, key) =>
      error === null ? resolve(`${salt.toString('hex')}:${key.toString('hex')}`) : reject(error),
    )
  })
}
