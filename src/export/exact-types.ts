/** int8, date, time, timestamp, timestamptz, interval, numeric: PostgreSQL's own text says all of them. */
const textual: ReadonlySet<number> = new Set([20, 1082, 1083, 1114, 1184, 1186, 1700])

/** The oid of text. */
const textOid = 25

/**
 * For a pg connection that exports: `new pg.Pool({ types: exactTypes(pg.types) })`. A `Date` has no microseconds, and pg
 * turns a day into one in the server's own zone; the kit takes PostgreSQL's text, which is also the faster way.
 */
export function exactTypes<Parser>(defaults: {
  readonly getTypeParser: (oid: number, format?: 'text' | 'binary') => Parser
}): { getTypeParser: (oid: number, format?: 'text' | 'binary') => Parser } {
  return {
    getTypeParser: (oid, format) =>
      defaults.getTypeParser(textual.has(oid) ? textOid : oid, format),
  }
}
