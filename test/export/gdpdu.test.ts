import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import {
  date,
  decimal,
  defineExport,
  exportPackage,
  integer,
  table,
  text,
} from '../../src/export/index.ts'
import { collect } from './collect.ts'
import { textOf, unzip } from './unzip.ts'

const data = defineExport({
  product: 'Brötchenbringer',
  tables: [
    table({
      name: 'invoices',
      title: 'Rechnungen & Gutschriften',
      schema: {
        total: decimal(12, 2),
        issued_on: date(),
        number: text().titled('Rechnungsnummer'),
        replaces: text().nullable(),
        position: integer(),
      },
      primaryKey: ['number', 'position'],
      foreignKeys: [
        {
          columns: ['replaces', 'position'],
          references: { table: 'invoices', columns: ['number', 'position'] },
        },
      ],
      rows: () => [
        { total: '1234.5', issued_on: '2026-09-30', number: 'R-1', replaces: null, position: 1 },
        {
          total: '-0.05',
          issued_on: '2026-10-01',
          number: 'R-2\r\n',
          replaces: 'R-1',
          position: 1,
        },
      ],
    }),
  ],
})

test('the index of a tax auditor is valid, and keys stand first in it and in the data', async () => {
  const files = await unzip(await collect(exportPackage(data, { formats: ['gdpdu'] })))
  using dtd = XmlDtd.fromString(textOf(files, 'data/gdpdu/gdpdu-01-09-2004.dtd'))
  using index = XmlDocument.fromString(textOf(files, 'data/gdpdu/index.xml'))
  using validator = new DtdValidator(dtd)
  validator.validate(index)
  const names = (path: string) => index.find(`//${path}/Name`).map((name) => name.content)
  expect(names('VariablePrimaryKey')).toEqual(['number', 'position'])
  expect(names('VariableColumn')).toEqual(['total', 'issued_on', 'replaces'])
  expect(names('ForeignKey')).toEqual(['replaces', 'position'])
  expect(index.get('//RecordDelimiter')?.content).toBe('\r\n')
  expect(textOf(files, 'data/gdpdu/invoices.csv')).toBe(
    '"number";"position";"total";"issued_on";"replaces"\r\n' +
      '"R-1";1;1234,50;2026-09-30;\r\n"R-2 ";1;-0,05;2026-10-01;"R-1"\r\n',
  )
})
