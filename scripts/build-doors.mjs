import { chmod, mkdir, rename, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { esmExternalRequirePlugin } from 'rolldown/plugins'

/** @typedef {'node' | 'cli' | 'worker'} Door */

export const JSX = {
  jsx: { runtime: /** @type {const} */ ('automatic'), importSource: 'hono/jsx' },
}

/** What a Worker can neither run nor carry. */
const NODE_ALONE = /node_modules\/(@electric-sql\/pglite|node-cron|@hono\/node-server)\//

/** Everything that is not ours: npm packages stay where npm put them. */
const PACKAGES = /^[^./]/

/**
 * One file a door. It is written aside and then moved, so that a process which starts meanwhile never reads half of it.
 *
 * @param {Door} door
 * @returns {Promise<string>} what was made, to be printed
 */
export async function bundleDoor(door) {
  const bundle = await rolldown({
    input: `src/${door}.ts`,
    onLog: refuse,
    ...(door === 'worker' ? forWorkers() : { platform: 'node', external: PACKAGES }),
  })
  const { output } = await bundle.generate({
    format: 'esm',
    codeSplitting: false,
    banner: door === 'cli' ? '#!/usr/bin/env node' : '',
  })
  await bundle.close()
  const [{ code, moduleIds }] = output
  const heavy = door === 'worker' ? moduleIds.filter((id) => NODE_ALONE.test(id)) : []
  if (heavy.length > 0) throw new Error(`A Worker must not carry these:\n${heavy.join('\n')}`)

  const path = `dist/${door}.js`
  await mkdir('dist', { recursive: true })
  await writeFile(`${path}.${process.pid}`, code)
  await chmod(`${path}.${process.pid}`, door === 'cli' ? 0o755 : 0o644)
  await rename(`${path}.${process.pid}`, path)
  return `${path}  ${kilobytes(code)} gzipped`
}

/**
 * A warning of the bundler is an error here: what it could not find would be missed only when the product runs.
 *
 * @param {string} level
 * @param {{ message: string }} log
 */
export function refuse(level, log) {
  if (level === 'warn') throw new Error(log.message)
}

/** @returns {import('rolldown').InputOptions} */
function forWorkers() {
  return {
    platform: 'node',
    external: [/^cloudflare:/],
    resolve: {
      conditionNames: ['workerd', 'worker', 'default'],
      // A native addon, which pg looks for and does without.
      alias: { 'pg-native': false },
    },
    // What pg requires of Node becomes an import: a Worker's module has no address to require from.
    plugins: [esmExternalRequirePlugin({ external: [/^node:/, ...builtinModules] })],
  }
}

/** @param {string} code */
export function kilobytes(code) {
  return `${(gzipSync(code, { level: 9 }).length / 1000).toFixed(1)} kB`
}
