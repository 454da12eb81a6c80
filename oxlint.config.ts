import { defineConfig } from 'oxlint'

type Room = { rooms?: string[]; packages?: string[] }

const HONO = ['hono', 'hono/*', 'hono/**']
const PAGES = ['license', 'token', 'store', 'export', 'web']

/** Who may enter whom: rooms of the house, then packages. Whatever is not named here is forbidden. */
const ROOMS: Record<string, Room> = {
  license: { packages: ['temporal-polyfill'] },
  export: {
    packages: ['node:zlib', 'node:sqlite', 'hyparquet-writer', '@noble/hashes', '@noble/hashes/**'],
  },
  token: { rooms: ['license'], packages: ['jose', 'node:crypto'] },
  client: { packages: ['jose'] },
  migrations: { packages: ['kysely'] },
  store: {
    rooms: ['license', 'token', 'migrations'],
    packages: ['kysely', 'pg', '@electric-sql/pglite', 'node:crypto'],
  },
  outbox: { rooms: ['license', 'store'], packages: ['nodemailer', 'node:crypto', 'ipaddr.js'] },
  clock: { rooms: ['license', 'token', 'store', 'outbox'] },
  trace: { packages: ['@opentelemetry/*', 'node:async_hooks'] },
  web: { rooms: ['license'], packages: [...HONO, 'd3-scale', 'libphonenumber-js', 'node:crypto'] },
  api: { rooms: PAGES, packages: [...HONO, 'zod', 'libphonenumber-js'] },
  console: {
    rooms: PAGES,
    packages: [...HONO, 'zod', 'libphonenumber-js', 'openid-client', 'uqr'],
  },
  portal: { rooms: PAGES, packages: [...HONO, 'zod', 'libphonenumber-js'] },
  remote: { packages: ['openapi-fetch'] },
  cli: {
    rooms: [
      ...PAGES,
      'remote',
      'migrations',
      'outbox',
      'clock',
      'api',
      'console',
      'portal',
      'client',
    ],
    packages: ['**'],
  },
}

const from = (type: string, ...files: string[]) => ({
  element: { type },
  ...(files.length > 0 && { file: { path: files.map((file) => `**/${type}/${file}`) } }),
})
const room = (...rooms: string[]) => ({ element: { types: { anyOf: rooms } } })
const files = (...paths: string[]) => ({ file: { path: paths.map((path) => `**/src/${path}`) } })
const packages = (...sources: string[]) => sources.map((source) => ({ module: { source } }))

const policies = [
  ...Object.entries(ROOMS).flatMap(([type, allowed]) => [
    { from: from(type), allow: { to: room(type, ...(allowed.rooms ?? [])) } },
    ...packages(...(allowed.packages ?? [])).map((to) => ({ from: from(type), allow: { to } })),
  ]),

  // The client takes from the law what decides, and from the token what checks it. Types weigh nothing, but the calendar is
  // not even named.
  { from: from('client'), allow: { to: files('license/{decide,capability}.ts') } },
  { from: from('client'), allow: { to: room('license'), dependency: { kind: 'type' } } },
  { from: from('client'), disallow: { to: files('license/{calendar,series,terms}.ts') } },
  {
    from: from('client'),
    allow: {
      to: files(
        'token/{verify,claims,trust,fault,public-key,license-key,license-file,lease,fingerprint,record,signed,status-list}.ts',
      ),
    },
  },
  { from: from('client', 'testing.ts'), allow: { to: files('token/sign.ts') } },
  ...packages('node:fs', 'node:fs/promises', 'node:os', 'node:path', 'node:crypto').map((to) => ({
    from: from('client', '{node,file-store,machine-id}.ts'),
    allow: { to },
  })),
  { from: from('client', 'node.ts'), allow: { to: files('token/fingerprint-sync.ts') } },
  // Where the system keeps its id in no file, a command of the system tells it.
  {
    from: from('client', 'machine-id.ts'),
    allow: { to: { module: { source: 'node:child_process' } } },
  },
  {
    from: from('client', '!(*node|*file-store|*machine-id).ts'),
    disallow: { to: files('client/{node,file-store,machine-id}.ts') },
  },

  // What a form says is read by the schema that the API reads a body by: no rule stands twice.
  {
    from: from('console'),
    allow: { to: files('api/{schema,misfits,plan-members,*-body}.ts') },
  },

  // What travels to the client must not bring Temporal along.
  ...[files('license/{calendar,series,terms}.ts'), ...packages('temporal-polyfill')].map((to) => ({
    from: from('license', '{decide,capability}.ts'),
    disallow: { to },
  })),

  // PGlite holds its data directory by a listening socket.
  ...packages('node:fs', 'node:fs/promises', 'node:net', 'node:path', 'node:os').map((to) => ({
    from: from('store', 'pglite.ts'),
    allow: { to },
  })),

  // A webhook is sent to by a socket on a door that has some.
  ...packages('node:dns', 'node:http', 'node:https', 'node:net').map((to) => ({
    from: from('outbox', 'by-socket.ts'),
    allow: { to },
  })),

  // The hall holds types that every room with effects may read. The command line may use the whole house but its doors.
  ...['api', 'clock', 'outbox', 'trace', 'console', 'portal', 'cli'].map((type) => ({
    from: from(type),
    allow: { to: { file: { categories: 'hall' } } },
  })),
  { from: from('cli'), allow: { to: files('{app,config}.ts') } },
  // What a door does not ask for is not loaded, so nobody else may know of it.
  { from: from('cli'), disallow: { to: { module: { source: '@opentelemetry/*' } } } },
]

