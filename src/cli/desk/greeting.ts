import { columns } from '../terminal.ts'
import type { Terminal } from '../terminal.ts'
import { bakery } from './firms.ts'
import { ringing } from './open-desk.ts'
import type { OpenDesk } from './open-desk.ts'

/** A desk that is open, and where. */
export interface Ready extends OpenDesk {
  readonly address: string
  /** An admin's API token. */
  readonly token: string
}

/** What whoever has opened the desk reads: where it is, how to sign in, and what to try. */
export function greet(terminal: Terminal, ready: Ready, json: boolean): void {
  const { address, signIns, token, key } = ready
  const number = bakery.contacts[0]?.phones[0] ?? ''
  const call = `${address}/console/call?number=${encodeURIComponent(number)}`
  const now = new Date(ringing).toISOString()
  terminal.write(
    json
      ? JSON.stringify({ event: 'listening', address, now, call, sign_in: signIns, token, key })
      : greeting(terminal, ready, call).join('\n'),
  )
}

function greeting(
  { paint }: Terminal,
  { address, signIns, token, key }: Ready,
  call: string,
): readonly string[] {
  return [
    `${paint('bold', 'Auszug')} listens on ${paint('underline', `${address}/console`)}`,
    '  a sandbox with a year of a small vendor’s business, made up and kept in memory alone;',
    '  its clock stands at Mon 28 September 2026, 11:00 (Berlin)',
    '',
    'Sign in as',
    ...columns(
      signIns.map(({ login, password, name, role }) => [
        `  ${login}`,
        paint('bold', password),
        `${name}, ${role}`,
      ]),
    ),
    '',
    'Try',
    '  1  The bakery calls once more. Take the call as a supporter, and end the renewal:',
    `     ${call}`,
    '  2  Look around: every state that a license can have is among these.',
    `     ${address}/console/licenses`,
    '  3  Move the clock to 1 October, and look at the bakery’s license again:',
    `     curl -X PUT ${address}/v1/sandbox/clock -H 'content-type: application/json' \\`,
    `       -H 'authorization: Bearer ${token}' \\`,
    `       -d '{"now":"2026-10-01T00:00:00+02:00"}'`,
    '',
    `The bakery’s license key is ${key}; the token above is an admin’s.`,
    'Ctrl+C stops the server; everything in it is gone then.',
  ]
}
