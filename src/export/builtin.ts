/** What the room takes from Node, where there is one. */
interface Builtins {
  readonly 'node:crypto': typeof import('node:crypto')
  readonly 'node:fs/promises': typeof import('node:fs/promises')
  readonly 'node:os': typeof import('node:os')
  readonly 'node:sqlite': typeof import('node:sqlite')
  readonly 'node:zlib': typeof import('node:zlib')
}

/**
 * A module of Node, asked for at run time, so that a bundle for a browser or a Worker has no `node:` import to stumble over.
 *
 * @returns undefined in a browser, and on a Worker without `nodejs_compat`.
 */
export function builtin<Id extends keyof Builtins>(id: Id): Builtins[Id] | undefined {
  return typeof process === 'undefined' ? undefined : process.getBuiltinModule?.(id)
}

/** @throws Error that says which format wants Node. */
export function builtinFor<Id extends keyof Builtins>(format: string, id: Id): Builtins[Id] {
  const found = builtin(id)
  if (found === undefined) throw new Error(`the format ${format} is written by Node only (${id})`)
  return found
}
