import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { Problem } from '../license/problem.ts'
import { roles } from '../license/roles.ts'
import { invite, inviteAgain } from '../store/invitation.ts'
import {
  changeRole,
  findPerson,
  insertPerson,
  leave,
  listPeople,
  removePassword,
  signOut,
  unlink,
} from '../store/person.ts'
import type { Person } from '../store/person.ts'
import { personAnswer } from './access-answers.ts'
import { listRoute } from './list.ts'
import { pageOnWire, pageQuery } from './page.ts'
import { admins } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'
import type { Ask } from './route.ts'
import { text } from './schema.ts'
import { utc } from './wire.ts'

const role = z.enum(roles)

const personBody = z.strictObject({
  login: text(200).regex(/^[^\s]+$/, 'Write an e-mail address or a short name, without spaces.'),
  name: text(200),
  role,
})

export const peopleRoutes = [
  route({
    method: 'POST',
    path: '/v1/people',
    who: admins,
    summary: 'Invites somebody to sign in. The one-time link is shown once.',
    body: personBody,
    query: noQuery,
    handle: async ({ deps, now, body, actor }) => {
      const person = await insertPerson(deps.db, body, actor, now)
      return {
        status: 201,
        body: {
          ...personOnWire(person),
          invitation: linkOf(deps, await invite(deps.db, person.id)),
        },
        headers: { location: `/v1/people/${person.id}` },
      }
    },
  }),
  listRoute({
    path: '/v1/people',
    who: admins,
    summary: 'Lists who may sign in, or could, without anything that they sign in by.',
    query: pageQuery,
    item: personAnswer,
    read: async ({ deps }, part) => pageOnWire(await listPeople(deps.db, part), personOnWire),
  }),
  route({
    method: 'GET',
    path: '/v1/people/:person',
    who: admins,
    summary: 'Reads a person.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => ({ body: personOnWire(await personIn(ask)) }),
  }),
  route({
    method: 'PATCH',
    path: '/v1/people/:person',
    who: admins,
    summary: 'Gives a person another role, from the next request on.',
    body: z.strictObject({ role }),
    query: noQuery,
    handle: async (ask) => {
      const { id } = await personIn(ask)
      await changeRole(ask.deps.db, id, ask.body.role, ask.actor, ask.now)
      return { body: personOnWire(await personIn(ask)) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/people/:person',
    who: admins,
    summary: 'Lets a person sign in no more, and signs them out everywhere.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { id } = await personIn(ask)
      await leave(ask.deps.db, id, ask.actor, ask.now)
      return {}
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/:person/invitation',
    who: admins,
    summary: 'Makes a new one-time link, by which a person chooses a new password.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const person = await personIn(ask)
      if (person.leftAt !== null) throw new Problem('not-found', { person: person.id })
      const end = await inviteAgain(ask.deps.db, person.id, ask.actor, ask.now)
      return { status: 201, body: { invitation: linkOf(ask.deps, end) } }
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/people/:person/password',
    who: admins,
    summary:
      'Takes a person’s password away: they sign in by the identity provider alone, until a new link lets them choose one.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { id } = await personIn(ask)
      await removePassword(ask.deps.db, id, ask.actor, ask.now)
      return {}
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/people/:person/identities',
    who: admins,
    summary: 'Unlinks a person’s accounts at identity providers, and signs them out everywhere.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { id } = await personIn(ask)
      await unlink(ask.deps.db, id, ask.actor, ask.now)
      return {}
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/people/:person/sessions',
    who: admins,
    summary: 'Signs a person out everywhere.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { id } = await personIn(ask)
      await signOut(ask.deps.db, id, ask.actor, ask.now)
      return {}
    },
  }),
]

/** @throws Problem not-found */
async function personIn(ask: Pick<Ask, 'deps' | 'params'>): Promise<Person> {
  const person = await findPerson(ask.deps.db, param(ask, 'person'))
  if (person === null) throw new Problem('not-found', { person: param(ask, 'person') })
  return person
}

function linkOf({ publicUrl }: Pick<Deps, 'publicUrl'>, end: string): string {
  return `${publicUrl}/console/invitation/${end}`
}

function personOnWire(person: Person) {
  const { id, login, name, role, joined, createdAt, leftAt } = person
  return {
    id,
    login,
    name,
    role,
    joined,
    has_password: person.hasPassword,
    identities: person.identities.map(({ issuer, email, linkedAt }) => ({
      issuer,
      email,
      linked_at: utc(linkedAt),
    })),
    asks_for_code: person.asksForCode,
    created_at: utc(createdAt),
    left_at: leftAt === null ? null : utc(leftAt),
  }
}