const CLOCKS = [
  { object: 'Date', property: 'now' },
  { object: 'Math', property: 'random' },
  { object: 'performance', property: 'now' },
  { object: 'Temporal', property: 'Now' },
].map((clock) => ({
  ...clock,
  message: 'The law has no clock and no dice: `now` comes in as an argument.',
}))

const ENVIRONMENT = {
  object: 'process',
  property: 'env',
  message: 'config.ts alone reads the environment.',
}

const LENGTH = { skipComments: true, skipBlankLines: true }

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'vitest'],
  jsPlugins: ['eslint-plugin-boundaries', './scripts/no-clock.mjs'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['dist', 'data'],
  settings: {
    'boundaries/elements': Object.keys(ROOMS).map((type) => ({
      type,
      pattern: type === 'migrations' ? type : `src/${type}`,
    })),
    'boundaries/files': [
      { category: 'hall', pattern: 'src/deps.ts' },
      { category: 'door', pattern: 'src/{app,config,node,worker,cli}.ts' },
    ],
  },
  rules: {
    'import/no-cycle': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { allowDefaultCaseForExhaustiveSwitch: false },
    ],
    'max-lines': ['error', { max: 300, ...LENGTH }],
    'max-lines-per-function': ['error', { max: 50, ...LENGTH }],
  },
  overrides: [
    {
      files: ['src/**', 'migrations/**'],
      rules: {
        'boundaries/no-unknown-files': 'error',
        'boundaries/no-unknown-dependencies': 'error',
        'import/no-default-export': 'error',
        'no-restricted-properties': ['error', ENVIRONMENT],
      },
    },
    {
      files: ['src/*/**', 'migrations/**'],
      rules: {
        'boundaries/dependencies': [
          'error',
          { default: 'disallow', checkAllOrigins: true, checkInternals: true, policies },
        ],
      },
    },
    {
      files: ['src/{app,config,deps,worker,cli}.ts'],
      rules: { 'no-restricted-imports': ['error', { paths: ['node-cron'] }] },
    },
    {
      // A Worker never bundles PGlite, nor what only Node has.
      files: ['src/{app,worker}.ts'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            paths: ['node-cron', '@electric-sql/pglite', '@hono/node-server'],
            patterns: ['**/store/pglite.ts', '**/outbox/by-socket.ts'],
          },
        ],
      },
    },
    { files: ['src/config.ts'], rules: { 'no-restricted-properties': 'off' } },
    { files: ['src/worker.ts'], rules: { 'import/no-default-export': 'off' } },
    {
      files: ['src/license/**'],
      rules: {
        'no-restricted-properties': ['error', ...CLOCKS, ENVIRONMENT],
        'law/no-clock': 'error',
      },
    },
    // A list, a body a route.
    { files: ['src/api/examples.ts'], rules: { 'max-lines-per-function': 'off' } },
    // Generated: as long as the API is.
    { files: ['src/remote/paths.ts'], rules: { 'max-lines': 'off' } },
    { files: ['src/client/**'], rules: { 'no-console': 'error' } },
    { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
  ],
})
