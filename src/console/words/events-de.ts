import type { EventWords, Told } from '../told.ts'

type Names = Readonly<Record<string, string>>

const sides: Names = { vendor: 'vom Hersteller', customer: 'vom Kunden', both: 'von beiden' }

const channels: Names = {
  phone: 'am Telefon',
  in_person: 'persönlich',
  letter: 'per Brief',
  email: 'per E-Mail',
  console: 'in der Konsole',
  portal: 'im Kundenportal',
  api: 'über die API',
}

const kinds: Names = {
  good_cause: 'aus wichtigem Grund',
  mutual: 'im Einvernehmen',
  rescission: 'durch Widerruf',
  switching: 'wegen eines Anbieterwechsels',
  mistake: 'weil sie versehentlich ausgestellt war',
}

const topics: Names = {
  in_scope: 'im Umfang',
  out_of_scope: 'außerhalb des Umfangs',
  repeat: 'schon beantwortet',
}

const bindings: Names = {
  issue: 'wurde eine Lizenz ausgestellt',
  reinstate: 'wurde sie wieder in Kraft gesetzt',
  add_term: 'wurde eine Laufzeit angefügt',
  transfer: 'wurde sie übertragen',
}

const members: Names = {
  capabilities: 'Funktionen',
  limits: 'Grenzen',
  seats: 'Plätze',
  support: 'Support',
  term: 'Länge der Laufzeit',
  renewal_term: 'Länge späterer Laufzeiten',
  notice: 'Frist',
  renewal_notice: 'Frist in späteren Laufzeiten',
  renewal: 'Verlängerung',
  token_lifetime: 'Lebensdauer der Token',
  metadata: 'Notizen anderer Systeme',
  external_refs: 'Kennungen anderer Systeme',
}

const named = (names: Names, code: string | null): string => names[code ?? ''] ?? code ?? '–'
const proposed = (told: Told): string =>
  told.is('kind', 'amendment') ? 'eine Änderung' : 'die Rücknahme eines Widerspruchs'

const whose = (told: Told): string => (told.is('side', 'vendor') ? 'des Herstellers' : 'des Kunden')
const run = (told: Told): string =>
  told.day('ends_on') === null
    ? `ab ${told.day('starts_on')}, ohne Ende`
    : `${told.day('starts_on')} bis ${told.day('ends_on')}`
const consent = (told: Told): string =>
  told.is('kind', 'agreed') ? 'mit Zustimmung der anderen Seite' : 'als Irrtum'

function objected(told: Told): string {
  const how = named(channels, told.text('channel'))
  const began = told.is('side', 'vendor')
    ? `Der Hersteller hat ${how} die Verlängerung beendet`
    : `Der Kunde hat ${how} der Verlängerung widersprochen`
  const received = told.time('received_at')
  if (received === null) return `${began}; das Schreiben ist unterwegs`
  const timely =
    told.timely === null
      ? ''
      : told.timely
        ? ', rechtzeitig'
        : ', zu spät für die damalige Laufzeit'
  return `${began}; zugegangen am ${received}${timely}; die Lizenz endet nach ${told.day('effective_on')}`
}

function asked(told: Told): string {
  const minutes = told.number('minutes')
  const subject = told.personal('subject')
  return [
    `${named(channels, told.text('channel'))}, ${named(topics, told.text('topic'))}`,
    ...(minutes === null ? [] : [minutes === 1 ? '1 Minute' : `${minutes} Minuten`]),
    ...(told.is('entitled', false) ? ['ohne Anspruch auf Support'] : []),
    ...(subject === null ? [] : [`„${subject}“`]),
  ].join(', ')
}

const freed: Names = {
  released: 'Ein Platz wurde zurückgegeben',
  lapsed: 'Ein Platz ist verfallen: Sein Rechner war lange nicht zu sehen',
  replaced: 'Ein anderer Rechner hat einen Platz übernommen',
  past_seats: 'Ein Rechner hat seinen Platz verloren, weil es weniger Plätze sind',
}

