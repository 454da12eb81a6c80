import type { Deps } from '../deps.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { outboxFigures } from '../store/delivery.ts'
import { nextDueAt } from '../store/due.ts'
import { connectionsOf } from '../store/postgres.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import { listLists } from '../store/status-list.ts'
import { heading, sample } from './meter.ts'
import type { Labels } from './meter.ts'
import { readers } from './roles.ts'
import { noBody, noQuery, route } from './route.ts'

export const metricsRoutes = [
  route({
    method: 'GET',
    path: '/metrics',
    who: readers,
    summary: 'Figures for Prometheus, which has an API token of its own; a Worker keeps none.',
    body: noBody,
    query: noQuery,
    handle: async ({ deps, now }) => {
      if (deps.meter === undefined) throw new Problem('not-found')
      const lines = [...deps.meter.lines(), ...(await gauges(deps, now))]
      return {
        body: `${lines.join('\n')}\n`,
        headers: {
          'content-type': 'text/plain; version=0.0.4; charset=utf-8',
          'cache-control': 'no-store',
        },
      }
    },
  }),
]

/** What is true at this moment, of the database and so of every replica, but for the connections. */
async function gauges({ db }: Deps, now: Instant): Promise<readonly string[]> {
  const [due, keys, lists] = [await nextDueAt(db), await listSigningKeys(db), await listLists(db)]
  const told = Object.entries(await outboxFigures(db, now))
  const connections = Object.entries(connectionsOf(db) ?? {})
  return [
    ...gauge('auszug_settlement_lag_seconds', 'How long the job is late, 0 if it is not.', [
      [{}, due === null || due > now ? 0 : (now - due) / 1000],
    ]),
    ...gauge(
      'auszug_outbox_waiting',
      'What waits to be told.',
      told.map(([kind, { waiting }]) => [{ kind }, waiting]),
    ),
    ...gauge(
      'auszug_outbox_lag_seconds',
      'How long the one that is due longest waits, 0 if none is.',
      told.map(([kind, { dueSince }]) => [
        { kind },
        dueSince === null ? 0 : (now - dueSince) / 1000,
      ]),
    ),
    ...gauge(
      'auszug_outbox_failed',
      'What was given up, and nobody has looked at.',
      told.map(([kind, { failed }]) => [{ kind }, failed]),
    ),
    ...gauge(
      'auszug_database_connections',
      'Connections to PostgreSQL; requests that wait for one.',
      connections.map(([state, value]) => [{ state }, value]),
    ),
    ...gauge(
      'auszug_signing_key_age_seconds',
      'How long ago each key was made.',
      keys.map(({ publicKey: { alg, kid }, state, createdAt }) => [
        { algorithm: alg, kid, state },
        (now - createdAt) / 1000,
      ]),
    ),
    ...gauge(
      'auszug_status_list_age_seconds',
      'How long ago each status list was signed.',
      lists.flatMap(({ n, issuedAt }) =>
        issuedAt === null ? [] : [[{ list: n }, Math.max(now - issuedAt, 0) / 1000] as const],
      ),
    ),
  ]
}

function gauge(
  name: string,
  help: string,
  values: readonly (readonly [labels: Labels, value: number])[],
): readonly string[] {
  return [
    ...heading(name, 'gauge', help),
    ...values.map(([labels, value]) => sample(name, labels, value)),
  ]
}
