import type { enDeclare } from './en-declare.ts'

/** Die Seiten, für die sich niemand anmelden muss. Ihre Schaltflächen heißen, wie das Gesetz sie nennt (§§ 312k, 356a BGB). */
export const deDeclare: typeof enDeclare = {
  declare: {
    open: 'Ohne Anmeldung',
    buttons: { cancellation: 'Verträge hier kündigen', withdrawal: 'Vertrag widerrufen' },
    title: { cancellation: 'Einen Vertrag kündigen', withdrawal: 'Einen Vertrag widerrufen' },
    lead: {
      cancellation:
        'Sie müssen sich nicht anmelden. Sobald Sie unten auf die Schaltfläche drücken, ist Ihre Kündigung zugegangen, und Sie erhalten eine Bestätigung mit der Uhrzeit.',
      withdrawal:
        'Sie müssen sich nicht anmelden und keinen Grund nennen. Sobald Sie unten auf die Schaltfläche drücken, ist Ihr Widerruf zugegangen, und Sie erhalten eine Bestätigung mit der Uhrzeit.',
    },
    confirm: { cancellation: 'jetzt kündigen', withdrawal: 'Widerruf bestätigen' },
    cause: 'Art der Kündigung',
    causes: { ordinary: 'zum Ende der Laufzeit', good_cause: 'fristlos, aus wichtigem Grund' },
    reason: 'Wichtiger Grund',
    reasonHint: 'Nur bei einer fristlosen Kündigung: was geschehen ist.',
    name: 'Ihr Name',
    nameHint: 'Vor- und Nachname, oder der Name der Firma.',
    contract: 'Vertrag',
    contractHint: 'Die Lizenznummer, der Lizenzschlüssel, oder was Sie bei uns gekauft haben.',
    email: 'E-Mail-Adresse für die Bestätigung',
    end: 'Gewünschtes Ende',
    endHint: 'Lassen Sie es leer für den nächstmöglichen Tag.',
    ends: 'Der Vertrag endet',
    missing: 'Bitte füllen Sie das aus: Sonst weiß niemand, wer oder was gemeint ist.',
    noEmail: 'Bitte schreiben Sie eine Adresse wie name@example.com.',
    noDate: 'Bitte wählen Sie einen Tag, oder lassen Sie das Feld leer.',
    noReason:
      'Bitte schreiben Sie, was geschehen ist: Sonst gilt es als Kündigung zum Ende der Laufzeit.',
    received: {
      cancellation: 'Ihre Kündigung ist eingegangen',
      withdrawal: 'Ihr Widerruf ist eingegangen',
    },
    receivedAt: 'Zugegangen',
    declared: 'Erklärt',
    kinds: {
      ordinary: 'Kündigung zum Ende der Laufzeit',
      good_cause: 'Fristlose Kündigung aus wichtigem Grund',
      withdrawal: 'Widerruf des Vertrags',
    },
    next: 'zum nächstmöglichen Zeitpunkt; den Tag nennt Ihnen eine Person',
    atOnce: 'sofort; eine Person antwortet Ihnen',
    withdrawn: 'mit dem Widerruf; eine Person antwortet Ihnen',
    wished: (day) =>
      `am ${day}, wie gewünscht, oder zum nächstmöglichen Zeitpunkt danach; eine Person bestätigt es`,
    mailed: (address) =>
      `Eine Bestätigung geht an ${address}. Diese Seite lässt sich drucken und als Text speichern.`,
    save: 'Als Text speichern',
    reference: 'Zeichen',
    exportStays:
      'Ihre Daten bleiben Ihre: Die Software exportiert sie, solange Sie wollen, auch nach dem Ende.',
    mailSubject: {
      cancellation: 'Bestätigung Ihrer Kündigung',
      withdrawal: 'Bestätigung Ihres Widerrufs',
    },
    fileName: { cancellation: 'kuendigung', withdrawal: 'widerruf' },
  },
}
