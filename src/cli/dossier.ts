import { dateAt } from '../license/calendar.ts'
import { enFindings } from '../console/words/finding-en.ts'
import { evidenceKeysIn } from '../token/evidence-key.ts'
import type { EvidenceKey } from '../token/evidence-key.ts'
import { wordsFor } from '../token/finding.ts'
import { isRecord } from '../token/record.ts'
import { verifyDossier } from '../token/verify-dossier.ts'
import type { Verdict } from '../token/verify-dossier.ts'
import { CommandError, optionText } from './command.ts'
import type { Invocation } from './command.ts'
import { writtenDate } from './dates.ts'
import { readText } from './read-text.ts'
import { markOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/**
 * `auszug dossier verify FILE [--keys FILE] [--checkpoint FILE]`: whether a dossier holds, and what is wrong with it. With keys it
 * is offline; without, the issuer that the file names is asked for them. Ends with 1 if it does not hold.
 */
export async function dossierCommand(invocation: Invocation): Promise<void> {
  const { words, terminal, json } = invocation
  const [action, file] = words
  if (action !== 'verify' || file === undefined)
    throw new CommandError('Say `auszug dossier verify FILE`.')
  const text = readText(file).trim()
  const keyFile = optionText(invocation, 'keys')
  const keys = keyFile === undefined ? await fetched(text) : keysIn(readText(keyFile), keyFile)
  const given = optionText(invocation, 'checkpoint')
  const checkpoints = given === undefined ? [] : checkpointsIn(readText(given))
  const verdict = await verifyDossier(text, keys, checkpoints)
  if (verdict.outcome === 'broken') process.exitCode = 1
  if (json) {
    const { dossier: _, ...told } = verdict
    terminal.write(JSON.stringify(told))
  } else tell(terminal, verdict)
}

function tell(terminal: Terminal, verdict: Verdict): void {
  const { outcome, findings, issuer, license, madeAt, events, head, kid, erased } = verdict
  const mark = { holds: markOf(terminal, 'full'), doubtful: markOf(terminal, 'ends') }
  const shown = outcome === 'broken' ? terminal.paint('red', '✗') : mark[outcome]
  terminal.write(`${shown} ${outcome}  ${license} · from ${issuer}`)
  for (const finding of findings) terminal.write(`  ! ${wordsFor(enFindings, finding)}`)
  if (events === 0) return
  const day = Number.isNaN(Date.parse(madeAt))
    ? madeAt
    : `${writtenDate(dateAt(Date.parse(madeAt), 'UTC'))} (${madeAt})`
  terminal.write(`  made         ${day}`)
  terminal.write(`  signature    ${kid === null ? 'none that counts' : `good, by the key ${kid}`}`)
  terminal.write(`  events       ${events}, the last is ${head}`)
  for (const { at, events: n } of verdict.checkpoints)
    terminal.write(
      `  checkpoint   ${new Date(at).toISOString()}: the first ${n} events are as they were`,
    )
  if (erased.length > 0)
    terminal.write(
      `  erased       ${erased.map(({ n, field }) => `${field} of event ${n}`).join(', ')}`,
    )
}

/** The keys of the issuer that the file names. What comes from there is what the vendor publishes about himself. */
async function fetched(text: string): Promise<readonly EvidenceKey[]> {
  const issuer = issuerIn(text)
  const address = `${issuer}/.well-known/evidence-keys.json`
  const other =
    'Name the keys with --keys: a file with what stands at /.well-known/evidence-keys.json.'
  if (issuer === null || !URL.canParse(address))
    throw new CommandError(`This file names no issuer whose keys could be fetched. ${other}`)
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) })
    if (!response.ok) throw new Error(`status ${response.status}`)
    return keysIn(await response.text(), address)
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError(`The keys at ${address} cannot be fetched. ${other}`)
  }
}

const patienceMs = 10_000

function issuerIn(text: string): string | null {
  try {
    const body = text.startsWith('{')
      ? text
      : Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8')
    const payload: unknown = JSON.parse(body)
    return isRecord(payload) && typeof payload.iss === 'string' ? payload.iss : null
  } catch {
    return null
  }
}

/** @throws CommandError if there are none. */
function keysIn(text: string, from: string): readonly EvidenceKey[] {
  const keys = evidenceKeysIn(parsed(text))
  if (keys.length > 0) return keys
  throw new CommandError(
    `${from} holds no evidence keys: they stand at /.well-known/evidence-keys.json of the issuer.`,
  )
}

/** One a line, or in a receipt as the API answers it. */
function checkpointsIn(text: string): readonly string[] {
  const receipt = parsed(text)
  if (isRecord(receipt) && typeof receipt.checkpoint === 'string') return [receipt.checkpoint]
  return text.split('\n').filter((line) => line.trim() !== '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
