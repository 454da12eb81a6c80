import { inUtc } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { readers, supporters } from '../license/roles.ts'
import { findDeclaration, handleDeclaration, unhandledDeclarations } from '../store/declaration.ts'
import type { OpenDeclaration } from '../store/declaration.ts'
import { dayAndTime, longDay } from '../web/day.ts'
import { Form } from '../web/form.tsx'
import { spokenReference } from '../license/spoken-reference.ts'
import { Head } from './head.tsx'
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
    const waiting = await unhandledDeclarations(deps.db, most)
    return {
      title: words.declarations.title,
      body: (
        <>
          <Head title={words.declarations.title} line={words.declarations.lead} />
          <section class="sheet">
            {waiting.length === 0 ? (
              <p class="quiet">{words.declarations.none}</p>
            ) : (
              <Waiting visit={visit} waiting={waiting} />
            )}
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

function Waiting({
  visit,
  waiting,
}: {
  readonly visit: StaffVisit
  readonly waiting: readonly OpenDeclaration[]
}) {
  const { words } = visit
  const text = words.declarations
  return (
    <Rows<OpenDeclaration>
      items={waiting}
      columns={[
        {
          head: text.what,
          cell: ({ id, kind }) => <a href={`${all}/${id}`}>{text.kinds[kind]}</a>,
        },
        { head: text.name, cell: ({ words: said }) => said?.name ?? text.erased },
        { head: text.contract, cell: ({ words: said }) => said?.contract ?? '' },
        { head: text.received, cell: (each) => receivedAt(visit, each) },
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
