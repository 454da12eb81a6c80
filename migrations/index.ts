import type { Migration } from 'kysely/migration'
import * as licenses from './0001_licenses.ts'
import * as server from './0002_server.ts'
import * as relations from './0003_relations.ts'
import * as transfers from './0004_transfers.ts'
import * as seats from './0005_seats.ts'
import * as leases from './0006_leases.ts'
import * as statusLists from './0007_status_lists.ts'
import * as revisions from './0009_revisions.ts'
import * as ledger from './0013_ledger.ts'
import * as documents from './0014_documents.ts'
import * as people from './0015_people.ts'
import * as leakedKeys from './0017_leaked_keys.ts'
import * as trials from './0018_trials.ts'
import * as mergedCustomers from './0019_merged_customers.ts'
import * as erasures from './0020_erasures.ts'
import * as exportTables from './0022_export_tables.ts'
import * as identities from './0023_identities.ts'
import * as turns from './0025_turns.ts'
import * as ledgerQuestions from './0026_ledger_questions.ts'
import * as listsInOrder from './0027_lists_in_order.ts'
import * as outbox from './0028_outbox.ts'
import * as letters from './0029_letters.ts'
import * as evidenceKeys from './0031_evidence_keys.ts'
import * as retention from './0032_retention.ts'
import * as presetOverrides from './0033_preset_overrides.ts'
import * as portal from './0034_portal.ts'
import * as accessEvents from './0035_access_events.ts'
import * as lapses from './0036_lapses.ts'

/** Every migration by name, in order. They are frozen: a change is a new one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_licenses': licenses,
  '0002_server': server,
  '0003_relations': relations,
  '0004_transfers': transfers,
  '0005_seats': seats,
  '0006_leases': leases,
  '0007_status_lists': statusLists,
  '0009_revisions': revisions,
  '0013_ledger': ledger,
  '0014_documents': documents,
  '0015_people': people,
  '0017_leaked_keys': leakedKeys,
  '0018_trials': trials,
  '0019_merged_customers': mergedCustomers,
  '0020_erasures': erasures,
  '0022_export_tables': exportTables,
  '0023_identities': identities,
  '0025_turns': turns,
  '0026_ledger_questions': ledgerQuestions,
  '0027_lists_in_order': listsInOrder,
  '0028_outbox': outbox,
  '0029_letters': letters,
  '0031_evidence_keys': evidenceKeys,
  '0032_retention': retention,
  '0033_preset_overrides': presetOverrides,
  '0034_portal': portal,
  '0035_access_events': accessEvents,
  '0036_lapses': lapses,
}
