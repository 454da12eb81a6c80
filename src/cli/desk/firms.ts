import { diceFrom } from './dice.ts'
import type { Dice } from './dice.ts'

/** A business of the demonstration, and who speaks for it. Its name is invented; its telephone numbers are kept free for films. */
export interface Firm {
  /** Its number in the demonstration's books. */
  readonly number: string
  readonly name: string
  readonly language: string
  readonly timeZone: string
  readonly contacts: readonly FirmContact[]
}

export interface FirmContact {
  readonly name: string
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly may: readonly ('object' | 'sign' | 'support')[]
}

interface Region {
  readonly language: string
  readonly timeZone: string
  readonly forms: readonly string[]
  readonly families: string
  readonly first: string
  /** Numbers that no telephone has, by the place they ring in; `#` stands for digits. */
  readonly phones: readonly string[]
}

const german: Region = {
  language: 'de',
  timeZone: 'Europe/Berlin',
  forms: [
    'Bäckerei @',
    'Backhaus @',
    'Konditorei @',
    'Landbäckerei @',
    'Backstube @',
    '@ & Söhne',
    'Mühlenbäckerei @',
    'Feinbäckerei @',
    'Café @',
    '@ & Töchter',
  ],
  families:
    'Krumenau Sauerbrot Ofenstein Weizenthal Dinkelrath Semmelweg Hefenreich Roggenkamp Knustmann Mohnhaupt Kipferling Brotzky Backhagen Teigler Mehlinger Laiblin Körnchen Zwiebach Stollenwald Brezner Butterweck Schrippke Rundstück Fladung Ährenfeld Zimtmann Malzahner Kümmelberg Striezel Wecken Quarkmann Kandler',
  first:
    'Anneliese Bernd Cem Dörte Eberhard Fatma Gesine Hinnerk Ilka Joris Katrin Lothar Merle Norbert Ottilie Pauline Quirin Rosa Sven Tilda Ulrike Volker Wiebke Yusuf',
  phones: ['+49 30 23125 ###', '+49 69 90009 ###', '+49 40 66969 ###', '+49 89 99998 ###'],
}

const neighbours: readonly Region[] = [
  {
    language: 'de-AT',
    timeZone: 'Europe/Vienna',
    forms: ['Bäckerei @', 'Zuckerbäckerei @', 'Café-Konditorei @'],
    families: 'Germknedl Topfner Powidlek Salzstangl Nussbeugl Vanilla',
    first: 'Alois Burgi Cilli Ferdl Gretl Leopold',
    phones: [],
  },
  {
    language: 'de-CH',
    timeZone: 'Europe/Zurich',
    forms: ['Bäckerei @', 'Confiserie @'],
    families: 'Bürlimann Weggler Gipfeli Ruchbrot Anisbrötli',
    first: 'Beat Ursina Reto Vreni Urs',
    phones: [],
  },
  {
    language: 'en-GB',
    timeZone: 'Europe/London',
    forms: ['@ & Sons Bakers', 'The @ Bakehouse', '@’s Bakery'],
    families: 'Crumpling Loafborough Bunnfield Sconeham Doughty-Marsh Rivelstone',
    first: 'Agnes Barnaby Clementine Dougal Edith Fergus',
    phones: ['+44 20 7946 0###', '+44 161 496 0###'],
  },
  {
    language: 'fr',
    timeZone: 'Europe/Paris',
    forms: ['Boulangerie @', 'Aux Délices de @', 'Maison @'],
    families: 'Croûtard Miechon Levainville Farinelle Briochet',
    first: 'Amandine Baptiste Colette Didier Élise',
    phones: ['+33 1 99 00 ## ##'],
  },
  {
    language: 'nl',
    timeZone: 'Europe/Amsterdam',
    forms: ['Bakkerij @', 'Banketbakkerij @'],
    families: 'Krentebol Speculaert Deegman Roggeveld',
    first: 'Anouk Bram Femke Joost',
    phones: [],
  },
  {
    language: 'it',
    timeZone: 'Europe/Rome',
    forms: ['Panificio @', 'Forno @'],
    families: 'Mollicari Crostani Farinacci-Belli Lievitese',
    first: 'Alba Bruno Chiara Dario',
    phones: [],
  },
  {
    language: 'pl',
    timeZone: 'Europe/Warsaw',
    forms: ['Piekarnia @', 'Cukiernia @'],
    families: 'Chlebkowska Bułeczny Drożdżak Makowiecka',
    first: 'Agnieszka Bogdan Celina Dariusz',
    phones: [],
  },
  {
    language: 'da',
    timeZone: 'Europe/Copenhagen',
    forms: ['@s Bageri', 'Bageriet @'],
    families: 'Rugholm Smørgaard Kringlebæk',
    first: 'Asta Bjarne Ditte',
    phones: [],
  },
]

/** The bakery of the story, as `auszug demo` tells of it. */
export const bakery: Firm = {
  number: 'D-1000',
  name: 'Bäckerei Beispiel',
  language: 'de',
  timeZone: 'Europe/Berlin',
  contacts: [
    {
      name: 'N. Beispiel',
      phones: ['+49 30 1234567'],
      emails: ['post@example.com'],
      may: ['object', 'sign', 'support'],
    },
  ],
}

/** So many businesses with different names: most of them German, some of the neighbours. The first is the story's. */
export function firmsOf(count: number, seed: number): readonly Firm[] {
  const dice = diceFrom(seed)
  const abroad = neighbours.flatMap((region) => namesIn(region, dice).slice(0, 5))
  const home = namesIn(german, dice).slice(0, count - 1 - abroad.length)
  return [bakery, ...dice.shuffled([...home, ...abroad]).map((named, n) => firmOf(named, n, dice))]
}

interface Named {
  readonly region: Region
  readonly family: string
  readonly name: string
}

function namesIn(region: Region, dice: Dice): readonly Named[] {
  const families = dice.shuffled(region.families.split(' '))
  const all = region.forms.flatMap((form, n) =>
    families.map((_, m): Named => {
      const family = families[(m + n) % families.length] ?? ''
      return { region, family, name: form.replace('@', family) }
    }),
  )
  return dice.shuffled(all)
}

function firmOf({ region, family, name }: Named, n: number, dice: Dice): Firm {
  const { language, timeZone } = region
  const domain = `${slugOf(name)}.example`
  const owner = `${dice.pick(region.first.split(' '))} ${family}`
  const phones = region.phones.length === 0 ? [] : [phoneOf(dice.pick(region.phones), n)]
  const first: FirmContact = {
    name: owner,
    phones,
    emails: [`post@${domain}`],
    may: ['object', 'sign', 'support'],
  }
  const helper = dice.pick(region.first.split(' '))
  const second: FirmContact = {
    name: `${helper} ${dice.pick(region.families.split(' '))}`,
    phones: [],
    emails: [`${slugOf(helper)}@${domain}`],
    may: ['support'],
  }
  const contacts = dice.chance(0.3) ? [first, second] : [first]
  return { number: `D-${1001 + n}`, name, language, timeZone, contacts }
}

/** Each business has digits of its own. */
function phoneOf(shape: string, n: number): string {
  const digits = String(n + 100).padStart((shape.match(/#/g) ?? []).length, '0')
  let at = 0
  return shape.replaceAll('#', () => digits.charAt(at++))
}

/** A name as it can stand in an address. */
function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
