import type { Config } from '../config.ts'
import type { Terminal } from './terminal.ts'

/** A server that has started. */
export interface Started {
  readonly address: string
  readonly issuer: string
  readonly sandbox: boolean
  readonly firstAdminToken: string | null
  readonly firstAdminLink: string | null
}

/** What the operator reads after the start: where it is, and the first admin's token and link, once. */
export function welcome(
  terminal: Terminal,
  { databaseUrl, dataDirectory }: Pick<Config, 'databaseUrl' | 'dataDirectory'>,
  { address, firstAdminToken, firstAdminLink, issuer, sandbox }: Started,
  json: boolean,
): void {
  if (json) {
    const first = {
      ...(firstAdminToken !== null && { first_admin_token: firstAdminToken }),
      ...(firstAdminLink !== null && { first_admin_link: firstAdminLink }),
    }
    terminal.write(JSON.stringify({ event: 'listening', address, issuer, sandbox, ...first }))
    return
  }
  const database = databaseUrl === null ? `PGlite in ${dataDirectory}` : 'PostgreSQL'
  const kind = sandbox ? ', a sandbox: its clock is moved by hand' : ''
  const lines = [
    `${terminal.paint('bold', 'Auszug')} listens on ${terminal.paint('underline', address)}${kind}`,
    `  database  ${database}`,
    `  issuer    ${issuer}`,
  ]
  if (firstAdminToken !== null)
    lines.push(
      '',
      'The first admin’s token. It is shown this once, so keep it:',
      '',
      `  ${terminal.paint('bold', firstAdminToken)}`,
    )
  if (firstAdminLink !== null)
    lines.push(
      '',
      'Nobody signs in to the console yet. This link makes the first admin; it opens once:',
      '',
      `  ${terminal.paint('underline', firstAdminLink)}`,
    )
  if (firstAdminToken !== null)
    lines.push('', 'Next: the first license in five steps, in README.md. Ctrl+C stops the server.')
  terminal.write(lines.join('\n'))
}
