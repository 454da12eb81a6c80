import type { EventWords, Told } from '../told.ts'

type Names = Readonly<Record<string, string>>

const sides: Names = { vendor: 'the vendor', customer: 'the customer', both: 'both sides' }

const channels: Names = {
  phone: 'by phone',
  in_person: 'in person',
  letter: 'by letter',
  email: 'by e-mail',
  console: 'in the console',
  portal: 'in the portal',
  api: 'by the API',
}

const kinds: Names = {
  good_cause: 'for good cause',
  mutual: 'by agreement',
  rescission: 'by the right to withdraw',
  switching: 'to change the provider',
  mistake: 'because it had been issued by mistake',
}

const topics: Names = {
  in_scope: 'in scope',
  out_of_scope: 'out of scope',
  repeat: 'asked before',
}

const bindings: Names = {
  issue: 'a license was issued',
  reinstate: 'it was reinstated',
  add_term: 'a term was added',
  transfer: 'it was handed over',
}

const members: Names = {
  capabilities: 'capabilities',
  limits: 'limits',
  seats: 'seats',
  support: 'support',
  term: 'length of the term',
  renewal_term: 'length of later terms',
  notice: 'notice',
  renewal_notice: 'notice in later terms',
  renewal: 'renewal',
  token_lifetime: 'lifetime of tokens',
  metadata: 'notes of other systems',
  external_refs: 'references of other systems',
}

const named = (names: Names, code: string | null): string => names[code ?? ''] ?? code ?? '–'
const proposed = (told: Told): string =>
  told.is('kind', 'amendment') ? 'a change' : 'taking an objection back'

const whose = (told: Told): string =>
  told.is('side', 'vendor') ? 'The vendor’s' : 'The customer’s'
const run = (told: Told): string =>
  told.day('ends_on') === null
    ? `from ${told.day('starts_on')} on, without an end`
    : `from ${told.day('starts_on')} to ${told.day('ends_on')}`
const consent = (told: Told): string =>
  told.is('kind', 'agreed') ? 'with the other side’s consent' : 'as an error'

function objected(told: Told): string {
  const how = named(channels, told.text('channel'))
  const began = told.is('side', 'vendor')
    ? `The vendor ended the renewal ${how}`
    : `The customer objected to the renewal ${how}`
  const received = told.time('received_at')
  if (received === null) return `${began}; it is on its way`
  const timely =
    told.timely === null ? '' : told.timely ? ', in time' : ', too late for the term that ran'
  return `${began}; received ${received}${timely}; the license ends after ${told.day('effective_on')}`
}

function asked(told: Told): string {
  const minutes = told.number('minutes')
  const subject = told.personal('subject')
  return [
    `${named(channels, told.text('channel'))}, ${named(topics, told.text('topic'))}`,
    ...(minutes === null ? [] : [minutes === 1 ? '1 minute' : `${minutes} minutes`]),
    ...(told.is('entitled', false) ? ['support was not owed'] : []),
    ...(subject === null ? [] : [`“${subject}”`]),
  ].join(', ')
}

const freed: Names = {
  released: 'A seat was given back',
  lapsed: 'A seat lapsed: its machine had not been seen for long',
  replaced: 'Another machine took a seat over',
  past_seats: 'A machine lost its place, since there are fewer seats',
}

