import { dateAt } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { readers } from '../license/roles.ts'
import { named, page } from './visit.ts'

/** The lists that can be taken along, and where the API has each. Who may have one, the API says. */
const paths = {
  customers: '/v1/customers',
  licenses: '/v1/licenses',
  products: '/v1/products',
  plans: '/v1/plans',
  letters: '/v1/letters',
  settlements: '/v1/settlements',
  people: '/v1/people',
  'api-tokens': '/v1/api-tokens',
  'access-events': '/v1/access-events',
  'signing-keys': '/v1/signing-keys',
  'evidence-keys': '/v1/evidence-keys',
  inquiries: '/v1/inquiries',
  activations: '/v1/licenses/:license/activations',
  warnings: '/v1/licenses/:license/warnings',
  documents: '/v1/licenses/:license/documents',
  webhooks: '/v1/webhooks',
  deliveries: '/v1/webhooks/:webhook/deliveries',
  history: '/v1/history',
} as const

export type ListName = keyof typeof paths

const types = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type FileForm = keyof typeof types

/** A list as a file, narrowed down as its page was, with the columns that it has in the API. */
export const listFilePages = [
  page('GET', '/console/lists/:file', readers, async (visit) => {
    const { deps, now, person, query, words } = visit
    const [list = '', form = ''] = named(visit, 'file').split('.')
    if (!isOneOf(paths, list) || !isOneOf(types, form)) throw new Problem('not-found')
    const { mediaType, body } = await deps.listFile(
      deps,
      { path: paths[list], query, type: types[form] },
      { id: person.id, role: person.role },
      now,
    )
    const name = `${words.lists.names[list]}-${dateAt(now, 'UTC')}.${form}`
    return { download: { name, mediaType, body } }
  }),
]

function isOneOf<T extends object>(table: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(table, name)
}
