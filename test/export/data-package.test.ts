import { Package } from 'datapackage'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  boolean,
  date,
  decimal,
  defineExport,
  exportPackage,
  formats,
  integer,
  table,
  text,
} from '../../src/export/index.ts'
import { collect } from './collect.ts'
import { torture } from './torture.ts'
import { textOf, unzip } from './unzip.ts'

// The library reads the first version of the standard, of which the second is an extension; an instant with its milliseconds is the
// one thing that it takes for none, so it reads the tables without.

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-package-'))
})

afterAll(() => rm(folder, { recursive: true }))

const customers = [
  { id: 1, name: 'Bäckerei "Müller"', email: 'm@example.com' },
  { id: 2, name: 'zwei\r\nZeilen; 面包', email: null },
]
const orders = [
  { id: 1, customer: 2, due_on: '2026-09-30', total: '1.20', paid: true, note: ' , ' },
  { id: 2, customer: 1, due_on: '2026-10-01', total: '-0.05', paid: false, note: null },
]

const bakery = defineExport({
  product: 'Brötchenbringer',
  tables: [
    table({
      name: 'customers',
      schema: { id: integer(), name: text(), email: text().nullable() },
      primaryKey: ['id'],
      rows: () => customers,
    }),
    table({
      name: 'orders',
      schema: {
        id: integer(),
        customer: integer(),
        due_on: date(),
        total: decimal(12, 2),
        paid: boolean(),
        note: text().nullable(),
      },
      primaryKey: ['id'],
      foreignKeys: [{ columns: ['customer'], references: { table: 'customers', columns: ['id'] } }],
      rows: () => orders,
    }),
  ],
})

/** The package's files on a disk, and what its descriptor says. */
async function unpacked(data: typeof bakery, wanted: readonly string[]) {
  const files = await unzip(await collect(exportPackage(data, { formats: [...wanted] })))
  for (const [path, bytes] of files) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
  const descriptor: { resources: Record<string, unknown>[] } = JSON.parse(
    textOf(files, 'data/datapackage.json'),
  )
  return { descriptor, basePath: join(folder, 'data') }
}

test('a Data Package validator finds every format’s package in order, and one without a path out of order', async () => {
  const data = defineExport({ product: 'Torture', tables: [torture] })
  const all = formats().map(({ name }) => name)
  const { descriptor, basePath } = await unpacked(data, all)
  const found = await Package.load(descriptor, { basePath })
  expect(found.errors.map(String)).toEqual([])
  expect(found.resources.length).toBe(descriptor.resources.length)
  expect(found.resources.every(({ valid }) => valid)).toBe(true)
  for (const resource of descriptor.resources) delete resource['path']
  expect((await Package.load(descriptor, { basePath })).valid).toBe(false)
})

test('it reads every value by the descriptor alone, along the keys from table to table', async () => {
  const { descriptor, basePath } = await unpacked(bakery, ['csv'])
  const { resources } = await Package.load(descriptor, { basePath })
  const read = resources.map((each) => each.read({ keyed: true, relations: true }))
  const [first, second] = await Promise.all(read)
  expect(first).toEqual(customers)
  expect(second).toEqual(
    orders.map(({ customer, due_on, total, ...rest }) => ({
      ...rest,
      customer: customers[customer - 1],
      due_on: new Date(`${due_on}T00:00:00`),
      total: Number(total),
    })),
  )
})
