import type { Json } from '../api/house.ts'

// A small account as Keygen's API answers for it, by its public reference: JSON:API documents with links, relationships and meta.

const account = '/v1/accounts/1fddcec8-8dd3-4d8d-9b16-215cac0f9b52'
const stamps = { created: '2025-06-01T08:00:00.000Z', updated: '2026-01-05T08:00:00.000Z' }

const to = (type: string, id: string | null) => ({
  links: { related: `${account}/${type}/${id}` },
  data: id === null ? null : { type, id },
})

const list = (path: string, data: readonly Json[]) => ({
  data,
  links: { self: `${account}/${path}?page[number]=1&page[size]=100`, next: null, prev: null },
  meta: { count: data.length },
})

const policy = (id: string, name: string, more: Json) => ({
  id,
  type: 'policies',
  attributes: {
    name,
    duration: 31_536_000,
    strict: true,
    floating: true,
    scheme: null,
    maxMachines: 2,
    maxProcesses: null,
    maxUses: null,
    requireHeartbeat: false,
    expirationStrategy: 'RESTRICT_ACCESS',
    overageStrategy: 'NO_OVERAGE',
    metadata: {},
    ...stamps,
    ...more,
  },
  relationships: {
    product: to('products', 'prod-oven'),
    entitlements: { links: { related: `${account}/policies/${id}/entitlements` } },
  },
})

const license = (id: string, owner: string | null, more: Json, policyId = 'policy-year-11') => ({
  id,
  type: 'licenses',
  attributes: {
    name: null,
    key: `${id.toUpperCase()}-39A6E3-DE1529-8559A0-4AF593-V3`,
    expiry: '2026-06-01T08:00:00.000Z',
    status: 'ACTIVE',
    uses: 0,
    suspended: false,
    maxMachines: 2,
    metadata: {},
    ...stamps,
    ...more,
  },
  relationships: {
    product: to('products', 'prod-oven'),
    policy: to('policies', policyId),
    owner: to('users', owner),
  },
})

const machine = (id: string, licenseId: string, fingerprint: string, name: string | null) => ({
  id,
  type: 'machines',
  attributes: { fingerprint, name, hostname: `${id}.local`, platform: 'linux', ...stamps },
  relationships: { license: to('licenses', licenseId) },
})

const entitlement = (id: string, code: string) => ({
  id,
  type: 'entitlements',
  attributes: { name: code, code, metadata: {}, ...stamps },
})

const user = (id: string, attributes: Json) => ({
  id,
  type: 'users',
  attributes: { ...attributes, ...stamps },
})

export const keygenAccount: readonly Json[] = [
  list('products', [
    {
      id: 'prod-oven',
      type: 'products',
      attributes: {
        name: 'Backofen Süd',
        code: null,
        platforms: ['linux'],
        metadata: {},
        ...stamps,
      },
    },
  ]),
  list('policies', [
    policy('policy-year-11', 'Yearly', {}),
    policy('policy-ever-22', 'Forever', {
      duration: null,
      maxMachines: null,
      requireHeartbeat: true,
    }),
    policy('policy-tries-33', 'Trial', { duration: 14 * 86_400, maxProcesses: 4 }),
  ]),
  list('policies/policy-year-11/entitlements', [
    entitlement('e1', 'EXPORT_PDF'),
    entitlement('e2', 'orders:write'),
  ]),
  list('licenses/b2c3d4/entitlements', [entitlement('e3', 'Beta Features')]),
  list('entitlements', [
    entitlement('e1', 'EXPORT_PDF'),
    entitlement('e2', 'orders:write'),
    entitlement('e3', 'Beta Features'),
    entitlement('e4', 'NOBODY_HAS_IT'),
  ]),
  list('users', [
    user('user-a', {
      fullName: 'Ada Bäcker',
      firstName: 'Ada',
      lastName: 'Bäcker',
      email: 'ada@example.com',
    }),
    user('user-b', { fullName: null, firstName: null, lastName: null, email: 'ofen@example.com' }),
  ]),
  list('licenses', [
    license('a1b2c3', 'user-a', { name: 'Ost' }),
    license('b2c3d4', 'user-a', { maxMachines: 5, metadata: { branch: 'West' } }),
    license('c3d4e5', 'user-b', { suspended: true, status: 'SUSPENDED' }),
    license('d4e5f6', null, { expiry: null }, 'policy-ever-22'),
    license(
      'e5f6a7',
      'user-b',
      { expiry: '2025-06-15T08:00:00.000Z', status: 'EXPIRED' },
      'policy-tries-33',
    ),
  ]),
  list('machines', [
    machine('m1', 'a1b2c3', 'print-1', 'Theke'),
    machine('m2', 'a1b2c3', 'print-2', null),
    machine('m3', 'a1b2c3', 'print-3', 'zu viel'),
    machine('m4', 'e5f6a7', 'print-4', 'abgelaufen'),
  ]),
  list('groups', [{ id: 'g1', type: 'groups', attributes: { name: 'All' } }]),
]
