import type { enCatalog } from './catalog-en.ts'

/** Products and plans, in German. */
export const deCatalog = {
  catalog: {
    lead: 'Was lizenziert wird, und zu welchen Bedingungen.',
    product: 'Produkt',
    noProduct:
      'Es gibt noch keine Produkte. Ein Produkt ist, wonach Ihre Software fragt und was sie exportiert; Tarife und Lizenzen kommen danach. Die Verwaltung legt hier das erste an.',
    addProduct: 'Ein Produkt anlegen',
    addProductDo: 'Produkt anlegen',
    editProduct: 'Das Produkt bearbeiten',
    editProductDo: 'Produkt speichern',
    productNameHint: 'Wie Kunden es kennen: Brötchenbringer.',
    code: 'Code',
    productCodeHint:
      'Wie sich die Software selbst nennt, wenn sie fragt: broetchenbringer. Kleinbuchstaben, Ziffern, Punkte und Striche; er bleibt für immer.',
    capabilitiesHint:
      'Wonach das Produkt fragt, je eine Zeile, als bereich:handlung: orders:write. Der Export ist immer dabei und braucht keinen Namen.',
    capabilitiesGrow:
      'Für eine neue fügen Sie eine Zeile an. Was hier steht, bleibt: Lizenzen können es geben.',
    formats: 'Exportformate',
    formatsHint:
      'Die gängigen Formate, in denen das Produkt die Daten des Kunden herausgibt, in jedem Stand einer Lizenz. Mindestens eines.',
    formatsGrow:
      'Haken Sie mehr an, wenn das Produkt mehr exportiert. Was angehakt war, bleibt: Kunden verlassen sich darauf.',
    formatNames: {
      csv: 'CSV',
      jsonl: 'JSON Lines',
      json: 'JSON',
      xml: 'XML',
      xlsx: 'Excel (XLSX)',
      ods: 'OpenDocument (ODS)',
      sqlite: 'SQLite',
      parquet: 'Parquet',
    },
    algorithmHint:
      'Womit seine Token unterschrieben werden. Ed25519 für alles Neue; ES256, wo eine Plattform nichts anderes kennt.',
    defines: 'Was es vorsieht',
    tables: 'Tabellen des Exports',
    noTable:
      'Es sind keine Tabellen veröffentlicht. Der Build des Produkts reicht sie ein (PATCH /v1/products); Kunden lesen dann, was sie bekommen.',
    table: 'Tabelle',
    tableTitle: 'Titel',
    fields: 'Felder',
    plans: 'Tarife',
    noPlan:
      'Für dieses Produkt gibt es noch keinen Tarif. Lizenzen werden unter einem Tarif ausgestellt.',
    addPlan: 'Einen Tarif anlegen',
    addPlanDo: 'Tarif anlegen',
    editPlan: 'Den Tarif bearbeiten',
    editPlanDo: 'Tarif speichern',
    planNameHint: 'Wie das Angebot ihn nennt: Jahreslizenz.',
    planCodeHint: 'Ein kurzer Name für Maschinen: annual. Er bleibt für immer.',
    laterEdits:
      'Änderungen gelten für kommende Lizenzen. Was unter diesem Tarif bisher vereinbart wurde, bleibt, wie es vereinbart ist.',
    example: 'Eine Lizenz, die heute ausgestellt wird, sähe so aus:',
    letPass: (day: string, reason: string) =>
      `Dieser Tarif geht über seine gesetzliche Vorlage hinaus. Die Verwaltung hat ihn am ${day} zugelassen: „${reason}“`,
    preset: 'Recht des Vertrags',
    presetHint:
      'Es begrenzt, was der Tarif vorsehen darf, und sagt, wann Erinnerungen hinausgehen. Tatsachen mit Fundstellen, keine Rechtsberatung.',
    presets: {
      custom: { name: 'Keines benannt', for: 'Für die Längen stehen Sie selbst ein.' },
      'b2b-de': {
        name: 'Zwischen Unternehmen, deutsches Recht',
        for: 'Die Kunden sind Unternehmen.',
      },
      'b2c-de': {
        name: 'Mit Verbrauchern, deutsches Recht',
        for: 'Die Kunden sind Privatleute.',
      },
      'saas-eu': {
        name: 'Gehosteter Dienst in der EU',
        for: 'Data Act: Sie betreiben, was die Kunden nutzen.',
      },
    },
    limited: {
      term: 'erste Laufzeit',
      renewalTerm: 'spätere Laufzeiten',
      notice: 'Frist in der ersten Laufzeit',
      renewalNotice: 'Frist in späteren Laufzeiten',
    },
    limit: (member: string, most: string | null, article: string) =>
      `${member}: ${most === null ? 'keine' : `höchstens ${most}`} (${article})`,
    checkedOn: (day: string) => `Geprüft am ${day}.`,
    time: 'Laufzeiten und Verlängerung',
    gives: 'Was er gibt',
    term: 'Erste Laufzeit',
    renewalTerm: 'Spätere Laufzeiten',
    notice: 'Frist',
    renewalNotice: 'Frist später',
    leeway: 'Kulanz ohne Netz',
    tokenLifetime: 'Token gelten',
    fairUse: 'Faire Nutzung',
    fairUseOf: (inquiries: number, window: string) =>
      `${inquiries} Anfragen außerhalb des Umfangs oder schon beantwortet, in ${window}`,
    renewalHint: 'Ob von selbst eine weitere Laufzeit folgt, wenn keine Seite widerspricht.',
    lengths: {
      term: { label: 'Erste Laufzeit', hint: 'Wie lange sie dauert. Leer: ohne Ende.' },
      renewal_term: {
        label: 'Spätere Laufzeiten',
        hint: 'Wie lang jede Verlängerung ist. Leer: wie die erste.',
      },
      notice: {
        label: 'Frist in der ersten Laufzeit',
        hint: 'Wie lange vor dem letzten Tag ein Widerspruch da sein muss. Leer oder 0: Am letzten Tag ist er noch rechtzeitig.',
      },
      renewal_notice: {
        label: 'Frist in späteren Laufzeiten',
        hint: 'Dasselbe nach einer Verlängerung. Leer: wie in der ersten.',
      },
      renewal_leeway: {
        label: 'Kulanz ohne Netz',
        hint: 'Wie lange ein Rechner ohne Kontakt über das Ende einer Laufzeit hinaus voll bleibt, die sich verlängert, höchstens 14 Tage. Leer: 3 Tage.',
      },
      token_lifetime: {
        label: 'Token gelten',
        hint: 'Wie lange ein Rechner ohne Kontakt arbeitet. Leer: 14 Tage; ohne Ende: ein Jahr.',
      },
      seat_lapse: {
        label: 'Ein Platz verfällt nach',
        hint: 'Wie lange ein Rechner nicht gesehen werden darf, bevor ein anderer seinen Platz nimmt. Leer: nie.',
      },
      lease: {
        label: 'Gleichzeitige Nutzung: Ein Leihplatz gilt',
        hint: 'Plätze zählen dann nach Nutzung, nicht nach Rechner, und verfallen ohne Lebenszeichen. Leer: nach Rechner.',
      },
    },
    seatDetails: 'Plätze im Einzelnen',
    seatChanges: 'Plätze übernehmen',
    seatChangesHint: 'Wie oft in der Zeit daneben. Leer: 3-mal in 30 Tagen.',
    seatWindow: 'Innerhalb von',
    seatWindowHint: 'Die Zeit, in der gezählt wird.',
    replaceOldest: 'Ein neuer Rechner nimmt den Platz dessen, der am längsten nicht gesehen wurde',
    offline: 'Ohne Netz, und Probe',
    trial: 'Probe',
    trialYes: 'jeder darf das Produkt darunter ausprobieren, jeder Rechner einmal',
    trialTick: 'Jeder darf das Produkt unter diesem Tarif ausprobieren, jeder Rechner einmal',
    support: {
      has: 'Zu Lizenzen unter diesem Tarif gehört ein Supportvertrag: dieselbe Laufzeit, dieselbe Verlängerung, dasselbe Ende',
      level: 'Stufe',
      levelHint: 'Wie das Angebot sie nennt: Standard.',
      channels: 'Wege',
      channelsHint: 'Mit Kommas dazwischen: phone, email.',
      scope: 'Umfang',
      scopeHint: 'Was der Support beantwortet, in einem Satz, der sich vorlesen lässt.',
      inquiries: 'Faire Nutzung: Anfragen',
      inquiriesHint:
        'So viele außerhalb des Umfangs oder schon beantwortete kennzeichnen die Lizenz. Was folgt, entscheidet ein Mensch. Leer: keine Regel.',
      window: 'Faire Nutzung: innerhalb von',
      windowHint: 'Die Zeit, in der sie gezählt werden.',
    },
  },
  lengths: {
    count: 'Zahl',
    unit: 'Einheit',
    units: {
      min: 'Minuten',
      H: 'Stunden',
      D: 'Tage',
      W: 'Wochen',
      M: 'Monate',
      Y: 'Jahre',
    },
    counted: {
      min: (n: number) => `${n} ${n === 1 ? 'Minute' : 'Minuten'}`,
      H: (n: number) => `${n} ${n === 1 ? 'Stunde' : 'Stunden'}`,
      D: (n: number) => (n === 0 ? 'keine' : `${n} ${n === 1 ? 'Tag' : 'Tage'}`),
      W: (n: number) => `${n} ${n === 1 ? 'Woche' : 'Wochen'}`,
      M: (n: number) => (n === 0 ? 'keine' : `${n} ${n === 1 ? 'Monat' : 'Monate'}`),
      Y: (n: number) => `${n} ${n === 1 ? 'Jahr' : 'Jahre'}`,
    },
  },
  prospect: {
    term: (from: string, to: string, place: string) =>
      `Eine Laufzeit von ${from} bis ${to} (${place})`,
    withoutEnd: (from: string) => `Voll ab ${from}, ohne Ende`,
    startsBy: (day: string) => `Beginnt mit der ersten Aktivierung, spätestens am ${day}`,
    firstTerm: (length: string) => `Von da an dauert die erste Laufzeit: ${length}.`,
    perpetual: 'Sie endet nicht von selbst, und nichts verlängert sich.',
    passed: (count: number) =>
      count === 1
        ? 'Eine Laufzeit davor ist vergangen.'
        : `${count} Laufzeiten davor sind vergangen.`,
    over: 'Sie ist vorbei: Der Export bleibt.',
    doesNotRenew: 'Sie verlängert sich nicht: Nach dem letzten Tag bleibt der Export.',
    objection: (day: string) =>
      `Jede Seite kann der Verlängerung bis zum Ende des Tages ${day} widersprechen.`,
    renews: (length: string, day: string) =>
      `Tut es niemand, verlängert sie sich um ${length}, bis ${day}.`,
    renewsBy: (length: string) =>
      `Widerspricht niemand, verlängert sie sich jedes Mal um ${length}.`,
    nextObjection: (day: string) => `Der letzte Tag für Widerspruch ist dann ${day}.`,
  },
  issue: {
    title: 'Eine Lizenz ausstellen',
    choose: 'Unter welchem Tarif?',
    noPlan:
      'Es gibt noch keine Tarife. Eine Lizenz wird unter einem Tarif ausgestellt, und ein Tarif gehört zu einem Produkt; beides legt die Verwaltung an.',
    do: (name: string) => `Für ${name} ausstellen`,
    issued: 'Die Lizenz ist ausgestellt',
    issuedLead:
      'Das ist ihr Schlüssel. Er wird nur jetzt gezeigt: Geben Sie ihn dem Kunden, oder tragen Sie ihn im Produkt ein.',
    start: 'Beginn',
    starts: { today: 'Heute', day: 'An einem Tag', first: 'Mit der ersten Aktivierung' },
    startsOn: 'An welchem Tag',
    startsOnHint:
      'Auch an einem vergangenen: Ein alter Vertrag zieht mit seinen vergangenen Laufzeiten ein.',
    startBy: 'Mit der ersten Aktivierung, spätestens am',
    startByHint: 'Bis dahin läuft ein Schlüssel im Regal nicht ab.',
    endsOn: 'Letzter Tag der ersten Laufzeit',
    endsOnHint: 'Wenn einer vereinbart ist, etwa der 31. Dezember. Leer: die Länge des Tarifs.',
    zoneHint: 'Ihre Tage beginnen und enden nach der Uhr dort.',
    otherwise: 'Plätze, Fähigkeiten und Grenzen anders als im Tarif',
    papers: 'Vereinbarung, und Kennzeichen anderer Systeme',
    agreementHint: 'Was beide Seiten vereinbart haben. Sie wird der Lizenz beigefügt.',
  },
} satisfies typeof enCatalog
