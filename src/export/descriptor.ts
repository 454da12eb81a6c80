import type { Column } from './column.ts'
import type { ExportData } from './define.ts'
import type { PackageRecord, WrittenFile, WrittenTable } from './package-record.ts'
import type { Table } from './table.ts'

/** `datapackage.json`: Data Package v2 with a Table Schema for every table; what has no word there is `auszug:…`. */
export function descriptor(data: ExportData, record: PackageRecord, createdAt?: string): string {
  const isComplete = record.failures.length === 0
  return (
    JSON.stringify(
      {
        $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
        name: slug(data.product),
        title: data.product,
        ...(createdAt === undefined ? {} : { created: createdAt }),
        resources: [
          ...record.tables.map((written) => tableResource(written, record.tables)),
          ...record.attachments.map(fileResource),
        ],
        'auszug:locale': data.locale,
        'auszug:complete': isComplete,
        'auszug:failed': record.failures,
        'auszug:skipped': record.skipped,
        'auszug:excluded': data.excluded,
      },
      null,
      2,
    ) + '\n'
  )
}

export function slug(product: string): string {
  const plain = product.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'export'
}

function tableResource(written: WrittenTable, all: readonly WrittenTable[]) {
  const { table, format, file, rows, description } = written
  return {
    name: resourceName(written, all),
    ...(table.title === '' ? {} : { title: table.title }),
    ...(table.description === '' ? {} : { description: table.description }),
    type: 'table',
    path: file.path.slice('data/'.length),
    format: format.extension,
    mediatype: file.mediaType,
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha512:${file.sha512}`,
    ...description,
    schema: tableSchema(written, all),
    'auszug:table': table.name,
    'auszug:rows': rows,
  }
}

/** The first file of a table has its plain name, so that foreign keys read naturally; the others add their format. */
function resourceName(written: WrittenTable, all: readonly WrittenTable[]): string {
  const first = all.find(({ table }) => table === written.table)
  if (first === written) return written.table.name
  const dialect = written.dialect === undefined ? '' : `.${written.dialect}`
  return `${written.table.name}.${written.format.name}${dialect}`
}

function tableSchema(written: WrittenTable, all: readonly WrittenTable[]) {
  const { table } = written
  const sameFormat = all.filter((o) => o.format === written.format && o.dialect === written.dialect)
  const foreignKeys = table.foreignKeys.flatMap(({ columns, references }) => {
    const target = sameFormat.find((other) => other.table.name === references.table)
    if (target === undefined) return []
    const self = target === written
    const resource = self ? '' : resourceName(target, all)
    return [{ fields: columns, reference: { resource, fields: references.columns } }]
  })
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: table.columns.map((column) => field(column, table, written)),
    missingValues: [''],
    ...(table.primaryKey.length > 0 ? { primaryKey: table.primaryKey } : {}),
    ...(table.unique.length > 0 ? { uniqueKeys: table.unique } : {}),
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  }
}

function field(column: Column, table: Table, { dialect }: WrittenTable) {
  const isGerman = dialect === 'excel-de'
  const isUnique = table.unique.some((key) => key.length === 1 && key[0] === column.name)
  const isNumeric = column.type === 'decimal' || column.type === 'number'
  return {
    name: column.name,
    ...(column.title === '' ? {} : { title: column.title }),
    ...fieldType(column),
    ...(isGerman && isNumeric ? { decimalChar: ',' } : {}),
    ...(isGerman && column.type === 'boolean'
      ? { trueValues: ['WAHR'], falseValues: ['FALSCH'] }
      : {}),
    // Where null cannot be, an empty text is a text.
    ...(column.type === 'text' && !column.isNullable ? { missingValues: [] } : {}),
    constraints: { required: !column.isNullable, ...(isUnique ? { unique: true } : {}) },
  }
}

function fieldType(column: Column) {
  switch (column.type) {
    case 'text':
      return { type: 'string' }
    case 'decimal':
      return {
        type: 'number',
        'auszug:type': 'decimal',
        'auszug:precision': column.precision,
        'auszug:scale': column.scale,
      }
    case 'instant':
      return { type: 'datetime', 'auszug:type': 'instant' }
    case 'binary':
      return { type: 'string', format: 'binary', 'auszug:type': 'binary' }
    case 'json':
      return { type: 'any', 'auszug:type': 'json' }
    case 'integer':
    case 'number':
    case 'boolean':
    case 'date':
    case 'time':
    case 'duration':
      return { type: column.type }
  }
}

function fileResource(file: WrittenFile) {
  const path = file.path.slice('data/'.length)
  return {
    name: path,
    path,
    mediatype: file.mediaType,
    bytes: file.bytes,
    hash: `sha512:${file.sha512}`,
  }
}
