import { existsSync } from 'node:fs'
import { standingOf } from '../client/standing.ts'
import { parseClaims } from '../token/claims.ts'
import { TokenFault } from '../token/fault.ts'
import { readLicenseFile } from '../token/license-file.ts'
import type { LicenseFile } from '../token/license-file.ts'
import { publicKeys } from '../token/public-key.ts'
import type { PublicKey } from '../token/public-key.ts'
import { adoptKeySet } from '../token/trust.ts'
import { verifyLicenseToken } from '../token/verify.ts'
import type { Claims } from '../token/claims.ts'
import { CommandError, optionText } from './command.ts'
import type { Invocation } from './command.ts'
import { city, writtenDate } from './dates.ts'
import { readText } from './read-text.ts'
import { markOf } from './terminal.ts'

/**
 * `auszug check TOKEN|FILE [--keys JWKS] [--product CODE]`: what a token allows now, and why. Offline; without keys it says that the
 * signature was not checked.
 */
export async function checkCommand(invocation: Invocation): Promise<void> {
  const { words, terminal, json } = invocation
  const [given] = words
  if (given === undefined) throw new CommandError('Name a token, or a file that holds one.')
  const text = (existsSync(given) ? readText(given) : given).trim()
  const file = readLicenseFile(text)
  const jwt = file?.token ?? text
  const keys = optionText(invocation, 'keys')
  const claims =
    keys === undefined
      ? unchecked(jwt)
      : await checked(jwt, await trusted(keys, file), optionText(invocation, 'product'))
  const now = Date.now()
  const { mode, reason, capabilities, exportFormats, term, objection, validUntil } = standingOf(
    claims,
    now,
    now,
  )
  if (json) {
    const answer = {
      signature: keys === undefined ? 'not checked' : 'good',
      mode,
      reason,
      capabilities,
      export_formats: exportFormats,
      claims,
    }
    terminal.write(JSON.stringify(answer))
    return
  }
  terminal.write(
    `${markOf(terminal, mode)} ${mode} (${reason})  ${claims.aud} · ${claims.sub} · from ${claims.iss}`,
  )
  terminal.write(
    `  signature    ${keys === undefined ? 'not checked: name the keys with --keys jwks.json' : 'good'}`,
  )
  if (claims.activation !== undefined)
    terminal.write(`  machine      bound to one (${claims.activation.id})`)
  terminal.write(`  allows       ${capabilities.join(', ')}`)
  terminal.write(`  exports      ${exportFormats.join(', ')}`)
  if (term?.endsOn && claims.term)
    terminal.write(
      `  term         to the end of ${writtenDate(term.endsOn)} (${city(claims.term.time_zone)})`,
    )
  if (objection !== null)
    terminal.write(`  objections   in time until the end of ${writtenDate(objection.lastDay)}`)
  if (validUntil !== null) terminal.write(`  holds until  ${new Date(validUntil).toISOString()}`)
}

/** The keys that are pinned, or what they vouch for in a license file. */
async function trusted(keyFile: string, file: LicenseFile | null): Promise<readonly PublicKey[]> {
  const keys = publicKeys(parsed(keyFile))
  if (keys.length === 0)
    throw new CommandError(
      `${keyFile} holds no keys: --keys names what stands at /.well-known/jwks.json.`,
    )
  if (file === null) return keys
  try {
    return (await adoptKeySet({ keys, iat: null }, file.keys)).keys
  } catch (error) {
    throw error instanceof TokenFault
      ? new CommandError(`The keys in this file do not count: ${error.code}. The export stays.`)
      : error
  }
}

async function checked(
  jwt: string,
  keys: readonly PublicKey[],
  product: string | undefined,
): Promise<Claims> {
  try {
    return await verifyLicenseToken(jwt, keys, { product: product ?? unchecked(jwt).aud })
  } catch (error) {
    throw error instanceof TokenFault
      ? new CommandError(`This token does not count: ${error.code}. The export stays.`)
      : error
  }
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readText(path))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function unchecked(jwt: string): Claims {
  try {
    return parseClaims(
      JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8')),
    )
  } catch {
    throw new CommandError('This is no license token. The export stays.')
  }
}
