import type { Context } from 'hono'

/** The number in a route's `:id`; 0, which nothing has, if it is none. */
export function idOf(c: Context): number {
  const id = Number(c.req.param('id'))
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}

/** The page of a list that was asked for, from 1. */
export function pageOf(c: Context): number {
  const page = Number(c.req.query('page') ?? 1)
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

/** What was typed into a form, without spaces around it; files are left out. */
export async function fieldsOf(c: Context): Promise<Readonly<Record<string, string>>> {
  const given = Object.entries(await c.req.parseBody())
  return Object.fromEntries(
    given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  )
}

/** Whether a text is a day, `2026-09-30`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}
