import { inUtc } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { readers, supporters } from '../license/roles.ts'
import { findDeclaration, handleDeclaration, unhandledDeclarations } from '../store/declaration.ts'
import type { OpenDeclaration } from '../store/declaration.ts'
import { dayAndTime, longDay } from '../web/day.ts'
import { Form, Select } from '../web/form.tsx'
import { spokenReference } from '../license/spoken-reference.ts'
import { Head } from './head.tsx'
import { filterIn, List } from './list.tsx'
import { inOrder, orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { Note } from '../web/note.tsx'
import { Rows } from './rows.tsx'
import { may, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

const all = '/console/declarations'
const path = `${all}/:declaration`
const most = 200

/** What came through the open pages of §§ 312k and 356a BGB and needs a person, until somebody says that it was seen to. */
export const declarationPages = [
  page('GET', all, readers, async (visit) => {
    const { deps, words } = visit
    const { kind } = filterIn(visit, ['kind'])
    const usual = { by: 'received', descending: false } as const
    const order = orderingOf(visit, ['what', 'name', 'received'], usual)
    const all = await unhandledDeclarations(deps.db, most)
    const waiting = all.filter((each) => kind === undefined || each.kind === kind)
    return {
      title: words.declarations.title,
      body: (
        <>
          <Head title={words.declarations.title} line={words.declarations.lead} />
          <section class="sheet">
            <List
              visit={visit}
              filter={{ names: ['kind'], fields: <KindField visit={visit} chosen={kind} /> }}
              order={{ chosen: order, labels: labelsOf(visit) }}
              next={null}
              isEmpty={waiting.length === 0}
              none={<p class="quiet">{words.declarations.none}</p>}
            >
              <Waiting visit={visit} waiting={waiting} order={order} />
            </List>
          </section>
        </>
      ),
    }
  }),
  page('GET', path, readers, async (visit) => {
    const declaration = await declarationIn(visit)
    const { words } = visit
    const title = words.declarations.kinds[declaration.kind]
    return {
      title,
      body: (
        <>
          <Head
            title={title}
            path={[[all, words.declarations.title]]}
            line={receivedAt(visit, declaration)}
          />
          <section class="sheet narrow">
            <Words visit={visit} declaration={declaration} />
            <Steps visit={visit} declaration={declaration} />
          </section>
        </>
      ),
    }
  }),
  page('POST', path, supporters, async (visit) => {
    const { id } = await declarationIn(visit)
    await handleDeclaration(visit.deps.db, id, visit.person.id, visit.now)
    return { to: all }
  }),
]

/** @throws Problem not-found */
async function declarationIn(visit: StaffVisit): Promise<OpenDeclaration> {
  const found = await findDeclaration(visit.deps.db, named(visit, 'declaration'))
  if (found === null) throw new Problem('not-found')
  return found
}

const kinds = ['cancellation', 'withdrawal'] as const
type WaitingColumn = 'what' | 'name' | 'received'

function labelsOf({ words }: StaffVisit): Readonly<Record<WaitingColumn, string>> {
  const { what, name, received } = words.declarations
  return { what, name, received }
}

function KindField({
  visit: { words },
  chosen,
}: {
  readonly visit: StaffVisit
  readonly chosen: string | undefined
}) {
  const text = words.declarations
  return (
    <Select
      name="kind"
      label={text.what}
      options={[['', words.frame.any], ...kinds.map((each) => [each, text.kinds[each]] as const)]}
      chosen={chosen}
    />
  )
}

const placeOf = {
  what: ({ kind }: OpenDeclaration) => kinds.indexOf(kind),
  name: ({ words: said }: OpenDeclaration) => said?.name ?? '',
  received: ({ receivedAt: at }: OpenDeclaration) => at,
}

function Waiting({
  visit,
  waiting,
  order,
}: {
  readonly visit: StaffVisit
  readonly waiting: readonly OpenDeclaration[]
  readonly order: Ordering<WaitingColumn>
}) {
  const { words, language } = visit
  const text = words.declarations
  return (
    <Rows<OpenDeclaration>
      items={inOrder(waiting, order, placeOf, language)}
      columns={[
        {
          head: text.what,
          order: order.link('what'),
          cell: ({ id, kind }) => <a href={`${all}/${id}`}>{text.kinds[kind]}</a>,
        },
        {
          head: text.name,
          order: order.link('name'),
          cell: ({ words: said }) => said?.name ?? text.erased,
        },
        { head: text.contract, cell: ({ words: said }) => said?.contract ?? '' },
        {
          head: text.received,
          order: order.link('received'),
          cell: (each) => receivedAt(visit, each),
        },
      ]}
    />
  )
}

function Words({ visit, declaration }: Parts) {
  const { words, language } = visit
  const text = words.declarations
  const { words: said, id, endsOn } = declaration
  if (said === null) return <p>{text.erased}</p>
  return (
    <dl class="facts">
      <dt>{text.reference}</dt>
      <dd>
        <code>{spokenReference(id)}</code>
      </dd>
      <dt>{text.name}</dt>
      <dd>{said.name}</dd>
      <dt>{text.contract}</dt>
      <dd>{said.contract}</dd>
      <dt>{text.email}</dt>
      <dd>
        <a href={`mailto:${said.email}`}>{said.email}</a>
      </dd>
      {said.cause !== null && (
        <>
          <dt>{text.cause}</dt>
          <dd>{text.causes[said.cause]}</dd>
        </>
      )}
      {said.reason !== null && (
        <>
          <dt>{text.reason}</dt>
          <dd>{said.reason}</dd>
        </>
      )}
      <dt>{text.end}</dt>
      <dd>{said.wishedEnd === null ? text.next : longDay(said.wishedEnd, language)}</dd>
      {endsOn !== null && (
        <>
          <dt>{text.ends}</dt>
          <dd>{longDay(endsOn, language)}</dd>
        </>
      )}
    </dl>
  )
}

interface Parts {
  readonly visit: StaffVisit
  readonly declaration: OpenDeclaration
}

/** Whoever decides does so on the license's page; here they say that it was seen to. */
function Steps({ visit, declaration }: Parts) {
  const { words, person } = visit
  const text = words.declarations
  const { id, license, handledAt } = declaration
  return (
    <>
      {handledAt !== null && (
        <Note kind="full">
          <p>{text.handled(dayAndTime(inUtc(handledAt), visit.language))}</p>
        </Note>
      )}
      <p>{license === null ? text.unknown : text.known}</p>
      <div class="acts">
        {license !== null && (
          <a class="button" href={`/console/licenses/${license}`}>
            {text.toLicense}
          </a>
        )}
        {handledAt === null && may(visit, supporters) && (
          <Form action={`${all}/${id}`} token={person.formToken} kind="acts">
            <button class="second">{text.handle}</button>
          </Form>
        )}
      </div>
    </>
  )
}

function receivedAt({ language }: StaffVisit, { receivedAt: at }: OpenDeclaration): string {
  return `${dayAndTime(inUtc(at), language)} UTC`
}
