import { html } from 'hono/html'

export { html }

/** A piece of a page. What stands in it is escaped when it is put together. */
export type Html = ReturnType<typeof html>

/** Nothing, where a page may leave something out. */
export const nothing = html``
