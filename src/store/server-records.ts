import {
  activations,
  agreements,
  documentParts,
  documents,
  eventPersonal,
  events,
  inquiries,
  licenses,
  objections,
  statusEntries,
  suspensions,
  terminations,
  terms,
  transfers,
  trials,
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
  statusLists,
  statusNews,
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
  documents,
  documentParts,
  agreements,
  transfers,
  activations,
  trials,
  licenseKeys,
  statusLists,
  statusEntries,
  statusNews,
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
    table: 'people',
    what: 'people and how they sign in',
    why: 'They sign in to this server. The new one invites its own; what they have done stays in the events under their ids.',
  },
  {
    table: 'invitations',
    what: 'invitations that were not accepted yet',
    why: 'They open this server alone.',
  },
  {
    table: 'sessions',
    what: 'who is signed in',
    why: 'A session ends with the server that it was begun on.',
  },
  {
    table: 'sign_in_failures',
    what: 'failed attempts to sign in',
    why: 'They are counted for minutes, to slow guessing down.',
  },
  {
    table: 'leases',
    what: 'leases of seats',
    why: 'They lapse within minutes, and whoever works on takes a new one.',
  },
  {
    table: 'idempotency_keys',
    what: 'answers kept for repeated requests',
    why: 'They are sealed under keys that this server does not keep, and are forgotten after a day.',
  },
] as const
