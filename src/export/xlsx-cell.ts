import { cellOf, type Cell } from './cells.ts'
import type { Column } from './column.ts'
import { plainText } from './plain-text.ts'
import { cellParts, maxCellUnits, type RowState } from './sheet-limits.ts'
import {
  instantMs,
  isSheetClock,
  isSheetDay,
  isSheetDecimal,
  isSheetInteger,
  isSheetNumber,
  serialDay,
  serialInstant,
  serialTime,
} from './sheet-number.ts'
import type { Table } from './table.ts'
import type { Encoders } from './value.ts'
import { decimalStyle, style } from './xlsx-style.ts'
import { xlsxText } from './xlsx-text.ts'

/** @param state knows the row, and takes what does not fit in a cell. */
export function xlsxCells(table: Table, state: RowState): Cell<string>[] {
  return table.columns.map((column, index) =>
    cellOf(column, encoders(table, column, index, state), ''),
  )
}

/** The heading. */
export function xlsxRow(table: Table): string {
  const cells = table.columns.map(({ name }, index) =>
    textCell(`${letters(index)}1`, style.heading, name),
  )
  return `<row r="1">${cells.join('')}</row>`
}

function encoders(table: Table, column: Column, index: number, state: RowState): Encoders<string> {
  const letter = letters(index)
  const number = (value: string | number, of: number) =>
    `<c r="${letter}${state.row}" s="${of}"><v>${value}</v></c>`
  const text = (value: string) => {
    if (value.length > maxCellUnits) return longCells(table, column, letter, state, value)
    return textCell(letter + state.row, style.text, value)
  }
  const decimals = column.type === 'decimal' ? decimalStyle(table, column) : 0
  return {
    text,
    integer: (value) =>
      isSheetInteger(value) ? number(String(value), style.integer) : text(String(value)),
    decimal: (value) => (isSheetDecimal(value) ? number(value, decimals) : text(value)),
    number: (value) =>
      isSheetNumber(value) ? number(value, style.plain) : text(plainText.number(value)),
    boolean: (value) => `<c r="${letter}${state.row}" t="b"><v>${value ? 1 : 0}</v></c>`,
    date: (value) => (isSheetDay(value) ? number(serialDay(value), style.date) : text(value)),
    instant: (value) =>
      isSheetDay(value) && isSheetClock(value)
        ? number(serialInstant(instantMs(value)), style.instant)
        : text(value),
    time: (value) => (isSheetClock(value) ? number(serialTime(value), style.time) : text(value)),
    duration: text,
    binary: (value) => text(plainText.binary(value)),
    json: text,
  }
}

/** The first part in its column; the others wait for the end of the row. */
function longCells(
  table: Table,
  { name }: Column,
  letter: string,
  state: RowState,
  value: string,
): string {
  const [first = '', ...others] = cellParts(name, value)
  for (const part of others) {
    const right = table.columns.length + state.overflow.length
    if (right >= 16_384)
      throw new RangeError(`table "${table.name}": a row is too long for a sheet`)
    state.overflow.push(textCell(letters(right) + state.row, style.text, part))
  }
  return textCell(letter + state.row, style.text, first)
}

function textCell(at: string, of: number, value: string): string {
  return `<c r="${at}" s="${of}" t="inlineStr"><is>${xlsxText(value)}</is></c>`
}

/** `A` to `Z`, `AA` and so on, from 0. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}
