import { addDays } from '../german.ts'
import { addCustomer, countCustomers } from '../store/customers.ts'
import { all, atomically, run } from '../store/database.ts'
import type { DatabaseSync } from '../store/database.ts'
import { confirmDay, insertPlanned } from '../store/deliveries.ts'
import { insertInvoices } from '../store/invoices.ts'
import { insertOrder } from '../store/orders.ts'
import { z } from 'zod'
import { ensureBasics } from './basics.ts'
import { diceOf } from './dice.ts'
import type { Dice } from './dice.ts'
import {
  customerNotes,
  familyNames,
  givenNames,
  kinds,
  orderNotes,
  priceList,
  streets,
  tourNames,
  towns,
} from './names.ts'

/** How many days of the past an example has. */
const past = 119

/**
 * Fills an empty file with a bakery of ninety-six customers and four months of deliveries: the same one for the same day.
 *
 * @param today the first day without confirmed deliveries; what is baked tomorrow is planned already.
 */
export function seed(db: DatabaseSync, today: string): void {
  if (countCustomers(db) > 0) return
  ensureBasics(db)
  const dice = diceOf(20_260_928)
  atomically(db, () => {
    for (const kind of kinds)
      for (const name of kind.names)
        seedCustomer(db, dice, { ...kind, name }, addDays(today, -past))
    for (let day = addDays(today, -past); day <= addDays(today, 1); day = addDays(day, 1))
      live(db, dice, day, today)
    seedPayments(db, dice, today)
    run(db, earlyTours, today, `${today}T05:55:00Z`)
  })
}

/** The day is young: the first two tours are back. */
const earlyTours = `update deliveries set delivered_at = ?2 where deliver_on = ?1
  and customer_id in (select id from customers where tour_id <= 2)`

interface Kind {
  readonly kind: string
  readonly name: string
  readonly weekdays: string
  readonly categories: readonly string[]
  readonly least: number
  readonly most: number
}

function seedCustomer(db: DatabaseSync, dice: Dice, kind: Kind, first: string): void {
  const [postcode, city] = dice.pick(towns)
  const firm = `${kind.kind} ${kind.name}`
  const nth = countCustomers(db)
  const id = addCustomer(db, {
    name: firm,
    contact: `${dice.pick(givenNames)} ${dice.pick(familyNames)}`,
    street: `${dice.pick(streets)} ${dice.between(1, 84)}`,
    postcode,
    city,
    phone: `+49 30 23125 ${String(nth).padStart(3, '0')}`,
    email: `post@kunde-${String(nth + 1).padStart(3, '0')}.example`,
    tour_id: dice.between(1, tourNames.length),
    customer_since: addDays(first, -dice.between(30, 3000)),
    note: dice.once(3) ? dice.pick(customerNotes) : null,
  })
  seedStandingOrder(db, dice, kind, id, addDays(first, dice.once(6) ? dice.between(7, 60) : -20))
  if (dice.once(3)) seedStandingOrder(db, dice, { ...kind, weekdays: 'Sa' }, id, first)
  if (dice.once(8)) seedDocument(db, id, firm, first)
}

function seedStandingOrder(
  db: DatabaseSync,
  dice: Dice,
  kind: Kind,
  customer: number,
  startsOn: string,
): void {
  const id = run(
    db,
    'insert into standing_orders (customer_id, weekdays, starts_on, ends_on, note) values (?, ?, ?, ?, ?)',
    customer,
    kind.weekdays,
    startsOn,
    dice.once(14) ? addDays(startsOn, dice.between(40, 110)) : null,
    kind.weekdays === 'Sa' ? 'Zum Wochenende' : null,
  )
  const offered = priceList.flatMap(([, , category], at) =>
    kind.categories.includes(category) ? [at + 1] : [],
  )
  const lines = kind.weekdays === 'Sa' ? 2 : dice.between(3, 6)
  for (let n = 0; n < lines; n++) {
    const product = dice.pick(offered)
    const most = (priceList[product - 1]?.[3] ?? 0) > 1000 ? 3 : kind.most
    run(
      db,
      'insert into standing_order_lines values (?, ?, ?) on conflict do nothing',
      id,
      product,
      most === 3 ? dice.between(1, 3) : dice.between(kind.least, most),
    )
  }
}

function seedDocument(db: DatabaseSync, customer: number, firm: string, addedOn: string): void {
  const text = `Liefervereinbarung\n\nBäckerei Beispiel beliefert ${firm} an den vereinbarten Wochentagen.\nMehr- und Mindermengen bis zwölf Uhr am Vortag.\n`
  run(
    db,
    'insert into documents (customer_id, name, media_type, added_on, content) values (?, ?, ?, ?, ?)',
    customer,
    'Liefervereinbarung.txt',
    'text/plain',
    addedOn,
    new TextEncoder().encode(text),
  )
}

/** One day of the bakery. */
function live(db: DatabaseSync, dice: Dice, day: string, today: string): void {
  const orders = dice.between(2, 5)
  for (let n = 0; n < orders; n++) {
    const products = new Set(Array.from({ length: dice.between(1, 3) }, () => dice.between(1, 31)))
    const wishes = [...products].map((productId) => ({
      productId,
      quantity: productId >= 27 ? dice.between(1, 3) : dice.between(6, 40),
    }))
    const placedAt = `${addDays(day, -dice.between(1, 3))}T${dice.between(10, 14)}:${dice.between(10, 59)}:00Z`
    const note = dice.once(4) ? dice.pick(orderNotes) : null
    insertOrder(db, { customerId: dice.between(1, 96), deliverOn: day, note, wishes }, placedAt)
  }
  insertPlanned(db, day)
  if (day < today) confirmDay(db, day, `${day}T06:${dice.between(10, 59)}:00Z`)
  if (day.endsWith('-01')) insertInvoices(db, addDays(day, -1).slice(0, 7), day)
}

/** Most pay in time, some late, a few not at all. */
function seedPayments(db: DatabaseSync, dice: Dice, today: string): void {
  const invoice = z.object({ id: z.int(), issued_on: z.string() })
  for (const { id, issued_on } of all(
    db,
    invoice,
    'select id, issued_on from invoices order by id',
  )) {
    const paidOn = addDays(issued_on, dice.once(9) ? dice.between(20, 60) : dice.between(3, 24))
    if (paidOn < today && !dice.once(24))
      run(db, 'update invoices set paid_on = ? where id = ?', paidOn, id)
  }
}
