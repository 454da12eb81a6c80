import { ConfigError } from '../config.ts'
import { Problem } from '../license/problem.ts'
import { problemDocument } from '../api/problem.ts'
import { Unreachable } from '../store/postgres.ts'
import { CommandError } from './command.ts'

/** What went wrong, in words for the one at the terminal: a sentence where we know it, the trace where it is a fault of ours. */
export function explain(error: unknown): string {
  if (error instanceof CommandError || error instanceof ConfigError) return error.message
  if (error instanceof Problem) {
    const { title, detail } = problemDocument(error, '', '')
    const misfits = (error.facts.errors ?? []).map(
      (misfit) => `\n  ${misfit.pointer}: ${misfit.detail}`,
    )
    const { why, needs } = error.facts
    const facts = [why, needs && JSON.stringify(needs)].filter((fact) => typeof fact === 'string')
    return [`${String(title)}. ${String(detail)}${misfits.join('')}`, ...facts].join('\n  ')
  }
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (code.startsWith('ERR_PARSE_ARGS'))
    return `${error.message.split('. ')[0]}. Say \`auszug --help\` to see what there is.`
  if (code === 'EADDRINUSE')
    return 'The port is in use: stop what listens there, or name another one in PORT.'
  if (error instanceof Unreachable)
    return 'The database cannot be reached: check DATABASE_URL and that the server runs.'
  if (refusedByPostgres.test(code)) return `PostgreSQL refuses: ${error.message}.`
  return expected.test(error.message) ? error.message : (error.stack ?? error.message)
}

/** SQLSTATE 28: who asks; 3D: no such database; 42501: what he may; 53: no room; 57P: it starts or stops. */
const refusedByPostgres = /^(28|3D|42501|53|57P)/

/** Sentences of the store for the operator need no trace. */
const expected = /^(Another process uses|This database is marked|AUSZUG_)/
