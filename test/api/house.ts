import type { Hono } from 'hono'
import { createApp, openApp } from '../../src/app.ts'
import type { Opening } from '../../src/app.ts'
import type { Deps, LogEntry } from '../../src/deps.ts'
import { system } from '../../src/license/actor.ts'
import type { Role } from '../../src/license/actor.ts'
import { instantOf } from '../../src/license/calendar.ts'
import type { Instant } from '../../src/license/license.ts'
import type { SendMail } from '../../src/outbox/send-mail.ts'
import { insertApiToken, makeApiToken } from '../../src/store/access.ts'
import { openTestDatabase } from '../database.ts'
import type { TestDatabase } from '../database.ts'

/** The whole server on a database of its own, with a clock that the test sets and a token for every role. */
export interface House {
  readonly app: Hono
  readonly deps: Deps
  readonly database: TestDatabase
  readonly clock: TestClock
  readonly tokens: Readonly<Record<Role, string>>
  /** Everything that the server has logged, in order. */
  readonly logged: readonly LogEntry[]
  readonly call: Call
  readonly close: () => Promise<void>
}

/** Stands still until it is set; a sandbox has its own in the database. */
export interface TestClock {
  now: Instant
  /** @param text an RFC 3339 instant, e.g. `2026-09-30T23:59:59+02:00`. */
  readonly set: (text: string) => void
}

/** One request, as an admin unless another role is named; null calls without a token. */
export type Call = <Body = Json>(
  method: string,
  path: string,
  options?: CallOptions,
) => Promise<Reply<Body>>

export interface CallOptions {
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, in place of `body`. */
  readonly text?: string
  readonly role?: Role | null
  readonly headers?: Readonly<Record<string, string>>
}

/** A server in this process, or behind a socket. */
export interface Reachable {
  readonly request: (path: string, init?: RequestInit) => Response | Promise<Response>
}

/** An answer; its body is empty where nothing came. */
export interface Reply<Body> {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
  readonly text: string
}

/** An answer's body where a test compares it as a whole. */
export type Json = Readonly<Record<string, unknown>>

/** A list's answer. */
export interface List<T = Json> {
  readonly data: readonly T[]
  readonly next: string | null
}

/** A refusal, as far as tests look at single members of it. */
export interface Refusal {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

export interface HouseOptions extends Pick<Opening, 'sendWebhook' | 'webhookAllow'> {
  /** Where it is reached, for a house behind a socket. */
  readonly address?: string
  readonly sandbox?: boolean
  /** Where the clock stands at first; a year before the story of the bakery ends by default. */
  readonly now?: string
  /** Default: this house sends no mail. */
  readonly sendMail?: SendMail
}

/** The server's name in tests, and where it is reached. */
export const publicUrl = 'https://licenses.example.com'

/** What private keys are sealed with in tests. */
export const secretOfHouses = 'a secret of the tests'

export async function openHouse({
  address = publicUrl,
  sandbox = false,
  now = '2025-10-01T09:00:00+02:00',
  sendMail,
  ...webhooks
}: HouseOptions = {}): Promise<House> {
  const database = await openTestDatabase({ sandbox })
  const clock = clockAt(now)
  const logged: LogEntry[] = []
  const { deps } = await openApp({
    db: database.db,
    publicUrl: address,
    sandbox,
    secret: secretOfHouses,
    now: () => clock.now,
    sandboxNow: clock.now,
    adminToken: null,
    ...webhooks,
    sendMail: sendMail ?? null,
    log: (entry) => logged.push(entry),
    addressOf: (request) => request.headers.get('x-test-address') ?? '192.0.2.1',
  })
  const tokens = await tokensOfEveryRole(deps, clock.now)
  const app = createApp(deps)
  return {
    app,
    deps,
    database,
    clock,
    tokens,
    logged,
    call: callOn(app, tokens),
    close: database.close,
  }
}

function clockAt(text: string): TestClock {
  const clock: TestClock = {
    now: instant(text),
    set: (later) => {
      clock.now = instant(later)
    },
  }
  return clock
}

/** @throws RangeError if the text is no RFC 3339 instant. */
export function instant(text: string): Instant {
  const at = instantOf(text)
  if (at === null) throw new RangeError(`no instant: ${text}`)
  return at
}

async function tokensOfEveryRole(deps: Deps, now: Instant): Promise<Record<Role, string>> {
  const tokenOf = async (role: Role): Promise<string> => {
    const token = makeApiToken()
    await insertApiToken(deps.db, { token, name: `The tests’ ${role}`, role }, system, now)
    return token
  }
  return {
    viewer: await tokenOf('viewer'),
    phone: await tokenOf('phone'),
    support: await tokenOf('support'),
    billing: await tokenOf('billing'),
    admin: await tokenOf('admin'),
  }
}

/** Calls of staff on a server, however it is reached. */
export function callOn(app: Reachable, tokens: Readonly<Record<Role, string>>): Call {
  return async <Body>(
    method: string,
    path: string,
    { body, text, role = 'admin', headers = {} }: CallOptions = {},
  ): Promise<Reply<Body>> => {
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await app.request(path, {
      method,
      headers: {
        ...(role !== null && { authorization: `Bearer ${tokens[role]}` }),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    })
    const answered = await response.text()
    const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      body: JSON.parse(isJson && answered !== '' ? answered : '{}'),
      text: answered,
    }
  }
}
