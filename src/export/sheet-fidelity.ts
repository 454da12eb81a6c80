import type { Fidelity } from './format.ts'

/** What a cell holds, in Excel and in OpenDocument. */
export const sheetFidelity: Fidelity = {
  types: {
    text: [
      'exact',
      'beyond 32,767 characters continued at the end of the row; control characters as `_x0001_`',
    ],
    integer: ['exact', 'beyond 15 digits as text'],
    decimal: ['exact', 'beyond 15 digits as text'],
    number: ['exact', 'NaN, the infinities and minus zero as text'],
    boolean: ['exact'],
    date: ['exact', 'before 1 March 1900 as text'],
    instant: ['exact', 'in UTC; before 1 March 1900 or finer than a millisecond as text'],
    time: ['exact', 'finer than a millisecond as text'],
    duration: ['text', 'ISO 8601'],
    binary: ['text', 'Base64'],
    json: ['text', 'JSON text'],
  },
  emptyText: ['lossy', 'empty text is a text cell without content; most readers take it for null'],
}
