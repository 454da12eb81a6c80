import { admins } from '../license/roles.ts'
import { rotateEvidenceKey } from '../store/evidence-key.ts'
import type { KeptEvidenceKey } from '../store/evidence-key.ts'
import { Form } from '../web/form.tsx'
import { List } from './list.tsx'
import { inOrder, orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { Day, RevokedWhy, ToRevocation } from './key-cells.tsx'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const evidenceKeyPages = [
  page('POST', '/console/access/evidence-keys/rotation', admins, async ({ deps, now, person }) => {
    await rotateEvidenceKey(deps.db, deps.kek, person, now)
    return { to: '/console/access#evidence-keys' }
  }),
]

/** The keys that dossiers and receipts are signed with, and the way to the next one. */
export function EvidenceKeys({
  visit,
  keys,
}: {
  readonly visit: StaffVisit
  readonly keys: readonly KeptEvidenceKey[]
}) {
  const { words, language } = visit
  const text = words.evidenceKeys
  const usual = { by: 'from', descending: false } as const
  const order = orderingOf(visit, columns, usual, 'evidence-keys')
  const { key, state, from, to } = text
  return (
    <section class="sheet" id="evidence-keys">
      <h2>{text.title}</h2>
      <p class="quiet">{text.lead}</p>
      <List
        visit={visit}
        name="evidence-keys"
        order={{ chosen: order, labels: { key, state, from, to } }}
        next={null}
        isEmpty={keys.length === 0}
        none={<></>}
      >
        <Rows<KeptEvidenceKey>
          items={inOrder(keys, order, placeOf, language)}
          columns={columnsOf(visit, order)}
        />
      </List>
      <Rotation visit={visit} />
    </section>
  )
}

const columns = ['key', 'state', 'from', 'to'] as const
const states = ['active', 'retired', 'revoked'] as const

function stateOf({ retiredAt, revokedAt }: KeptEvidenceKey): (typeof states)[number] {
  return revokedAt !== null ? 'revoked' : retiredAt !== null ? 'retired' : 'active'
}

const placeOf = {
  key: ({ publicKey }: KeptEvidenceKey) => publicKey.kid,
  state: (each: KeptEvidenceKey) => states.indexOf(stateOf(each)),
  from: ({ createdAt }: KeptEvidenceKey) => createdAt,
  to: ({ revokedAt, retiredAt }: KeptEvidenceKey) => revokedAt ?? retiredAt ?? Infinity,
}

function columnsOf(
  visit: StaffVisit,
  order: Ordering<(typeof columns)[number]>,
): Column<KeptEvidenceKey>[] {
  const { words, language } = visit
  const text = words.evidenceKeys
  return [
    {
      head: text.key,
      order: order.link('key'),
      cell: ({ publicKey }) => <code>{publicKey.kid}</code>,
    },
    {
      head: text.state,
      order: order.link('state'),
      cell: (each) => (
        <RevokedWhy visit={visit} state={text[stateOf(each)]} why={each.revokedWhy} />
      ),
    },
    {
      head: text.from,
      order: order.link('from'),
      cell: ({ createdAt }) => <Day at={createdAt} language={language} />,
    },
    {
      head: text.to,
      order: order.link('to'),
      cell: ({ retiredAt, revokedAt }) => <Day at={revokedAt ?? retiredAt} language={language} />,
    },
    {
      head: words.keyRevocation.of.evidence.title,
      isQuiet: true,
      cell: ({ publicKey, revokedAt }) =>
        revokedAt === null && <ToRevocation visit={visit} kind="evidence" kid={publicKey.kid} />,
    },
  ]
}

function Rotation({ visit: { words, person } }: { readonly visit: StaffVisit }) {
  const text = words.evidenceKeys
  return (
    <details>
      <summary>{text.rotate}</summary>
      <Form action="/console/access/evidence-keys/rotation" token={person.formToken}>
        <p>{text.rotateLead}</p>
        <div class="acts">
          <button>{text.rotateDo}</button>
        </div>
      </Form>
    </details>
  )
}
