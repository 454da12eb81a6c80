import {
  date,
  decimal,
  defineExport,
  fromSqlite,
  instant,
  integer,
  table,
  text,
} from 'auszug/export'
import type { Attachment, ColumnType, ExportData, ForeignKey } from 'auszug/export'
import { z } from 'zod'
import { all } from './store/database.ts'
import type { DatabaseSync } from './store/database.ts'

/** Cents as an exact decimal of euros, in SQL. */
const euros = (column: string, name: string) =>
  `printf('%d.%02d', ${column} / 100, ${column} % 100) as ${name}`

const money = decimal(12, 2)
const id = () => integer().titled('Kennung')

/** A table of the file, and what of it leaves the house. */
interface Kept {
  readonly name: string
  readonly title: string
  readonly schema: Readonly<Record<string, ColumnType>>
  readonly primaryKey?: readonly string[]
  readonly keys?: Readonly<Record<string, string>>
  readonly select: string
}

/** All that the program holds for the bakery, as it stands in this file; read-only, so a snapshot will do. */
export function bakeryExport(db: DatabaseSync): ExportData {
  return defineExport({
    product: 'Brötchenbringer',
    locale: 'de',
    tables: [...masterData, ...ordering, ...accounting].map((kept) =>
      table({
        name: kept.name,
        title: kept.title,
        schema: kept.schema,
        primaryKey: kept.primaryKey ?? ['id'],
        foreignKeys: foreignKeys(kept.keys ?? {}),
        rows: fromSqlite(() => db.prepare(kept.select)),
      }),
    ),
    files: () => documents(db),
    excluded: [
      { what: 'Kennwörter', why: 'Sie stehen nur als Prüfwert in der Datei und nützen niemandem.' },
      { what: 'Lizenz', why: 'Der Lizenzschlüssel steht in Ihrem Vertrag, nicht in Ihren Daten.' },
    ],
  })
}

const masterData: readonly Kept[] = [
  {
    name: 'tours',
    title: 'Touren',
    schema: { id: id(), name: text().titled('Tour'), leaves_at: text().titled('Abfahrt') },
    select: 'select * from tours order by id',
  },
  {
    name: 'customers',
    title: 'Kunden',
    schema: {
      id: id(),
      number: text().titled('Kundennummer'),
      name: text().titled('Name'),
      contact: text().titled('Ansprechpartner'),
      street: text().titled('Straße'),
      postcode: text().titled('Postleitzahl'),
      city: text().titled('Ort'),
      phone: text().titled('Telefon'),
      email: text().titled('E-Mail'),
      tour_id: integer().titled('Tour'),
      customer_since: date().titled('Kunde seit'),
      note: text().nullable().titled('Notiz'),
    },
    keys: { tour_id: 'tours' },
    select: 'select * from customers order by id',
  },
  {
    name: 'products',
    title: 'Produkte',
    schema: {
      id: id(),
      number: text().titled('Artikelnummer'),
      name: text().titled('Name'),
      category: text().titled('Warengruppe'),
      price: money.titled('Preis netto in Euro'),
      tax_percent: integer().titled('Umsatzsteuer in Prozent'),
      allergens: text().titled('Allergene'),
      on_sale: integer().titled('Im Angebot'),
    },
    select: `select *, ${euros('price_cents', 'price')} from products order by id`,
  },
]

const ordering: readonly Kept[] = [
  {
    name: 'standing_orders',
    title: 'Daueraufträge',
    schema: {
      id: id(),
      customer_id: integer().titled('Kunde'),
      weekdays: text().titled('Wochentage'),
      starts_on: date().titled('Ab'),
      ends_on: date().nullable().titled('Bis'),
      note: text().nullable().titled('Notiz'),
    },
    keys: { customer_id: 'customers' },
    select: 'select * from standing_orders order by id',
  },
  linesOf('standing_order_lines', 'Positionen der Daueraufträge', 'standing_order'),
  {
    name: 'orders',
    title: 'Bestellungen',
    schema: {
      id: id(),
      number: text().titled('Nummer'),
      customer_id: integer().titled('Kunde'),
      placed_at: instant().titled('Bestellt'),
      deliver_on: date().titled('Lieferung am'),
      note: text().nullable().titled('Notiz'),
    },
    keys: { customer_id: 'customers' },
    select: 'select * from orders order by id',
  },
  linesOf('order_lines', 'Positionen der Bestellungen', 'order'),
]

