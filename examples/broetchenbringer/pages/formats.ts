import { formats } from 'auszug/export'

/** A format as people choose it. */
export interface Choice {
  /** What a form sends: `csv`, `csv:excel-de`. */
  readonly value: string
  readonly name: string
  readonly about: string
  /** The end of a single table's file name; null where a file holds all of them, or more than one. */
  readonly extension: string | null
}

const known: readonly Choice[] = [
  {
    value: 'csv',
    name: 'CSV',
    about: 'Liest jedes Programm und jedes neue Bestellsystem.',
    extension: 'csv',
  },
  { value: 'xlsx', name: 'Excel', about: 'Zum Ansehen und Rechnen.', extension: 'xlsx' },
  {
    value: 'csv:excel-de',
    name: 'CSV für deutsches Excel',
    about: 'Öffnet sich mit einem Doppelklick.',
    extension: 'excel-de.csv',
  },
  { value: 'ods', name: 'OpenDocument', about: 'Für LibreOffice.', extension: 'ods' },
  {
    value: 'jsonl',
    name: 'JSON Lines',
    about: 'Verlustfrei, für den Umzug in ein anderes System.',
    extension: 'jsonl',
  },
  { value: 'json', name: 'JSON', about: 'Eine Datei je Tabelle.', extension: 'json' },
  { value: 'xml', name: 'XML', about: 'Mit Schema.', extension: 'xml' },
  {
    value: 'sqlite',
    name: 'SQLite',
    about: 'Alles in einer Datenbank, für Abfragen und Archive.',
    extension: null,
  },
  { value: 'parquet', name: 'Parquet', about: 'Für Auswertungen.', extension: 'parquet' },
  {
    value: 'gdpdu',
    name: 'GoBD',
    about: 'Für die Betriebsprüfung: Daten mit Beschreibung nach GDPdU.',
    extension: null,
  },
]

/** All formats that the kit knows; those added by the product, too. */
export function choices(): readonly Choice[] {
  const names = formats().map(({ name }) => name)
  const others = formats().filter(({ name }) => !known.some(({ value }) => value === name))
  return [
    ...known.filter(({ value }) => names.includes(nameOf(value))),
    ...others.map(({ name, extension }) => ({ value: name, name, about: '', extension })),
  ]
}

/** What the kit takes for what a form has sent; null for what is no choice. */
export function chosen(value: string): string | { format: string; dialect: string } | null {
  if (!choices().some((choice) => choice.value === value)) return null
  const [format = '', dialect] = value.split(':')
  return dialect === undefined ? format : { format, dialect }
}

export function nameOf(value: string): string {
  return value.split(':')[0] ?? value
}
