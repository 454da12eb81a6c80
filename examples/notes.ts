import { defineExport, fromArray, instant, integer, table, text } from 'auszug/export'

/** What the short examples hold for their customer: notes, in memory. */
export interface Note {
  readonly id: number
  readonly written_at: string
  readonly words: string
}

const kept: Note[] = [
  { id: 1, written_at: '2026-09-28T07:00:00Z', words: 'Mehl bestellen' },
  { id: 2, written_at: '2026-09-28T07:05:00Z', words: 'Ofen warten, Termin: „bald“' },
]

export const notes = {
  all: (): readonly Note[] => kept,
  add: (given: unknown): Note => {
    const words = wordsOf(given)
    const note = { id: kept.length + 1, written_at: new Date().toISOString(), words }
    kept.push(note)
    return note
  },
  /** Declared once, exported in any format. */
  data: defineExport({
    product: 'Notes',
    tables: [
      table({
        name: 'notes',
        schema: { id: integer(), written_at: instant(), words: text() },
        primaryKey: ['id'],
        rows: (signal) => fromArray(kept)(signal),
      }),
    ],
  }),
}

function wordsOf(given: unknown): string {
  const isNote = typeof given === 'object' && given !== null && 'words' in given
  return isNote && typeof given.words === 'string' ? given.words : ''
}
