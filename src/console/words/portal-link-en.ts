/** What is said about a way into the portal that staff hand to a contact, in English. */
export const enPortalLink = {
  portalLink: {
    act: 'Send the portal link',
    title: (name: string) => `Portal link for ${name}`,
    lead: (name: string) =>
      `The link signs ${name} in to the customer portal, without a password. It opens once, within 24 hours.`,
    noMail: 'This server sends no mail. You can read the link out or copy it.',
    to: 'E-mail address',
    noAddress: 'Mail can be sent to an address of this contact’s only.',
    mail: 'Send by e-mail',
    mailTo: (address: string) => `Send to ${address}`,
    show: 'Show the link once',
    onlyTo: (name: string) =>
      `Give it to ${name} alone: whoever has it declares for the customer what this contact may declare.`,
    shown: (name: string) =>
      `It is shown this once, for you to read out or copy. It opens once, within 24 hours; give it to ${name} alone.`,
    sent: (address: string) =>
      `A link is on its way to ${address}. It opens once, within 24 hours.`,
    enough: (address: string) =>
      `Nothing was sent: enough links are waiting at ${address} already. One of them opens; if none can be found, show one and read it out.`,
    mailSubject: 'Your link to the customer portal',
    mailText: (name: string, customer: string, link: string) => `Hello ${name},

this link signs you in to the customer portal for ${customer}:

${link}

It opens once, within 24 hours. Our support has sent it to you. If you do not need it, there is nothing to do.`,
  },
}
