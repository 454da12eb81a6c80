import type { z } from 'zod'
import { byteStream } from '../export/byte-stream.ts'
import { exportTable } from '../export/export-table.ts'
import { Problem } from '../license/problem.ts'
import type { Page, PageQuery } from '../store/page.ts'
import { preferred } from './accept.ts'
import { listTable } from './list-table.ts'
import { limitOf, listAnswer } from './page.ts'
import type { pageQuery } from './page.ts'
import { noBody, route } from './route.ts'
import type { Answer, Ask, Route, Who } from './route.ts'

type Paged = z.infer<typeof pageQuery>

/** A list as a row of the list of routes. */
interface List<Q extends z.ZodType<Paged>> {
  readonly path: string
  readonly who: Who
  readonly summary: string
  /** Where to go on, how many, and the filters: `pageQuery`, extended. */
  readonly query: Q
  /** What an item of it looks like: its members become the columns of the CSV. */
  readonly item: z.ZodObject
  /** A part of the list, as it goes over the wire. */
  readonly read: (ask: Ask<unknown, z.infer<Q>>, part: PageQuery) => Promise<Page<object>>
}

/** How a list can be had: page by page as JSON, or whole. Each is offered under all its usual names. */
export const listTypes = [
  'application/json',
  'text/csv',
  'application/jsonl',
  'application/x-ndjson',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const

/** How many items of a whole list are read at once. */
const itemsAtOnce = 200

/**
 * A list that comes as JSON, CSV, JSON Lines or a workbook, as `Accept` says. The whole ones are read page by page, no faster than they are
 * taken: no statement and no transaction waits for a slow reader, and each item is as it stands when its page is read.
 */
export function listRoute<Q extends z.ZodType<Paged>>(list: List<Q>): Route {
  const { path, who, summary, query, read } = list
  return route({
    method: 'GET',
    path,
    who,
    summary,
    offers: listTypes,
    body: noBody,
    query,
    handle: async (ask) => {
      const type = preferred(ask.headers.get('accept'), listTypes)
      if (type === null) throw new Problem('not-acceptable', { offers: listTypes })
      const { after } = ask.query
      if (type === 'application/json') {
        const page = await read(ask, { after, limit: limitOf(ask.query) })
        const answer = listAnswer(ask, addressOf(path, ask.params), page.data, page.next)
        return { ...answer, headers: { ...answer.headers, vary: 'Accept' } }
      }
      return wholeList(list, ask, type)
    },
  })
}

async function wholeList<Q extends z.ZodType<Paged>>(
  { path, item, read }: List<Q>,
  ask: Ask<unknown, z.infer<Q>>,
  type: Exclude<(typeof listTypes)[number], 'application/json'>,
): Promise<Answer> {
  const { after, limit } = ask.query
  if (limit !== undefined)
    throw new Problem('malformed', {
      errors: [{ pointer: '/limit', detail: 'A whole list has no pages: leave the limit out.' }],
    })
  const part = (cursor: string | undefined) => read(ask, { after: cursor, limit: itemsAtOnce })
  // What is refused is refused before the first byte.
  const pages = told(ask, pagesFrom(await part(after), part))
  const name = path.split('/').findLast((step) => step !== '' && !step.startsWith(':')) ?? 'list'
  switch (type) {
    case 'text/csv':
      return {
        body: exportTable(listTable(name, item, pages), 'csv'),
        headers: { 'content-type': 'text/csv; charset=utf-8; header=present', vary: 'Accept' },
      }
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return {
        body: exportTable(listTable(name, item, pages), 'xlsx'),
        headers: { 'content-type': type, vary: 'Accept' },
      }
    case 'application/jsonl':
    case 'application/x-ndjson':
      return { body: lines(pages), headers: { 'content-type': type, vary: 'Accept' } }
  }
}

async function* pagesFrom(
  first: Page<object>,
  part: (cursor: string) => Promise<Page<object>>,
): AsyncGenerator<readonly object[]> {
  let page = first
  for (;;) {
    yield page.data
    if (page.next === null) return
    page = await part(page.next)
  }
}

/** A list that breaks off is an error for its reader, and for the log: the status has gone out by then. */
async function* told(
  { deps }: Pick<Ask, 'deps'>,
  pages: AsyncGenerator<readonly object[]>,
): AsyncGenerator<readonly object[]> {
  try {
    yield* pages
  } catch (error) {
    deps.log({ event: 'list-failed', error: String(error) })
    throw error
  }
}

const encoder = new TextEncoder()

/** An object a line, each as it stands in a page. */
function lines(pages: AsyncIterable<readonly object[]>): ReadableStream<Uint8Array> {
  return byteStream(async function* () {
    for await (const items of pages)
      if (items.length > 0)
        yield encoder.encode(items.map((item) => `${JSON.stringify(item)}\n`).join(''))
  })
}

function addressOf(path: string, params: Ask['params']): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}
