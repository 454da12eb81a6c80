import { z } from 'zod'
import type { Actor, Role } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import type { Deps } from '../deps.ts'
import { misfitsFrom } from './misfits.ts'

/** Who may call: anybody, or staff in one of these roles. */
export type Who = 'public' | readonly Role[]

/** A request as a handler sees it: parsed once, with the instant at which it came. */
export interface Ask<Body = unknown, Query = unknown> {
  readonly deps: Deps
  readonly now: Instant
  readonly actor: Actor
  readonly params: Readonly<Record<string, string>>
  readonly body: Body
  readonly query: Query
  readonly headers: Headers
  /** The body as it comes, for a route that takes bytes; that of any other has been read. */
  readonly sent: ReadableStream<Uint8Array> | null
  /** The address that the request came from. */
  readonly address: string
}

export interface Answer {
  /** 200 if left out. */
  readonly status?: number
  /** Left out for an empty answer; text and streams go out as they are, all else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** One row of the list of routes: the method, the path, who may, what it takes, and what it does. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly who: Who
  /** One sentence for the reference. */
  readonly summary: string
  readonly body: z.ZodType
  readonly query: z.ZodType
  /** A route that takes bytes reads them itself, and passes an Idempotency-Key over; default JSON. */
  readonly takes?: 'bytes' | undefined
  /** What such a body may be; default a ZIP. */
  readonly mediaTypes?: readonly string[] | undefined
  /** The most that a JSON body may have; default 1,000,000. */
  readonly maxBytes?: number | undefined
  /** The member of the body that a body of JSON Lines is the list of; default none, so that JSON alone is taken. */
  readonly linesAs?: string | undefined
  /** The media types that `Accept` chooses from; default what its answer is. */
  readonly offers?: readonly string[] | undefined
  /** @throws Problem */
  readonly run: (ask: Ask) => Promise<Answer>
}

interface Row<B extends z.ZodType, Q extends z.ZodType> {
  readonly method: Route['method']
  readonly path: string
  readonly who: Who
  readonly summary: string
  readonly body: B
  readonly query: Q
  readonly takes?: Route['takes']
  readonly mediaTypes?: readonly string[]
  readonly maxBytes?: number
  readonly linesAs?: string
  readonly offers?: readonly string[]
  readonly handle: (ask: Ask<z.infer<B>, z.infer<Q>>) => Promise<Answer>
}

/** For a route that takes no body: one that comes along is passed over. */
export const noBody = z.unknown()
/** For a route that takes no parameters: one that comes along is refused. */
export const noQuery = z.strictObject({})

/** A row whose handler gets what its schemas let through: 422 for a body that does not fit, 400 for parameters. */
export function route<B extends z.ZodType, Q extends z.ZodType>(row: Row<B, Q>): Route {
  return {
    ...row,
    run: async (ask) => {
      const query = fit(row.query, ask.query, 'malformed')
      return row.handle({ ...ask, query, body: fit(row.body, ask.body, 'unfit') })
    },
  }
}

function fit<S extends z.ZodType>(
  schema: S,
  value: unknown,
  code: 'unfit' | 'malformed',
): z.infer<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Problem(code, { errors: misfitsFrom(result.error) })
}

/** The parameter of a path that its pattern has named. */
export function param(ask: Pick<Ask, 'params'>, name: string): string {
  const value = ask.params[name]
  if (value === undefined) throw new TypeError(`the path has no :${name}`)
  return value
}
