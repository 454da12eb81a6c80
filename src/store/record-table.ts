import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'

/** How a member is kept. Instants are `timestamptz` there and milliseconds here. */
type Kind = 'text' | 'date' | 'instant' | 'boolean' | 'integer' | 'jsonb'

/** Where records of a kind are kept: for each member its column and how it is kept. */
export interface RecordTable<T> {
  readonly name: string
  readonly key: readonly (keyof T & string)[]
  readonly columns: {
    readonly [Member in keyof T & string]-?: readonly [column: string, kind: Kind]
  }
}

/** A row of the table, under this alias, as the record that it keeps: a JSON object, without what says where it belongs. */
export function recordFrom<T, Place extends keyof T & string = never>(
  table: RecordTable<T>,
  alias: string,
  ...place: readonly Place[]
): RawBuilder<Omit<T, Place>> {
  return sql<Omit<T, Place>>`json_build_object(${membersFrom(table, alias, ...place)})`
}

/** The members of {@link recordFrom}, to be built into an object with others. */
export function membersFrom<T>(
  table: RecordTable<T>,
  alias: string,
  ...place: readonly (keyof T & string)[]
): RawBuilder<unknown> {
  const without = new Set<string>(place)
  const kept = columnsOf(table).filter(({ member }) => !without.has(member))
  const members = kept.map(({ member, column, kind }) => {
    const value = sql.ref(`${alias}.${column}`)
    return sql`${sql.lit(member)}, ${kind === 'instant' ? sql`(date_part('epoch', ${value}) * 1000)::bigint` : value}`
  })
  return sql`${sql.join(members)}`
}

/** Keeps many records by one statement: new ones are added, known ones (by their key) overwritten. */
export type Keep<T> = (db: Database, records: readonly T[]) => Promise<void>

/** How records get into this table. */
export function keeping<T>(table: RecordTable<T>): Keep<T> {
  const columns = columnsOf(table)
  const key = table.key.map((member) => sql.id(table.columns[member][0]))
  const statement = prepared(
    `keep_${table.name}`,
    sql`
      insert into ${sql.table(table.name)} (${sql.join(columns.map(({ column }) => sql.id(column)))})
      select ${sql.join(columns.map(valueOf))}
      from json_to_recordset(${sql.raw('$1')}::json) as x (${sql.join(columns.map(definitionOf))})
      on conflict (${sql.join(key)}) do update set ${sql.join(columns.map(overwriting))}`,
  )
  return async (db, records) => {
    if (records.length > 0) await statement(db, JSON.stringify(records))
  }
}

/** Overwrites these members of records that are kept already, by one statement. */
export function changing<T, Member extends keyof T & string>(
  table: RecordTable<T>,
  ...members: readonly Member[]
): Keep<Pick<T, Member>> {
  const key = new Set<string>(table.key)
  const wanted = new Set<string>([...key, ...members])
  const columns = columnsOf(table).filter(({ member }) => wanted.has(member))
  const changed = columns.filter(({ member }) => !key.has(member))
  const found = columns.filter(({ member }) => key.has(member))
  const statement = prepared(
    `change_${table.name}`,
    sql`
      update ${sql.table(table.name)} kept
      set ${sql.join(changed.map((each) => sql`${sql.id(each.column)} = ${valueOf(each)}`))}
      from json_to_recordset(${sql.raw('$1')}::json) as x (${sql.join(columns.map(definitionOf))})
      where ${sql.join(
        found.map((each) => sql`kept.${sql.id(each.column)} = ${valueOf(each)}`),
        sql` and `,
      )}`,
  )
  return async (db, records) => {
    if (records.length > 0) await statement(db, JSON.stringify(records))
  }
}

interface Column {
  readonly member: string
  readonly column: string
  readonly kind: Kind
}

function columnsOf<T>(table: RecordTable<T>): readonly Column[] {
  return Object.entries<readonly [string, Kind]>(table.columns).map(([member, [column, kind]]) => ({
    member,
    column,
    kind,
  }))
}

/** Milliseconds times one millisecond is exact up to the year 2255; `to_timestamp` is not. */
function valueOf({ member, kind }: Column): RawBuilder<unknown> {
  const value = sql.ref(`x.${member}`)
  return kind === 'instant'
    ? sql`timestamptz 'epoch' + ${value} * interval '1 millisecond'`
    : sql`${value}`
}

function definitionOf({ member, kind }: Column): RawBuilder<unknown> {
  return sql`${sql.id(member)} ${sql.raw(kind === 'instant' ? 'double precision' : kind)}`
}

function overwriting({ column }: Column): RawBuilder<unknown> {
  return sql`${sql.id(column)} = excluded.${sql.id(column)}`
}
