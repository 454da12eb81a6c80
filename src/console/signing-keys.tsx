import { admins } from '../license/roles.ts'
import { rotateSigningKeys } from '../store/signers.ts'
import type { KeptSigningKey } from '../store/signing-key.ts'
import { Form } from '../web/form.tsx'
import { keyRevocationPages } from './key-revocation.tsx'
import { List } from './list.tsx'
import { inOrder, orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { Day, RevokedWhy, ToRevocation } from './key-cells.tsx'
import { Rows } from './rows.tsx'
import type { Column } from './rows.tsx'
import { page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const signingKeyPages = [
  ...keyRevocationPages,
  page('POST', '/console/access/signing-keys/rotation', admins, async ({ deps, now, person }) => {
    await rotateSigningKeys(deps.db, deps.kek, 'Ed25519', person, now)
    deps.signers.reread()
    return { to: '/console/access#signing-keys' }
  }),
]

/** The keys that tokens are signed with, and the way to the next one. */
export function SigningKeys({
  visit,
  keys,
}: {
  readonly visit: StaffVisit
  readonly keys: readonly KeptSigningKey[]
}) {
  const { words, language } = visit
  const text = words.signingKeys
  const usual = { by: 'since', descending: false } as const
  const order = orderingOf(visit, columns, usual, 'signing-keys')
  const { key, algorithm, since } = text
  return (
    <section class="sheet" id="signing-keys">
      <h2>{text.title}</h2>
      <p class="quiet">{text.lead}</p>
      <List
        visit={visit}
        name="signing-keys"
        order={{ chosen: order, labels: { key, algorithm, state: words.people.state, since } }}
        next={null}
        isEmpty={keys.length === 0}
        none={<></>}
      >
        <Rows<KeptSigningKey>
          items={inOrder(keys, order, placeOf, language)}
          columns={columnsOf(visit, order)}
        />
      </List>
      <p class="quiet small">{words.keyRevocation.explained}</p>
      <Rotation visit={visit} />
    </section>
  )
}

const columns = ['key', 'algorithm', 'state', 'since'] as const
const states = ['next', 'active', 'retired', 'revoked'] as const

const placeOf = {
  key: ({ publicKey }: KeptSigningKey) => publicKey.kid,
  algorithm: ({ publicKey }: KeptSigningKey) => publicKey.alg,
  state: ({ state }: KeptSigningKey) => states.indexOf(state),
  // One that has not signed yet stands behind those that have.
  since: ({ activatedAt }: KeptSigningKey) => activatedAt ?? Infinity,
}

function columnsOf(
  visit: StaffVisit,
  order: Ordering<(typeof columns)[number]>,
): Column<KeptSigningKey>[] {
  const { words, language } = visit
  const text = words.signingKeys
  return [
    {
      head: text.key,
      order: order.link('key'),
      cell: ({ publicKey }) => <code>{publicKey.kid}</code>,
    },
    {
      head: text.algorithm,
      order: order.link('algorithm'),
      cell: ({ publicKey }) => publicKey.alg,
    },
    {
      head: words.people.state,
      order: order.link('state'),
      cell: ({ state, revokedWhy }) => (
        <RevokedWhy visit={visit} state={text.states[state]} why={revokedWhy} />
      ),
    },
    {
      head: text.since,
      order: order.link('since'),
      cell: ({ activatedAt }) => <Day at={activatedAt} language={language} />,
    },
    {
      head: words.keyRevocation.of.signing.title,
      isQuiet: true,
      cell: ({ publicKey, state }) =>
        state !== 'revoked' && <ToRevocation visit={visit} kind="signing" kid={publicKey.kid} />,
    },
  ]
}

function Rotation({ visit: { words, person } }: { readonly visit: StaffVisit }) {
  const text = words.signingKeys
  return (
    <details>
      <summary>{text.rotate}</summary>
      <Form action="/console/access/signing-keys/rotation" token={person.formToken}>
        <p>{text.rotateLead}</p>
        <div class="acts">
          <button>{text.rotateDo}</button>
        </div>
      </Form>
    </details>
  )
}
