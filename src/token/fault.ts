/** What can be wrong with something signed. */
export type FaultCode = 'invalid_token' | 'untrusted_key' | 'wrong_issuer' | 'wrong_product'

/** What was presented as signed by a license server is not, or not for this product. `cause` says more, for a log. */
export class TokenFault extends Error {
  declare readonly code: FaultCode

  constructor(code: FaultCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/** What is not signed as it must be, or odd inside. */
export function odd(cause?: unknown): TokenFault {
  return new TokenFault('invalid_token', { cause })
}