/** What has happened to a license, in English: a sentence an event. */
export const enEvents: EventWords = {
  'license.issued': (told) =>
    told.day('start_by') === null
      ? `Issued, ${run(told)}`
      : `Issued; it starts with its first activation, at the latest on ${told.day('start_by')}`,
  'license.started': (told) => `Started on ${told.day('starts_on')}`,
  'license.renewed': (told) => `Renewed, ${run(told)}`,
  'license.downgraded': (told) =>
    told.is('reason', 'terminated')
      ? `Ended by termination on ${told.day('on')}; export only from then on`
      : `Ended after ${told.day('on')}; export only from then on`,
  'license.objected': objected,
  'objection.received': (told) =>
    `${whose(told)} objection was received ${told.time('received_at')}; the license ends after ${told.day('effective_on')}`,
  'objection.moved': (told) =>
    `With the first activation the objection came to end the license after ${told.day('effective_on')}`,
  'objection.withdrawn': (told) => `${whose(told)} objection was taken back ${consent(told)}`,
  'renewal.reminder': (told) =>
    `Reminder: an objection is in time until the end of ${told.day('last_day')}, ${told.number('days') === 1 ? 'one day' : `${told.number('days')} days`} from then`,
  'renewal.certain': (told) =>
    `Nobody had objected in time: it goes on after ${told.day('ends_on')}`,
  'license.terminated': (told) =>
    `Terminated by ${named(sides, told.text('side'))} ${named(kinds, told.text('kind'))}, with effect from ${told.time('effective_at')}`,
  'termination.withdrawn': (told) =>
    `The termination was taken back by ${named(sides, told.text('side'))} ${consent(told)}`,
  'suspension.announced': (told) => `A suspension was announced for ${told.time('effective_at')}`,
  'suspension.called_off': () => 'The announced suspension was called off',
  'license.suspended': () => 'Suspended: export only for as long as that lasts',
  'license.resumed': () => 'Resumed: everything that was agreed works again',
  'license.reinstated': (told) => `Reinstated, ${run(told)}`,
  'term.added': (told) => `A term was added by hand, ${run(told)}`,
  'license.amended': (told) =>
    `Agreed anew from ${told.day('on')} on: ${
      told
        .list('members')
        .map((member) => named(members, member))
        .join(', ') || 'another plan'
    }`,
  'license.transferred': () => 'Handed over to another customer, as both agreed',
  'customer.merged': () => 'Two records of the customer were made one',
  'customer.erased': () => 'The customer’s personal data was erased',
  'relation.ended': () => 'The vendor ended the relation with the customer',
  'relation.resumed': () => 'The relation with the customer was taken up again',
  'relation.overridden': (told) =>
    `Although the relation had been ended, ${named(bindings, told.text('command'))}`,
  'proposal.made': (told) =>
    told.is('side', 'vendor')
      ? `Proposed to the customer: ${proposed(told)}`
      : `The customer proposed ${proposed(told)}`,
  'proposal.accepted': (told) =>
    told.is('side', 'vendor')
      ? 'The customer accepted a proposal'
      : 'A proposal of the customer was accepted',
  'proposal.declined': (told) =>
    told.is('side', 'vendor')
      ? 'The customer declined a proposal'
      : 'A proposal of the customer was declined',
  'proposal.taken_back': (told) =>
    told.is('side', 'vendor')
      ? 'A proposal to the customer was taken back'
      : 'The customer took a proposal back',
  'proposal.lapsed': (told) =>
    told.is('side', 'vendor')
      ? 'A proposal to the customer lapsed unanswered'
      : 'A proposal of the customer lapsed unanswered',
  'preset.overridden': (told) =>
    `An admin let pass what is beyond the limits of ${told.text('preset')} (${told.list('articles').join(', ')})`,
  'license.edited': (told) =>
    `Edited: ${told
      .list('members')
      .map((member) => named(members, member))
      .join(', ')}`,
  'agreement.attached': (told) =>
    told.text('title') === null
      ? 'An agreement was attached'
      : `Agreed: “${told.text('title')}”, version ${told.text('version')}`,
  'activation.created': (told) =>
    told.personal('machine') === null
      ? 'A machine took a seat'
      : `The machine “${told.personal('machine')}” took a seat`,
  'activation.freed': (told) => named(freed, told.text('why')),
  'file.issued': (told) =>
    `A license file was made for a machine without a network, good until ${told.time('good_until')}`,
  'key.issued': () => 'A license key was issued',
  'key.replaced': (told) =>
    told.is('leaked', true)
      ? 'A leaked license key was replaced and opens nothing any more'
      : `A license key was replaced; the old one opens until ${told.time('keep_until')}`,
  'key.seen': () => 'A license key was looked at',
  'inquiry.logged': (told) => `Inquiry ${asked(told)}`,
  'inquiry.corrected': (told) => `Inquiry corrected: ${asked(told)}`,
  'inquiry.struck': () => 'An inquiry was struck: it had been logged by mistake',
  'warning.given': (told) =>
    told.is('form', 'spoken')
      ? 'Warned in spoken words'
      : told.is('delivery', 'mail')
        ? 'Warned in writing, by e-mail'
        : `Warned by letter${told.is('delivery', 'by_hand') ? ', sent by hand' : ''}`,
  'document.attached': (told) =>
    `A document was attached (${told.text('media_type')}, ${Math.ceil((told.number('size') ?? 0) / 1000)} kB)`,
}
