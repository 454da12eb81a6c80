import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import {
  decimal,
  defineExport,
  exportPackage,
  instant,
  integer,
  table,
  text,
  type ExportData,
  type PackageOptions,
  type Progress,
  type Rows,
} from '../../src/export/index.ts'
import { collect } from './collect.ts'
import { textOf, unzip } from './unzip.ts'

const everything = ['csv', 'jsonl', 'json', 'xml', 'xlsx', 'ods', 'sqlite', 'parquet', 'gdpdu']

const customers = table({
  name: 'customers',
  title: 'Kunden',
  schema: { id: integer(), name: text(), email: text().nullable() },
  primaryKey: ['id'],
  unique: [['email']],
  rows: () => [
    { id: 1, name: 'Bäckerei Müller', email: 'm@example.com' },
    { id: 2, name: '', email: null },
  ],
})

function bakery(rows: () => Rows = () => [order(1), order(2), order(3)]): ExportData {
  return defineExport({
    product: 'Brötchenbringer',
    locale: 'de',
    tables: [
      customers,
      table({
        name: 'orders',
        title: 'Bestellungen',
        schema: {
          id: integer(),
          customer_id: integer(),
          placed_at: instant(),
          total: decimal(12, 2).titled('Summe'),
        },
        primaryKey: ['id'],
        foreignKeys: [
          { columns: ['customer_id'], references: { table: 'customers', columns: ['id'] } },
        ],
        rows,
      }),
    ],
    files: () => [{ path: 'Rechnungen/März.pdf', body: '%PDF', mediaType: 'application/pdf' }],
    excluded: [{ what: 'route planner weights', why: 'internal data, no customer content' }],
  })
}

function order(id: number) {
  return { id, customer_id: 1, placed_at: new Date(1.7e12 + id), total: `${id}.50` }
}

async function unpacked(data: ExportData, options: PackageOptions) {
  return unzip(await collect(exportPackage(data, options)))
}

/** What a bag's own rules say: every payload file in the manifest, every digest right, nothing else there. */
function checkBag(files: ReadonlyMap<string, Uint8Array>): void {
  const payload = [...files.keys()].filter((path) => path.startsWith('data/'))
  const tags = ['bagit.txt', 'bag-info.txt', 'manifest-sha512.txt']
  for (const [name, covered] of [
    ['manifest', payload],
    ['tagmanifest', tags],
  ] as const) {
    const lines = textOf(files, `${name}-sha512.txt`).trimEnd().split('\n')
    expect(lines.map((line) => line.slice(130)).toSorted()).toEqual(covered.toSorted())
    for (const line of lines) {
      const digest = createHash('sha512')
        .update(files.get(line.slice(130))!)
        .digest('hex')
      expect(line.slice(0, 128)).toBe(digest)
    }
  }
  const bytes = payload.reduce((sum, path) => sum + files.get(path)!.length, 0)
  expect(textOf(files, 'bag-info.txt')).toContain(`Payload-Oxum: ${bytes}.${payload.length}\n`)
}

test('a package is a whole bag with every table in every format', async () => {
  const files = await unpacked(bakery(), { formats: everything })
  checkBag(files)
  expect([...files.keys()]).toEqual([
    'bagit.txt',
    ...['csv', 'jsonl', 'json', 'xml'].flatMap((ext) =>
      ['customers', 'orders'].map((name) => `data/tables/${name}.${ext}`),
    ),
    'data/tables/customers.xsd',
    'data/tables/orders.xsd',
    ...['xlsx', 'ods'].flatMap((ext) =>
      ['customers', 'orders'].map((name) => `data/tables/${name}.${ext}`),
    ),
    'data/tables/brotchenbringer.sqlite',
    'data/tables/customers.parquet',
    'data/tables/orders.parquet',
    'data/gdpdu/customers.csv',
    'data/gdpdu/orders.csv',
    'data/gdpdu/index.xml',
    'data/gdpdu/gdpdu-01-09-2004.dtd',
    'data/files/Rechnungen/März.pdf',
    'data/excluded.json',
    'data/README.de.txt',
    'data/README.en.txt',
    'data/datapackage.json',
    'bag-info.txt',
    'manifest-sha512.txt',
    'tagmanifest-sha512.txt',
  ])
})

