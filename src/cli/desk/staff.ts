import type { Deps } from '../../deps.ts'
import type { Actor, Role } from '../../license/actor.ts'
import type { Instant } from '../../license/license.ts'
import { insertApiToken, makeApiToken, revokeApiToken } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { accept, invite } from '../../store/invitation.ts'
import { commandLine } from '../../store/note-access.ts'
import { insertPerson, leave } from '../../store/person.ts'
import { makeSecretText } from '../../store/secret-text.ts'

/** Who works at the vendor's, and what calls for them. */
export interface Staff {
  readonly admin: Actor
  readonly support: readonly [Actor, Actor]
  /** The web shop, by its API token. */
  readonly shop: Actor
  /** Who can sign in, and by what. */
  readonly signIns: readonly SignInCard[]
}

export interface SignInCard {
  readonly name: string
  readonly login: string
  readonly password: string
  readonly role: Role
}

/** Lets the vendor's people in. Two of them have passwords that are shown: others are invited, or have left. */
export async function hireStaff({ db }: Pick<Deps, 'db'>, now: Instant): Promise<Staff> {
  const greta = await hire(db, { login: 'greta', name: 'Greta Sommer', role: 'admin' }, now)
  const jonas = await hire(db, { login: 'jonas', name: 'Jonas Winter', role: 'support' }, now)
  const selin = await hire(db, { login: 'selin', name: 'Selin Herbst', role: 'support' }, now)
  const shop = await insertApiToken(
    db,
    { token: makeApiToken(), name: 'Webshop', role: 'billing' },
    greta.actor,
    now,
  )
  return {
    admin: greta.actor,
    support: [jonas.actor, selin.actor],
    shop: { id: shop.id, role: 'billing' },
    signIns: [greta.card, jonas.card],
  }
}

/** Who came and went in the course of the year. */
export async function changeStaff(db: Database, by: Actor, now: Instant): Promise<void> {
  const ole = await insertPerson(
    db,
    { login: 'ole', name: 'Ole Frühling', role: 'support' },
    by,
    now,
  )
  await leave(db, ole.id, by, now)
  await insertPerson(db, { login: 'mira', name: 'Mira Lenz', role: 'billing' }, by, now)
  const tokens = [
    { name: 'Telefonanlage', role: 'phone' },
    { name: 'Auswertung', role: 'viewer' },
  ] as const
  for (const each of tokens) await insertApiToken(db, { token: makeApiToken(), ...each }, by, now)
  const old = await insertApiToken(
    db,
    { token: makeApiToken(), name: 'Webshop, alt', role: 'billing' },
    by,
    now,
  )
  await revokeApiToken(db, old.id, by, now)
}

async function hire(
  db: Database,
  { login, name, role }: Omit<SignInCard, 'password'>,
  now: Instant,
): Promise<{ readonly actor: Actor; readonly card: SignInCard }> {
  const person = await insertPerson(db, { login, name, role }, commandLine, now)
  // A demonstration may be reached by others than who started it: nobody knows these before.
  const password = makeSecretText().slice(0, 16)
  await accept(db, await invite(db, person.id), { password, self: { login, name } }, now)
  return { actor: { id: person.id, role }, card: { login, name, role, password } }
}
