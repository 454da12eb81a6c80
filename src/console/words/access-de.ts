import type { AccessTold, AccessWords } from '../access-told.ts'
import type { enAccess } from './access-en.ts'

const way = (told: AccessTold): string =>
  told.is('by', 'provider') ? 'beim Anmeldedienst' : 'mit Passwort'
const tried = (told: AccessTold): string =>
  told.is('at', 'code') ? 'der Einmalcode war falsch' : 'das Passwort war falsch'

const sentences: AccessWords = {
  'person.invited': (told) => `${told.about} wurde eingeladen, als ${told.role('role')}`,
  'person.invited_again': (told) => `${told.about} bekam einen neuen Einmallink`,
  'person.joined': (told) =>
    `${told.about} hat den Einmallink eingelöst und meldet sich ${way(told)} an`,
  'person.linked': (told) => `${told.about} wurde mit dem Konto beim Anmeldedienst verknüpft`,
  'person.unlinked': (told) =>
    `Die Verknüpfung von ${told.about} mit dem Konto beim Anmeldedienst wurde aufgehoben`,
  'person.role_changed': (told) =>
    `${told.about} hat eine andere Rolle: ${told.role('to')}, vorher ${told.role('from')}`,
  'person.signed_out': (told) => `${told.about} wurde überall abgemeldet`,
  'person.removed': (told) => `${told.about} wurde entfernt und meldet sich nicht mehr an`,
  'password.changed': (told) => `${told.about} hat ein anderes Passwort`,
  'password.removed': (told) => `Das Passwort von ${told.about} wurde entfernt`,
  'second_factor.set': (told) => `${told.about} wird nach Einmalcodes gefragt`,
  'second_factor.removed': (told) => `${told.about} wird nicht mehr nach Einmalcodes gefragt`,
  'sign_in.succeeded': (told) =>
    `${told.about} hat sich ${way(told)}${told.is('code', true) ? ' und Einmalcode' : ''} angemeldet`,
  'sign_in.failed': (told) =>
    `Ein Versuch, sich als ${told.about} anzumelden, schlug fehl: ${tried(told)}`,
  'sign_in.locked': (told) =>
    `Zu viele Versuche, sich als ${told.about} anzumelden: Wer es versucht, muss warten`,
  'api_token.made': (told) =>
    `Das API-Token „${told.about}“ wurde erstellt, als ${told.role('role')}`,
  'api_token.revoked': (told) => `Das API-Token „${told.about}“ wurde widerrufen`,
  'signing_key.made': (told) =>
    `Der Signaturschlüssel ${told.about} wurde erzeugt (${told.text('algorithm') ?? '–'})`,
  'signing_key.rotated': (told) =>
    `Der Signaturschlüssel ${told.about} unterschreibt anstelle von ${told.text('former')?.slice(0, 8) ?? '–'}`,
  'signing_key.revoked': (told) => `Der Signaturschlüssel ${told.about} wurde widerrufen`,
  'evidence_key.made': (told) => `Der Beweisschlüssel ${told.about} wurde erzeugt`,
  'evidence_key.rotated': (told) => `Der Beweisschlüssel ${told.about} unterschreibt von nun an`,
  'evidence_key.revoked': (told) => `Der Beweisschlüssel ${told.about} wurde widerrufen`,
  'webhook.added': (told) => `Der Webhook „${told.about}“ wurde hinzugefügt`,
  'webhook.edited': (told) => `Der Webhook „${told.about}“ wurde geändert: ${told.members}`,
  'webhook.secret_changed': (told) => `Der Webhook „${told.about}“ bekam ein anderes Geheimnis`,
  'webhook.enabled': (told) => `Der Webhook „${told.about}“ wurde eingeschaltet`,
  'webhook.disabled': (told) =>
    told.is('why', 'gone')
      ? `Der Webhook „${told.about}“ antwortete, dass es ihn nicht mehr gibt, und erfährt nichts mehr`
      : `Der Webhook „${told.about}“ wurde abgeschaltet`,
  'webhook.removed': (told) => `Der Webhook „${told.about}“ wurde entfernt`,
  'settings.changed': (told) => `Die Einstellungen wurden geändert: ${told.members}`,
  'wording.written': (told) => `Der Brief ${told.letter} bekam eigene Worte`,
  'wording.withdrawn': (told) => `Der Brief ${told.letter} steht wieder in den Worten des Servers`,
  'retention.changed': (told) => `Festgelegt wurde, wie lange was bleibt: ${told.members}`,
}

/** Der Verlauf des Zugangs, auf Deutsch. */
export const deAccess: typeof enAccess = {
  accessHistory: {
    title: 'Zugangsverlauf',
    lead: 'Wer Personen, Token, Schlüssel, Webhooks und Einstellungen geändert hat, und wer sich angemeldet hat. Ändern kann ihn niemand; wie lange er bleibt, steht unter Aufbewahrung.',
    open: 'Zugangsverlauf',
    when: 'Wann',
    what: 'Was',
    by: 'Von',
    who: 'Von oder über',
    kind: 'Art',
    kinds: {
      people: 'Personen',
      sign_ins: 'Anmeldungen',
      tokens: 'API-Token',
      keys: 'Schlüssel',
      webhooks: 'Webhooks',
      settings: 'Einstellungen',
    },
    actors: { cli: 'die Befehlszeile', system: 'der Server', stranger: 'jemand Unbekanntes' },
    nobody: 'niemandem, den wir kennen',
    none: 'Noch ist nichts geschehen. Der Verlauf beginnt mit der ersten Person, die eingeladen wird.',
  },
  accessEvents: sentences,
}
