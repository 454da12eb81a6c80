import { z } from 'zod'
import type { Exclusion } from '../export/define.ts'
import { formats } from '../export/register.ts'
import { dateAt } from '../license/calendar.ts'
import { Problem, unfit } from '../license/problem.ts'
import { customerRecords } from '../store/customer-records.ts'
import { readCustomer } from '../store/read-customer.ts'
import { selecting } from '../store/select-records.ts'
import { leftOut, serverRecords } from '../store/server-records.ts'
import { packed, packedRecords, packedTable } from './records-package.ts'
import type { Packing } from './records-package.ts'
import { admins } from './roles.ts'
import { noBody, param, route } from './route.ts'
import type { Answer, Ask } from './route.ts'

const formatsQuery = z.strictObject({ formats: z.string().max(200).optional() })

/** What a package of a server is called, and what is read back. */
export const serverPackage = 'Auszug license server'
export const customerPackage = 'Auszug customer data'

export const exportRoutes = [
  route({
    method: 'GET',
    path: '/v1/export',
    who: admins,
    summary: 'Streams all records of the server as a package, a ZIP in the named formats.',
    body: noBody,
    query: formatsQuery,
    handle: async (ask) => packageAnswer(ask, 'auszug-export', serverPacking(ask.now, wanted(ask))),
  }),
  route({
    method: 'GET',
    path: '/v1/customers/:customer/export',
    who: admins,
    summary: 'Streams all that is kept about a customer as a package (GDPR, articles 15 and 20).',
    body: noBody,
    query: formatsQuery,
    handle: async (ask) => {
      const customer = await readCustomer(ask.deps.db, param(ask, 'customer'))
      return packageAnswer(ask, customer.id, customerPacking(customer.id, ask.now, wanted(ask)))
    },
  }),
]

/** All records of the server. In JSON Lines they can be brought back. */
export function serverPacking(at: number, names: readonly string[]): Packing {
  return {
    formats: names,
    at,
    declare: (snapshot) => {
      const tables = serverRecords.map((table) =>
        packedTable(table, () => snapshot.rows(selecting(table))),
      )
      const excluded = leftOut.map(({ what, why }) => ({ what, why }))
      return packedRecords(serverPackage, at, tables, excluded)
    },
  }
}

/** All that is kept about a customer, and nothing about others. */
export function customerPacking(customer: string, at: number, names: readonly string[]): Packing {
  return {
    formats: names,
    at,
    declare: (snapshot) => {
      const tables = customerRecords.map(({ table, select }) =>
        packedTable(table, () => snapshot.rows(select(customer))),
      )
      return packedRecords(customerPackage, at, tables, keptFromCustomers)
    },
  }
}

const keptFromCustomers: readonly Exclusion[] = [
  {
    what: 'license keys themselves',
    why: 'They are secrets that open a license: the customer has them, and an admin sees them again, which is an event. When each was made is here.',
  },
  {
    what: 'when the server looks at a license next, and errors of its own',
    why: 'They are affairs of the server and say nothing about the customer that the other tables do not.',
  },
]

/**
 * @throws Problem malformed for a format that there is not.
 * @throws Problem unfit for one that this runtime cannot write: SQLite on a Worker.
 */
export function formatsFrom(text: string | undefined): readonly string[] {
  if (text === undefined) return ['jsonl', 'csv']
  const names = [...new Set(text.split(',').map((name) => name.trim()))]
  const known = new Map(formats().map((format) => [format.name, format]))
  for (const name of names) {
    const format = known.get(name)
    if (format === undefined)
      throw new Problem('malformed', { errors: [{ pointer: '/formats', detail: offering(known) }] })
    if (format.canWrite?.() === false)
      throw unfit(
        '/formats',
        `Here ${name} cannot be written: take another format, or run it on Node.`,
      )
  }
  return names
}

function offering(known: ReadonlyMap<string, unknown>): string {
  return `Name some of ${[...known.keys()].join(', ')}, with commas.`
}

function wanted({ query }: Ask<unknown, z.infer<typeof formatsQuery>>): readonly string[] {
  return formatsFrom(query.formats)
}

function packageAnswer({ deps, now }: Pick<Ask, 'deps' | 'now'>, name: string, packing: Packing) {
  const file = `${name}-${dateAt(now, 'UTC')}.zip`
  return {
    body: packed(deps, packing),
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${file}"`,
    },
  } satisfies Answer
}