function linesOf(name: string, title: string, parent: string): Kept {
  const key = `${parent}_id`
  return {
    name,
    title,
    schema: {
      [key]: integer(),
      product_id: integer().titled('Produkt'),
      quantity: integer().titled('Menge'),
    },
    primaryKey: [key, 'product_id'],
    keys: { [key]: `${parent}s`, product_id: 'products' },
    select: `select * from ${name} order by ${key}, product_id`,
  }
}

const accounting: readonly Kept[] = [
  {
    name: 'invoices',
    title: 'Rechnungen',
    schema: {
      id: id(),
      number: text().titled('Rechnungsnummer'),
      customer_id: integer().titled('Kunde'),
      month: text().titled('Monat'),
      issued_on: date().titled('Ausgestellt am'),
      due_on: date().titled('Fällig am'),
      paid_on: date().nullable().titled('Bezahlt am'),
      net: money.titled('Netto in Euro'),
      tax: money.titled('Umsatzsteuer in Euro'),
      gross: money.titled('Brutto in Euro'),
    },
    keys: { customer_id: 'customers' },
    select: `select *, ${euros('net_cents', 'net')}, ${euros('tax_cents', 'tax')},
      ${euros('(net_cents + tax_cents)', 'gross')} from invoices order by id`,
  },
  {
    name: 'invoice_lines',
    title: 'Positionen der Rechnungen',
    schema: {
      invoice_id: integer().titled('Rechnung'),
      position: integer().titled('Position'),
      product_id: integer().titled('Produkt'),
      quantity: integer().titled('Menge'),
      unit_price: money.titled('Einzelpreis netto in Euro'),
      tax_percent: integer().titled('Umsatzsteuer in Prozent'),
    },
    primaryKey: ['invoice_id', 'position'],
    keys: { invoice_id: 'invoices', product_id: 'products' },
    select: `select *, ${euros('unit_price_cents', 'unit_price')} from invoice_lines order by invoice_id, position`,
  },
  {
    name: 'deliveries',
    title: 'Lieferungen',
    schema: {
      id: id(),
      customer_id: integer().titled('Kunde'),
      deliver_on: date().titled('Liefertag'),
      standing_order_id: integer().nullable().titled('Dauerauftrag'),
      order_id: integer().nullable().titled('Bestellung'),
      delivered_at: instant().nullable().titled('Geliefert'),
      invoice_id: integer().nullable().titled('Rechnung'),
    },
    keys: {
      customer_id: 'customers',
      standing_order_id: 'standing_orders',
      order_id: 'orders',
      invoice_id: 'invoices',
    },
    select: 'select * from deliveries order by id',
  },
  {
    name: 'delivery_lines',
    title: 'Positionen der Lieferungen',
    schema: {
      delivery_id: integer().titled('Lieferung'),
      product_id: integer().titled('Produkt'),
      quantity: integer().titled('Menge'),
      unit_price: money.titled('Einzelpreis netto in Euro'),
    },
    primaryKey: ['delivery_id', 'product_id'],
    keys: { delivery_id: 'deliveries', product_id: 'products' },
    select: `select *, ${euros('unit_price_cents', 'unit_price')} from delivery_lines order by delivery_id, product_id`,
  },
]

function foreignKeys(keys: Readonly<Record<string, string>>): ForeignKey[] {
  return Object.entries(keys).map(([column, parent]) => ({
    columns: [column],
    references: { table: parent, columns: ['id'] },
  }))
}

const kept = z.object({
  path: z.string(),
  media_type: z.string(),
  content: z.instanceof(Uint8Array),
})

/** What was filed with a customer, one folder each. */
function* documents(db: DatabaseSync): Generator<Attachment> {
  const ids = all(db, z.object({ id: z.int() }), 'select id from documents order by id')
  const sql = `select number || '/' || documents.name as path, media_type, content
    from documents join customers on customers.id = customer_id where documents.id = ?`
  for (const { id } of ids)
    for (const { path, media_type, content } of all(db, kept, sql, id))
      yield { path, mediaType: media_type, body: content }
}
