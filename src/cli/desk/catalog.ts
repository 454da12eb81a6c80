import type { Support } from '../../license/license.ts'
import type { PlanTerms } from '../../license/plan.ts'

/** What the vendor of the demonstration sells. */
export interface Sold {
  readonly code: string
  readonly name: string
  readonly capabilities: readonly string[]
  readonly plans: readonly SoldPlan[]
}

interface SoldPlan {
  readonly code: string
  readonly name: string
  readonly terms: Omit<PlanTerms, 'capabilities'>
  readonly trial?: true
}

const support: Support = {
  level: 'Standard',
  channels: ['phone', 'email'],
  scope: 'Fragen zur Bedienung und Störungen des Programms.',
  fairUse: { inquiries: 5, window: 'P30D' },
}

const premium: Support = {
  ...support,
  level: 'Premium',
  scope: 'Fragen zur Bedienung, Störungen, Hilfe bei der Einrichtung.',
  fairUse: { inquiries: 10, window: 'P30D' },
}

const yearly = { term: 'P1Y', renewal: 'automatic', preset: 'b2b-de' } as const

export const catalog: readonly Sold[] = [
  {
    code: 'broetchenbringer',
    name: 'Brötchenbringer',
    capabilities: ['orders:read', 'orders:write', 'invoices:write', 'routes:plan'],
    plans: [
      {
        code: 'annual',
        name: 'Jahreslizenz',
        terms: { ...yearly, limits: { branches: 3 }, renewalLeeway: 'P0D', seats: 3, support },
      },
      {
        code: 'annual-plus',
        name: 'Jahreslizenz Plus',
        terms: {
          ...yearly,
          notice: 'P1M',
          limits: { branches: 12 },
          seats: 10,
          support: premium,
        },
      },
      {
        code: 'monthly',
        name: 'Monatslizenz',
        terms: {
          term: 'P1M',
          renewal: 'automatic',
          notice: 'P7D',
          preset: 'b2b-de',
          seats: 1,
          support,
        },
      },
      {
        code: 'trial',
        name: 'Probemonat',
        terms: { term: 'P30D', renewal: 'none', seats: 1 },
        trial: true,
      },
    ],
  },
  {
    code: 'tourenblatt',
    name: 'Tourenblatt',
    capabilities: ['tours:read', 'tours:write'],
    plans: [
      {
        code: 'tours-annual',
        name: 'Jahreslizenz',
        terms: { ...yearly, notice: 'P3M', limits: { vehicles: 5 }, seats: 2, support },
      },
      {
        code: 'tours-season',
        name: 'Saisonlizenz',
        terms: { term: 'P6M', renewal: 'none', preset: 'b2b-de', seats: 2, support },
      },
    ],
  },
  {
    code: 'rezeptbuch',
    name: 'Rezeptbuch',
    capabilities: ['recipes:read', 'recipes:write', 'prices:read'],
    plans: [
      {
        code: 'recipes-forever',
        name: 'Kauflizenz',
        terms: { renewal: 'none', preset: 'b2b-de', seats: 2, support: null },
      },
      {
        code: 'recipes-annual',
        name: 'Jahreslizenz',
        terms: { ...yearly, notice: 'P14D', seats: 2, support },
      },
    ],
  },
]
