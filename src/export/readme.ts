import type { ExportData } from './define.ts'
import type { PackageRecord } from './package-record.ts'

type Language = 'de' | 'en'

/** A page of plain text for whoever opens the package, maybe years later and without the product. */
export function readme(language: Language, data: ExportData, record: PackageRecord): string {
  const say = words[language]
  const parts = [
    `${say.title(data.product)}\n${'='.repeat(say.title(data.product).length)}`,
    say.opening(data.product),
    ...(record.failures.length > 0 ? [failed(say, record)] : []),
    tables(say, record),
    ...(record.attachments.length > 0 ? [say.attachments(record.attachments.length)] : []),
    ...(record.skipped.length > 0 ? [say.skipped(record.skipped.join(', '))] : []),
    ...(data.excluded.length > 0 ? [excluded(say, data)] : []),
    say.checks,
    say.signs,
  ]
  return parts.join('\n\n') + '\n'
}

function tables(say: Words, { tables: written }: PackageRecord): string {
  if (written.length === 0) return say.noTables
  const names = [...new Set(written.map(({ table }) => table))]
  const parts = names.map((table) => {
    const files = written.filter((one) => one.table === table)
    const title = table.title === '' ? table.name : `${table.title} (${table.name})`
    const paths = files.map(({ file }) => `    ${file.path.slice('data/'.length)}`)
    return [`  ${title}: ${say.rows(files[0]?.rows ?? 0)}`, ...paths].join('\n')
  })
  return `${say.tables}\n\n${parts.join('\n')}`
}

function failed(say: Words, { failures }: PackageRecord): string {
  const rows = failures.map((f) => `  ${f.table} (${f.format}): ${f.reason}`)
  return `${say.failed}\n\n${rows.join('\n')}`
}

function excluded(say: Words, data: ExportData): string {
  return `${say.excluded}\n\n${data.excluded.map((x) => `  ${x.what}: ${x.why}`).join('\n')}`
}

interface Words {
  readonly title: (product: string) => string
  readonly opening: (product: string) => string
  readonly tables: string
  readonly noTables: string
  readonly rows: (count: number) => string
  readonly attachments: (count: number) => string
  readonly skipped: (names: string) => string
  readonly failed: string
  readonly excluded: string
  readonly checks: string
  readonly signs: string
}

const words: Readonly<Record<Language, Words>> = {
  de: {
    title: (product) => `Ihre Daten aus ${product}`,
    opening: (product) =>
      `Dieses Paket enthält Ihre Daten aus ${product} in offenen Standardformaten.\n` +
      'Um sie zu lesen, brauchen Sie das Programm nicht mehr.',
    tables: 'Tabellen',
    noTables: 'Dieses Paket enthält keine Tabelle.',
    rows: (count) => (count === 1 ? '1 Zeile' : `${count} Zeilen`),
    attachments: (count) =>
      `Dateien\n\n  ${count === 1 ? 'Eine Datei liegt' : `${count} Dateien liegen`} im Ordner files.`,
    skipped: (names) => `Auf Wunsch nicht in diesem Paket (schon vorher exportiert)\n\n  ${names}`,
    failed:
      'ACHTUNG: Dieses Paket ist nicht vollständig. Was abgebrochen ist, wurde ganz weggelassen,\n' +
      'damit niemand eine halbe Datei für eine ganze hält:',
    excluded: 'Nicht enthalten, und warum',
    checks:
      'Prüfen\n\n' +
      '  datapackage.json beschreibt jede Datei: Spalten, Typen, Schlüssel (Frictionless Data Package v2).\n' +
      '  Das Paket ist ein BagIt (RFC 8493): manifest-sha512.txt enthält die Prüfsumme jeder Datei.',
    signs:
      'Zeichen\n\n' +
      '  In CSV ist ein leeres Feld ohne Anführungszeichen "kein Wert", "" ist ein leerer Text.\n' +
      '  Zeichensatz ist UTF-8. Zeitpunkte nennen ihre Abweichung von UTC.',
  },
  en: {
    title: (product) => `Your data from ${product}`,
    opening: (product) =>
      `This package holds your data from ${product} in open standard formats.\n` +
      'You do not need the program any more to read them.',
    tables: 'Tables',
    noTables: 'This package holds no table.',
    rows: (count) => (count === 1 ? '1 row' : `${count} rows`),
    attachments: (count) =>
      `Files\n\n  ${count === 1 ? 'One file is' : `${count} files are`} in the folder files.`,
    skipped: (names) => `Left out on request (exported before)\n\n  ${names}`,
    failed:
      'ATTENTION: this package is not complete. What broke off was left out altogether,\n' +
      'so that nobody takes half a file for a whole one:',
    excluded: 'Not included, and why',
    checks:
      'To check it\n\n' +
      '  datapackage.json describes every file: columns, types, keys (Frictionless Data Package v2).\n' +
      '  The package is a BagIt (RFC 8493): manifest-sha512.txt holds the checksum of every file.',
    signs:
      'Signs\n\n' +
      '  In CSV a field without quotes and content is "no value", "" is an empty text.\n' +
      '  The encoding is UTF-8. Instants tell their offset from UTC.',
  },
}