test('the same data give the same bytes', async () => {
  const options = { formats: [...everything, { format: 'csv', dialect: 'excel-de' }] }
  const first = await collect(exportPackage(bakery(), options))
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(Buffer.from(await collect(exportPackage(bakery(), options))).equals(first)).toBe(true)
})

describe('the descriptor', () => {
  test('says types, keys, constraints and what null is', async () => {
    const files = await unpacked(bakery(), { formats: ['csv', 'jsonl'] })
    const { resources } = JSON.parse(textOf(files, 'data/datapackage.json'))
    expect(resources.map(({ name }: { name: string }) => name)).toEqual([
      'customers',
      'orders',
      'customers.jsonl',
      'orders.jsonl',
      'files/Rechnungen/März.pdf',
    ])
    expect(resources[1]).toMatchObject({
      path: 'tables/orders.csv',
      mediatype: 'text/csv',
      'auszug:rows': 3,
      'auszug:null': expect.stringContaining('null'),
      schema: {
        fields: [
          { name: 'id', type: 'integer', constraints: { required: true } },
          { name: 'customer_id', type: 'integer' },
          { name: 'placed_at', type: 'datetime' },
          { name: 'total', title: 'Summe', type: 'number', 'auszug:scale': 2 },
        ],
        primaryKey: ['id'],
        foreignKeys: [
          { fields: ['customer_id'], reference: { resource: 'customers', fields: ['id'] } },
        ],
      },
    })
    expect(resources[3].schema.foreignKeys[0].reference.resource).toBe('customers.jsonl')
    expect(resources[0].schema).toMatchObject({
      uniqueKeys: [['email']],
      fields: [{}, { missingValues: [] }, { constraints: { required: false, unique: true } }],
    })
  })

  test('says how to take the guard of the Excel dialect off', async () => {
    const formats = [{ format: 'csv', dialect: 'excel-de' }]
    const files = await unpacked(bakery(), { formats })
    const { resources } = JSON.parse(textOf(files, 'data/datapackage.json'))
    expect(resources[0]).toMatchObject({
      path: 'tables/customers.excel-de.csv',
      dialect: { delimiter: ';' },
      'auszug:formulaGuard': { prefix: "'", columns: ['name', 'email'] },
    })
    expect(resources[1].schema.fields[3]).toMatchObject({ name: 'total', decimalChar: ',' })
  })
})

test('what is not exported is said with its reason, in the package and to people', async () => {
  const files = await unpacked(bakery(), { formats: ['csv'] })
  const reason = 'internal data, no customer content'
  expect(JSON.parse(textOf(files, 'data/excluded.json'))).toEqual([
    { what: 'route planner weights', why: reason },
  ])
  expect(textOf(files, 'data/README.de.txt')).toContain(`route planner weights: ${reason}`)
  expect(textOf(files, 'data/README.en.txt')).toContain('Bestellungen (orders): 3 rows')
})

describe('a table that breaks off', () => {
  const broken = () =>
    bakery(function* () {
      for (let id = 1; id <= 2000; id++) yield order(id)
      throw new Error('connection lost')
    })

  test.each(everything)('is left out of %s, and every place says so', async (format) => {
    const files = await unpacked(broken(), { formats: [format] })
    checkBag(files)
    expect([...files.keys()].filter((path) => path.includes('orders'))).toEqual([])
    const descriptor = JSON.parse(textOf(files, 'data/datapackage.json'))
    expect(descriptor['auszug:complete']).toBe(false)
    expect(descriptor['auszug:failed']).toEqual([
      { table: 'orders', format, rows: 2000, reason: 'connection lost' },
    ])
    expect(textOf(files, 'data/README.de.txt')).toContain('nicht vollständig')
    expect(textOf(files, 'data/README.en.txt')).toContain(`orders (${format}): connection lost`)
    expect(textOf(files, 'bag-info.txt')).toContain('Auszug-Complete: no\n')
    expect(descriptor.resources[0].name).toBe('customers')
  })

  test.each(everything)('ends the stream of %s where the caller wants that', async (format) => {
    const stream = exportPackage(broken(), { formats: [format], onError: 'abort' })
    await expect(collect(stream)).rejects.toThrow('connection lost')
  })
})

