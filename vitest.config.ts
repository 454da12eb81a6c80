import { defineConfig } from 'vitest/config'

/** What needs no database. */
const UNIT = ['license', 'token', 'client', 'export', 'examples'].map(
  (room) => `test/${room}/**/*.test.ts`,
)

/** A real browser and workerd are asked for by name. */
const APART = ['test/web/**', 'test/workers/**']

/** What people look at asks the database what the calls ask it, which are tested on both. */
const PAGES = ['test/console/**', 'test/portal/**']

/** What is read from a file is judged before any database sees it. */
const FILES = [
  'bad-package',
  'command-line',
  'dossiers',
  'move-in-csv',
  'move-in-keygen',
  'stream',
].map((name) => `test/records/${name}.test.ts`)

/** Served from memory, whatever else there is. */
const IN_MEMORY = ['test/doors/demo*.test.ts']

/** The same files once on PGlite and once on PostgreSQL; `test/database.ts` reads which. */
const DATABASE = { include: ['test/*/**/*.test.ts'], exclude: [...UNIT, ...APART] }

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Half of a test's time is its database's, and the browser's: a core without a test of its own would wait for them.
    maxWorkers: '100%',
    // No file leaves anything behind in a module: what is loaded and warm serves the next one, which halves the time.
    isolate: false,
    projects: [
      { test: { name: 'unit', include: [...UNIT, 'test/*.test.ts'] } },
      {
        test: {
          name: 'pglite',
          ...DATABASE,
          exclude: [...DATABASE.exclude, ...PAGES, ...FILES],
          env: { TEST_DATABASE: 'pglite' },
        },
      },
      {
        test: {
          name: 'postgres',
          ...DATABASE,
          exclude: [...DATABASE.exclude, ...IN_MEMORY],
          env: { TEST_DATABASE: 'postgres' },
          globalSetup: 'test/globalSetup.ts',
        },
      },
      { test: { name: 'web', include: ['test/web/**/*.test.ts'] } },
      {
        test: {
          name: 'workers',
          include: ['test/workers/**/*.test.ts'],
          env: { TEST_DATABASE: 'postgres' },
          globalSetup: 'test/globalSetup.ts',
        },
      },
    ],
  },
})
