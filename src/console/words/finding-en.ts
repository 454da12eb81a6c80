import type { FindingWords } from '../../token/finding.ts'

const lists = {
  agreements: 'agreement',
  terms: 'term',
  objections: 'objection',
  suspensions: 'suspension',
  terminations: 'termination',
  inquiries: 'inquiry',
  warnings: 'warning',
  documents: 'document',
} as const

/** What is wrong with a dossier, in English. */
export const enFindings: FindingWords = {
  unreadable: () => 'This is no dossier, or it cannot be read.',
  unsigned: () => 'It is not signed: this is what a dossier says, and nobody vouches for it.',
  'signature-wrong': () =>
    'The signature does not fit: the file was changed after it was signed, or signed as something else.',
  'key-unknown': ({ kid }) => `It is signed with the key ${kid}, which is none of the issuer’s.`,
  'key-revoked': ({ kid, at }) =>
    `The key ${kid} is known to have leaked since ${at}. A newer dossier, or a receipt by another key, can confirm what this one says.`,
  'key-out-of-time': ({ kid }) => `The key ${kid} did not sign at the time that the file bears.`,
  'event-malformed': ({ n }) => `Event ${n} is not whole.`,
  'event-changed': ({ n }) => `Event ${n} was changed.`,
  'event-dropped': ({ n, to }) =>
    n === to ? `Event ${n} was dropped.` : `Events ${n} to ${to} were dropped.`,
  'event-before-replaced': ({ n }) =>
    `Event ${n} goes on from another event than the one before it: that was replaced or dropped.`,
  'event-moved': ({ n, belongs }) => `Event ${n} was moved: its place is ${belongs}.`,
  'event-repeated': ({ n }) => `Event ${n} stands there a second time.`,
  'event-of-another': ({ n, license }) => `Event ${n} is one of another license (${license}).`,
  'text-changed': ({ n, field }) => `The text “${field}” of event ${n} was changed.`,
  'text-missing': ({ n, field }) =>
    `The text “${field}” of event ${n} was left out without being named as erased.`,
  'text-added': ({ n, field }) => `The text “${field}” was added to event ${n}.`,
  'record-changed': ({ list, id, member, n }) =>
    `The ${lists[list]} ${id} says another “${member}” than event ${n}.`,
  'record-unfounded': ({ list, id }) => `The history has no event for the ${lists[list]} ${id}.`,
  'record-missing': ({ list, id, n }) =>
    `The ${lists[list]} ${id} was left out: event ${n} put it on record.`,
  'checkpoint-wrong': ({ at }) =>
    `Checkpoint ${at} cannot be read, is not by the issuer, or is about another license.`,
  'tail-dropped': ({ has, knew, when }) =>
    `The end is missing: on ${when} the history had ${knew} events already, and this one has ${has}.`,
  rewritten: ({ from, to, when }) =>
    `The history was written anew between events ${from} and ${to}: the checkpoint of ${when} knows another event ${to}.`,
}
