import { execFile } from 'node:child_process'
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { rolldown } from 'rolldown'
import { kilobytes, refuse } from './build-doors.mjs'

/** What a product imports, after `auszug/`, and where it is written. */
export const SDK = {
  client: 'src/client/index.ts',
  'client/browser': 'src/client/browser.ts',
  'client/testing': 'src/client/testing.ts',
  'client/node': 'src/client/node.ts',
  leases: 'src/client/leases.ts',
  export: 'src/export/index.ts',
  api: 'src/remote/index.ts',
}

/** What each may import when it runs, beside its own files. */
const MAY_IMPORT = {
  client: /^jose$/,
  'client/browser': /^jose$/,
  'client/testing': /^jose$/,
  'client/node': /^(jose|node:.*)$/,
  leases: /^jose$/,
  export: /^(node:)?[a-z_/]+$/,
  api: /^openapi-fetch$/,
}

const FOLDER = 'dist/sdk'

/**
 * The package that a product installs: JavaScript, declarations and a manifest whose only dependency is jose.
 *
 * @returns {Promise<string>} what was made, to be printed
 */
export async function buildSdk() {
  await rm(FOLDER, { recursive: true, force: true })
  const bundle = await rolldown({
    input: SDK,
    platform: 'node',
    external: /^(jose|openapi-fetch)$/,
    onLog: refuse,
  })
  const { output } = await bundle.write({
    dir: FOLDER,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name]-[hash].js',
  })
  await bundle.close()
  const chunks = output.filter((file) => file.type === 'chunk')
  for (const [name, allowed] of Object.entries(MAY_IMPORT)) refuseOthers(chunks, name, allowed)

  await declare()
  await writeFile(join(FOLDER, 'package.json'), `${JSON.stringify(await manifest(), null, 2)}\n`)
  await cp('LICENSE', join(FOLDER, 'LICENSE'))
  await cp('docs/sdk.md', join(FOLDER, 'README.md')).catch(() => {
    console.warn('docs/sdk.md does not exist yet: the SDK has no README.')
  })
  const notices = await noticesOf(chunks.flatMap((chunk) => chunk.moduleIds))
  if (notices) await writeFile(join(FOLDER, 'NOTICES.txt'), notices)
  return `${FOLDER}  ${await clientSize()}`
}

/**
 * The linter sees an import, the bundler what it drags along: no Temporal, no Node and no package but jose.
 *
 * @param {import('rolldown').OutputChunk[]} chunks
 * @param {string} name
 * @param {RegExp} allowed
 */
function refuseOthers(chunks, name, allowed) {
  const reached = new Set([`${name}.js`])
  for (const fileName of reached) {
    const chunk = chunks.find((it) => it.fileName === fileName)
    for (const next of [...(chunk?.imports ?? []), ...(chunk?.dynamicImports ?? [])]) {
      if (chunks.some((it) => it.fileName === next)) reached.add(next)
      else if (!allowed.test(next))
        throw new Error(`auszug/${name} must not import ${next} (${fileName}).`)
    }
    const packages = chunk?.moduleIds.filter((id) => id.includes('node_modules')) ?? []
    if (name !== 'export' && packages.length > 0)
      throw new Error(`auszug/${name} must not carry these:\n${packages.join('\n')}`)
  }
}

/** Declarations beside each other as the sources are; what they import by `.ts` is called `.js` where they are published. */
async function declare() {
  const command = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.sdk.json']
  await promisify(execFile)(process.execPath, command).catch(({ stdout }) => {
    throw new Error(`The declarations do not compile:\n${stdout}`)
  })
  const folder = join(FOLDER, 'types')
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue
    const text = await readFile(join(folder, name), 'utf8')
    await writeFile(
      join(folder, name),
      text.replace(/(['"])(\.{1,2}\/[^'"\n]+)\.tsx?\1/g, '$1$2.js$1'),
    )
  }
}

async function manifest() {
  const { name, version, description, license, engines, dependencies } = JSON.parse(
    await readFile('package.json', 'utf8'),
  )
  const exports = Object.entries(SDK).map(([path, source]) => {
    const types = source.replace('src/', './types/').replace('.ts', '.d.ts')
    return [`./${path}`, { types, default: `./${path}.js` }]
  })
  // In Node a product gets the file store and the machine's id with the same import; in a browser none of the guards. Bundlers
  // for Workers call those a browser, too.
  const {
    './client/node': node,
    './client/browser': browser,
    './client': other,
    ...rest
  } = Object.fromEntries(exports)
  return {
    name,
    version,
    description: `${description.split(',')[0]}: what a product holds`,
    license,
    type: 'module',
    sideEffects: false,
    engines,
    exports: {
      './client': { node, workerd: other, worker: other, browser, default: other },
      './client/node': node,
      './client/browser': browser,
      ...rest,
      './package.json': './package.json',
    },
    dependencies: { jose: `^${dependencies.jose}` },
    // What calls the API of a server is no product: it brings this along.
    peerDependencies: { 'openapi-fetch': `^${dependencies['openapi-fetch']}` },
    peerDependenciesMeta: { 'openapi-fetch': { optional: true } },
  }
}

/**
 * The licenses of the packages whose code went into the bundle.
 *
 * @param {string[]} moduleIds
 */
async function noticesOf(moduleIds) {
  const folders = moduleIds.flatMap(
    (id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? [],
  )
  const notices = [...new Set(folders)].sort().map(async (folder) => {
    const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
    const file = (await readdir(folder)).find((it) => /^licen[cs]e/i.test(it))
    if (!file) throw new Error(`${name} goes into the SDK and has no license file.`)
    return `${name} ${version}\n\n${await readFile(join(folder, file), 'utf8')}`
  })
  return (await Promise.all(notices)).join(`\n${'-'.repeat(80)}\n\n`)
}

/** The client as a product's own bundler would make it; what it loads only when there is news apart. */
async function clientSize() {
  const [browser, news] = await minified(SDK['client/browser'])
  const [whole] = await minified(SDK.client)
  return `client ${kilobytes(browser)} gzipped in a browser (bound: 8 kB), ${kilobytes(whole)} with the guards of a server; late news ${kilobytes(news)} more, once looked for`
}

/**
 * @param {string} input
 * @returns {Promise<[entry: string, lazy: string]>}
 */
async function minified(input) {
  const bundle = await rolldown({ input, platform: 'browser', onLog: refuse })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  const [first, ...lazy] = output.flatMap((file) => (file.type === 'chunk' ? [file] : []))
  if (!first?.isEntry || lazy.length !== 1 || first.imports.length > 0)
    throw new Error('The client is one file, and one that is loaded for late news.')
  return [first.code, lazy[0]?.code ?? '']
}
