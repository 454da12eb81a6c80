import type { FaultCode } from '../token/fault.ts'

/** What has gone wrong lately. None of it changes what a good token allows. */
export interface ClientProblem {
  /**
   * `unknown_key`: the server does not know the license key, or not for this product. `server_gone`: no answer, or none that is one. `refused`: the
   * server would not take the request. `store_…`: nothing could be read or kept. The others: what the server sent does not count.
   */
  readonly code:
    | 'no_key'
    | 'unknown_key'
    | 'server_gone'
    | 'refused'
    | 'store_unreadable'
    | 'store_unwritable'
    | 'no_fingerprint'
    | 'sandbox'
    | 'wrong_machine'
    | FaultCode
  readonly cause?: unknown
}
