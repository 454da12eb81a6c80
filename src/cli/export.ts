import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '../config.ts'
import { customerPacking, formatsFrom, serverPacking } from '../api/export.ts'
import { packed } from '../api/records-package.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { findCustomer } from '../store/customer.ts'
import type { Database } from '../store/database.ts'
import { sandboxNow } from '../store/server.ts'
import { CommandError, optionText, required } from './command.ts'
import type { Invocation } from './command.ts'
import { visitDatabase } from './house.ts'
import { progress } from './progress.ts'
import { quiet } from './quiet.ts'

/** `auszug export --out FILE [--formats jsonl,csv] [--customer ID]`: all records, or a customer's, as a package that its owner alone can read. */
export async function exportCommand(invocation: Invocation): Promise<void> {
  const { config, terminal, json } = invocation
  const out = required(invocation, 'out')
  if (existsSync(out)) throw new CommandError(`${out} is there already: name another file.`)
  const formats = formatsFrom(optionText(invocation, 'formats'))
  const db = await visitDatabase(config)
  try {
    const customer = optionText(invocation, 'customer')
    if (customer !== undefined && (await findCustomer(db, customer)) === null)
      throw new Problem('not-found', { customer })
    const at = await nowOf(db, config)
    const packing =
      customer === undefined ? serverPacking(at, formats) : customerPacking(customer, at, formats)
    await progress(`Writing ${out}`, () => written(packed({ db, ...quiet }, packing), out))
    const { size } = await stat(out)
    if (json) terminal.write(JSON.stringify({ file: out, bytes: size, formats }))
    else terminal.write(`${out}  ${(size / 1_000_000).toFixed(1)} MB  ${formats.join(', ')}`)
  } finally {
    await db.destroy()
  }
}

async function nowOf(db: Database, { sandbox, sandboxNow: first }: Config): Promise<Instant> {
  return sandbox ? sandboxNow(db, first ?? Date.now()) : Date.now()
}

/** The file appears whole or not at all. */
async function written(stream: ReadableStream<Uint8Array>, out: string): Promise<void> {
  const part = `${out}.part`
  try {
    await pipeline(Readable.from(stream), createWriteStream(part, { mode: 0o600 }))
    await rename(part, out)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