/** Was mit einer Lizenz geschehen ist, auf Deutsch: je Ereignis ein Satz. */
export const deEvents: EventWords = {
  'license.issued': (told) =>
    told.day('start_by') === null
      ? `Ausgestellt, ${run(told)}`
      : `Ausgestellt; sie beginnt mit der ersten Nutzung, spätestens am ${told.day('start_by')}`,
  'license.started': (told) => `Begonnen am ${told.day('starts_on')}`,
  'license.renewed': (told) => `Verlängert, ${run(told)}`,
  'license.downgraded': (told) =>
    told.is('reason', 'terminated')
      ? `Durch Kündigung beendet am ${told.day('on')}; seitdem nur Export`
      : `Beendet nach ${told.day('on')}; seitdem nur Export`,
  'license.objected': objected,
  'objection.received': (told) =>
    `Der Widerspruch ${whose(told)} ist am ${told.time('received_at')} zugegangen; die Lizenz endet nach ${told.day('effective_on')}`,
  'objection.moved': (told) =>
    `Mit der ersten Nutzung gilt der Widerspruch für das Ende nach ${told.day('effective_on')}`,
  'objection.withdrawn': (told) =>
    `Der Widerspruch ${whose(told)} wurde ${consent(told)} zurückgenommen`,
  'renewal.reminder': (told) =>
    `Erinnerung: Widerspruch ist bis zum Ende des ${told.day('last_day')} möglich, noch ${told.number('days') === 1 ? 'einen Tag' : `${told.number('days')} Tage`}`,
  'renewal.certain': (told) =>
    `Niemand hat rechtzeitig widersprochen: Nach ${told.day('ends_on')} geht es weiter`,
  'license.terminated': (told) =>
    `Gekündigt ${named(sides, told.text('side'))} ${named(kinds, told.text('kind'))}, mit Wirkung ab ${told.time('effective_at')}`,
  'termination.withdrawn': (told) =>
    `Die Kündigung wurde ${named(sides, told.text('side'))} ${consent(told)} zurückgenommen`,
  'suspension.announced': (told) =>
    `Eine Sperre wurde angekündigt für ${told.time('effective_at')}`,
  'suspension.called_off': () => 'Die angekündigte Sperre wurde abgesagt',
  'license.suspended': () => 'Gesperrt: nur Export, solange das dauert',
  'license.resumed': () => 'Freigegeben: Alles Vereinbarte ist wieder nutzbar',
  'license.reinstated': (told) => `Wieder in Kraft gesetzt, ${run(told)}`,
  'term.added': (told) => `Eine Laufzeit wurde von Hand angefügt, ${run(told)}`,
  'license.amended': (told) =>
    `Neu vereinbart ab ${told.day('on')}: ${
      told
        .list('members')
        .map((member) => named(members, member))
        .join(', ') || 'ein anderer Tarif'
    }`,
  'license.transferred': () => 'Auf einen anderen Kunden übertragen, wie beide es vereinbart haben',
  'customer.merged': () => 'Zwei Datensätze des Kunden wurden zu einem',
  'customer.erased': () => 'Die personenbezogenen Daten des Kunden wurden gelöscht',
  'relation.ended': () => 'Der Hersteller hat die Geschäftsbeziehung beendet',
  'relation.resumed': () => 'Die Geschäftsbeziehung wurde wieder aufgenommen',
  'relation.overridden': (told) =>
    `Obwohl die Geschäftsbeziehung beendet war, ${named(bindings, told.text('command'))}`,
  'proposal.made': (told) =>
    told.is('side', 'vendor')
      ? `Dem Kunden wurde vorgeschlagen: ${proposed(told)}`
      : `Der Kunde hat vorgeschlagen: ${proposed(told)}`,
  'proposal.accepted': (told) =>
    told.is('side', 'vendor')
      ? 'Der Kunde hat einen Vorschlag angenommen'
      : 'Ein Vorschlag des Kunden wurde angenommen',
  'proposal.declined': (told) =>
    told.is('side', 'vendor')
      ? 'Der Kunde hat einen Vorschlag abgelehnt'
      : 'Ein Vorschlag des Kunden wurde abgelehnt',
  'proposal.taken_back': (told) =>
    told.is('side', 'vendor')
      ? 'Ein Vorschlag an den Kunden wurde zurückgezogen'
      : 'Der Kunde hat seinen Vorschlag zurückgezogen',
  'proposal.lapsed': (told) =>
    told.is('side', 'vendor')
      ? 'Ein Vorschlag an den Kunden ist unbeantwortet verfallen'
      : 'Ein Vorschlag des Kunden ist unbeantwortet verfallen',
  'preset.overridden': (told) =>
    `Ein Admin hat zugelassen, was über die Grenzen von ${told.text('preset')} hinausgeht (${told.list('articles').join(', ')})`,
  'license.edited': (told) =>
    `Bearbeitet: ${told
      .list('members')
      .map((member) => named(members, member))
      .join(', ')}`,
  'agreement.attached': (told) =>
    told.text('title') === null
      ? 'Eine Vereinbarung wurde beigefügt'
      : `Vereinbart: „${told.text('title')}“, Fassung ${told.text('version')}`,
  'activation.created': (told) =>
    told.personal('machine') === null
      ? 'Ein Rechner hat einen Platz belegt'
      : `Der Rechner „${told.personal('machine')}“ hat einen Platz belegt`,
  'activation.freed': (told) => named(freed, told.text('why')),
  'file.issued': (told) =>
    `Für einen Rechner ohne Netz wurde eine Lizenzdatei gemacht, gültig bis ${told.time('good_until')}`,
  'key.issued': () => 'Ein Lizenzschlüssel wurde ausgestellt',
  'key.replaced': (told) =>
    told.is('leaked', true)
      ? 'Ein bekannt gewordener Lizenzschlüssel wurde ersetzt und öffnet nichts mehr'
      : `Ein Lizenzschlüssel wurde ersetzt; der alte gilt bis ${told.time('keep_until')}`,
  'key.seen': () => 'Ein Lizenzschlüssel wurde angesehen',
  'inquiry.logged': (told) => `Anfrage ${asked(told)}`,
  'inquiry.corrected': (told) => `Anfrage berichtigt: ${asked(told)}`,
  'inquiry.struck': () => 'Eine Anfrage wurde gestrichen: Sie war versehentlich eingetragen',
  'warning.given': (told) =>
    told.is('form', 'spoken')
      ? 'Mündlich abgemahnt'
      : told.is('delivery', 'mail')
        ? 'Schriftlich abgemahnt, per E-Mail'
        : `Per Brief abgemahnt${told.is('delivery', 'by_hand') ? ', von Hand versandt' : ''}`,
  'document.attached': (told) =>
    `Ein Dokument wurde beigefügt (${told.text('media_type')}, ${Math.ceil((told.number('size') ?? 0) / 1000)} kB)`,
}
