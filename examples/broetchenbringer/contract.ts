import type { Sandbox } from './sandbox.ts'

/** What the vendor has sold. */
export interface Contract {
  readonly license: string
  readonly key: string
}

/** Makes product, plan, customer and license: a year from 1 October 2025, which renews by itself. */
export async function makeContract(sandbox: Sandbox): Promise<Contract> {
  await sandbox.call('POST', '/v1/products', {
    code: 'broetchenbringer',
    name: 'Brötchenbringer',
    capabilities: ['orders:read', 'orders:write'],
    export_formats: ['csv', 'jsonl', 'xlsx'],
  })
  await sandbox.call('POST', '/v1/plans', {
    code: 'annual',
    product: 'broetchenbringer',
    name: 'Annual',
    capabilities: ['orders:read', 'orders:write'],
    limits: { branches: 3 },
    term: 'P1Y',
    renewal: 'automatic',
    seats: 3,
    preset: 'b2b-de',
    support: {
      level: 'standard',
      channels: ['phone', 'email'],
      scope: 'Questions about the product.',
    },
  })
  const customer = await sandbox.call('POST', '/v1/customers', {
    name: 'Bäckerei Beispiel',
    language: 'de',
    contacts: [
      { name: 'N. Beispiel', phones: ['+49 30 23125 900'], may: ['object', 'sign', 'support'] },
    ],
  })
  const license = await sandbox.call('POST', '/v1/licenses', {
    plan: 'annual',
    customer: customer('id'),
    starts_on: '2025-10-01',
    time_zone: 'Europe/Berlin',
  })
  return { license: license('id'), key: license('key') }
}

/** The vendor objects to the renewal: the license ends with its term. */
export async function endRenewal(sandbox: Sandbox, { license }: Contract): Promise<void> {
  await sandbox.call('POST', `/v1/licenses/${license}/objections`, {
    side: 'vendor',
    channel: 'phone',
    declared_by: 'Support',
    reason: 'Daily calls out of scope, after a warning',
  })
}

export async function moveClock(sandbox: Sandbox, now: string): Promise<void> {
  await sandbox.call('PUT', '/v1/sandbox/clock', { now })
}
