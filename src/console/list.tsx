import type { Child } from 'hono/jsx'
import { Select } from '../web/form.tsx'
import { textOf } from './order.ts'
import type { Ordering } from './order.ts'
import { Pager } from './pager.tsx'
import type { FileForm, ListName } from './list-file.ts'
import type { StaffVisit } from './visit.ts'

/** A list as it stands on a page, whatever it is of. */
export interface ListProps<K extends string> {
  readonly visit: StaffVisit
  /** Under which it can be taken along; left out where it cannot. */
  readonly name?: ListName
  /** What narrows it down on the way to the page, beside the filters; it stays in the file too. */
  readonly within?: Readonly<Record<string, string>>
  /** The fields of its filter, and the members of the address that they fill. */
  readonly filter?: { readonly names: readonly string[]; readonly fields: Child } | undefined
  /** The order that it stands in, and what each column is called. */
  readonly order?:
    { readonly chosen: Ordering<K>; readonly labels: Readonly<Record<K, string>> } | undefined
  /** Where it goes on; null at its end. */
  readonly next: string | null
  readonly isEmpty: boolean
  /** What would be here, why it is not, and the next step. */
  readonly none: Child
  readonly children?: Child
}

/** The filter, the rows, the way on, and the way out. */
export function List<K extends string>(props: ListProps<K>) {
  const { visit, name, within = {}, filter, order, next, isEmpty, none, children } = props
  const chosen = filter === undefined ? {} : filterIn(visit, filter.names)
  const isFiltered = Object.keys(chosen).length > 0
  // Where there is nothing at all, there is nothing to choose among.
  const hasSomething = !isEmpty || isFiltered || visit.query['after'] !== undefined
  return (
    <>
      {(filter ?? order) !== undefined && hasSomething && (
        <form
          class={filter === undefined ? 'filter narrow-only' : 'filter'}
          action={`${pathOf(visit)}${placeOf(order?.chosen.parameter)}`}
        >
          <Kept
            visit={visit}
            own={[...(filter?.names ?? []), order?.chosen.parameter ?? 'order']}
          />
          {filter?.fields}
          {order !== undefined && <OrderField visit={visit} order={order} />}
          <button class="second">
            {filter === undefined ? visit.words.lists.putInOrder : visit.words.lists.filter}
          </button>
          {isFiltered && (
            <a class="button plain" href={pathOf(visit)}>
              {visit.words.lists.all}
            </a>
          )}
        </form>
      )}
      {!isEmpty && children}
      {isEmpty && isFiltered && <Nothing visit={visit} />}
      {isEmpty && !isFiltered && none}
      <Pager visit={visit} next={next} />
      {name !== undefined && !isEmpty && (
        <TakeAlong visit={visit} name={name} query={{ ...within, ...chosen }} />
      )}
    </>
  )
}

/** Where on its page a list is that is one of several. */
function placeOf(parameter = 'order'): string {
  return parameter === 'order' ? '' : `#${parameter}`
}

/** What the address says of other lists on the page. */
function Kept({
  visit: { query },
  own,
}: {
  readonly visit: StaffVisit
  /** The members that the list’s own fields fill. */
  readonly own: readonly string[]
}) {
  return (
    <>
      {Object.entries(query)
        .filter(([name]) => name !== 'after' && !own.includes(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  )
}

/** What the address says of these filters; one that was left empty counts as left out. */
export function filterIn(
  { query }: Pick<StaffVisit, 'query'>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = query[name]?.trim() ?? ''
      return value === '' ? [] : [[name, value] as const]
    }),
  )
}

function pathOf({ here }: StaffVisit): string {
  return here.split('?')[0] ?? here
}

/** Where the table has no heads, on a narrow screen, the order is a field. */
function OrderField<K extends string>({
  visit,
  order: { chosen, labels },
}: {
  readonly visit: StaffVisit
  readonly order: NonNullable<ListProps<K>['order']>
}) {
  const text = visit.words.lists
  const options = Object.entries<string>(labels).flatMap(([by, label]) => [
    [textOf({ by, descending: false }), text.ascending(label)] as const,
    [textOf({ by, descending: true }), text.descending(label)] as const,
  ])
  return (
    <div class="narrow-only">
      <Select
        name={chosen.parameter}
        id={`order-of-${chosen.parameter}`}
        label={text.order}
        options={options}
        chosen={chosen.text}
      />
    </div>
  )
}

function Nothing({ visit }: { readonly visit: StaffVisit }) {
  const { nothing, nothingLead, all } = visit.words.lists
  return (
    <div class="empty">
      <h2>{nothing}</h2>
      <p class="quiet">{nothingLead}</p>
      <a class="button second" href={pathOf(visit)}>
        {all}
      </a>
    </div>
  )
}

const forms: readonly FileForm[] = ['csv', 'jsonl', 'xlsx']

/** The whole list as it is filtered, not only the page. */
export function TakeAlong({
  visit: { words },
  name,
  query,
}: {
  readonly visit: StaffVisit
  readonly name: ListName
  readonly query: Readonly<Record<string, string>>
}) {
  const search = new URLSearchParams(query).toString()
  return (
    <p class="take">
      <span class="quiet">{words.lists.take}</span>
      {forms.map((form) => (
        <a href={`/console/lists/${name}.${form}${search === '' ? '' : `?${search}`}`}>
          {words.lists.files[form]}
        </a>
      ))}
    </p>
  )
}
