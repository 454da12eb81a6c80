import { z } from 'zod'
import { firstMoment, instantOf, isDate, isTimeZone } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import type { Misfit } from '../license/problem.ts'
import { unfit } from '../license/problem.ts'
import type { Arrivals, ArrivingCustomer, ArrivingLicense } from './arrivals.ts'
import { csvRows } from './csv-rows.ts'
import type { CsvRow } from './csv-rows.ts'
import { misfitsFrom } from './misfits.ts'
import { channel, idOrCode, side, text, timeZone } from './schema.ts'

const day = z
  .string()
  .refine((value) => dayOf(value) !== null, 'Write a day as YYYY-MM-DD or DD.MM.YYYY.')
const moment = z
  .string()
  .refine(
    (value) => dayOf(value) !== null || instantOf(value) !== null,
    'Write an RFC 3339 instant with its offset, or a day.',
  )

/** What a line can say, each in a cell; an empty one says nothing. */
const line = z.object({
  customer_name: text(200),
  customer_ref: text(255).optional(),
  customer_language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .optional(),
  contact_name: text(200).optional(),
  contact_email: z.email().max(254).optional(),
  contact_phone: text(50).optional(),
  plan: idOrCode,
  time_zone: timeZone,
  starts_on: day.optional(),
  ends_on: day.optional(),
  seats: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'Write a number from 1 on.')
    .optional(),
  license_ref: text(255).optional(),
  key: text(1000).optional(),
  machines: text(20_000).optional(),
  machine_names: text(20_000).optional(),
  objection_side: side.optional(),
  objection_channel: channel.optional(),
  objection_received_at: moment.optional(),
  objection_by: text(200).optional(),
  objection_reason: text(2000).optional(),
  suspension_reason: text(2000).optional(),
  suspended_from: moment.optional(),
})

type Line = z.infer<typeof line>

const members = line.keyof().options
type Member = (typeof members)[number]

/** For each member a column of the file, or what stands for it on every line. */
export const csvMapping = z.strictObject(
  Object.fromEntries(members.map((member) => [member, text(2000).optional()])),
)

export interface CsvMapping {
  readonly system: string
  readonly delimiter?: string | undefined
  readonly columns: Readonly<Record<string, string | undefined>>
  readonly always: Readonly<Record<string, string | undefined>>
}

/** Reads what moves in from a CSV file, a license a line. @throws Problem unfit where the file as a whole does not fit. */
export function arrivalsFromCsv(data: string, mapping: CsvMapping): Arrivals {
  const rows = csvRows(data, mapping.delimiter)
  checkColumns(rows, mapping)
  const customers = new Map<string, ArrivingCustomer>()
  const licenses: ArrivingLicense[] = []
  const errors: Misfit[] = []
  for (const row of rows) {
    const place = `/lines/${row.line}`
    const read = line.safeParse(cellsOf(row, mapping))
    if (!read.success) {
      for (const { pointer, detail } of misfitsFrom(read.error))
        errors.push({ pointer: place + pointer, detail })
      continue
    }
    const { handle, customer } = customerOf(read.data)
    customers.set(handle, customers.get(handle) ?? customer)
    licenses.push(licenseOf(read.data, handle, place))
  }
  return { system: mapping.system, products: [], plans: [], customers, licenses, errors, notes: [] }
}

function checkColumns([first]: readonly CsvRow[], { columns, always }: CsvMapping): void {
  for (const [member, column] of Object.entries(columns))
    if (column !== undefined && first?.cells.has(column) === false)
      throw unfit(`/columns/${member}`, `The file has no column ${column}.`)
  for (const member of ['customer_name', 'plan', 'time_zone'])
    if (columns[member] === undefined && always[member] === undefined)
      throw unfit(`/columns/${member}`, 'Name its column, or what it always is.')
}

function cellsOf(
  { cells }: CsvRow,
  { columns, always }: CsvMapping,
): Readonly<Record<string, string>> {
  const said = members.flatMap((member: Member): (readonly [string, string])[] => {
    const column = columns[member]
    const cell = column === undefined ? '' : (cells.get(column) ?? '')
    const value = cell === '' ? (always[member] ?? '') : cell
    return value === '' ? [] : [[member, value]]
  })
  return Object.fromEntries(said)
}

/** Lines with the same reference are of one customer; without references, lines with the same name are. */
function customerOf(read: Line): { readonly handle: string; readonly customer: ArrivingCustomer } {
  const { customer_name: name, customer_ref: ref = null, customer_language: language = 'en' } = read
  const { contact_name, contact_email, contact_phone } = read
  const isNamed = [contact_name, contact_email, contact_phone].some((each) => each !== undefined)
  const contact = {
    name: contact_name ?? name,
    emails: contact_email === undefined ? [] : [contact_email],
    phones: contact_phone === undefined ? [] : [contact_phone],
  }
  return {
    handle: ref === null ? `name:${name}` : `ref:${ref}`,
    customer: { name, language, ref, contact: isNamed ? contact : null },
  }
}

function licenseOf(read: Line, customer: string, place: string): ArrivingLicense {
  const { time_zone, seats, suspension_reason, suspended_from } = read
  return {
    place,
    customer,
    plan: read.plan,
    timeZone: time_zone,
    startsOn: dayIn(read.starts_on),
    endsOn: dayIn(read.ends_on),
    overrides: seats === undefined ? {} : { seats: Number(seats) },
    ref: read.license_ref ?? null,
    key: read.key ?? null,
    machines: machinesOf(read),
    objection: objectionOf(read),
    suspension:
      suspension_reason === undefined && suspended_from === undefined
        ? null
        : {
            reason: suspension_reason ?? 'moved in suspended',
            from: momentIn(suspended_from, time_zone),
          },
    metadata: {},
  }
}

/** Fingerprints and names stand beside each other, with bars between. */
function machinesOf({ machines = '', machine_names = '' }: Line): ArrivingLicense['machines'] {
  const names = machine_names.split('|').map((name) => name.trim())
  return machines
    .split('|')
    .map((fingerprint, n) => ({ fingerprint: fingerprint.trim(), name: names[n] || null }))
    .filter(({ fingerprint }) => fingerprint !== '')
}

function objectionOf(read: Line): ArrivingLicense['objection'] {
  if (read.objection_side === undefined) return null
  return {
    side: read.objection_side,
    channel: read.objection_channel ?? 'api',
    declaredBy: read.objection_by ?? null,
    reason: read.objection_reason ?? null,
    receivedAt: momentIn(read.objection_received_at, read.time_zone),
  }
}

/** `2026-09-30` or `30.09.2026`. */
function dayOf(value: string): string | null {
  const [, dd, mm, yyyy] = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(value) ?? []
  const iso =
    dd === undefined || mm === undefined
      ? value
      : `${yyyy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`
  return isDate(iso) ? iso : null
}

function dayIn(value: string | undefined): string | undefined {
  return value === undefined ? undefined : (dayOf(value) ?? undefined)
}

/** A day means its first moment in the license's zone. */
function momentIn(value: string | undefined, zone: string): Instant | null {
  if (value === undefined || !isTimeZone(zone)) return null
  const date = dayOf(value)
  return date === null ? instantOf(value) : firstMoment(date, zone)
}
