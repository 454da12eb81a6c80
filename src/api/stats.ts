import { readStats } from '../store/stats.ts'
import type { ProductStats } from '../store/stats.ts'
import { readers } from './roles.ts'
import { noBody, noQuery, route } from './route.ts'
import { utc } from './wire.ts'

export const statsRoutes = [
  route({
    method: 'GET',
    path: '/v1/stats',
    who: readers,
    summary:
      'What the licenses are worth now, and what renews and ends soon, by product. Beyond 5,000 licenses, how many are full and how many export-only is reckoned from a sample, and “exact” says so.',
    body: noBody,
    query: noQuery,
    handle: async ({ deps, now }) => {
      const { products, isExact, lookedAt, activations, objections } = await readStats(deps.db, now)
      const found = { exact: isExact, looked_at: lookedAt, products: products.map(onWire) }
      return { body: { at: utc(now), ...found, activations, objections } }
    },
  }),
]

function onWire(stats: ProductStats) {
  return {
    product: stats.product,
    licenses: stats.licenses,
    full: stats.full,
    export_only: stats.exportOnly,
    renews_in_90_days: stats.renewsIn90Days,
    ends_in_90_days: stats.endsIn90Days,
    renews_in_12_months: stats.renewsIn12Months,
    ends_in_12_months: stats.endsIn12Months,
  }
}
