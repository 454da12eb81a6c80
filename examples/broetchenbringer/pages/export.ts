import { Hono } from 'hono'
import type { Context } from 'hono'
import { exportPackage, exportTable, formats } from 'auszug/export'
import type { Progress } from 'auszug/export'
import { bakeryExport } from '../export.ts'
import type { Bakery, Env } from '../bakery.ts'
import { backupOf } from '../store/backup.ts'
import { count, openSnapshot } from '../store/database.ts'
import { bakeryTables } from '../store/schema.ts'
import { choices, chosen, nameOf } from './formats.ts'
import { exportPage } from './export-page.ts'
import { page } from './layout.ts'
import { notFound } from './not-found.ts'

/** Everything here answers in every mode: no code asks the license whether an export may happen. */
export function exportPages(bakery: Bakery): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/export', (c) => page(c, 'Daten exportieren', exportPage(bakery, '')))
  app.get('/export/package', (c) => packageOf(c, bakery))
  app.get('/export/progress/:id', (c) => {
    const state = bakery.exports.see(c.req.param('id'))
    c.header('cache-control', 'no-store')
    return state === null ? c.json({ state: 'unknown' }, 404) : c.json(state)
  })
  app.get('/export/tables/:file', (c) => tableOf(c, bakery, c.req.param('file')))
  app.get('/export/backup', (c) => {
    const name = `broetchenbringer-sicherung-${c.var.today}.sqlite`
    return download(backupOf(bakery.db), name, 'application/vnd.sqlite3')
  })
  app.get('/export/*', (c) => notFound(c, 'Diese Datei gibt es nicht.', '/export'))
  return app
}

function packageOf(c: Context<Env>, bakery: Bakery): Response | Promise<Response> {
  const wanted = (c.req.queries('format') ?? []).map(chosen).filter((each) => each !== null)
  if (wanted.length === 0) {
    const fault = 'Bitte wählen Sie mindestens ein Format.'
    return page(c, 'Daten exportieren', exportPage(bakery, fault), 422)
  }
  const id = c.req.query('id') ?? ''
  const { signal } = c.req.raw
  const stream = fromSnapshot(
    bakery,
    (snapshot) => {
      const data = bakeryExport(snapshot)
      const told = bakery.exports.begin(id, wanted.length * rowsIn(snapshot))
      const titles = new Map(data.tables.map(({ name, title }) => [name, title]))
      const onProgress = (now: Progress) => told(now, titles.get(now.table) ?? '')
      return exportPackage(data, { formats: wanted, at: new Date(c.var.now), signal, onProgress })
    },
    (isWhole) => bakery.exports.end(id, isWhole ? 'done' : 'failed'),
  )
  return download(stream, `broetchenbringer-${c.var.today}.zip`, 'application/zip')
}

function tableOf(c: Context<Env>, bakery: Bakery, file: string): Response | Promise<Response> {
  const [, name = '', extension = ''] = /^([a-z_]+)\.(.+)$/.exec(file) ?? []
  const choice = choices().find((each) => each.extension === extension)
  const format = formats().find((each) => each.name === nameOf(choice?.value ?? ''))
  const isTable = bakeryExport(bakery.db).tables.some((each) => each.name === name)
  if (choice === undefined || format === undefined || !isTable)
    return notFound(c, 'Diese Datei gibt es nicht.', '/export')
  const [, dialect] = choice.value.split(':')
  const options = { signal: c.req.raw.signal, ...(dialect !== undefined && { dialect }) }
  const stream = fromSnapshot(bakery, (snapshot) =>
    exportTable(bakeryExport(snapshot).table(name), format.name, options),
  )
  return download(stream, file, format.mediaType)
}

function rowsIn(db: Bakery['db']): number {
  return bakeryTables
    .filter((name) => name !== 'documents')
    .reduce((sum, name) => sum + count(db, `select count(*) as n from ${name}`), 0)
}

/** What is made of the file as it stands when the first byte is asked for; until then nothing is open that could be left so. */
function fromSnapshot(
  { file }: Bakery,
  make: (snapshot: Bakery['db']) => ReadableStream<Uint8Array>,
  ended: (isWhole: boolean) => void = () => {},
): ReadableStream<Uint8Array> {
  return ReadableStream.from(
    (async function* () {
      const snapshot = openSnapshot(file)
      let isWhole = false
      try {
        yield* make(snapshot)
        isWhole = true
      } finally {
        snapshot.close()
        ended(isWhole)
      }
    })(),
  )
}

function download(body: ReadableStream<Uint8Array>, name: string, mediaType: string): Response {
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
