import {
  activations,
  agreements,
  eventPersonal,
  events,
  inquiries,
  licenses,
  objections,
  suspensions,
  terminations,
  terms,
  transfers,
  warnings,
} from './kept-license-tables.ts'
import {
  contacts,
  customers,
  endedRelations,
  externalReferences,
  licenseKeys,
  plans,
  products,
  server,
  settlements,
  signingKeys,
} from './kept-tables.ts'
import type { KeptTable } from './kept-tables.ts'

/** All that a server keeps and can give away, in an order in which each table finds what it refers to. */
export const serverRecords: readonly KeptTable[] = [
  server,
  products,
  plans,
  customers,
  contacts,
  endedRelations,
  licenses,
  externalReferences,
  terms,
  objections,
  suspensions,
  terminations,
  agreements,
  transfers,
  activations,
  licenseKeys,
  events,
  eventPersonal,
  inquiries,
  warnings,
  settlements,
  signingKeys,
]

/** What stays behind, and why. */
export const leftOut = [
  {
    table: 'api_tokens',
    what: 'API tokens',
    why: 'They are credentials of this server, of which it keeps hashes alone: the new server makes its own, and no copy of the records opens either.',
  },
  {
    table: 'idempotency_keys',
    what: 'answers kept for repeated requests',
    why: 'They are sealed under keys that this server does not keep, and are forgotten after a day.',
  },
] as const
