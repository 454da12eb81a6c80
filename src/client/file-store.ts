import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { Store } from './store.ts'

/**
 * A store in a file of its own, which nobody but the product's user can read (mode 0600). Written whole or not at all, so that a crash or a full
 * disk leaves the text from before.
 */
export function fileStore(path: string): Store {
  let last: Promise<unknown> = Promise.resolve()
  return {
    read: async (name) => (await entries(path))[name] ?? null,
    // One after the other, since each writes what the others have kept.
    write: (name, text) => {
      const written = last.then(() => keep(path, name, text))
      last = written.catch(() => undefined)
      return written
    },
  }
}

async function keep(path: string, name: string, text: string): Promise<void> {
  const others = await entries(path).catch(() => ({}))
  await replace(path, JSON.stringify({ ...others, [name]: text }))
}

/** @throws SyntaxError if the file is no store. */
async function entries(path: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '{}'
    throw error
  })
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SyntaxError('not a store')
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}

async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
