import type { Format } from './format.ts'
import { jsonFidelity, jsonRows } from './jsonl.ts'
import { textStream } from './text-stream.ts'

/** One array of objects, a row a line. */
export const json: Format = {
  name: 'json',
  mediaType: 'application/json',
  extension: 'json',
  fidelity: jsonFidelity,
  write: (table, options) =>
    textStream(
      table,
      { ...jsonRows(table), head: '[\n', rowEnd: '}', between: ',\n', tail: '\n]\n' },
      options,
    ),
}
