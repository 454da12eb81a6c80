import { inZone } from '../license/calendar.ts'
import { letterKinds } from '../license/letter-kind.ts'
import { Problem } from '../license/problem.ts'
import { readers, supporters } from '../license/roles.ts'
import { letterStates, listLetters, markHanded, readLetter } from '../store/letter.ts'
import type { KeptLetter } from '../store/letter.ts'
import { sendLetterAgain } from '../store/send-letter-again.ts'
import { dayAndTime } from '../web/day.ts'
import { Form, Select } from '../web/form.tsx'
import { Head } from './head.tsx'
import { LetterFrame, withLogo } from './letter-frame.tsx'
import { filterIn, List } from './list.tsx'
import { Note } from '../web/note.tsx'
import { orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { cursorIn, pageSize } from './pager.tsx'
import { Rows } from './rows.tsx'
import { may, named, page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'

export const letterPages = [
  page('GET', '/console/letters', readers, listPage),
  page('GET', '/console/letters/:letter', readers, async (visit) =>
    letterPage(visit, await readLetter(visit.deps.db, named(visit, 'letter'))),
  ),
  page('GET', '/console/letters/:letter/page', readers, async (visit) => {
    const { html, logo } = await readLetter(visit.deps.db, named(visit, 'letter'))
    if (html === null) throw new Problem('not-found')
    return { letter: await withLogo(visit.deps.db, html, logo) }
  }),
  page('POST', '/console/letters/:letter/mail', supporters, async (visit) => {
    const { deps, now, words } = visit
    const id = named(visit, 'letter')
    const { cannot } = words.letters
    const sent =
      deps.letters.sendMail === null ? 'no_mail' : await sendLetterAgain(deps.db, id, now)
    if (typeof sent !== 'string') return { to: `/console/letters/${id}` }
    return { ...letterPage(visit, await readLetter(deps.db, id), cannot[sent]), status: 409 }
  }),
  page('POST', '/console/letters/:letter/hand', supporters, async (visit) => {
    const { deps, now, person } = visit
    const { id } = await readLetter(deps.db, named(visit, 'letter'))
    await markHanded(deps.db, id, person, now)
    return { to: `/console/letters/${id}` }
  }),
]

const filters = ['kind', 'state'] as const

/** The newest first; of one license or customer where the address says so. */
async function listPage(visit: StaffVisit): Promise<Drawn> {
  const { deps, words } = visit
  const text = words.letters
  const chosen = filterIn(visit, filters)
  const within = filterIn(visit, ['license', 'customer'])
  const order = orderingOf(visit, ['written'], { by: 'written', descending: true })
  const list = await listLetters(deps.db, {
    ...within,
    kind: letterKinds.find((each) => each === chosen['kind']),
    state: letterStates.find((each) => each === chosen['state']),
    oldestFirst: !order.descending,
    after: cursorIn(visit),
    limit: pageSize,
  })
  return {
    title: text.title,
    body: (
      <>
        <Head title={text.title} line={text.lead} />
        <section class="sheet">
          <List
            visit={visit}
            name="letters"
            within={within}
            order={{ chosen: order, labels: { written: text.writtenAt } }}
            next={list.next}
            isEmpty={list.data.length === 0}
            none={<p class="quiet">{text.none}</p>}
            filter={{
              names: filters,
              fields: <Filters visit={visit} chosen={chosen} />,
            }}
          >
            <Letters visit={visit} letters={list.data} order={order} />
          </List>
        </section>
      </>
    ),
  }
}

function Filters({
  visit,
  chosen,
}: {
  readonly visit: StaffVisit
  readonly chosen: Readonly<Record<string, string>>
}) {
  const { words } = visit
  const text = words.letters
  const options = <K extends string>(all: readonly K[], names: Readonly<Record<K, string>>) =>
    [['', words.frame.any], ...all.map((each) => [each, names[each]] as const)] as const
  return (
    <>
      <Select
        name="kind"
        label={text.kind}
        options={options(letterKinds, text.kinds)}
        chosen={chosen['kind']}
      />
      <Select
        name="state"
        label={text.state}
        options={options(letterStates, text.states)}
        chosen={chosen['state']}
      />
    </>
  )
}

function Letters({
  visit: { words, language },
  letters,
  order,
}: {
  readonly visit: StaffVisit
  readonly letters: readonly KeptLetter[]
  readonly order: Ordering<'written'>
}) {
  const text = words.letters
  return (
    <Rows<KeptLetter>
      items={letters}
      columns={[
        {
          head: text.kind,
          cell: ({ id, kind }) => <a href={`/console/letters/${id}`}>{text.kinds[kind]}</a>,
        },
        {
          head: text.customer,
          cell: ({ customer, customerName }) => (
            <a href={`/console/customers/${customer}`}>{customerName}</a>
          ),
        },
        { head: text.state, cell: ({ state }) => text.states[state] },
        {
          head: text.writtenAt,
          order: order.link('written'),
          cell: (letter) => (
            <time datetime={inZone(letter.writtenAt, letter.timeZone)}>
              {dayAndTime(inZone(letter.writtenAt, letter.timeZone), language)}
            </time>
          ),
        },
      ]}
    />
  )
}

function letterPage(visit: StaffVisit, letter: KeptLetter, wrong?: string): Drawn {
  const { words } = visit
  const text = words.letters
  const { id, kind, html, plain } = letter
  const path = [
    ['/console/letters', text.title],
    [`/console/customers/${letter.customer}`, letter.customerName],
    [`/console/licenses/${letter.license}`, words.license.license],
  ] as const
  return {
    title: text.kinds[kind],
    body: (
      <>
        <Head title={text.kinds[kind]} path={path} line={letter.subject ?? text.erased}>
          {html !== null && <Acts visit={visit} letter={letter} />}
        </Head>
        {wrong !== undefined && <Note kind="wrong">{wrong}</Note>}
        {letter.state === 'to_hand' && visit.deps.letters.sendMail === null && (
          <Note kind="ends">{text.noMail}</Note>
        )}
        <div class="pair">
          <section class="sheet">
            <Facts visit={visit} letter={letter} />
          </section>
          {html !== null && plain !== null && (
            <section class="sheet">
              <header>
                <h2>{text.preview}</h2>
                <a href={`/console/letters/${id}/page`}>{text.open}</a>
              </header>
              <LetterFrame src={`/console/letters/${id}/page`} title={text.preview} />
              <details>
                <summary>{text.plain}</summary>
                <pre class="letter-text">{plain}</pre>
              </details>
            </section>
          )}
        </div>
      </>
    ),
  }
}

function Acts({ visit, letter }: { readonly visit: StaffVisit; readonly letter: KeptLetter }) {
  const { words, person, deps } = visit
  const { id, state } = letter
  if (!may(visit, supporters) || state === 'waiting') return null
  const text = words.letters
  return (
    <>
      {deps.letters.sendMail !== null && (
        <Form action={`/console/letters/${id}/mail`} token={person.formToken}>
          <button class="second">{state === 'sent' ? text.again : text.mail}</button>
        </Form>
      )}
      {(state === 'to_hand' || state === 'failed') && (
        <Form action={`/console/letters/${id}/hand`} token={person.formToken}>
          <button>{text.hand}</button>
        </Form>
      )}
    </>
  )
}

function Facts({ visit, letter }: { readonly visit: StaffVisit; readonly letter: KeptLetter }) {
  const { words, language } = visit
  const text = words.letters
  const { recipients, timeZone, mailedAt, handedAt, refused, failed, replyTo, wording } = letter
  const time = (at: number): string => dayAndTime(inZone(at, timeZone), language)
  const rows: readonly (readonly [string, string | null])[] = [
    [text.state, text.states[letter.state]],
    [
      text.to,
      recipients.length === 0
        ? text.nobody
        : recipients.map(({ name, email }) => `${name} <${email}>`).join(', '),
    ],
    [text.replyTo, replyTo],
    [text.writtenAt, time(letter.writtenAt)],
    [text.mailedAt, mailedAt === null ? null : time(mailedAt)],
    [text.refused, refused === null ? null : refused.join(', ')],
    [text.failed, failed],
    [text.handedAt, handedAt === null ? null : time(handedAt)],
    [text.wording, wording === null ? text.houseWording : text.ownWording(wording)],
    [text.event, letter.event],
  ]
  return (
    <dl class="facts">
      {rows.map(
        ([label, value]) =>
          value !== null && (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ),
      )}
    </dl>
  )
}
