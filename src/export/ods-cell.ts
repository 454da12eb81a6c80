import { cellOf, type Cell } from './cells.ts'
import type { Column } from './column.ts'
import { odsText } from './ods-text.ts'
import { plainText } from './plain-text.ts'
import { cellParts, maxCellUnits, type RowState } from './sheet-limits.ts'
import {
  instantMs,
  isSheetClock,
  isSheetDay,
  isSheetDecimal,
  isSheetInteger,
  isSheetNumber,
} from './sheet-number.ts'
import type { Table } from './table.ts'
import type { Encoders } from './value.ts'

/** What a null writes: a sheet's row has every cell in its place. */
const emptyCell = '<table:table-cell/>'

/** @param state takes what does not fit in a cell. */
export function odsCells(table: Table, state: RowState): Cell<string>[] {
  return table.columns.map((column) => cellOf(column, encoders(column, state), emptyCell))
}

export function odsHeading(table: Table): string {
  const cells = table.columns.map(({ name }) => textCell(name, 'heading'))
  return `<table:table-header-rows><table:table-row>${cells.join('')}</table:table-row></table:table-header-rows>\n`
}

function encoders(column: Column, state: RowState): Encoders<string> {
  const text = (value: string) => {
    if (value.length <= maxCellUnits) return textCell(value, 'text')
    const [first = '', ...others] = cellParts(column.name, value)
    for (const part of others) state.overflow.push(textCell(part, 'text'))
    return textCell(first, 'text')
  }
  const float = (value: string, style: string) =>
    `<table:table-cell${style} office:value-type="float" office:value="${value}"/>`
  const decimalStyle = ` table:style-name="d${column.scale}"`
  return {
    text,
    integer: (value) => (isSheetInteger(value) ? float(String(value), '') : text(String(value))),
    decimal: (value) => (isSheetDecimal(value) ? float(value, decimalStyle) : text(value)),
    number: (value) =>
      isSheetNumber(value) ? float(String(value), '') : text(plainText.number(value)),
    boolean: (value) =>
      `<table:table-cell office:value-type="boolean" office:boolean-value="${value}"/>`,
    date: (value) => (isSheetDay(value) ? dateCell(value, 'date') : text(value)),
    instant: (value) =>
      isSheetDay(value) && isSheetClock(value) ? instantCell(value) : text(value),
    time: (value) => (isSheetClock(value) ? timeCell(value) : text(value)),
    duration: text,
    binary: (value) => text(plainText.binary(value)),
    json: text,
  }
}

function instantCell(value: string): string {
  const utc = value.endsWith('Z') ? value : new Date(instantMs(value)).toISOString()
  return dateCell(utc.slice(0, -1), 'instant')
}

function dateCell(value: string, style: string): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="date" office:date-value="${value}"/>`
}

function timeCell(value: string): string {
  const [hours, minutes, seconds] = value.split(':')
  return (
    '<table:table-cell table:style-name="time" office:value-type="time" ' +
    `office:time-value="PT${hours}H${minutes}M${seconds}S"/>`
  )
}

function textCell(value: string, style: string): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="string"${odsText(value)}</table:table-cell>`
}
