import { Writable } from 'node:stream'
import { defineExport, exportPackage, exportTable } from '../src/export/index.ts'
import { orderLines, orders, type OrderLine } from './export-orders.ts'

/** Reads a stream to its end and forgets it: the same sink for every case. */
export async function drained(stream: ReadableStream<Uint8Array>): Promise<number> {
  let bytes = 0
  for await (const chunk of stream) bytes += chunk.length
  return bytes
}

const encoder = new TextEncoder()

/** The limit: the same rows, joined by hand without a check or an escape, into the same sink. */
function plain(count: number, line: (order: OrderLine) => string): ReadableStream<Uint8Array> {
  const batches = orderLines(count)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await batches.next()
        if (next.done === true) return controller.close()
        let text = ''
        for (const order of next.value) text += line(order)
        controller.enqueue(encoder.encode(text))
      },
    },
    { highWaterMark: 0 },
  )
}

function csvLine(o: OrderLine): string {
  return `${o.id},${o.customer},${o.placed_at.toISOString()},${o.deliver_on},${o.total},${o.quantity},${o.paid},${o.note ?? ''}\r\n`
}

async function byExceljs(count: number): Promise<number> {
  // Its own weight is in its own figure alone.
  const { default: exceljs } = await import('exceljs')
  let bytes = 0
  const sink = new Writable({
    write(chunk: Uint8Array, _, done) {
      bytes += chunk.length
      done()
    },
  })
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true })
  const sheet = workbook.addWorksheet('order_lines')
  sheet
    .addRow(['id', 'customer', 'placed_at', 'deliver_on', 'total', 'quantity', 'paid', 'note'])
    .commit()
  for await (const batch of orderLines(count))
    for (const o of batch)
      sheet
        .addRow([
          o.id,
          o.customer,
          o.placed_at,
          o.deliver_on,
          Number(o.total),
          o.quantity,
          o.paid,
          o.note,
        ])
        .commit()
  sheet.commit()
  await workbook.commit()
  return bytes
}

/** Each writes so many rows, and says how many bytes they were. */
export const cases: Readonly<Record<string, (count: number) => Promise<number>>> = {
  'plain CSV': (count) => drained(plain(count, csvLine)),
  csv: (count) => drained(exportTable(orders(count), 'csv')),
  'csv excel-de': (count) => drained(exportTable(orders(count), 'csv', { dialect: 'excel-de' })),
  gdpdu: (count) => drained(exportTable(orders(count), 'gdpdu')),
  'plain JSON': (count) => drained(plain(count, (order) => `${JSON.stringify(order)}\n`)),
  jsonl: (count) => drained(exportTable(orders(count), 'jsonl')),
  json: (count) => drained(exportTable(orders(count), 'json')),
  xml: (count) => drained(exportTable(orders(count), 'xml')),
  'exceljs stream': byExceljs,
  xlsx: (count) => drained(exportTable(orders(count), 'xlsx')),
  ods: (count) => drained(exportTable(orders(count), 'ods')),
  sqlite: (count) => drained(exportTable(orders(count), 'sqlite')),
  parquet: (count) => drained(exportTable(orders(count), 'parquet')),
  'package csv': (count) => packaged(count, ['csv']),
  'package csv+jsonl': (count) => packaged(count, ['csv', 'jsonl']),
}

function packaged(count: number, formats: string[]): Promise<number> {
  const data = defineExport({ product: 'Bench', tables: [orders(count)] })
  return drained(exportPackage(data, { formats, onError: 'abort' }))
}

/** What a case of its own process measured. */
export interface Measured {
  readonly seconds: number
  readonly bytes: number
  readonly peakMb: number
}

if (import.meta.main) {
  const [name = '', count = '0'] = process.argv.slice(2)
  const start = performance.now()
  const bytes = await cases[name]!(Number(count))
  const seconds = (performance.now() - start) / 1000
  const measured: Measured = { seconds, bytes, peakMb: process.resourceUsage().maxRSS / 1024 }
  console.log(JSON.stringify(measured))
}