test('attachments that break off or lead outside are reported, not written', async () => {
  for (const path of ['../x', '/x', 'a//b', 'a\\b', 'C:/x', 'a/../../b', 'x.', '']) {
    const data = defineExport({ product: 'P', tables: [], files: () => [{ path, body: 'x' }] })
    const files = await unpacked(data, { formats: ['csv'] })
    expect([...files.keys()].filter((name) => name.startsWith('data/files'))).toEqual([])
    expect(JSON.parse(textOf(files, 'data/datapackage.json'))['auszug:failed']).toHaveLength(1)
  }
})

test('a package goes on where an earlier one ended', async () => {
  const files = await unpacked(bakery(), { formats: ['csv'], skip: ['customers'] })
  checkBag(files)
  expect(files.has('data/tables/customers.csv')).toBe(false)
  const descriptor = JSON.parse(textOf(files, 'data/datapackage.json'))
  expect(descriptor['auszug:skipped']).toEqual(['customers'])
  expect(descriptor.resources[0].schema.foreignKeys).toBeUndefined()
})

test('progress tells table, format, rows and bytes', async () => {
  const seen: Progress[] = []
  const onProgress = (progress: Progress) => seen.push(progress)
  await collect(exportPackage(bakery(), { formats: ['csv', 'sqlite'], onProgress }))
  expect(seen).toContainEqual(expect.objectContaining({ table: 'orders', format: 'csv', rows: 3 }))
  expect(seen).toContainEqual(
    expect.objectContaining({ table: 'orders', format: 'sqlite', rows: 3 }),
  )
  expect(seen.map(({ bytes }) => bytes)).toEqual(
    seen.map(({ bytes }) => bytes).toSorted((a, b) => a - b),
  )
})

test('an abort ends a package with its reason', async () => {
  const stop = new AbortController()
  const endless = bakery(function* () {
    for (let id = 1; ; id++) yield order(id)
  })
  const reading = collect(exportPackage(endless, { formats: ['csv'], signal: stop.signal }))
  setTimeout(() => stop.abort(new Error('the page was closed')), 20)
  await expect(reading).rejects.toThrow('the page was closed')
})

test('without Node, text formats and packages are the same', async () => {
  const script = `
    delete globalThis.Buffer
    delete globalThis.setImmediate
    process.getBuiltinModule = undefined
    const { exportPackage, defineExport, table, text, binary } = await import('./src/export/index.ts')
    const rows = () => [{ name: 'Brötchen', bytes: Uint8Array.from({ length: 70000 }, (_, n) => n) }]
    const data = defineExport({ product: 'P', tables: [table({ name: 't', schema: { name: text(), bytes: binary() }, rows })] })
    const formats = ['csv', 'jsonl', 'json', 'xml', 'xlsx', 'ods', 'parquet', 'gdpdu']
    for await (const chunk of exportPackage(data, { formats })) process.stdout.write(chunk)`
  const root = new URL('../..', import.meta.url)
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'buffer',
    maxBuffer: 2 ** 26,
  })
  const files = await unzip(stdout)
  checkBag(files)
  expect(JSON.parse(textOf(files, 'data/tables/t.jsonl')).name).toBe('Brötchen')
  expect(JSON.parse(textOf(files, 'data/datapackage.json'))['auszug:failed']).toEqual([])
})
