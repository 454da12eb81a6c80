import type { enSign } from './en-sign.ts'

/** Was das Portal beim Anmelden sagt und zu dem, was vorgeschlagen ist. */
export const deSign: typeof enSign = {
  signIn: {
    title: 'Anmelden',
    lead: 'Geben Sie die E-Mail-Adresse an, unter der wir Sie kennen. Wir schicken Ihnen einen Link; ein Passwort gibt es nicht.',
    email: 'E-Mail-Adresse',
    send: 'Link schicken',
    sentTitle: 'Sehen Sie in Ihre E-Mails',
    sent: (email) =>
      `Gehört ${email} zu einem unserer Kunden, ist ein Link dorthin unterwegs. Er öffnet einmal, innerhalb von 30 Minuten.`,
    sentNext:
      'Ist nichts gekommen? Sehen Sie bei den unerwünschten E-Mails nach, oder bitten Sie den Hersteller um einen Link.',
    again: 'Eine andere Adresse',
    enterTitle: 'Anmelden',
    enterAs: (name, customer) => `Sie melden sich als ${name} für ${customer} an.`,
    enter: 'Anmelden',
    out: 'Abmelden',
    brokenTitle: 'Dieser Link öffnet nichts mehr',
    broken:
      'Er wurde schon benutzt, ist zu alt, oder die Adresse, an die er ging, kennen wir nicht mehr. Lassen Sie sich einen neuen schicken.',
    brokenNext: 'Einen neuen Link anfordern',
    wrongAddress: 'Bitte schreiben Sie eine Adresse wie name@example.com.',
    mailSubject: 'Ihr Link zum Anmelden',
    mailText: (name, customer, link) => `Guten Tag ${name},

mit diesem Link melden Sie sich im Kundenportal für ${customer} an:

${link}

Er öffnet einmal, innerhalb von 30 Minuten. Haben Sie ihn nicht verlangt, müssen Sie nichts tun: Ohne den Link kommt niemand hinein.`,
  },
  proposal: {
    title: {
      amendment: 'Eine Änderung ist vorgeschlagen',
      withdrawal: 'Die Rücknahme eines Widerspruchs ist vorgeschlagen',
    },
    lead: 'Es ändert sich nichts, bis Sie annehmen. Ohne Antwort bleibt alles, wie es ist.',
    lapses: (day) => `Sie können bis ${day} antworten.`,
    from: { now: 'Ab Ihrer Annahme', next_term: 'Ab der nächsten Laufzeit' },
    before: 'Bisher',
    after: 'Dann',
    member: 'Was',
    withdrawal: {
      vendor: (day) =>
        `Der Hersteller möchte seinen Widerspruch zurücknehmen. Die Lizenz endet dann nicht nach ${day}, sondern verlängert sich.`,
      customer: (day) =>
        `Ihr Widerspruch soll zurückgenommen werden. Die Lizenz endet dann nicht nach ${day}, sondern verlängert sich.`,
    },
    otherStands: {
      vendor:
        'Der Hersteller möchte seinen Widerspruch zurücknehmen. Ihrer bleibt: Die Lizenz verlängert sich weiterhin nicht.',
      customer:
        'Ihr Widerspruch soll zurückgenommen werden. Der des Herstellers bleibt: Die Lizenz verlängert sich weiterhin nicht.',
    },
    agreement: 'Damit nehmen Sie an',
    reason: 'Der Hersteller schreibt',
    accept: 'Annehmen',
    decline: 'Ablehnen',
    accepted: 'Sie haben angenommen',
    acceptedLead: 'Es ist vereinbart und mit Ihrem Namen und der Zeit festgehalten.',
    declined: 'Sie haben abgelehnt',
    declinedLead: 'Es bleibt alles, wie es war. Der Hersteller sieht, dass Sie abgelehnt haben.',
    rightless: (names) => `Die Annahme bindet den Kunden: Das darf ${names}.`,
    nobody: 'Die Annahme bindet den Kunden: Das darf ein Ansprechpartner, der unterschreiben darf.',
    members: {
      capabilities: 'Funktionen',
      limits: 'Obergrenzen',
      seats: 'Plätze',
      support: 'Support',
      term: 'Länge der ersten Laufzeit',
      renewalTerm: 'Länge einer Verlängerung',
      notice: 'Frist in der ersten Laufzeit',
      renewalNotice: 'Frist danach',
      renewal: 'Verlängerung',
      plan: 'Tarif',
      other: 'Weitere Bedingungen',
    },
    renewals: { automatic: 'von selbst', none: 'nicht von selbst' },
    anySeats: 'beliebig viele',
    none: 'keine',
    changed: 'geändert',
  },
  period: {
    days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
    months: (count) => (count === 1 ? '1 Monat' : `${count} Monate`),
    years: (count) => (count === 1 ? '1 Jahr' : `${count} Jahre`),
    none: 'keine',
  },
}
