import createClient from 'openapi-fetch'
import type { Client } from 'openapi-fetch'
import type { paths } from './paths.ts'

export type { components, paths } from './paths.ts'

/** Where the server is, and who calls. */
export interface ApiOptions {
  /** Its address, e.g. `https://license.example`. */
  readonly server: string
  /** An API token; without one only public calls are answered. */
  readonly token?: string
  /** By which requests go out; default the global one. */
  readonly fetch?: (request: Request) => Promise<Response>
}

/**
 * A client of the whole API, typed by the server's OpenAPI document. A refusal comes as `error`, a problem document (RFC 9457); only a
 * server that cannot be reached throws.
 *
 * @example
 *   const { data, error } = await apiClient({ server, token }).POST('/v1/customers', { body: { name: 'Bäckerei Beispiel' } })
 */
export function apiClient({ server, token, fetch }: ApiOptions): Client<paths> {
  return createClient<paths>({
    baseUrl: server,
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    ...(fetch !== undefined && { fetch }),
  })
}
