import { createLocalJWKSet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { jwks } from '../../src/token/keyset.ts'
import { signer } from '../../src/token/sign.ts'
import { newSigningKey } from '../../src/token/signing-key.ts'
import { verifyLicenseToken } from '../../src/token/verify.ts'
import { claims, expected } from './license.ts'

test.each(['Ed25519', 'EdDSA', 'ES256'] as const)(
  'a token signed with %s is good to jose and to us',
  async (algorithm) => {
    const key = await newSigningKey(algorithm)
    const token = signer(key)('vnd.auszug.license+jwt', claims)
    const keys = createLocalJWKSet({
      keys: jwks([{ publicKey: key.publicKey, state: 'active' }]).keys.map((each) => ({ ...each })),
    })
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: [algorithm],
      issuer: expected.issuer,
      audience: expected.product,
      typ: 'vnd.auszug.license+jwt',
      clockTolerance: 0,
      currentDate: new Date(claims.iat * 1000),
    })
    expect(payload).toEqual(claims)
    expect(protectedHeader).toEqual({
      alg: algorithm,
      typ: 'vnd.auszug.license+jwt',
      kid: key.publicKey.kid,
    })
    expect(await verifyLicenseToken(token, [key.publicKey], expected)).toEqual(claims)
  },
)
