import type { enPortalLink } from './portal-link-en.ts'

/** What is said about a way into the portal that staff hand to a contact, in German. */
export const dePortalLink: typeof enPortalLink = {
  portalLink: {
    act: 'Link zum Kundenportal senden',
    title: (name) => `Link zum Kundenportal für ${name}`,
    lead: (name) =>
      `Der Link meldet ${name} im Kundenportal an, ohne Passwort. Er öffnet einmal, innerhalb von 24 Stunden.`,
    noMail: 'Dieser Server verschickt keine E-Mails. Sie können den Link vorlesen oder kopieren.',
    to: 'E-Mail-Adresse',
    noAddress: 'Gesendet werden kann nur an eine Adresse dieses Ansprechpartners.',
    mail: 'Per E-Mail senden',
    mailTo: (address) => `An ${address} senden`,
    show: 'Link einmal zeigen',
    onlyTo: (name) =>
      `Geben Sie ihn nur ${name}: Wer ihn hat, erklärt für den Kunden, was dieser Ansprechpartner erklären darf.`,
    shown: (name) =>
      `Er wird nur dieses eine Mal gezeigt, zum Vorlesen oder Kopieren. Er öffnet einmal, innerhalb von 24 Stunden; geben Sie ihn nur ${name}.`,
    sent: (address) =>
      `Ein Link ist unterwegs an ${address}. Er öffnet einmal, innerhalb von 24 Stunden.`,
    enough: (address) =>
      `Es wurde nichts gesendet: Bei ${address} liegen schon genug Links. Einer davon öffnet; ist keiner zu finden, zeigen Sie einen und lesen Sie ihn vor.`,
    mailSubject: 'Ihr Link zum Kundenportal',
    mailText: (name, customer, link) => `Guten Tag ${name},

mit diesem Link melden Sie sich im Kundenportal für ${customer} an:

${link}

Er öffnet einmal, innerhalb von 24 Stunden. Unser Support hat ihn Ihnen geschickt. Wenn Sie ihn nicht brauchen, müssen Sie nichts tun.`,
  },
}
