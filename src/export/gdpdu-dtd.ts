const text = [
  'Version',
  'Name',
  'URL',
  'Description',
  'DecimalSymbol',
  'DigitGroupingSymbol',
  'From',
  'ColumnDelimiter',
  'RecordDelimiter',
  'TextEncapsulator',
  'Accuracy',
  'Format',
  'References',
]

const models: readonly (readonly [string, string])[] = [
  ['DataSet', '(Version, Media+)'],
  ['Media', '(Name, Table+)'],
  [
    'Table',
    '(URL, Name?, Description?, UTF8?, (DecimalSymbol, DigitGroupingSymbol)?, Range?, VariableLength)',
  ],
  ['UTF8', 'EMPTY'],
  ['Range', '(From)'],
  [
    'VariableLength',
    '(ColumnDelimiter?, RecordDelimiter?, TextEncapsulator?, VariablePrimaryKey*, VariableColumn*, ForeignKey*)',
  ],
  ['VariablePrimaryKey', '(Name, Description?, (Numeric | AlphaNumeric | Date))'],
  ['VariableColumn', '(Name, Description?, (Numeric | AlphaNumeric | Date))'],
  ['Numeric', '(Accuracy?)'],
  ['AlphaNumeric', 'EMPTY'],
  ['Date', '(Format?)'],
  ['ForeignKey', '(Name+, References)'],
  ...text.map((name) => [name, '(#PCDATA)'] as const),
]

/** The part of the description standard's document type that our index uses: whatever fits in it fits in the whole. */
export const gdpduDtd: string =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  models.map(([name, model]) => `<!ELEMENT ${name} ${model}>\n`).join('')
